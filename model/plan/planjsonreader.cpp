#include "dottedname.h"
#include "enumtext.h"
#include "intentsjson.h"
#include "planjson.h"

namespace lockstep::plan {

namespace {

template <typename Enum>
Enum readEnum(JsonReader &reader, const QString &member, Enum last)
{
    const QString text = reader.text(member);
    const auto value = enumFromName(text, last);
    if (!value)
        reader.report(member, QStringLiteral("'%1' is not a value that is known here.").arg(text));
    return value.value_or(Enum(0));
}

TransactionMode readTransaction(JsonReader &reader)
{
    const QString text = reader.text(QStringLiteral("transaction"));
    if (text != QLatin1String("own") && text != QLatin1String("none"))
        reader.report(QStringLiteral("transaction"), QStringLiteral("this is neither own nor none."));
    return text == QLatin1String("none") ? TransactionMode::None : TransactionMode::Own;
}

QVector<RelationLock> readLocks(JsonReader &reader)
{
    QVector<RelationLock> locks;
    for (JsonReader &item : reader.objects(QStringLiteral("locks"))) {
        locks += RelationLock{ item.text(QStringLiteral("relation")),
                               readEnum(item, QStringLiteral("mode"), LockMode::AccessExclusive) };
        item.finish();
    }
    return locks;
}

BackfillSpec readBackfill(JsonReader reader)
{
    BackfillSpec spec;
    spec.table = tableOf(reader.text(QStringLiteral("table")));
    if (spec.table.name.isEmpty())
        reader.report(QStringLiteral("table"),
                      QStringLiteral("this is no table's name, such as public.users."));
    spec.set = reader.text(QStringLiteral("set"));
    spec.where = reader.text(QStringLiteral("where"));
    const QString batcher = reader.text(QStringLiteral("batcher"));
    if (batcher != QLatin1String("keyset") && batcher != QLatin1String("ctid"))
        reader.report(QStringLiteral("batcher"), QStringLiteral("this is neither keyset nor ctid."));
    spec.batcher = batcher == QLatin1String("ctid") ? Batcher::Ctid : Batcher::Keyset;
    spec.key = reader.texts(QStringLiteral("key"));
    spec.keyTypes = reader.texts(QStringLiteral("key_types"));
    if (reader.has(QStringLiteral("into"))) {
        spec.into = tableOf(reader.text(QStringLiteral("into")));
        spec.columns = reader.texts(QStringLiteral("columns"));
        spec.values = reader.textsOrNone(QStringLiteral("values"));
        if (reader.has(QStringLiteral("overrides_identity")))
            spec.overridesIdentity = reader.boolean(QStringLiteral("overrides_identity"));
        if (!spec.values.isEmpty() && spec.values.size() != spec.columns.size())
            reader.report(QStringLiteral("values"),
                          QStringLiteral("there must be one value for each column."));
        if (spec.into.name.isEmpty() || spec.columns.isEmpty())
            reader.report(QStringLiteral("into"),
                          QStringLiteral("rows are copied into a table's columns, such as public.users."));
    }
    spec.each = reader.textOr(QStringLiteral("each"));
    spec.locksFirst =
        reader.has(QStringLiteral("locks_first")) && reader.boolean(QStringLiteral("locks_first"));
    if (spec.key.size() != spec.keyTypes.size())
        reader.report(QStringLiteral("key_types"),
                      QStringLiteral("there must be one type for each key column."));
    if (spec.batcher == Batcher::Keyset && spec.key.isEmpty())
        reader.report(QStringLiteral("key"),
                      QStringLiteral("a keyset backfill needs at least one key column."));
    reader.finish();
    return spec;
}

Rollback readRollback(JsonReader reader)
{
    Rollback rollback;
    rollback.irreversible = reader.textOr(QStringLiteral("irreversible"));
    if (rollback.irreversible.isEmpty() && !reader.has(QStringLiteral("sql")))
        reader.report(QStringLiteral("sql"),
                      QStringLiteral("a step has rollback SQL or the reason why it has none."));
    rollback.sql = reader.textsOrNone(QStringLiteral("sql"));
    rollback.transaction = readTransaction(reader);
    rollback.caution = reader.textOr(QStringLiteral("caution"));
    reader.finish();
    return rollback;
}

void readAssessment(JsonReader &reader, Assessment *assessment)
{
    assessment->analysed = reader.boolean(QStringLiteral("analysed"));
    assessment->locks = readLocks(reader);
    assessment->blocks = readEnum(reader, QStringLiteral("blocks"), Blocks::ReadsAndWrites);
    assessment->effect = readEnum(reader, QStringLiteral("effect"), Effect::Batched);
    JsonReader estimate = reader.object(QStringLiteral("estimate"));
    assessment->estimate = { estimate.integer(QStringLiteral("low_ms")),
                             estimate.integer(QStringLiteral("likely_ms")),
                             estimate.integer(QStringLiteral("high_ms")),
                             estimate.text(QStringLiteral("basis")),
                             estimate.integerOr(QStringLiteral("wal_bytes"), 0),
                             estimate.integerOr(QStringLiteral("disk_bytes"), 0) };
    estimate.finish();
    assessment->lockHoldMs = reader.integer(QStringLiteral("lock_hold_ms"));
    for (JsonReader &item : reader.objects(QStringLiteral("findings"))) {
        assessment->findings +=
            Finding{ item.text(QStringLiteral("rule")),
                     readEnum(item, QStringLiteral("severity"), Severity::Error),
                     item.text(QStringLiteral("message")), int(item.integer(QStringLiteral("statement"))),
                     int(item.integer(QStringLiteral("line"))) };
        item.finish();
    }
}

void readStepLists(JsonReader &reader, Step *step)
{
    for (JsonReader &item : reader.objects(QStringLiteral("verify"))) {
        step->verify +=
            Verification{ item.text(QStringLiteral("sql")), item.text(QStringLiteral("expect")),
                          item.has(QStringLiteral("interim")) && item.boolean(QStringLiteral("interim")),
                          item.textOr(QStringLiteral("sample")) };
        item.finish();
    }
    for (JsonReader &item : reader.objects(QStringLiteral("loses"))) {
        step->loses +=
            Loss{ item.text(QStringLiteral("what")), item.integerOr(QStringLiteral("rows"), -1),
                  item.integerOr(QStringLiteral("bytes"), -1), item.textOr(QStringLiteral("part")) };
        item.finish();
    }
}

Step readStep(JsonReader &reader)
{
    Step step;
    step.id = reader.text(QStringLiteral("id"));
    step.phase = readEnum(reader, QStringLiteral("phase"), Phase::Contract);
    step.kind = readEnum(reader, QStringLiteral("kind"), StepKind::Gate);
    step.title = reader.text(QStringLiteral("title"));
    step.relations = reader.texts(QStringLiteral("relations"));
    step.dependsOn = reader.texts(QStringLiteral("depends_on"));
    step.transaction = readTransaction(reader);
    step.sql = reader.texts(QStringLiteral("sql"));
    step.edited = reader.boolean(QStringLiteral("edited"));
    if (reader.has(QStringLiteral("backfill")))
        step.backfill = readBackfill(reader.object(QStringLiteral("backfill")));
    if (step.kind == StepKind::Backfill && !step.backfill)
        reader.report(QStringLiteral("backfill"), QStringLiteral("a backfill step must say what it fills."));
    step.rollback = readRollback(reader.object(QStringLiteral("rollback")));
    JsonReader timeouts = reader.object(QStringLiteral("timeouts"));
    step.timeouts = { int(timeouts.integer(QStringLiteral("lock_ms"))),
                      int(timeouts.integer(QStringLiteral("statement_ms"))) };
    timeouts.finish();
    readAssessment(reader, &step.assessment);
    readStepLists(reader, &step);
    step.strategy = reader.textOr(QStringLiteral("strategy"));
    step.why = reader.textOr(QStringLiteral("why"));
    step.gateText = reader.textOr(QStringLiteral("gate"));
    reader.finish();
    return step;
}

ProofStatus readStatus(JsonReader &reader)
{
    const QString text = reader.text(QStringLiteral("status"));
    const QStringList names{ QStringLiteral("none"), QStringLiteral("proved"), QStringLiteral("failed"),
                             QStringLiteral("skipped") };
    const qsizetype index = names.indexOf(text);
    if (index < 0)
        reader.report(QStringLiteral("status"), QStringLiteral("'%1' is no state of a proof.").arg(text));
    return ProofStatus(std::max<qsizetype>(index, 0));
}

RowProof readRowProof(JsonReader reader)
{
    RowProof rows;
    rows.status = readEnum(reader, QStringLiteral("status"), RowProofStatus::Failed);
    rows.tables = int(reader.integer(QStringLiteral("tables")));
    rows.rows = int(reader.integer(QStringLiteral("rows")));
    rows.lost = reader.texts(QStringLiteral("lost"));
    rows.prepare = reader.texts(QStringLiteral("prepare"));
    rows.notSeeded = reader.texts(QStringLiteral("not_seeded"));
    rows.notes = reader.texts(QStringLiteral("notes"));
    reader.finish();
    return rows;
}

Proof readProof(JsonReader reader)
{
    Proof proof;
    proof.status = readStatus(reader);
    proof.forward = reader.texts(QStringLiteral("forward"));
    proof.rollback = reader.texts(QStringLiteral("rollback"));
    proof.notes = reader.texts(QStringLiteral("notes"));
    for (JsonReader &item : reader.objects(QStringLiteral("measured"))) {
        proof.measured += MeasuredStep{ item.text(QStringLiteral("step")), readLocks(item),
                                        item.real(QStringLiteral("ms")) };
        item.finish();
    }
    // Plans of earlier versions have none.
    if (reader.has(QStringLiteral("rows")))
        proof.rows = readRowProof(reader.object(QStringLiteral("rows")));
    proof.planDigest = reader.text(QStringLiteral("plan_digest")).toLatin1();
    reader.finish();
    return proof;
}

SideScript readSide(JsonReader reader)
{
    SideScript side{ reader.text(QStringLiteral("display")), reader.text(QStringLiteral("sql")),
                     reader.textOr(QStringLiteral("missing")) };
    reader.finish();
    return side;
}

/// True if the file is of the one format this version reads.
bool checkFormat(const QJsonObject &object, JsonProblem *problem)
{
    const QString format = object.value(QStringLiteral("format")).toString();
    if (format == QLatin1String("lockstep-plan/1"))
        return true;
    if (format.startsWith(QLatin1String("lockstep-plan/"))) {
        problem->report(
            QStringLiteral("format"),
            QStringLiteral("the plan was written in format '%1' by a newer Lockstep; this one reads "
                           "lockstep-plan/1.")
                .arg(format));
        problem->error->hint = QStringLiteral("Use the version that wrote it, or make the plan again.");
    } else {
        problem->report(QStringLiteral("format"), QStringLiteral("this is not a Lockstep plan file."));
        problem->error->hint =
            QStringLiteral("A plan is written by 'lockstep-cli plan -o FILE' or the window.");
    }
    return false;
}

void checkSteps(const QVector<Step> &steps, JsonProblem *problem)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString path = QStringLiteral("steps[%1]").arg(i);
        for (const QString &needed : steps[i].dependsOn) {
            if (!seen.contains(needed)) {
                problem->report(path + QStringLiteral(".depends_on"),
                                QStringLiteral("'%1' is no earlier step.").arg(needed));
            }
        }
        if (seen.contains(steps[i].id))
            problem->report(path + QStringLiteral(".id"),
                            QStringLiteral("'%1' is used twice.").arg(steps[i].id));
        seen.insert(steps[i].id);
    }
}

