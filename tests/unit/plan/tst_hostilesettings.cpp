#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/plan/script.h>
#include <model/proof/dumpcompare.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

#include <QProcess>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

/// Settings of a database, and objects of users that are called like those of PostgreSQL, change neither
/// what is read nor what a script does.
class TestHostileSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void catalogIsReadAlike();
    void dumpsAreReadAsTheyAreMeant();
    void scriptsDoTheSame();

private:
    using Database = std::unique_ptr<scratch::ScratchDatabase>;
    Database loaded(const QString &sql, bool isHostile);
    static void load(const Database &database, const QString &sql);
    static void makeHostile(const Database &database);
    static void calmDown(const Database &database);
    static schema::CatalogPtr catalogOf(const Database &database);
    static QString dumpOf(const Database &database);
    static QString runByPsql(const Database &database, const QString &script);
};

namespace {

/// What they are called like is used by the schemas below.
const QString shadows = QStringLiteral(R"(
CREATE SCHEMA "$user"; CREATE SCHEMA evil; CREATE SCHEMA app;
CREATE FUNCTION evil.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'evil'$$;
CREATE FUNCTION evil.int4eq_(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$SELECT false$$;
CREATE OPERATOR evil.= (FUNCTION = evil.int4eq_, LEFTARG = integer, RIGHTARG = integer);
CREATE FUNCTION evil.plus(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$SELECT 7$$;
CREATE OPERATOR evil.+ (FUNCTION = evil.plus, LEFTARG = integer, RIGHTARG = integer);
CREATE FUNCTION evil.now() RETURNS timestamptz LANGUAGE sql AS $$SELECT '1999-01-01'::timestamptz$$;
CREATE FUNCTION evil.current_database() RETURNS name LANGUAGE sql AS $$SELECT 'evil'::name$$;
CREATE FUNCTION evil.set_config(text, text, boolean) RETURNS text LANGUAGE sql AS $$SELECT 'evil'$$;
CREATE FUNCTION evil.pg_get_viewdef(oid) RETURNS text LANGUAGE sql AS $$SELECT 'evil'$$;
CREATE DOMAIN evil.text AS integer; CREATE DOMAIN evil.int4 AS pg_catalog.text; CREATE DOMAIN evil.date AS boolean;
CREATE TABLE evil.pg_class (oid oid, relname name, relnamespace oid, relkind "char"); CREATE TABLE evil.pg_namespace (oid oid, nspname name);
CREATE TABLE evil.pg_database (oid oid, datname name); CREATE VIEW evil.pg_stats AS SELECT 1 AS one;
CREATE TABLE evil.t (wrong integer); CREATE TABLE app.t (a integer, b pg_catalog.text); CREATE TABLE "$user".t (c integer);
CREATE FUNCTION app.f(integer) RETURNS pg_catalog.text LANGUAGE sql AS $$SELECT 'a'$$;
CREATE FUNCTION evil.f(integer) RETURNS pg_catalog.text LANGUAGE sql AS $$SELECT 'b'$$;
)");

const QString before = shadows + QStringLiteral(R"(
CREATE TABLE app.u (id integer PRIMARY KEY, d date DEFAULT '2020-02-01', s text DEFAULT 'back\slash', i interval DEFAULT '-1 day 02:03');
CREATE VIEW app.v AS SELECT id FROM app.u WHERE id = 3;
)");

const QString after = shadows + QStringLiteral(R"(
CREATE TABLE app.u (id integer PRIMARY KEY, d date DEFAULT '2020-03-01', s text DEFAULT 'other\slash\', i interval DEFAULT '-2 days +03:04',
    m money DEFAULT 1234.5, b bytea DEFAULT '\xdeadbeef', l integer[] DEFAULT '{1,NULL}', x xml DEFAULT '<a/>text',
    n integer GENERATED ALWAYS AS (id + 1) STORED CHECK (n = NULL OR n > 0));
COMMENT ON TABLE app.u IS 'a \comment\ of it''s own';
CREATE TABLE app.w (at timestamptz DEFAULT now(), t text CHECK (lower(t) = t), d date) PARTITION BY RANGE (d);
CREATE TABLE app.w1 PARTITION OF app.w FOR VALUES FROM ('2020-01-02') TO ('2020-02-01');
CREATE VIEW app.v AS SELECT id, lower(s) AS s, id = 3 AS three, id + 1 AS more, app.f(id) AS f FROM app.u WHERE s <> '\';
CREATE INDEX ui ON app.u (lower(s)) WHERE id = 3;
CREATE FUNCTION app.g(text, date) RETURNS text LANGUAGE sql AS $$SELECT missing FROM nowhere$$;
CREATE FUNCTION app.h() RETURNS text LANGUAGE plpgsql AS $$BEGIN this is no statement; END$$;
)");

} // namespace

void TestHostileSettings::initTestCase()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
}

void TestHostileSettings::load(const Database &database, const QString &sql)
{
    const auto session = database->open();
    QVERIFY(session.has_value());
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("test.sql"), false);
    QVERIFY2(report.has_value(), qPrintable(report.has_value() ? QString() : report.error().toText()));
}

