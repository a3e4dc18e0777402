#pragma once

#include "settings.h"

#include <model/analysis/rates.h>
#include <model/base/result.h>
#include <model/plan/step.h>
#include <model/schema/catalog.h>
#include <model/schema/statistics.h>

#include <memory>
#include <stop_token>

/// Lint: what a script that somebody else wrote would do to a database, statement by statement.
namespace lockstep::analysis::lint {

struct ScriptFile
{
    QString name; ///< As findings name it; "-" is what was piped in.
    QString text;
};

/// Where a statement runs: in a transaction of its own, outside any (CREATE INDEX CONCURRENTLY), or in one
/// that BEGIN has opened.
enum class Place { Own, None, Open };

/// A finding that a comment of the script takes back.
struct Suppressed
{
    QString rule;
    QString reason; ///< As the comment says; may be empty.
};

struct LintedStatement
{
    QString file;
    int line = 1; ///< In the file.
    qsizetype offset = 0; ///< The same in UTF-16 units from 0.
    QString sql; ///< Without the semicolon.
    Place place = Place::Own;
    QVector<plan::RelationLock> locks; ///< Strongest a relation; sorted by relation.
    plan::Blocks blocks = plan::Blocks::Nothing; ///< Of relations that are not new.
    plan::Effect effect = plan::Effect::Instant;
    plan::Estimate estimate; ///< Time it takes.
    bool isParsed = true; ///< False: nothing is known of it, and a finding says so.
    QVector<plan::Finding> findings; ///< Lines are those of the file; `statement` is not used.
    QVector<Suppressed> suppressed;
    QStringList
        fix; ///< Statements that do the same with less waiting; empty: nothing to gain, or no such way.
};

struct LintReport
{
    QVector<LintedStatement> statements; ///< In the order they are replayed in.
    QStringList notes; ///< What holds for the script as a whole, whole sentences.
    [[nodiscard]] bool hasFindingAtOrAbove(plan::Severity severity) const;
};
using LintReportPtr = std::shared_ptr<const LintReport>;

struct LintOptions
{
    int serverVersion = 0; ///< 150018; 0: the schema's, and without one the one whose grammar is known best.
    schema::StatisticsPtr statistics; ///< Null: sizes are not known.
    RatesPtr rates; ///< Null: the default ones.
    bool knowsSchema = false; ///< False: relations are taken as written, and nothing is known of them.
    LintSettings settings;
};

/// Lints files in the order given, one after the other as one history: each statement meets the schema that
/// the ones before have left. What a file makes is new, so that nobody waits for it, until its
/// transaction ends where BEGIN opened one, or until the file or migration ends, or until the columns of a
/// table change that was made some statements before: what was joined into one file is a history. The part of
/// a file that takes a migration back (goose, dbmate, sql-migrate), and files that do (x.down.sql,
/// U2__x.sql), are looked at without being replayed, and their findings are only information. Never fails for
/// what the files hold: what does not parse is a finding. Pure. Errors: Canceled.
[[nodiscard]] base::Result<LintReport> lint(const QVector<ScriptFile> &files,
                                            const schema::CatalogPtr &current, const LintOptions &options,
                                            std::stop_token stop);

[[nodiscard]] QString name(Place place); ///< "own", "none", "open"

} // namespace lockstep::analysis::lint
