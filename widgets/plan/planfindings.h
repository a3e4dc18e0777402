#pragma once

#include <model/items/planfindingsmodel.h>

#include <QTreeView>

namespace lockstep::widgets {

/// Everything to look at in the plan; a click or Enter leads to the step and the line.
class PlanFindings final : public QTreeView
{
    Q_OBJECT
public:
    explicit PlanFindings(QWidget *parent = nullptr);
    void setPlan(const plan::PlanPtr &plan);
    /// How many rules the project has switched off.
    void setRulesOff(int count);
    [[nodiscard]] int count() const { return m_model->rowCount(); }

signals:
    void findingActivated(const QString &stepId, int statement, int line);
    void ruleRequested(const QString &rule); ///< What the project does with it.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    [[nodiscard]] QString emptyText() const;

    items::PlanFindingsModel *m_model;
    int m_rulesOff = 0;
};

} // namespace lockstep::widgets
