#pragma once

#include <widgets/common/stagestrip.h>

#include <QObject>

class QStackedWidget;

namespace lockstep::widgets {
class Banner;
class BusyBar;
class CheckPage;
class ComparePage;
class HomePage;
class PlanPage;
class RehearsalPage;
class ReviewPage;
class RunPage;
} // namespace lockstep::widgets

namespace lockstep::app {

/// The strip of stages with its buttons, and the pages below it.
class Pages final : public QObject
{
    Q_OBJECT
public:
    explicit Pages(QWidget *parent);

    /// To be put into the window, strip above stack.
    [[nodiscard]] widgets::StageStrip *strip() const { return m_strip; }
    [[nodiscard]] QStackedWidget *stack() const { return m_stack; }
    [[nodiscard]] widgets::HomePage *home() const { return m_home; }
    [[nodiscard]] widgets::ComparePage *compare() const { return m_compare; }
    [[nodiscard]] widgets::PlanPage *plan() const { return m_plan; }
    [[nodiscard]] widgets::CheckPage *check() const { return m_check; }
    [[nodiscard]] widgets::RehearsalPage *rehearsal() const { return m_rehearsal; }
    [[nodiscard]] widgets::RunPage *run() const { return m_run; }
    [[nodiscard]] widgets::ReviewPage *review() const { return m_review; }
    /// Over the plan: what goes on there and what went wrong.
    [[nodiscard]] widgets::BusyBar *planBusy() const { return m_planBusy; }
    [[nodiscard]] widgets::Banner *planBanner() const { return m_planBanner; }

public slots:
    void showRun(); ///< To be begun: the keyboard is on what has to be filled in next.
    void show(lockstep::widgets::StageStrip::Stage stage);
    /// Beside the line of work: no stage is the current one meanwhile.
    void showReview();
    void showHome(); ///< The same.
    /// While a run goes on its buttons stand where proof and Run were.
    void setRunning(bool isRunning);

private:
    [[nodiscard]] QWidget *buildPlan();

    widgets::StageStrip *m_strip;
    QStackedWidget *m_stack;
    widgets::HomePage *m_home;
    widgets::ComparePage *m_compare;
    widgets::PlanPage *m_plan;
    widgets::CheckPage *m_check;
    widgets::RehearsalPage *m_rehearsal;
    widgets::RunPage *m_run;
    widgets::ReviewPage *m_review;
    widgets::BusyBar *m_planBusy;
    widgets::Banner *m_planBanner;
    QWidget *m_planFrame;
};

} // namespace lockstep::app
