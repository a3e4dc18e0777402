#pragma once

#include <model/analysis/lint/lint.h>

#include <QAbstractTableModel>

namespace lockstep::items {

/// What lint found in scripts, one finding a row, in the order of the scripts.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Severity, Place, Message, Rule, ColumnCount };

    explicit FindingsModel(QObject *parent = nullptr);

    /// Null: nothing was looked at.
    void setReport(const analysis::lint::LintReportPtr &report);
    [[nodiscard]] const analysis::lint::LintReportPtr &report() const { return m_report; }
    [[nodiscard]] int statementOf(int row) const; ///< Index into the report's statements; -1 outside.
    [[nodiscard]] const plan::Finding *findingAt(int row) const; ///< Null outside.
    /// The first row of a statement with that rule, or of any where the rule is empty; -1: none.
    [[nodiscard]] int rowOf(int statement, const QString &rule = {}) const;
    [[nodiscard]] bool hasSeveralFiles() const { return m_hasSeveralFiles; }
    [[nodiscard]] int count(plan::Severity severity) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int statement;
        int finding;
    };
    [[nodiscard]] QVariant sortKey(int row, Column column) const;
    [[nodiscard]] QString placeText(int row) const;

    analysis::lint::LintReportPtr m_report;
    QVector<Row> m_rows;
    bool m_hasSeveralFiles = false;
};

/// What a rule is about, as Markdown; empty where nothing is written about it.
[[nodiscard]] QString ruleDocumentation(const QString &rule);

} // namespace lockstep::items
