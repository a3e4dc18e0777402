#pragma once

#include <model/plan/plan.h>

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace lockstep::widgets {

/// Everything that is known of a step, in words: locks, estimate and where it comes from, why
/// this form, how it is taken back, findings.
class Inspector final : public QScrollArea
{
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);
    void setStep(const plan::PlanPtr &plan, const QString &stepId);

signals:
    void findingActivated(int statement, int line);
    void stepActivated(const QString &stepId); ///< A step that must come first was clicked.

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addRow(const QString &objectName, const QString &title);
    void setRow(QLabel *value, const QString &html);
    void refresh();

    plan::PlanPtr m_plan;
    QString m_stepId;
    QGridLayout *m_grid;
    QLabel *m_title;
    QLabel *m_locks;
    QLabel *m_estimate;
    QLabel *m_runs;
    QLabel *m_after;
    QLabel *m_loses;
    QLabel *m_why;
    QLabel *m_back;
    QLabel *m_findings;
};

} // namespace lockstep::widgets
