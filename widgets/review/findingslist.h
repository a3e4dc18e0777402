#pragma once

#include <model/items/findingsfilter.h>
#include <model/items/findingsmodel.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace lockstep::widgets {

/// The findings of a report, worst first, with a filter.
class FindingsList final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsList(QWidget *parent = nullptr);

    void setReport(const analysis::lint::LintReportPtr &report);
    [[nodiscard]] const items::FindingsModel *model() const { return m_model; }
    /// Selects a finding without saying so; -1 selects none.
    void select(int row);
    [[nodiscard]] int selected() const; ///< Row of the model; -1: none.
    /// Selects the next finding that is shown, or the one before; around the end.
    void step(int direction);

signals:
    void findingSelected(int row); ///< By the user.
    void findingActivated(int row); ///< Enter or a double click.
    void ruleRequested(const QString &rule); ///< What the project does with it.

private:
    void buildLayout();
    void addRuleAction();
    void showCount();

    items::FindingsModel *m_model;
    items::FindingsFilter *m_filter;
    QTreeView *m_view;
    QComboBox *m_severity;
    QLineEdit *m_search;
    QLabel *m_count;
    bool m_isSelecting = false;
};

} // namespace lockstep::widgets
