#pragma once

#include <model/execution/runvalues.h>
#include <model/plan/plan.h>

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace lockstep::widgets {

/// What only some runs have to be told before they begin: the server behind a pooler, and at which step a run
/// stands whose journal was removed. Each is hidden until it is asked about.
class UnusualStart final : public QWidget
{
    Q_OBJECT
public:
    explicit UnusualStart(QWidget *parent = nullptr);
    /// Nothing is asked of another plan, and of another database neither.
    void setPlan(const plan::PlanPtr &plan);
    void clear();
    /// A pooler answered for the server.
    void askForDirect();
    /// The journal is gone; what comes before step `proposed` is probably done.
    void askWhereItStands(const QString &proposed);
    void journalFound();
    void choose(execution::RunOptions *options) const;

private:
    void listSteps();
    void refresh();

    plan::PlanPtr m_plan;
    QWidget *m_directRow;
    QLineEdit *m_direct;
    QWidget *m_stepRow;
    QComboBox *m_step;
};

} // namespace lockstep::widgets
