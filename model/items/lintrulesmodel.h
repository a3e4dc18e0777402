#pragma once

#include <model/analysis/lint/settings.h>

#include <QAbstractTableModel>

/// The rules that find things in plans and scripts, and what a project decides about each.
namespace lockstep::items {

enum class RuleChoice {
    Usual, ///< As Lockstep has it.
    Off,
    On, ///< A rule that speaks on request, as severe as it says.
    Info,
    Warning,
    Error,
};

/// What can be chosen for a rule, in the order of a list.
[[nodiscard]] QVector<RuleChoice> choicesFor(const QString &rule);
[[nodiscard]] RuleChoice choiceOf(const analysis::lint::LintSettings &settings, const QString &rule);
[[nodiscard]] analysis::lint::LintSettings withChoice(analysis::lint::LintSettings settings,
                                                      const QString &rule, RuleChoice choice);
/// "as usual (off)", "warning"
[[nodiscard]] QString ruleChoiceText(RuleChoice choice, const QString &rule);

class LintRulesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Rule, Title, Choice, ColumnCount };

    explicit LintRulesModel(QObject *parent = nullptr);

    void setSettings(const analysis::lint::LintSettings &settings);
    [[nodiscard]] const analysis::lint::LintSettings &settings() const { return m_settings; }
    [[nodiscard]] QString ruleAt(int row) const { return m_rules.value(row); }
    [[nodiscard]] int rowOf(const QString &rule) const { return int(m_rules.indexOf(rule)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_rules; ///< Sorted.
    QStringList m_titles; ///< Headings of their documentation.
    analysis::lint::LintSettings m_settings;
};

} // namespace lockstep::items
