#include "rehearsalwriters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::proof {

namespace {

QJsonArray stringsJson(const QStringList &strings)
{
    return QJsonArray::fromStringList(strings);
}

QJsonObject estimateJson(const plan::Estimate &estimate)
{
    return { { QStringLiteral("low_ms"), estimate.lowMs },
             { QStringLiteral("likely_ms"), estimate.likelyMs },
             { QStringLiteral("high_ms"), estimate.highMs },
             { QStringLiteral("basis"), estimate.basis } };
}

QJsonObject errorJson(const base::Error &error)
{
    return { { QStringLiteral("message"), error.message },
             { QStringLiteral("detail"), error.detail },
             { QStringLiteral("hint"), error.hint },
             { QStringLiteral("sqlstate"), error.sqlstate },
             { QStringLiteral("statement"), error.statement } };
}

QJsonArray locksJson(const QVector<HeldLock> &holds)
{
    QJsonArray array;
    for (const HeldLock &hold : holds)
        array.append(QJsonObject{ { QStringLiteral("relation"), hold.lock.relation },
                                  { QStringLiteral("mode"), plan::name(hold.lock.mode) },
                                  { QStringLiteral("ms"), hold.ms } });
    return array;
}

QJsonArray flagsJson(const RehearsedStep &step)
{
    QJsonArray array;
    for (const StepFlag flag : step.flags)
        array.append(QJsonObject{ { QStringLiteral("flag"), name(flag) },
                                  { QStringLiteral("message"), flagText(flag, step) } });
    return array;
}

QJsonObject stepJson(const RehearsedStep &step)
{
    QJsonObject object{ { QStringLiteral("id"), step.id },
                        { QStringLiteral("title"), step.title },
                        { QStringLiteral("kind"), plan::name(step.kind) },
                        { QStringLiteral("result"), name(step.result) },
                        { QStringLiteral("planned"), estimateJson(step.planned) },
                        { QStringLiteral("expected_here"), estimateJson(step.here) },
                        { QStringLiteral("flags"), flagsJson(step) } };
    if (step.production)
        object.insert(QStringLiteral("production"), estimateJson(*step.production));
    if (step.result == StepResult::Failed)
        object.insert(QStringLiteral("error"), errorJson(step.error));
    if (step.result == StepResult::NotReached)
        return object;
    object.insert(QStringLiteral("ms"), step.ms);
    if (step.backMs >= 0)
        object.insert(QStringLiteral("back_ms"), step.backMs);
    if (ratio(step) > 0)
        object.insert(QStringLiteral("ratio"), ratio(step));
    object.insert(QStringLiteral("locks"), locksJson(step.holds));
    object.insert(QStringLiteral("locks_back"), locksJson(step.holdsBack));
    object.insert(QStringLiteral("rewritten"), stringsJson(step.rewritten));
    object.insert(QStringLiteral("wal_bytes"), step.walBytes);
    object.insert(QStringLiteral("size_delta"), step.sizeDelta);
    object.insert(QStringLiteral("rejects"), step.rejects);
    if (step.rowsWritten >= 0)
        object.insert(QStringLiteral("rows_written"), step.rowsWritten);
    if (step.hotShare >= 0)
        object.insert(QStringLiteral("hot_share"), step.hotShare);
    if (step.deadRows >= 0)
        object.insert(QStringLiteral("dead_rows"), step.deadRows);
    return object;
}

QJsonObject wayJson(const RehearsedWay &way)
{
    QJsonObject object{ { QStringLiteral("gate"), way.gate },
                        { QStringLiteral("whole"), way.isWhole },
                        { QStringLiteral("forward_ms"), way.forwardMs },
                        { QStringLiteral("back_ms"), way.backMs },
                        { QStringLiteral("differences"), stringsJson(way.differences) },
                        { QStringLiteral("lost"), stringsJson(way.lost) },
                        { QStringLiteral("notes"), stringsJson(way.notes) } };
    if (way.error)
        object.insert(QStringLiteral("error"), errorJson(*way.error));
    return object;
}

QJsonArray tablesJson(const QVector<RehearsedTable> &tables)
{
    QJsonArray array;
    for (const RehearsedTable &table : tables)
        array.append(QJsonObject{ { QStringLiteral("schema"), table.schema },
                                  { QStringLiteral("table"), table.name },
                                  { QStringLiteral("rows"), table.rows } });
    return array;
}

} // namespace

QByteArray rehearsalJson(const Rehearsal &rehearsal)
{
    QJsonArray steps;
    for (const RehearsedStep &step : rehearsal.steps)
        steps.append(stepJson(step));
    QJsonArray ways;
    for (const RehearsedWay &way : rehearsal.ways)
        ways.append(wayJson(way));
    return QJsonDocument(
               QJsonObject{ { QStringLiteral("format"), QStringLiteral("lockstep-rehearsal/1") },
                            { QStringLiteral("outcome"), name(rehearsal.outcome) },
                            { QStringLiteral("material"), rehearsal.material },
                            { QStringLiteral("server"), rehearsal.server },
                            { QStringLiteral("at"), rehearsal.at.toUTC().toString(Qt::ISODate) },
                            { QStringLiteral("took_ms"), rehearsal.tookMs },
                            { QStringLiteral("material_ms"), rehearsal.materialMs },
                            { QStringLiteral("locks_sampled_every_ms"), rehearsal.sampledEveryMs },
                            { QStringLiteral("tables"), tablesJson(rehearsal.tables) },
                            { QStringLiteral("steps"), steps },
                            { QStringLiteral("ways"), ways },
                            { QStringLiteral("prepare"), stringsJson(rehearsal.prepare) },
                            { QStringLiteral("notes"), stringsJson(rehearsal.notes) },
                            { QStringLiteral("not_rehearsed"), stringsJson(rehearsal.notRehearsed) },
                            { QStringLiteral("rates_learned_from_steps"), rehearsal.learnedFrom } })
        .toJson();
}

} // namespace lockstep::proof
