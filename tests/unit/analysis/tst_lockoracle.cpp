#include <model/analysis/occurrence.h>
#include <model/scratch/scratchserver.h>
#include <model/sources/catalogreader.h>
#include <model/sql/parser.h>
#include <tests/support/postgrestest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;

namespace {

using Locks = QMap<QString, plan::LockMode>;

std::optional<plan::LockMode> modeOf(const QString &text)
{
    static const QHash<QString, plan::LockMode> modes = {
        { QStringLiteral("AccessShareLock"), plan::LockMode::AccessShare },
        { QStringLiteral("RowShareLock"), plan::LockMode::RowShare },
        { QStringLiteral("RowExclusiveLock"), plan::LockMode::RowExclusive },
        { QStringLiteral("ShareUpdateExclusiveLock"), plan::LockMode::ShareUpdateExclusive },
        { QStringLiteral("ShareLock"), plan::LockMode::Share },
        { QStringLiteral("ShareRowExclusiveLock"), plan::LockMode::ShareRowExclusive },
        { QStringLiteral("ExclusiveLock"), plan::LockMode::Exclusive },
        { QStringLiteral("AccessExclusiveLock"), plan::LockMode::AccessExclusive },
    };
    const auto it = modes.constFind(text);
    return it == modes.constEnd() ? std::nullopt : std::optional(*it);
}

QString text(const Locks &locks)
{
    QStringList parts;
    for (auto it = locks.cbegin(); it != locks.cend(); ++it)
        parts.append(it.key() + QLatin1String(": ") + plan::name(it.value()));
    return parts.join(QLatin1String(", "));
}

/// Weak locks on indexes and those on TOAST are no part of the table: planning and scanning take
/// them, and nobody waits for them who does not wait for the table.
void dropUnlisted(Locks *locks, const SchemaState &state)
{
    for (auto it = locks->begin(); it != locks->end();) {
        const QStringList parts = it.key().split(QLatin1Char('.'));
        const Key key = parts.size() == 2 ? Key(parts[0], parts[1]) : Key(QStringLiteral("public"), parts[0]);
        const RelationState *relation = state.find(key);
        const bool isIndex = relation && relation->kind == RelationKind::Index;
        const bool isWeak = it.value() == plan::LockMode::AccessShare
                            || it.value() == plan::LockMode::RowShare
                            || it.value() == plan::LockMode::RowExclusive;
        const bool isToast = it.key().startsWith(QLatin1String("toast:"));
        it = isToast || (isIndex && isWeak) ? locks->erase(it) : std::next(it);
    }
}

Locks measured(const QJsonObject &result)
{
    Locks locks;
    const QJsonObject strongest = result.value(QLatin1String("strongest")).toObject();
    for (auto it = strongest.begin(); it != strongest.end(); ++it) {
        if (const auto mode = modeOf(it.value().toString()))
            locks.insert(it.key(), *mode);
    }
    return locks;
}

/// Statements that the planner may write. The rest of the oracle is reported but not required.
bool plannerEmits(const QString &id)
{
    static const QStringList prefixes = {
        QStringLiteral("add_"),           QStringLiteral("set_default"),  QStringLiteral("drop_default"),
        QStringLiteral("set_not_null"),   QStringLiteral("drop_"),        QStringLiteral("validate_"),
        QStringLiteral("create_"),        QStringLiteral("comment_"),     QStringLiteral("grant_"),
        QStringLiteral("revoke_"),        QStringLiteral("alter_policy"), QStringLiteral("alter_type_add"),
        QStringLiteral("enable_"),        QStringLiteral("disable_"),     QStringLiteral("force_"),
        QStringLiteral("rename_"),        QStringLiteral("attach_"),      QStringLiteral("detach_"),
        QStringLiteral("type_"),          QStringLiteral("alter_domain"), QStringLiteral("alter_sequence"),
        QStringLiteral("set_fillfactor"), QStringLiteral("reset_"),       QStringLiteral("replica_"),
    };
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const QString &p) { return id.startsWith(p); });
}

} // namespace

/// Holds the lock table against what PostgreSQL really locked.
class TestLockOracle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statesTheLocksThatWereMeasured();
    void statesNoLockTooWeak_data();
    void statesNoLockTooWeak();
    void callsAttachingAScanWithoutProof_data();
    void callsAttachingAScanWithoutProof();

private:
    [[nodiscard]] Locks stated(const QString &setup, const QString &statement, bool *known) const;

    QJsonArray m_cases;
    schema::CatalogPtr m_catalog;
    int m_version = 0;
};