std::shared_ptr<Plan> readPlan(JsonReader &reader, JsonProblem *problem)
{
    auto plan = std::make_shared<Plan>();
    (void)reader.text(QStringLiteral("format"));
    JsonReader createdFor = reader.object(QStringLiteral("created_for"));
    plan->serverVersion = int(createdFor.integer(QStringLiteral("server_version")));
    plan->fingerprint = createdFor.text(QStringLiteral("fingerprint")).toLatin1();
    createdFor.finish();
    plan->targetFingerprint = reader.text(QStringLiteral("target_fingerprint")).toLatin1();
    plan->policy = readEnum(reader, QStringLiteral("policy"), Policy::Window);
    const bool isComplete = reader.boolean(QStringLiteral("complete"));
    for (JsonReader &item : reader.objects(QStringLiteral("unmodelled"))) {
        plan->unmodelled += qMakePair(item.text(QStringLiteral("kind")), item.text(QStringLiteral("name")));
        item.finish();
    }
    if (isComplete != plan->isComplete())
        reader.report(QStringLiteral("complete"),
                      QStringLiteral("this contradicts the unmodelled objects listed."));
    plan->warnings = reader.textsOrNone(QStringLiteral("warnings"));
    for (JsonReader &item : reader.objects(QStringLiteral("steps")))
        plan->steps += readStep(item);
    for (JsonReader &item : reader.objectsOrNone(QStringLiteral("off"))) {
        OffStep off;
        JsonReader step = item.object(QStringLiteral("step"));
        off.step = readStep(step);
        off.before = item.text(QStringLiteral("before"));
        off.neededBy = item.texts(QStringLiteral("needed_by"));
        item.finish();
        plan->off += off;
    }
    checkSteps(plan->steps, problem);
    plan->proof = readProof(reader.object(QStringLiteral("proof")));
    JsonReader intents = reader.object(QStringLiteral("intents"));
    plan->intents = readIntents(intents);
    plan->current = readSide(reader.object(QStringLiteral("current")));
    plan->target = readSide(reader.object(QStringLiteral("target")));
    reader.finish();
    return plan;
}

} // namespace

base::Result<PlanPtr> planFromJson(const QByteArray &json, const QString &fileName)
{
    JsonProblem problem{ fileName, std::nullopt };
    const auto object = parseJsonObject(json, QStringLiteral("A plan file"), &problem);
    if (!object || !checkFormat(*object, &problem))
        return *problem.error;
    JsonReader reader(*object, {}, &problem);
    const std::shared_ptr<Plan> plan = readPlan(reader, &problem);
    if (problem.error)
        return *problem.error;
    return PlanPtr(plan);
}

} // namespace lockstep::plan
