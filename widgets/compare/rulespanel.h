#pragma once

#include <model/diff/changeset.h>

#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace lockstep::widgets {

/// What the comparison leaves aside, each rule by itself.
class RulesPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RulesPanel(QWidget *parent = nullptr);
    void setRules(const diff::IgnoreRules &rules);
    void setIgnoredCount(int differences); ///< How many differences the rules leave aside now.

signals:
    void rulesChanged(const lockstep::diff::IgnoreRules &rules);

private:
    void changed();

    diff::IgnoreRules m_rules;
    std::array<QCheckBox *, diff::kIgnorableCount> m_what{};
    QLineEdit *m_objects;
    QLineEdit *m_only;
    QLabel *m_problem;
    QLabel *m_count;
};

} // namespace lockstep::widgets
