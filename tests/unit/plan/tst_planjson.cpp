#include <model/plan/planjson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lockstep;
using namespace lockstep::plan;

class TestPlanJson : public QObject
{
    Q_OBJECT

private slots:
    void writesTheSameBytesAfterReading();
    void usesTheNamesOfTheDesign();
    void keepsWhatIsUnknownUnknown();
    void namesThePathOfWhatIsWrong_data();
    void namesThePathOfWhatIsWrong();
    void refusesAFileCutAnywhere();
    void refusesOtherFormats();
};

namespace {

Assessment someAssessment()
{
    Assessment assessment;
    assessment.locks = { { QStringLiteral("public.users"), LockMode::AccessExclusive } };
    assessment.blocks = Blocks::ReadsAndWrites;
    assessment.effect = Effect::Instant;
    assessment.estimate = { 3, 8, 40, QStringLiteral("Catalog only.") };
    assessment.lockHoldMs = 8;
    assessment.findings = { { QStringLiteral("some-rule"), Severity::Warning, QStringLiteral("Look out."), 0,
                              2 } };
    assessment.analysed = true;
    return assessment;
}

Plan fullPlan()
{
    Plan plan;
    plan.serverVersion = 150018;
    plan.fingerprint = "sha256:aa";
    plan.targetFingerprint = "sha256:bb";
    plan.policy = Policy::Window;
    plan.unmodelled = { { QStringLiteral("cast"), QStringLiteral("(text AS public.x)") } };
    Step ddl;
    ddl.id = QStringLiteral("s01");
    ddl.title = QStringLiteral("Add \"tier\" \u00fc");
    ddl.relations = { QStringLiteral("public.users") };
    ddl.sql = { QStringLiteral("ALTER TABLE public.users ADD COLUMN tier text"),
                QStringLiteral("SELECT 'a\nb'") };
    ddl.rollback = { { QStringLiteral("ALTER TABLE public.users DROP COLUMN tier") },
                     {},
                     TransactionMode::None,
                     QStringLiteral("Values are lost.") };
    ddl.verify = { { QStringLiteral("SELECT 1"), QStringLiteral("1"), true, QStringLiteral("SELECT 2") } };
    ddl.assessment = someAssessment();
    ddl.strategy = QStringLiteral("add-column");
    ddl.why = QStringLiteral("Because.");
    ddl.loses = { { QStringLiteral("column public.users.old"), 2300000, 91000000000 },
                  { QStringLiteral("table t"), -1, -1 } };
    Step backfill;
    backfill.id = QStringLiteral("s02");
    backfill.phase = Phase::Backfill;
    backfill.kind = StepKind::Backfill;
    backfill.dependsOn = { ddl.id };
    backfill.transaction = TransactionMode::None;
    backfill.backfill = BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("Odd.Schema"),
                                                       QStringLiteral("us\"ers")),
                                      QStringLiteral("a = 1"),
                                      {},
                                      Batcher::Keyset,
                                      { QStringLiteral("a"), QStringLiteral("b") },
                                      { QStringLiteral("bigint"), QStringLiteral("numeric(10,2)") } };
    backfill.backfill->into =
        schema::objectId(schema::Kind::Table, QStringLiteral("public"), QStringLiteral("lines"));
    backfill.backfill->columns = { QStringLiteral("sku") };
    backfill.backfill->values = { QStringLiteral("item ->> 'sku'") };
    backfill.backfill->each = QStringLiteral("unnest(items) AS e(item)");
    backfill.backfill->locksFirst = true;
    backfill.edited = true;
    Step gate;
    gate.id = QStringLiteral("s03");
    gate.phase = Phase::Contract;
    gate.kind = StepKind::Gate;
    gate.gateText = QStringLiteral("Is it live?");
    gate.rollback.irreversible = QStringLiteral("A gate is a gate.");
    plan.steps = { ddl, backfill, gate };
    plan.proof = {
        ProofStatus::Failed,
        { QStringLiteral("x differs") },
        {},
        { QStringLiteral("note") },
        { { QStringLiteral("s01"), { { QStringLiteral("public.users"), LockMode::Share } }, 4.25 } },
        "sha256:cc",
        { RowProofStatus::NotProved,
          2,
          14,
          { QStringLiteral("lost") },
          { QStringLiteral("prepare") },
          { QStringLiteral("table") },
          {} }
    };
    plan.intents.backfills = { { QStringLiteral("public.users.tier"), QStringLiteral("'free'") } };
    plan.intents.rows.insert(QStringLiteral("public.users"), 2300000);
    plan.intents.tolerance.insert(QStringLiteral("public.audit"), Policy::Window);
    plan.current = { QStringLiteral("a.sql"), QStringLiteral("CREATE TABLE t ();\n") };
    plan.target = { QStringLiteral("b.sql"), QStringLiteral("-- \u20ac\n") };
    return plan;
}

