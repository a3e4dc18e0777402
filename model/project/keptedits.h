#pragma once

#include "edithistory.h"

#include <QVector>

#include <optional>

/// Edits that outlive the plan they were made in: each remembers what was generated where it was made, so
/// that a later plan can tell whether it still fits. Three-way: what was generated then, what the user made
/// of it, what is generated now.
namespace lockstep::project {

/// A step as it was generated.
struct StepAnchor
{
    QString id;
    QString title;
    QString text; ///< anchorText(); empty in files of before: only the id is known.
};

struct KeptEdit
{
    plan::PlanEdit edit;
    QVector<StepAnchor> anchors; ///< Of the generated steps that it names.
};

/// The step's SQL, forward and back.
[[nodiscard]] QString anchorText(const plan::Step &step);
[[nodiscard]] QVector<KeptEdit> keptEdits(const EditHistory &history);

/// The same for everything that was made, to be undone and done again in a later plan.
struct KeptWish
{
    EditWish wish;
    QVector<StepAnchor> anchors;
};

/// `generated`: what the wish was made of.
[[nodiscard]] KeptWish keptWish(const EditWish &wish, const plan::PlanPtr &generated);
/// Of all of a history, undone ones too, oldest first.
[[nodiscard]] QVector<KeptWish> keptWishes(const EditHistory &history);
/// The first `count` of them as edits that are in force.
[[nodiscard]] QVector<KeptEdit> keptEdits(const QVector<KeptWish> &wishes, qsizetype count);

/// An edit that the new plan cannot simply take: the user chooses.
struct EditConflict
{
    KeptEdit kept;
    QString step; ///< In the new plan; empty: it is gone.
    QString title; ///< What it was called.
    QString reason; ///< A whole sentence.
    QString base; ///< What was generated then; empty where the edit is not about SQL.
    QString yours;
    QString now; ///< What is generated now.
    std::optional<plan::PlanEdit> mine; ///< What "keep mine" does; empty: that is not possible.
};

/// One edit as the new plan understands it, or why it does not.
struct Refit
{
    std::optional<plan::PlanEdit> edit;
    std::optional<EditConflict> conflict; ///< Neither: it has become needless.
};

/// Puts edits of an older plan on a new one, in their order.
class EditRefitter
{
public:
    explicit EditRefitter(plan::PlanPtr generated);
    /// `plan` is the new plan with the edits taken so far.
    [[nodiscard]] Refit refit(const KeptEdit &kept, const plan::Plan &plan);
    /// What a step of before is called now; empty: it is gone.
    [[nodiscard]] QString stepNow(const KeptWish &kept) const;
    /// An edit that did not go through after all.
    [[nodiscard]] static EditConflict refused(const KeptEdit &kept, const base::Error &error);

private:
    enum class Match { Same, Changed, Gone };
    struct Found
    {
        Match match = Match::Gone;
        QString id;
    };
    [[nodiscard]] Found find(const StepAnchor &anchor) const;
    [[nodiscard]] Found findOf(const QVector<StepAnchor> &anchors, const QString &step) const;
    [[nodiscard]] Refit refitSql(const KeptEdit &kept, const plan::EditSql &edit,
                                 const plan::Plan &plan) const;
    template <typename NewStep>
    [[nodiscard]] Refit refitNew(const KeptEdit &kept, NewStep edit, const plan::Plan &plan);
    [[nodiscard]] Refit refitMove(const KeptEdit &kept, const plan::MoveStep &edit) const;
    [[nodiscard]] Refit refitSplit(const KeptEdit &kept, const plan::SplitStep &edit, const plan::Plan &plan);
    [[nodiscard]] Refit refitJoin(const KeptEdit &kept, const plan::JoinSteps &edit) const;
    [[nodiscard]] QString newId(const QString &old, const QString &wanted);

    plan::PlanPtr m_generated;
    QHash<QString, QString> m_made; ///< Steps that edits made, by their id of before.
};

} // namespace lockstep::project
