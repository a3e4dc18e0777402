#pragma once

#include <model/analysis/checklist.h>
#include <model/plan/plan.h>

#include <QTextBrowser>

namespace lockstep::widgets {

/// Everything that is known of a step, in words: locks, estimate and where it comes from, why
/// this form, how it is taken back, findings. One document, so that it is read, selected and
/// tabbed through as a whole.
class Inspector final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);
    void setStep(const plan::PlanPtr &plan, const QString &stepId);
    /// What the database does now, held against the steps; null: not asked.
    void setChecklist(const analysis::ChecklistPtr &list);

signals:
    void findingActivated(int statement, int line);
    void stepActivated(const QString &stepId); ///< A step that must come first was clicked.

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void follow(const QUrl &link);
    [[nodiscard]] QString htmlOf(const plan::Step &step) const;

    plan::PlanPtr m_plan;
    analysis::ChecklistPtr m_checklist;
    QString m_stepId;
};

} // namespace lockstep::widgets
