#pragma once

#include "rehearsalsetup.h"

#include <widgets/common/stagestrip.h>

#include <model/base/error.h>
#include <model/items/rehearsalmodel.h>
#include <model/items/stepnumbers.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace lockstep::widgets {

class Banner;
class BusyBar;
class RehearsalDetail;

/// The plan with rows and a clock: what to rehearse on, how it goes on, and what was found. Told everything,
/// does nothing itself: what the user wants leaves as signals.
class RehearsalPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RehearsalPage(QWidget *parent = nullptr);

    void setPlan(const plan::PlanPtr &plan); ///< What was found of another one goes.
    void setWorking();
    void setProgress(const QString &text, int done, int total);
    void setStep(const QString &stepId, execution::StepState state, double ms);
    void setRehearsal(const proof::RehearsalPtr &rehearsal);
    void setError(const base::Error &error);
    void setCanceled();
    void setSaved(const QString &path);
    void setSaveError(const base::Error &error);
    /// The rates of the rehearsal are those that estimates are made with now.
    void setRatesTaken();

    [[nodiscard]] RehearsalSetup *setup() const { return m_setup; }
    [[nodiscard]] const proof::RehearsalPtr &rehearsal() const { return m_rehearsal; }
    /// "as it should be, 1.6 s": for the strip of stages.
    [[nodiscard]] QString stateLine() const;
    [[nodiscard]] StageTone tone() const;

signals:
    void startRequested();
    void cancelRequested();
    void saveRequested();
    void ratesRequested();
    void stateChanged();

private:
    [[nodiscard]] QWidget *buildHead();
    void buildSteps();
    void showStep();
    void stopWorking();
    void refresh();

    plan::PlanPtr m_plan;
    proof::RehearsalPtr m_rehearsal;
    items::StepNumbers m_numbers; ///< Of the plan.
    proof::RehearsalPtr m_shown; ///< The same, with numbers for ids.
    items::RehearsalModel m_model;
    bool m_isWorking = false;
    bool m_hasFailed = false;
    QLabel *m_headline;
    QLabel *m_material;
    QPushButton *m_save;
    QPushButton *m_rates;
    RehearsalSetup *m_setup;
    BusyBar *m_busy;
    Banner *m_banner;
    QTreeView *m_steps;
    RehearsalDetail *m_detail;
};

} // namespace lockstep::widgets
