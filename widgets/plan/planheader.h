#pragma once

#include <model/analysis/rates.h>
#include <model/plan/plan.h>
#include <widgets/common/badge.h>
#include <widgets/timeline/timelinegeometry.h>

#include <QFrame>

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace lockstep::widgets {

/// The line over the plan: which database will be changed to match what, under which policy, and
/// the two numbers a DBA asks for.
class PlanHeader final : public QFrame
{
    Q_OBJECT
public:
    explicit PlanHeader(QWidget *parent = nullptr);
    /// `about`: server version and size; may be empty.
    void setSides(const QString &current, const QString &target, Environment environment,
                  const QString &about);
    void setPlan(const plan::PlanPtr &plan);
    void setTotals(const QString &text, const QString &toolTip);
    /// What the numbers were worked out with, with its age.
    void setRates(const analysis::Rates &rates);
    void setTableShown(bool shown);
    /// As narrow as the window likes: what is least missed makes way.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void policyChanged(lockstep::plan::Policy policy); ///< By the user only.
    void scaleChanged(lockstep::widgets::TimeScale scale);
    void tableShownChanged(bool shown);
    void calibrateRequested();

private:
    void addSides(QHBoxLayout *layout);
    void addChoices(QHBoxLayout *layout);
    void fit();

    QLabel *m_current;
    QLabel *m_about;
    QLabel *m_towards;
    QLabel *m_target;
    Badge *m_badge;
    QComboBox *m_policy;
    QComboBox *m_scale;
    QButtonGroup *m_views;
    QLabel *m_totals;
    QToolButton *m_rates;
};

} // namespace lockstep::widgets
