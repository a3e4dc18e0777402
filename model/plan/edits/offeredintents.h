#pragma once

#include <model/diff/changeset.h>
#include <model/plan/plan.h>

namespace lockstep::plan {

/// A decision that a person can make where a step stands, instead of writing it down as an intent.
struct OfferedIntent
{
    enum class Kind {
        Rename, ///< `subject` is not dropped, it becomes `other`.
        Backfill, ///< The rows of column `subject` get another value; `other` is what they get now.
        Window, ///< What concerns table `subject` may block, as in a maintenance window.
        ZeroDowntime, ///< No more.
        Park, ///< `subject` is put aside instead of being dropped.
        Keep ///< `subject` stays.
    };
    Kind kind = Kind::Keep;
    QString subject;
    QString other;
    schema::Kind objectKind = schema::Kind::Column; ///< Of the subject, where it is renamed, parked or kept.
    friend bool operator==(const OfferedIntent &, const OfferedIntent &) = default;
};

/// What makes sense for a step, in the order of a menu. `changes` may be null: then nothing is offered as
/// renamed.
[[nodiscard]] QVector<OfferedIntent> offeredIntents(const Plan &plan, const Step &step,
                                                    const diff::ChangeSetPtr &changes);
/// The intents with one more decision; one about the same thing is replaced. What the list of `changes`
/// offers to keep or to park is decided there, so that it can be decided otherwise in the same place; null:
/// nothing is known of it. `expression` is for backfills.
[[nodiscard]] Intents withOffer(Intents intents, const OfferedIntent &offer,
                                const diff::ChangeSetPtr &changes, const QString &expression = {});

} // namespace lockstep::plan
