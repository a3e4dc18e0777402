#pragma once

#include "blastradius.h"

#include <model/plan/plan.h>
#include <model/schema/activity.h>
#include <model/schema/checkreading.h>

/// What a database should be asked before a plan runs on it, and what its answers mean.
namespace lockstep::analysis {

enum class CheckVerdict {
    Ok,
    NotKnown, ///< The question could not be answered; `consequence` says why.
    Attention,
    Stop, ///< The plan would fail or hurt.
};
[[nodiscard]] QString name(CheckVerdict verdict); ///< "ok", "not-known", "attention", "stop"

struct CheckItem
{
    QString id; ///< "long-transactions", stable.
    QString title; ///< "Long transactions"
    CheckVerdict verdict = CheckVerdict::Ok;
    QString consequence; ///< What was found and what it means for the plan.
    QString advice; ///< What to do; empty where there is nothing to do.
    QString query; ///< SQL to run again by hand; empty where the answer is no query's.
    QStringList columns;
    QVector<QStringList> rows;
};

struct Checklist
{
    QDateTime takenAt;
    QString database; ///< "shop @ db1.example.net"
    QString serverVersion; ///< "15.18"
    QVector<CheckItem> items; ///< In the order of the questions.
    BlastRadius blast;
    bool isBrief = false; ///< What a run asks before it begins: not the schema, the traffic and most rows.

    [[nodiscard]] CheckVerdict worst() const;
    [[nodiscard]] QVector<const CheckItem *> at(CheckVerdict verdict) const;
    [[nodiscard]] const CheckItem *find(const QString &id) const;
};
using ChecklistPtr = std::shared_ptr<const Checklist>;

/// Everything a judgement may look at.
struct CheckInput
{
    const plan::Plan &plan;
    const schema::CheckReadings &readings;
    schema::ActivityPtr activity; ///< Null: the traffic was not measured.
    QString whyNoActivity; ///< Where it is null, a whole sentence; empty as well: nobody asked, and no item
                           ///< says so.
    int serverVersion = 0;
    int announcedPid = 0; ///< The pid that the server named when the session began.
    QByteArray liveFingerprint; ///< Empty: not read.
    QString whyNoFingerprint; ///< As with the activity.
    QStringList superuserOnly; ///< As NeededRights has it.
    QStringList missingRoles; ///< Roles the plan names and the server does not have, one text each.
    QStringList missingUse; ///< What the plan needs besides ownership and the role lacks, one text each.
    QString encodingFault; ///< Why letters of the plan cannot be sent; empty: they can.
    bool isUnfinishedRun = false; ///< The journal holds an unfinished run of this plan.
    qint64 freeBytes = -1; ///< On the server's disk, where that is this machine's; -1: not known.
    double longTransactionSeconds = 60; ///< Older ones are named.
    double stuckTransactionSeconds = 300; ///< Older ones that the plan must wait for stop it.
};

/// A query of the plan about its rows, asked before anything runs.
struct DataQuestion
{
    QString id; ///< "data-s03"
    QString step;
    QString title;
    QString sql;
    QString expect;
    QString sample; ///< Lists rows that are not as they should be.
    bool isFilledBefore = false; ///< Steps before it change these rows.
};
/// The plan's own verifications that can be asked now; the readings of `sql` come back under `id`.
[[nodiscard]] QVector<DataQuestion> dataQuestions(const plan::Plan &plan);

/// True of what needs no word just before a run: the run itself asks before it loses anything, and it waits a
/// moment for a runner that has just ended.
[[nodiscard]] bool isToldByTheRun(const CheckItem &item);

/// The ids of all items but those of a plan's own queries.
[[nodiscard]] QStringList checkIds();

/// Pure: every item of the list, in order, with its verdict.
[[nodiscard]] Checklist judge(const CheckInput &input);

} // namespace lockstep::analysis