QJsonObject fullObject()
{
    return QJsonDocument::fromJson(toJson(fullPlan())).object();
}

/// The object with the value at a path such as steps/0/phase replaced; an undefined value removes.
QJsonValue replaced(const QJsonValue &in, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString head = path.takeFirst();
    if (in.isArray()) {
        QJsonArray array = in.toArray();
        array[head.toInt()] = replaced(array[head.toInt()], path, value);
        return array;
    }
    QJsonObject object = in.toObject();
    if (path.isEmpty() && value.isUndefined())
        object.remove(head);
    else
        object.insert(head, replaced(object.value(head), path, value));
    return object;
}

} // namespace

void TestPlanJson::writesTheSameBytesAfterReading()
{
    const QByteArray written = toJson(fullPlan());
    QVERIFY(written.endsWith("}\n"));
    const auto read = planFromJson(written, QStringLiteral("p.lockplan"));
    QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
    QCOMPARE(toJson(*read.value()), written);
    QCOMPARE(read.value()->digest(), fullPlan().digest());
    QCOMPARE(read.value()->steps[1].backfill->table.name, QStringLiteral("us\"ers"));
    QCOMPARE(read.value()->steps[1].backfill->values, fullPlan().steps[1].backfill->values);
    QVERIFY(read.value()->steps[1].backfill->locksFirst);
    QCOMPARE(toJson(fullPlan()), written);
}

void TestPlanJson::usesTheNamesOfTheDesign()
{
    const QJsonObject object = fullObject();
    QCOMPARE(object[QStringLiteral("format")].toString(), QStringLiteral("lockstep-plan/1"));
    QCOMPARE(object[QStringLiteral("policy")].toString(), QStringLiteral("window"));
    QCOMPARE(object[QStringLiteral("complete")].toBool(true), false);
    QCOMPARE(object[QStringLiteral("created_for")][QStringLiteral("server_version")].toInt(), 150018);
    const QJsonValue step = object[QStringLiteral("steps")][0];
    QCOMPARE(step[QStringLiteral("locks")][0][QStringLiteral("mode")].toString(),
             QStringLiteral("ACCESS EXCLUSIVE"));
    QCOMPARE(step[QStringLiteral("timeouts")][QStringLiteral("lock_ms")].toInt(), 500);
    QCOMPARE(step[QStringLiteral("loses")][0][QStringLiteral("bytes")].toInteger(), 91000000000);
    QCOMPARE(object[QStringLiteral("steps")][1][QStringLiteral("backfill")][QStringLiteral("key_types")][1]
                 .toString(),
             QStringLiteral("numeric(10,2)"));
    QCOMPARE(object[QStringLiteral("steps")][2][QStringLiteral("gate")].toString(),
             QStringLiteral("Is it live?"));
}

void TestPlanJson::keepsWhatIsUnknownUnknown()
{
    const QJsonValue loss = fullObject()[QStringLiteral("steps")][0][QStringLiteral("loses")][1];
    QVERIFY(loss[QStringLiteral("rows")].isUndefined());
    const auto read = planFromJson(toJson(fullPlan()), QStringLiteral("p"));
    QCOMPARE(read.value()->steps[0].loses[1].rows, -1);
}

