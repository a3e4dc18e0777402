#include "check.h"

#include "../amounts.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis::checks {

using schema::CheckReading;

namespace {

constexpr double littleBytes = 512.0 * 1024 * 1024;
constexpr double sequenceAttentionPercent = 75;
constexpr double sequenceStopPercent = 98;
/// Of the heap, for an index whose columns are not looked at.
constexpr double indexShare = 0.25;

struct Needed
{
    double disk = 0;
    double wal = 0;
};

struct RelationBytes
{
    double table = 0;
    double indexes = 0;
};

/// What a step writes beside what is there, by what it does to its relations.
double bytesBySize(const plan::Step &step, const RelationBytes &size)
{
    switch (step.assessment.effect) {
    case plan::Effect::Rewrite: return size.table + size.indexes;
    case plan::Effect::IndexBuild: return size.table * indexShare;
    case plan::Effect::Batched: return size.table;
    case plan::Effect::Instant:
    case plan::Effect::Scan:
    case plan::Effect::Wait: break;
    }
    return 0;
}

/// The estimate knows columns and indexes; the sizes are of now. An estimate that cannot be of these tables
/// was made for assumed rows.
Needed neededBy(const plan::Step &step, const QHash<QString, RelationBytes> &sizes)
{
    constexpr double mostTimesItself = 3;
    if (step.kind == plan::StepKind::Gate || step.kind == plan::StepKind::Verify)
        return {};
    double bySize = 0;
    double all = 0;
    for (const QString &relation : step.relations) {
        const RelationBytes size = sizes.value(relation);
        bySize += bytesBySize(step, size);
        all += size.table + size.indexes;
    }
    const plan::Estimate &estimate = step.assessment.estimate;
    const auto estimated = double(estimate.diskBytes);
    if (estimated > 0 && estimated <= all * mostTimesItself)
        return { estimated, double(estimate.walBytes) };
    return { bySize, bySize };
}

} // namespace

Finding diskSpace(const CheckInput &input, const CheckReading &reading)
{
    QHash<QString, RelationBytes> sizes;
    for (int i = 0; i < reading.rows.size(); ++i)
        sizes.insert(reading.text(i, "relation"),
                     { reading.number(i, "table_bytes"), reading.number(i, "index_bytes") });
    Needed all;
    for (const plan::Step &step : input.plan.steps) {
        const Needed one = neededBy(step, sizes);
        all.disk += one.disk;
        all.wal += one.wal;
    }
    const double needed = all.disk + all.wal;
    const QString need =
        needed < 1
            ? QStringLiteral("The plan writes next to nothing beside what is there.")
            : QStringLiteral("The plan needs up to about %1 more on disk for new row versions, copies and "
                             "indexes, and writes about %2 of WAL.")
                  .arg(byteWords(all.disk), byteWords(all.wal));
    if (input.freeBytes >= 0) {
        const auto free = double(input.freeBytes);
        const QString text =
            need + QStringLiteral(" %1 are free where the server keeps its data.").arg(byteWords(free));
        if (needed > free)
            return { CheckVerdict::Stop, text,
                     QStringLiteral("Make room first: a full disk stops the server.") };
        return { needed * 2 > free ? CheckVerdict::Attention : CheckVerdict::Ok, text, {} };
    }
    const QString text =
        need
        + QStringLiteral(
            " How much is free cannot be asked through SQL, and the server is not known to be this machine.");
    if (needed < littleBytes)
        return { CheckVerdict::Ok, text, {} };
    return {
        CheckVerdict::Attention, text,
        QStringLiteral(
            "Look at the free space of the server's disk, of every tablespace named here and of pg_wal.")
    };
}

Finding invalidIndexes(const CheckInput &, const CheckReading &reading)
{
    if (reading.rows.isEmpty())
        return { CheckVerdict::Ok, QStringLiteral("Every index of the plan's tables is valid."), {} };
    QStringList left;
    QStringList building;
    for (int i = 0; i < reading.rows.size(); ++i)
        (reading.flag(i, "being_built") ? building : left)
            .append(QStringLiteral("%1 on %2").arg(reading.text(i, "index"), reading.text(i, "relation")));
    QStringList sentences;
    if (!left.isEmpty())
        sentences.append(
            QStringLiteral("Invalid indexes are left from a build that failed: %1. They cost every write "
                           "and answer no query.")
                .arg(someOf(left)));
    if (!building.isEmpty())
        sentences.append(QStringLiteral("Another session may be building %1 now.").arg(someOf(building)));
    return { CheckVerdict::Attention, sentences.join(QLatin1Char(' ')),
             QStringLiteral(
                 "DROP INDEX CONCURRENTLY what is left. A step that builds an index of that name does so "
                 "itself.") };
}

Finding notValidConstraints(const CheckInput &, const CheckReading &reading)
{
    if (reading.rows.isEmpty())
        return { CheckVerdict::Ok,
                 QStringLiteral("Every constraint of the plan's tables is validated."),
                 {} };
    QStringList names;
    for (int i = 0; i < reading.rows.size(); ++i)
        names.append(
            QStringLiteral("%1 on %2").arg(reading.text(i, "constraint"), reading.text(i, "relation")));
    return { CheckVerdict::Attention,
             QStringLiteral(
                 "Constraints were never validated: %1. Old rows may break them, and an UPDATE of such a row "
                 "fails, in a backfill too.")
                 .arg(someOf(names)),
             QStringLiteral("VALIDATE CONSTRAINT finds out, and blocks neither reads nor writes.") };
}

Finding sequences(const CheckInput &, const CheckReading &reading)
{
    Finding finding;
    QStringList late;
    for (int i = 0; i < reading.rows.size(); ++i) {
        const double used = reading.number(i, "percent_used");
        if (used < sequenceAttentionPercent)
            continue;
        const QString column = reading.text(i, "column");
        late.append(QStringLiteral("%1%2, %3 % used")
                        .arg(reading.text(i, "sequence"),
                             column.isEmpty()
                                 ? QString()
                                 : QStringLiteral(" for %1 (%2)").arg(column, reading.text(i, "column_type")),
                             reading.text(i, "percent_used")));
        finding.verdict = CheckVerdict::Attention;
    }
    if (late.isEmpty())
        return { CheckVerdict::Ok,
                 QStringLiteral("No sequence has used more than %1 % of its numbers.")
                     .arg(sequenceAttentionPercent),
                 {} };
    const bool isOver = reading.number(0, "percent_used") >= sequenceStopPercent;
    finding.consequence = QStringLiteral("Sequences come to their end: %1. After that every INSERT fails%2.")
                              .arg(someOf(late), isOver ? QStringLiteral(", and that is near") : QString());
    finding.advice = QStringLiteral("Change the column to bigint before.");
    return finding;
}

} // namespace lockstep::analysis::checks
