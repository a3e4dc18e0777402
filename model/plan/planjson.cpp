#include "planjson.h"

#include "intentsjson.h"

#include <QJsonDocument>

namespace lockstep::plan {

namespace {

QJsonArray writeLocks(const QVector<RelationLock> &locks)
{
    QJsonArray result;
    for (const RelationLock &lock : locks) {
        result += QJsonObject{ { QStringLiteral("relation"), lock.relation },
                               { QStringLiteral("mode"), name(lock.mode) } };
    }
    return result;
}

QJsonObject writeBackfill(const BackfillSpec &spec)
{
    QJsonObject object{ { QStringLiteral("table"), schema::qualified(spec.table.schema, spec.table.name) },
                        { QStringLiteral("set"), spec.set },
                        { QStringLiteral("where"), spec.where },
                        { QStringLiteral("batcher"), spec.batcher == Batcher::Keyset
                                                         ? QStringLiteral("keyset")
                                                         : QStringLiteral("ctid") },
                        { QStringLiteral("key"), QJsonArray::fromStringList(spec.key) },
                        { QStringLiteral("key_types"), QJsonArray::fromStringList(spec.keyTypes) } };
    if (!spec.into.name.isEmpty()) {
        object.insert(QStringLiteral("into"), schema::qualified(spec.into.schema, spec.into.name));
        object.insert(QStringLiteral("columns"), QJsonArray::fromStringList(spec.columns));
        if (!spec.values.isEmpty())
            object.insert(QStringLiteral("values"), QJsonArray::fromStringList(spec.values));
        if (spec.overridesIdentity)
            object.insert(QStringLiteral("overrides_identity"), true);
    }
    if (!spec.each.isEmpty())
        object.insert(QStringLiteral("each"), spec.each);
    if (spec.locksFirst)
        object.insert(QStringLiteral("locks_first"), true);
    return object;
}

QString transactionText(TransactionMode mode)
{
    return mode == TransactionMode::Own ? QStringLiteral("own") : QStringLiteral("none");
}

QJsonObject writeRollback(const Rollback &rollback)
{
    QJsonObject object;
    if (!rollback.irreversible.isEmpty())
        object.insert(QStringLiteral("irreversible"), rollback.irreversible);
    if (rollback.irreversible.isEmpty() || !rollback.sql.isEmpty())
        object.insert(QStringLiteral("sql"), QJsonArray::fromStringList(rollback.sql));
    object.insert(QStringLiteral("transaction"), transactionText(rollback.transaction));
    if (!rollback.caution.isEmpty())
        object.insert(QStringLiteral("caution"), rollback.caution);
    return object;
}

QJsonArray writeFindings(const QVector<Finding> &findings)
{
    QJsonArray result;
    for (const Finding &finding : findings) {
        result += QJsonObject{ { QStringLiteral("rule"), finding.rule },
                               { QStringLiteral("severity"), name(finding.severity) },
                               { QStringLiteral("message"), finding.message },
                               { QStringLiteral("statement"), finding.statement },
                               { QStringLiteral("line"), finding.line } };
    }
    return result;
}

QJsonArray writeLosses(const QVector<Loss> &losses)
{
    QJsonArray result;
    for (const Loss &loss : losses) {
        QJsonObject object{ { QStringLiteral("what"), loss.what } };
        if (loss.rows >= 0)
            object.insert(QStringLiteral("rows"), loss.rows);
        if (loss.bytes >= 0)
            object.insert(QStringLiteral("bytes"), loss.bytes);
        if (!loss.part.isEmpty())
            object.insert(QStringLiteral("part"), loss.part);
        result += object;
    }
    return result;
}

QJsonArray writeChecks(const QVector<Verification> &checks)
{
    QJsonArray result;
    for (const Verification &check : checks) {
        QJsonObject object{ { QStringLiteral("sql"), check.sql },
                            { QStringLiteral("expect"), check.expect } };
        if (check.isInterim)
            object.insert(QStringLiteral("interim"), true);
        if (!check.sample.isEmpty())
            object.insert(QStringLiteral("sample"), check.sample);
        result += object;
    }
    return result;
}

void writeAssessment(const Assessment &assessment, QJsonObject *step)
{
    const Estimate &estimate = assessment.estimate;
    step->insert(QStringLiteral("analysed"), assessment.analysed);
    step->insert(QStringLiteral("locks"), writeLocks(assessment.locks));
    step->insert(QStringLiteral("blocks"), name(assessment.blocks));
    step->insert(QStringLiteral("effect"), name(assessment.effect));
    QJsonObject times{ { QStringLiteral("low_ms"), estimate.lowMs },
                       { QStringLiteral("likely_ms"), estimate.likelyMs },
                       { QStringLiteral("high_ms"), estimate.highMs },
                       { QStringLiteral("basis"), estimate.basis } };
    if (estimate.walBytes > 0)
        times.insert(QStringLiteral("wal_bytes"), estimate.walBytes);
    if (estimate.diskBytes > 0)
        times.insert(QStringLiteral("disk_bytes"), estimate.diskBytes);
    step->insert(QStringLiteral("estimate"), times);
    step->insert(QStringLiteral("lock_hold_ms"), assessment.lockHoldMs);
    step->insert(QStringLiteral("findings"), writeFindings(assessment.findings));
}

QJsonObject writeStep(const Step &step)
{
    QJsonObject object{ { QStringLiteral("id"), step.id },
                        { QStringLiteral("phase"), name(step.phase) },
                        { QStringLiteral("kind"), name(step.kind) },
                        { QStringLiteral("title"), step.title },
                        { QStringLiteral("relations"), QJsonArray::fromStringList(step.relations) },
                        { QStringLiteral("depends_on"), QJsonArray::fromStringList(step.dependsOn) },
                        { QStringLiteral("transaction"), transactionText(step.transaction) },
                        { QStringLiteral("sql"), QJsonArray::fromStringList(step.sql) },
                        { QStringLiteral("edited"), step.edited },
                        { QStringLiteral("rollback"), writeRollback(step.rollback) },
                        { QStringLiteral("verify"), writeChecks(step.verify) },
                        { QStringLiteral("timeouts"),
                          QJsonObject{ { QStringLiteral("lock_ms"), step.timeouts.lockMs },
                                       { QStringLiteral("statement_ms"), step.timeouts.statementMs } } },
                        { QStringLiteral("loses"), writeLosses(step.loses) } };
    if (step.backfill)
        object.insert(QStringLiteral("backfill"), writeBackfill(*step.backfill));
    if (!step.strategy.isEmpty())
        object.insert(QStringLiteral("strategy"), step.strategy);
    if (!step.why.isEmpty())
        object.insert(QStringLiteral("why"), step.why);
    if (!step.gateText.isEmpty())
        object.insert(QStringLiteral("gate"), step.gateText);
    writeAssessment(step.assessment, &object);
    return object;
}

QJsonArray writeOff(const QVector<OffStep> &steps)
{
    QJsonArray result;
    for (const OffStep &off : steps) {
        result += QJsonObject{ { QStringLiteral("step"), writeStep(off.step) },
                               { QStringLiteral("before"), off.before },
                               { QStringLiteral("needed_by"), QJsonArray::fromStringList(off.neededBy) } };
    }
    return result;
}

QString statusText(ProofStatus status)
{
    switch (status) {
    case ProofStatus::None: return QStringLiteral("none");
    case ProofStatus::Proved: return QStringLiteral("proved");
    case ProofStatus::Failed: return QStringLiteral("failed");
    case ProofStatus::Skipped: return QStringLiteral("skipped");
    }
    Q_UNREACHABLE();
}

QJsonObject writeRowProof(const RowProof &rows)
{
    return QJsonObject{ { QStringLiteral("status"), name(rows.status) },
                        { QStringLiteral("tables"), rows.tables },
                        { QStringLiteral("rows"), rows.rows },
                        { QStringLiteral("lost"), QJsonArray::fromStringList(rows.lost) },
                        { QStringLiteral("prepare"), QJsonArray::fromStringList(rows.prepare) },
                        { QStringLiteral("not_seeded"), QJsonArray::fromStringList(rows.notSeeded) },
                        { QStringLiteral("notes"), QJsonArray::fromStringList(rows.notes) } };
}

QJsonObject writeProof(const Proof &proof)
{
    QJsonArray measured;
    for (const MeasuredStep &step : proof.measured) {
        measured += QJsonObject{ { QStringLiteral("step"), step.step },
                                 { QStringLiteral("locks"), writeLocks(step.locks) },
                                 { QStringLiteral("ms"), step.ms } };
    }
    QJsonObject object{ { QStringLiteral("status"), statusText(proof.status) },
                        { QStringLiteral("forward"), QJsonArray::fromStringList(proof.forward) },
                        { QStringLiteral("rollback"), QJsonArray::fromStringList(proof.rollback) },
                        { QStringLiteral("notes"), QJsonArray::fromStringList(proof.notes) },
                        { QStringLiteral("measured"), measured },
                        { QStringLiteral("plan_digest"), QString::fromLatin1(proof.planDigest) } };
    if (proof.rows.status != RowProofStatus::None)
        object.insert(QStringLiteral("rows"), writeRowProof(proof.rows));
    return object;
}

QJsonObject writeSide(const SideScript &side)
{
    QJsonObject object{ { QStringLiteral("display"), side.display }, { QStringLiteral("sql"), side.sql } };
    if (!side.missing.isEmpty())
        object.insert(QStringLiteral("missing"), side.missing);
    return object;
}

} // namespace

QByteArray toJson(const Plan &plan)
{
    QJsonArray unmodelled;
    for (const QPair<QString, QString> &item : plan.unmodelled) {
        unmodelled +=
            QJsonObject{ { QStringLiteral("kind"), item.first }, { QStringLiteral("name"), item.second } };
    }
    QJsonArray steps;
    for (const Step &step : plan.steps)
        steps += writeStep(step);
    const QJsonObject createdFor{ { QStringLiteral("server_version"), plan.serverVersion },
                                  { QStringLiteral("fingerprint"), QString::fromLatin1(plan.fingerprint) } };
    QJsonObject object{ { QStringLiteral("format"), QStringLiteral("lockstep-plan/1") },
                        { QStringLiteral("created_for"), createdFor },
                        { QStringLiteral("target_fingerprint"), QString::fromLatin1(plan.targetFingerprint) },
                        { QStringLiteral("policy"), name(plan.policy) },
                        { QStringLiteral("complete"), plan.isComplete() },
                        { QStringLiteral("unmodelled"), unmodelled },
                        { QStringLiteral("steps"), steps },
                        { QStringLiteral("proof"), writeProof(plan.proof) },
                        { QStringLiteral("intents"), intentsObject(plan.intents) },
                        { QStringLiteral("current"), writeSide(plan.current) },
                        { QStringLiteral("target"), writeSide(plan.target) } };
    if (!plan.off.isEmpty())
        object.insert(QStringLiteral("off"), writeOff(plan.off));
    if (!plan.warnings.isEmpty())
        object.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(plan.warnings));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace lockstep::plan