void TestPlanJson::namesThePathOfWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("named");
    const QJsonValue gone(QJsonValue::Undefined);
    const auto row = [](const char *path, const QJsonValue &value, const char *named) {
        QTest::newRow(path) << QString::fromLatin1(path) << value << QString::fromLatin1(named);
    };
    row("steps", 7, "steps: a list");
    row("steps/0/phase", QStringLiteral("later"), "steps[0].phase: 'later'");
    row("steps/0/sql", QStringLiteral("SELECT 1"), "steps[0].sql: a list");
    row("steps/0/sql/1", 5, "steps[0].sql[1]: a text");
    row("steps/0/edited", QStringLiteral("no"), "steps[0].edited: true or false");
    row("steps/0/locks/0/mode", QStringLiteral("STRONG"), "steps[0].locks[0].mode");
    row("steps/0/estimate/low_ms", 1.5, "steps[0].estimate.low_ms: a whole number");
    row("steps/0/timeouts", gone, "steps[0].timeouts");
    row("steps/0/surprise", 1, "steps[0].surprise: this member is not known");
    row("steps/0/rollback/sql", gone, "steps[0].rollback.sql");
    row("steps/1/backfill", gone, "steps[1].backfill");
    row("steps/1/backfill/table", QStringLiteral("users"), "steps[1].backfill.table");
    row("steps/1/backfill/values", QJsonArray{ QStringLiteral("a"), QStringLiteral("b") },
        "steps[1].backfill.values");
    row("steps/1/backfill/key_types", QJsonArray{}, "steps[1].backfill.key_types");
    row("steps/1/depends_on/0", QStringLiteral("s77"), "steps[1].depends_on: 's77'");
    row("steps/1/id", QStringLiteral("s01"), "steps[1].id: 's01' is used twice");
    row("created_for/fingerprint", QJsonValue(), "created_for.fingerprint");
    row("proof/status", QStringLiteral("maybe"), "proof.status");
    row("complete", true, "complete");
    row("intents/tolerance/public.audit", QStringLiteral("never"), "intents.tolerance.public.audit");
    row("current", gone, "current");
}

void TestPlanJson::namesThePathOfWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, named);
    const QJsonValue broken = replaced(fullObject(), path.split(QLatin1Char('/')), value);
    const auto read = planFromJson(QJsonDocument(broken.toObject()).toJson(), QStringLiteral("p.lockplan"));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, base::ErrorKind::Input);
    QVERIFY2(read.error().message.startsWith(QStringLiteral("p.lockplan: ") + named),
             qPrintable(read.error().message));
}

void TestPlanJson::refusesAFileCutAnywhere()
{
    const QByteArray whole = toJson(fullPlan());
    for (const qsizetype length :
         { whole.size() / 2, whole.size() / 3, whole.size() - 3, qsizetype(0), qsizetype(1) }) {
        const auto read = planFromJson(whole.left(length), QStringLiteral("half.lockplan"));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, base::ErrorKind::Input);
        QVERIFY2(read.error().message.contains(QLatin1String("cut short")), qPrintable(read.error().message));
        QVERIFY(read.error().position->line >= 1);
    }
}

void TestPlanJson::refusesOtherFormats()
{
    const auto newer = planFromJson("{\"format\": \"lockstep-plan/2\"}", QStringLiteral("new.lockplan"));
    QVERIFY(!newer.has_value());
    QVERIFY(newer.error().message.contains(QLatin1String("newer Lockstep")));
    const auto other = planFromJson("{\"format\": \"lockstep-snapshot/1\"}", QStringLiteral("x"));
    QVERIFY(!other.has_value());
    QVERIFY(other.error().message.contains(QLatin1String("not a Lockstep plan")));
    QVERIFY(!planFromJson("[]", QStringLiteral("x")).has_value());
    QVERIFY(!planFromJson("plan", QStringLiteral("x")).has_value());
}

QTEST_GUILESS_MAIN(TestPlanJson)
#include "tst_planjson.moc"