TestHostileSettings::Database TestHostileSettings::loaded(const QString &sql, bool isHostile)
{
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("hostile"));
    if (isHostile)
        makeHostile(*database);
    load(*database, sql);
    return std::move(*database);
}

void TestHostileSettings::makeHostile(const Database &database)
{
    const auto session = database->open();
    QVERIFY(session.has_value());
    const QString method =
        QStringLiteral("CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler");
    if (const auto made = (*session)->execute(method); !made.has_value())
        QCOMPARE(made.error().sqlstate, QStringLiteral("42710"));
    for (const char *setting :
         { "search_path = evil, \"$user\", app, pg_catalog", "standard_conforming_strings = off",
           "DateStyle = 'SQL, DMY'", "IntervalStyle = sql_standard", "bytea_output = escape",
           "quote_all_identifiers = on", "check_function_bodies = on", "row_security = on",
           "default_table_access_method = heap2", "array_nulls = off", "transform_null_equals = on",
           "xmloption = document", "TimeZone = 'Pacific/Chatham'", "client_encoding = 'LATIN1'",
           "extra_float_digits = -15", "xmlbinary = hex", "escape_string_warning = on",
           "backslash_quote = on" }) {
        const auto set = (*session)->execute(
            QStringLiteral("ALTER DATABASE %1 SET %2").arg(database->name(), QLatin1String(setting)));
        QVERIFY2(set.has_value(), setting);
    }
}

void TestHostileSettings::calmDown(const Database &database)
{
    const auto session = database->open();
    QVERIFY(session.has_value());
    QVERIFY(
        (*session)->execute(QStringLiteral("ALTER DATABASE %1 RESET ALL").arg(database->name())).has_value());
}

schema::CatalogPtr TestHostileSettings::catalogOf(const Database &database)
{
    const auto session = database->open();
    if (!session.has_value()) {
        qWarning("%s", qPrintable(session.error().toText()));
        return nullptr;
    }
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        qWarning("%s", qPrintable(catalog.error().toText()));
    return catalog.has_value() ? *catalog : nullptr;
}

QString TestHostileSettings::dumpOf(const Database &database)
{
    const auto dump = sources::dumpSchema(database->target(), testing::server()->toolDirectory(), {});
    return dump.has_value() ? *dump : dump.error().toText();
}

QString TestHostileSettings::runByPsql(const Database &database, const QString &script)
{
    QProcess psql;
    psql.start(testing::server()->toolDirectory() + QStringLiteral("/psql"),
               { QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-v"),
                 QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-d"),
                 postgres::forProcess(database->target()).conninfo });
    psql.write(script.toUtf8());
    psql.closeWriteChannel();
    psql.waitForFinished();
    return psql.exitCode() == 0 ? QString() : QString::fromUtf8(psql.readAllStandardError());
}

void TestHostileSettings::catalogIsReadAlike()
{
    const Database calm = loaded(after, false);
    const Database hostile = loaded(after, true);
    const auto expected = catalogOf(calm);
    const auto found = catalogOf(hostile);
    QVERIFY(expected && found);
    // The access method that the setting needs.
    const auto changes = diff::diff(expected, found, {}, {});
    QVERIFY(changes.has_value());
    QStringList names;
    for (const diff::Change &change : (*changes)->changes)
        names << schema::displayName(diff::idOf(change));
    QCOMPARE(names, QStringList{ QStringLiteral("access method heap2") });
}

void TestHostileSettings::dumpsAreReadAsTheyAreMeant()
{
    const Database hostile = loaded(after, true);
    const Database copy = loaded(dumpOf(hostile), false);
    const auto expected = catalogOf(hostile);
    const auto found = catalogOf(copy);
    QVERIFY(expected && found);
    QCOMPARE(found->fingerprint(), expected->fingerprint());
}

void TestHostileSettings::scriptsDoTheSame()
{
    const Database work = loaded(before, true);
    const Database old = loaded(dumpOf(work), false);
    const Database wanted = loaded(
        after + QStringLiteral("CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;"), false);
    const auto current = catalogOf(work);
    const auto target = catalogOf(wanted);
    QVERIFY(current && target);
    const auto changes = diff::diff(current, target, {}, {});
    QVERIFY(changes.has_value());
    const auto plan = plan::makePlan(*changes, nullptr, {}, {});
    QVERIFY2(plan.has_value(), qPrintable(plan.has_value() ? QString() : plan.error().toText()));
    const auto check = [&](const QString &script, const Database &goal) {
        const QString failure = runByPsql(work, script);
        QVERIFY2(failure.isEmpty(), qPrintable(failure + script));
        calmDown(work);
        const QStringList differences = proof::compareDumps(dumpOf(work), dumpOf(goal));
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QLatin1Char('\n'))));
        QCOMPARE(catalogOf(work)->fingerprint(), catalogOf(goal)->fingerprint());
    };
    check(plan::forwardScript(**plan), wanted);
    makeHostile(work);
    check(plan::rollbackScript(**plan), old);
}

QTEST_GUILESS_MAIN(TestHostileSettings)
#include "tst_hostilesettings.moc"