void TestLockOracle::initTestCase()
{
    const QString corpora = testing::corporaDirectory();
    QString why;
    const scratch::ScratchServerPtr server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    if (corpora.isEmpty())
        return;
    QFile expected(corpora + QStringLiteral("/locks/expected.json"));
    QVERIFY(expected.open(QIODevice::ReadOnly));
    m_cases = QJsonDocument::fromJson(expected.readAll()).object().value(QLatin1String("cases")).toArray();
    QVERIFY(m_cases.size() > 100);
    QFile fixture(corpora + QStringLiteral("/locks/fixture.sql"));
    QVERIFY(fixture.open(QIODevice::ReadOnly));
    const auto database = scratch::ScratchDatabase::create(server, QStringLiteral("locks"));
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    const auto loaded = (*session)->executeScript(QString::fromUtf8(fixture.readAll()));
    QVERIFY2(loaded.has_value(), loaded.has_value() ? "" : qPrintable(loaded.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    QVERIFY2(catalog.has_value(), catalog.has_value() ? "" : qPrintable(catalog.error().toText()));
    m_catalog = *catalog;
    m_version = (*session)->server().version;
}

Locks TestLockOracle::stated(const QString &setup, const QString &statement, bool *known) const
{
    SchemaState state(m_catalog);
    for (const QString &before : setup.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (const auto parsed = sql::parse(before); parsed.has_value())
            state.apply(*parsed);
    }
    Locks locks;
    const auto parsed = sql::parse(statement);
    *known = parsed.has_value();
    if (!*known)
        return locks;
    for (const Occurrence &occurrence : classify(*parsed, state, m_version)) {
        *known &= occurrence.form != Form::Unknown;
        for (const KeyLock &lock : locksOf(occurrence, state, m_version)) {
            if (!state.find(lock.key))
                continue; // made by the statement itself
            const QString prefix =
                lock.key.first == QLatin1String("public") ? QString() : lock.key.first + QLatin1Char('.');
            plan::LockMode &mode = locks[prefix + lock.key.second];
            mode = std::max(mode, lock.mode);
        }
    }
    dropUnlisted(&locks, state);
    return locks;
}

void TestLockOracle::statesTheLocksThatWereMeasured()
{
    if (m_cases.isEmpty())
        QSKIP("The measured locks are not here; LOCKSTEP_CORPORA names where they are.");
    int required = 0, matched = 0, others = 0, othersMatched = 0;
    const SchemaState fixture(m_catalog);
    for (const QJsonValue &value : std::as_const(m_cases)) {
        const QJsonObject oracle = value.toObject();
        const QString id = oracle.value(QLatin1String("id")).toString();
        const QString statement = oracle.value(QLatin1String("stmt")).toString();
        for (const QJsonValue &candidate : oracle.value(QLatin1String("results")).toArray()) {
            const QJsonObject result = candidate.toObject();
            const bool sameVersion =
                result.value(QLatin1String("versions")).toArray().contains(m_version / 10000);
            if (!sameVersion || result.contains(QLatin1String("error")))
                continue;
            bool known = false;
            const Locks mine = stated(oracle.value(QLatin1String("setup")).toString(), statement, &known);
            Locks theirs = measured(result);
            dropUnlisted(&theirs, fixture);
            const bool counts = plannerEmits(id);
            (counts ? required : others) += 1;
            if (known && mine == theirs)
                (counts ? matched : othersMatched) += 1;
            else
                qInfo().noquote() << (counts ? "MISS " : "miss ") << id << "|" << statement << "\n   stated  "
                                  << text(mine) << "\n   measured" << text(theirs);
        }
    }
    qInfo("%d of %d forms the planner emits, %d of %d others have the measured locks", matched, required,
          othersMatched, others);
    QVERIFY(required > 80);
    QVERIFY2(matched >= required * 9 / 10, "Too many forms state other locks than PostgreSQL takes.");
}

void TestLockOracle::statesNoLockTooWeak_data()
{
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("statement");
    const auto add = [](const char *name, const char *setup, const char *statement) {
        QTest::newRow(name) << QString::fromUtf8(setup) << QString::fromUtf8(statement);
    };
    const char *sequences = "CREATE TABLE t (s serial, i int GENERATED ALWAYS AS IDENTITY)";
    add("drop a serial column", sequences, "ALTER TABLE t DROP COLUMN s");
    add("drop an identity column", sequences, "ALTER TABLE t DROP COLUMN i");
    add("drop an identity", sequences, "ALTER TABLE t ALTER COLUMN i DROP IDENTITY");
    add("drop a table with sequences", sequences, "DROP TABLE t");
    add("drop a partition with a sequence",
        "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);"
        "CREATE SEQUENCE s OWNED BY q.a",
        "DROP TABLE q");
    const char *children =
        "CREATE TABLE p (a int, b int CONSTRAINT c CHECK (b > 0)); CREATE TABLE q () INHERITS (p)";
    add("drop a column of the parent", children, "ALTER TABLE p DROP COLUMN a");
    add("drop a column of the parent only", children, "ALTER TABLE ONLY p DROP COLUMN a");
    add("drop a constraint of the parent only", children, "ALTER TABLE ONLY p DROP CONSTRAINT c");
    const char *views = "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t";
    add("view of a table", "CREATE TABLE t (a int)", "CREATE VIEW v AS SELECT a FROM t");
    add("view of a view", views, "CREATE VIEW w AS SELECT a FROM v");
    add("materialized view of a view", views, "CREATE MATERIALIZED VIEW w AS SELECT a FROM v");
    add("table of a view", views, "CREATE TABLE w AS SELECT a FROM v");
    add("drop a view", views, "DROP VIEW v");
}

/// The other way round than the oracle: run it and look at what is held of what was there before.
void TestLockOracle::statesNoLockTooWeak()
{
    QFETCH(QString, setup);
    QFETCH(QString, statement);
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("weak"));
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    QVERIFY((*session)->executeScript(setup).has_value());
    const auto catalog = sources::readCatalog(**session);
    QVERIFY(catalog.has_value());
    const SchemaState state(*catalog);
    const auto parsed = sql::parse(statement);
    QVERIFY(parsed.has_value());
    QMap<Key, plan::LockMode> said;
    for (const Occurrence &occurrence : classify(*parsed, state, (*session)->server().version)) {
        for (const KeyLock &lock : locksOf(occurrence, state, (*session)->server().version))
            said[lock.key] = std::max(said.value(lock.key), lock.mode);
    }
    QVERIFY((*session)->execute(QStringLiteral("BEGIN")).has_value());
    QVERIFY((*session)
                ->execute(QStringLiteral("CREATE TEMP TABLE names AS SELECT oid, relname FROM pg_class "
                                         "WHERE relnamespace = 'public'::regnamespace"))
                .has_value());
    QVERIFY((*session)->execute(statement).has_value());
    const auto held =
        (*session)->query(QStringLiteral("SELECT n.relname, l.mode FROM pg_locks l JOIN names n ON n.oid = "
                                         "l.relation WHERE l.pid = pg_backend_pid()"));
    QVERIFY(held.has_value());
    for (int i = 0; i < held->count(); ++i) {
        const Key key(QStringLiteral("public"), held->text(i, 0));
        const auto mode = modeOf(held->text(i, 1));
        QVERIFY(mode.has_value());
        QVERIFY2(said.contains(key) && said.value(key) >= *mode,
                 qPrintable(held->text(i, 0) + held->text(i, 1)));
    }
}

void TestLockOracle::callsAttachingAScanWithoutProof_data()
{
    QTest::addColumn<QString>("partition");
    QTest::addColumn<bool>("isScan");
    const auto add = [](const char *partition, bool isScan) {
        QTest::newRow(partition) << QString::fromUtf8(partition) << isScan;
    };
    add("CREATE TABLE q (a int, b int)", true);
    add("CREATE TABLE q (a int, b int CHECK (b > 0))", true);
    add("CREATE TABLE q (a int NOT NULL, b int)", true);
    add("CREATE TABLE q (a int CHECK (a IS NOT NULL), b int)", true);
    add("CREATE TABLE q (a int CHECK (a >= 0 AND a < 9), b int)", true);
    add("CREATE TABLE q (a int NOT NULL CHECK (a >= 0 AND a < 9), b int)", false);
    add("CREATE TABLE q (a int CHECK (a IS NOT NULL AND a >= 0 AND a < 9), b int)", false);
    add("CREATE TABLE d PARTITION OF p DEFAULT; CREATE TABLE q (a int NOT NULL CHECK (a >= 0 AND a < 9), b "
        "int)",
        true);
    add("CREATE TABLE d PARTITION OF p DEFAULT; ALTER TABLE d ADD CHECK (NOT (a >= 0 AND a < 9)); CREATE "
        "TABLE q (a int NOT NULL CHECK (a >= 0 AND a < 9), b int)",
        false);
}

void TestLockOracle::callsAttachingAScanWithoutProof()
{
    QFETCH(QString, partition);
    QFETCH(bool, isScan);
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("attach"));
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    const QString parent = QStringLiteral("CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);");
    QVERIFY((*session)->executeScript(parent + partition).has_value());
    const auto catalog = sources::readCatalog(**session);
    QVERIFY(catalog.has_value());
    const auto attach =
        sql::parse(QStringLiteral("ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (0) TO (9)"));
    const auto found = classify(*attach, SchemaState(*catalog), (*session)->server().version);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().form, isScan ? Form::AttachPartition : Form::AttachPartitionChecked);
}

QTEST_GUILESS_MAIN(TestLockOracle)
#include "tst_lockoracle.moc"
