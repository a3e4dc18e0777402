#pragma once

#include <model/base/error.h>
#include <model/plan/edits/planedit.h>
#include <model/plan/plan.h>

#include <QWidget>

#include <map>

class QLabel;
class QPushButton;
class QTabBar;

namespace lockstep::widgets {

class Banner;
class SqlEditor;

/// The SQL of one step: forward, rollback, verify. What the user types goes out as a wish; the
/// plan that comes back decides what is shown.
class StepEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit StepEditor(QWidget *parent = nullptr);

    /// Shows a step (null: none). A pending edit of the step before is emitted first.
    void setStep(const plan::PlanPtr &plan, const QString &stepId);
    void setError(const QString &stepId, const base::Error &error);
    void setPart(plan::SqlPart part);
    [[nodiscard]] plan::SqlPart part() const;
    [[nodiscard]] SqlEditor *editor() const { return m_editor; }
    void goToFinding(int statement, int line);
    void flush();

signals:
    void editRequested(const QString &stepId, lockstep::plan::SqlPart part, const QString &sql);
    void revertRequested(const QString &stepId);

private:
    [[nodiscard]] const plan::Step *step() const;
    [[nodiscard]] bool isOff() const;
    void refresh(bool isOtherText);
    void showNotes();
    void showState();
    void emitEdit(const QString &sql);
    /// What the user made of the shown part, or what is planned.
    [[nodiscard]] QString latestText() const;

    plan::PlanPtr m_plan;
    QString m_stepId;
    plan::SqlPart m_part = plan::SqlPart::Forward;
    std::map<std::pair<QString, plan::SqlPart>, QString> m_said; ///< By step, until a plan answers.
    base::Error m_error;
    bool m_hasError = false;
    QTabBar *m_tabs;
    QLabel *m_state;
    QPushButton *m_revert;
    SqlEditor *m_editor;
    Banner *m_banner;
};

} // namespace lockstep::widgets
