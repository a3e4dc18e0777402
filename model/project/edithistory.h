#pragma once

#include <model/plan/edits/planedit.h>

#include <QDateTime>

#include <vector>

namespace lockstep::project {

/// The step's SQL is to be as generated again.
struct RevertStep
{
    QString step;
};
using EditWish = std::variant<plan::PlanEdit, RevertStep>;
[[nodiscard]] QString stepOf(const EditWish &wish);
/// Of wishes made one after the other those that are edits in force: of SQL that was typed again only the
/// last, of SQL that was reverted none.
[[nodiscard]] std::vector<size_t> inForce(const std::vector<EditWish> &wishes);

/// The plan as generated and as the user changed it since: immutable plans with the edits that made them, a
/// position, undo and redo. Knows nothing of threads.
class EditHistory
{
public:
    /// Starts anew with a generated plan and no edits.
    void reset(plan::PlanPtr generated);
    /// Takes a plan with one more edit; forgets what could have been redone. SQL of the same
    /// part within a second is one step back, as typing is in any editor.
    void push(plan::PlanPtr edited, const plan::PlanEdit &edit, const QDateTime &now);
    /// Takes a plan in which a step's SQL is as generated again.
    void pushReverted(plan::PlanPtr reverted, const QString &stepId, const QDateTime &now);
    /// Takes what was made of an older plan: one step back of its own.
    void append(plan::PlanPtr plan, const EditWish &wish);
    /// Everything that was made, undone ones too, oldest first.
    [[nodiscard]] std::vector<EditWish> wishes() const;
    /// As if so many of them were made and the others undone.
    void goTo(size_t position) { m_position = position; }
    /// Keeps no more than so many of them.
    void cutTo(size_t count);
    /// Puts the same steps with more known about them (a proof, new estimates) in place.
    void replaceCurrent(plan::PlanPtr plan);
    /// Every state of the plan, undone ones too, oldest first.
    [[nodiscard]] std::vector<plan::PlanPtr> plans() const;
    /// replaceCurrent() wherever `before` is; false if it is nowhere any more.
    bool replace(const plan::PlanPtr &before, const plan::PlanPtr &plan);
    /// The step whose edit was taken back or done again.
    QString undo();
    QString redo();

    [[nodiscard]] plan::PlanPtr plan() const;
    [[nodiscard]] plan::PlanPtr generated() const;
    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] size_t undoable() const { return m_position; } ///< How often undo() can be called.
    [[nodiscard]] bool canRedo() const { return m_position + 1 < m_entries.size(); }
    /// What undo() would take back: "edit of step s03"; empty if nothing.
    [[nodiscard]] QString undoText() const;
    /// All edits in force, in the order they were made; of SQL that was typed again only the last.
    [[nodiscard]] std::vector<plan::PlanEdit> edits() const;

private:
    struct Entry
    {
        plan::PlanPtr plan;
        EditWish made; ///< Nothing in the first.
        QDateTime at; ///< Not valid: not as it was typed.
    };
    void pushEntry(Entry entry);
    [[nodiscard]] bool continuesTyping(const plan::PlanEdit &edit, const QDateTime &now) const;

    std::vector<Entry> m_entries;
    size_t m_position = 0;
};

/// True if both replace the same part of the same step's SQL.
[[nodiscard]] bool samePlace(const plan::PlanEdit &a, const plan::PlanEdit &b);
/// The same of wishes.
[[nodiscard]] bool isTypedAgain(const EditWish &before, const EditWish &now);
/// The edits but those of one step's SQL.
[[nodiscard]] std::vector<plan::PlanEdit> withoutSqlOf(std::vector<plan::PlanEdit> edits,
                                                       const QString &stepId);
/// "move of step s03"
[[nodiscard]] QString editText(const plan::PlanEdit &edit);
[[nodiscard]] QString wishText(const EditWish &wish);

} // namespace lockstep::project
