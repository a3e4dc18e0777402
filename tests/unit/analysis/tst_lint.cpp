#include <model/analysis/lint/lint.h>
#include <model/analysis/lint/sessionsettings.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis::lint;

namespace {

LintReport linted(const QVector<ScriptFile> &files, const LintOptions &options = {})
{
    const auto report = lint(files, nullptr, options, {});
    return report.has_value() ? *report : LintReport();
}

LintReport linted(const QString &script, const LintOptions &options = {})
{
    return linted(QVector<ScriptFile>{ { QStringLiteral("x.sql"), script } }, options);
}

/// "3 create-index-blocking", a line each; rules about missing timeouts left out.
QStringList findings(const LintReport &report)
{
    QStringList result;
    for (const LintedStatement &statement : report.statements) {
        for (const plan::Finding &finding : statement.findings) {
            if (!finding.rule.contains(QLatin1String("timeout")))
                result.append(QString::number(finding.line) + QLatin1Char(' ') + finding.rule);
        }
    }
    return result;
}

QString locks(const LintedStatement &statement)
{
    QStringList result;
    for (const plan::RelationLock &lock : statement.locks)
        result.append(lock.relation + QLatin1String(": ") + plan::name(lock.mode));
    return result.join(QLatin1String(", "));
}

} // namespace

/// Scripts as one history: transactions, sessions, suppression, what is new.
class TestLint : public QObject
{
    Q_OBJECT

private slots:
    void saysWhereStatementsRun();
    void takesRelationsAsWrittenWithoutASchema();
    void followsTheSearchPath();
    void followsTimeouts_data();
    void followsTimeouts();
    void knowsWhatIsNew_data();
    void knowsWhatIsNew();
    void followsTransactionsThatAreRolledBack();
    void replaysFilesAsOneHistory();
    void looksAtWaysBackWithoutReplayingThem_data();
    void looksAtWaysBackWithoutReplayingThem();
    void takesFindingsBackByComments_data();
    void takesFindingsBackByComments();
    void followsSettings();
    void refusesSettingsThatAreWrong_data();
    void refusesSettingsThatAreWrong();
    void goesOnAfterWhatDoesNotParse();
    void namesPsqlCommandsThatItDoesNotFollow();
    void readsDurationsAsPostgresDoes_data();
    void readsDurationsAsPostgresDoes();
    void stopsWhenAsked();
    void saysWhenNothingCouldBeSaid();
};

void TestLint::saysWhereStatementsRun()
{
    const LintReport report = linted(
        QStringLiteral("CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX j ON t (a);\nBEGIN;\nSELECT 1;\n"
                       "COMMIT;\nVACUUM t;\nSTART TRANSACTION; SELECT 2; ROLLBACK;"));
    QStringList places;
    for (const LintedStatement &statement : report.statements)
        places.append(name(statement.place));
    QCOMPARE(places.join(QLatin1Char(' ')), QStringLiteral("none own open open open none open open open"));
    QCOMPARE(report.statements.at(1).line, 2);
    QCOMPARE(report.statements.at(1).offset, 38);
}

void TestLint::takesRelationsAsWrittenWithoutASchema()
{
    const LintReport report = linted(
        QStringLiteral("LOCK TABLE orders; DROP TABLE app.orders, \"Odd t\"; ALTER TABLE app.lines ADD a "
                       "int; CREATE INDEX ON lines (a)"));
    QCOMPARE(locks(report.statements.at(0)), QStringLiteral("orders: ACCESS EXCLUSIVE"));
    QCOMPARE(locks(report.statements.at(1)),
             QStringLiteral("\"Odd t\": ACCESS EXCLUSIVE, app.orders: ACCESS EXCLUSIVE"));
    // Only one schema is known to have such a table.
    QCOMPARE(locks(report.statements.at(3)), QStringLiteral("app.lines: SHARE"));
}

void TestLint::followsTheSearchPath()
{
    const LintReport report = linted(
        QStringLiteral("SET search_path = app, public; CREATE INDEX ON t (a); BEGIN; SET LOCAL search_path "
                       "TO shop; CREATE INDEX ON t (a); COMMIT; CREATE INDEX ON u (a); RESET search_path; "
                       "CREATE INDEX ON v (a)"));
    QCOMPARE(locks(report.statements.at(1)), QStringLiteral("app.t: SHARE"));
    QCOMPARE(locks(report.statements.at(4)), QStringLiteral("shop.t: SHARE"));
    QCOMPARE(locks(report.statements.at(6)), QStringLiteral("app.u: SHARE"));
    QCOMPARE(locks(report.statements.at(8)), QStringLiteral("v: SHARE"));
}

void TestLint::followsTimeouts_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<bool>("isLimited");
    const auto add = [](const char *script, bool isLimited) {
        QTest::newRow(script) << QString::fromLatin1(script) << isLimited;
    };
    add("SET lock_timeout = '2s';", true);
    add("SET lock_timeout = '2s'; RESET lock_timeout;", false);
    add("SET lock_timeout = '2s'; RESET ALL;", false);
    add("SET lock_timeout = '2s'; DISCARD ALL;", false);
    add("SELECT set_config('lock_timeout', '2s', false);", true);
    add("SELECT pg_catalog.set_config('lock_timeout', '2s', true);", false);
    add("DO $$ BEGIN PERFORM set_config('lock_timeout', '2s', false); END $$;", true);
    add("DO $$ BEGIN EXECUTE 'SET lock_timeout = 2000'; END $$;", true);
    add("BEGIN; SET lock_timeout = '2s'; COMMIT;", true);
    add("BEGIN; SET lock_timeout = '2s'; ROLLBACK;", false);
    add("SET lock_timeout = '2s'; BEGIN; SET lock_timeout = 0; ROLLBACK;", true);
    add("BEGIN; SET LOCAL lock_timeout = '2s';", true);
    add("BEGIN; SET LOCAL lock_timeout = '2s'; SET lock_timeout = 0;", false);
}

void TestLint::followsTimeouts()
{
    QFETCH(const QString, script);
    QFETCH(const bool, isLimited);
    const LintReport report = linted(script + QStringLiteral(" ALTER TABLE t ADD a int;"));
    const auto &found = report.statements.last().findings;
    const bool isMissed = std::any_of(found.begin(), found.end(), [](const plan::Finding &finding) {
        return finding.rule == QLatin1String("lock-timeout-missing");
    });
    QCOMPARE(isMissed, !isLimited);
}

void TestLint::knowsWhatIsNew_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<bool>("isFound");
    const auto add = [](const char *script, bool isFound) {
        QTest::newRow(qPrintable(QString::fromUtf8(script).simplified()))
            << QString::fromUtf8(script) << isFound;
    };
    add("CREATE INDEX ON t (a)", true);
    add("CREATE TABLE t (a int); CREATE INDEX ON t (a)", false);
    add("BEGIN; CREATE TABLE t (a int); CREATE INDEX ON t (a); COMMIT", false);
    add("CREATE TABLE t (a int); CREATE INDEX ON public.t (a)", false);
    add("CREATE TABLE public.t (a int); CREATE INDEX ON t (a)", false);
    add("CREATE TABLE t (a int); CREATE INDEX ON app.t (a)", true);
    add("BEGIN; CREATE TABLE t (a int); COMMIT; CREATE INDEX ON t (a)", true);
    add("BEGIN; CREATE TABLE t (a int); COMMIT; BEGIN; CREATE INDEX ON t (a); COMMIT", true);
    add("BEGIN; CREATE TABLE t (a int); ROLLBACK; CREATE INDEX ON t (a)", true);
    add("CREATE TABLE t (a int); ALTER TABLE t RENAME TO u; CREATE INDEX ON u (a)", false);
    add("CREATE TABLE IF NOT EXISTS t (a int); DROP TABLE t; CREATE INDEX ON t (a)", true);
    add("CREATE TABLE t (a int); ALTER TABLE t ADD b int; CREATE INDEX ON t (a)", false);
    add("CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE INDEX ON t (a)", false);
    add("CREATE TABLE t (a int); CREATE TABLE u (a int); ALTER TABLE t ADD b int; CREATE INDEX ON t (a)",
        true);
    add("CREATE TABLE t (a int); SELECT 1; ALTER TABLE t RENAME a TO b; CREATE INDEX ON t (b)", true);
    add("BEGIN; CREATE TABLE t (a int); CREATE TABLE u (a int); ALTER TABLE t ADD b int; CREATE INDEX ON t "
        "(a); "
        "COMMIT",
        false);
    add("-- migrate:up\nCREATE TABLE t (a int);\n-- migrate:down\nDROP TABLE t;\n-- migrate:up\nCREATE INDEX "
        "ON t "
        "(a);",
        true);
}

void TestLint::knowsWhatIsNew()
{
    QFETCH(QString, script);
    QFETCH(bool, isFound);
    const bool found =
        findings(linted(script)).join(QLatin1Char(' ')).contains(QLatin1String("create-index-blocking"));
    QCOMPARE(found, isFound);
}

void TestLint::followsTransactionsThatAreRolledBack()
{
    const LintReport report = linted(QStringLiteral(
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID; BEGIN; ALTER TABLE t VALIDATE "
        "CONSTRAINT c; ROLLBACK; ALTER TABLE t ALTER a SET NOT NULL; ALTER TABLE t VALIDATE CONSTRAINT "
        "c; ALTER TABLE t ALTER a SET NOT NULL"));
    QCOMPARE(report.statements.at(4).effect, plan::Effect::Scan);
    QCOMPARE(report.statements.at(6).effect, plan::Effect::Instant);
}

void TestLint::replaysFilesAsOneHistory()
{
    const QVector<ScriptFile> files = {
        { QStringLiteral("1.sql"), QStringLiteral("CREATE TABLE t (a int);\nCREATE INDEX ON t (a);") },
        { QStringLiteral("2.sql"),
          QStringLiteral("ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;\n"
                         "ALTER TABLE t VALIDATE CONSTRAINT c;") },
        { QStringLiteral("3.sql"),
          QStringLiteral("ALTER TABLE t ALTER a SET NOT NULL;\nCREATE INDEX j ON t (a);") },
    };
    const LintReport report = linted(files);
    QCOMPARE(report.statements.size(), 6);
    QCOMPARE(report.statements.at(4).effect, plan::Effect::Instant);
    QCOMPARE(report.statements.at(1).blocks, plan::Blocks::Nothing);
    QCOMPARE(report.statements.at(5).blocks, plan::Blocks::Writes);
    QCOMPARE(report.statements.at(5).file, QStringLiteral("3.sql"));
    QVERIFY(report.notes.isEmpty());
}

void TestLint::looksAtWaysBackWithoutReplayingThem_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("script");
    QTest::newRow("dbmate") << "1.sql"
                            << "-- migrate:up\nCREATE TABLE t (a int);\n-- migrate:down\nDROP TABLE t;";
    QTest::newRow("goose") << "1.sql"
                           << "-- +goose Up\nCREATE TABLE t (a int);\n-- +goose Down\nDROP TABLE t;";
    QTest::newRow("sql-migrate") << "1.sql"
                                 << "-- +migrate Up\nSELECT 1;\n-- +migrate Down\nDROP TABLE t;";
    QTest::newRow("golang-migrate") << "1_t.down.sql"
                                    << "DROP TABLE t;";
    QTest::newRow("Flyway") << "sql/U2__t.sql"
                            << "DROP TABLE t;";
    QTest::newRow("Sqitch") << "revert/t.sql"
                            << "DROP TABLE t;";
}

void TestLint::looksAtWaysBackWithoutReplayingThem()
{
    QFETCH(QString, name);
    QFETCH(QString, script);
    const LintReport report = linted(
        { { QStringLiteral("0.sql"), QStringLiteral("CREATE TABLE t (a int)") },
          { name, script },
          { QStringLiteral("z.sql"), QStringLiteral("ALTER TABLE t ADD b int; CREATE INDEX ON t (b)") } });
    const LintedStatement &drop = report.statements.at(report.statements.size() - 3);
    QVERIFY(drop.sql.startsWith(QLatin1String("DROP TABLE")));
    QVERIFY(!drop.findings.isEmpty());
    for (const plan::Finding &finding : drop.findings)
        QCOMPARE(finding.severity, plan::Severity::Info);
    QCOMPARE(report.statements.last().blocks, plan::Blocks::Writes);
}

void TestLint::takesFindingsBackByComments_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("left");
    const auto add = [](const char *script, const char *left) {
        QTest::newRow(qPrintable(QString::fromUtf8(script).simplified()))
            << QString::fromUtf8(script) << QString::fromUtf8(left);
    };
    add("-- lockstep: ignore drop-table\nDROP TABLE t;", "");
    add("-- LOCKSTEP: Ignore drop-table: it is empty\n\n-- more\nDROP TABLE t;", "");
    add("DROP TABLE t; -- lockstep: ignore drop-table", "");
    add("DROP TABLE\n  t /* lockstep: ignore drop-table */ ;", "");
    add("-- lockstep: ignore\nDROP TABLE t;", "");
    add("-- lockstep: ignore truncate, drop-table\nDROP TABLE t;", "");
    add("-- lockstep: ignore drop-table\nDROP TABLE t;\nDROP TABLE u;", "3 drop-table");
    add("-- lockstep: ignore-file drop-table\nDROP TABLE t;\nDROP TABLE u;", "");
    add("-- lockstep: ignore truncate\nDROP TABLE t;", "1 unused-suppression,2 drop-table");
    add("SELECT '-- lockstep: ignore drop-table';\nDROP TABLE t;", "2 drop-table");
}

void TestLint::takesFindingsBackByComments()
{
    QFETCH(QString, script);
    QFETCH(QString, left);
    QStringList found = findings(linted(script));
    found.sort();
    QCOMPARE(found.join(QLatin1Char(',')), left);
}

void TestLint::followsSettings()
{
    const auto settings = settingsFromJson(
        R"({"disable": ["truncate"], "severity": {"drop-table": "error"}, "in_transaction": true})",
        QStringLiteral("lint.json"));
    QVERIFY(settings.has_value());
    LintOptions options;
    options.settings = *settings;
    const LintReport report =
        linted(QStringLiteral("TRUNCATE t; DROP TABLE u; CREATE INDEX CONCURRENTLY i ON v (a)"), options);
    const QStringList found = findings(report);
    QVERIFY(!found.join(QLatin1Char(' ')).contains(QLatin1String("truncate")));
    QVERIFY(report.hasFindingAtOrAbove(plan::Severity::Error));
    QVERIFY(found.contains(QStringLiteral("1 concurrently-in-transaction")));
    QCOMPARE(report.statements.first().place, Place::Open);
}

void TestLint::refusesSettingsThatAreWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *json, const char *says) {
        QTest::newRow(json) << QByteArray(json) << QString::fromUtf8(says);
    };
    add("[1]", "no JSON object");
    add("{\"disable\": [\"drop-tabel\"]}", "There is no rule \"drop-tabel\"");
    add("{\"disable\": \"truncate\"}", "\"disable\" is no list");
    add("{\"disabled\": []}", "\"disabled\" is not known");
    add("{\"severity\": {\"truncate\": \"fatal\"}}", "cannot be \"fatal\"");
}

void TestLint::refusesSettingsThatAreWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto settings = settingsFromJson(json, QStringLiteral("lint.json"));
    QVERIFY(!settings.has_value());
    QVERIFY2(settings.error().message.contains(says), qPrintable(settings.error().toText()));
    QVERIFY(settings.error().message.contains(QLatin1String("lint.json")));
}

void TestLint::goesOnAfterWhatDoesNotParse()
{
    const LintReport report =
        linted(QStringLiteral("selec 1;\nDROP TABLE t;\nCREATE INDEX ON (a;b);\nSELECT 'x"));
    const QStringList found = findings(report);
    QVERIFY(found.contains(QStringLiteral("1 syntax-error")));
    QVERIFY(found.contains(QStringLiteral("2 drop-table")));
    QVERIFY(!report.statements.first().isParsed);
    QCOMPARE(linted(QString()).statements.size(), 0);
    QCOMPARE(linted(QStringLiteral("-- nothing\n;;\n")).statements.size(), 0);
}

void TestLint::namesPsqlCommandsThatItDoesNotFollow()
{
    const LintReport report =
        linted(QStringLiteral("\\set x 1\n\\i other.sql\nSELECT 1;\n\\pset pager off\n"));
    QCOMPARE(findings(report), QStringList{ QStringLiteral("2 psql-command") });
}

void TestLint::readsDurationsAsPostgresDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("no unit") << "500" << qint64(500);
    QTest::newRow("s") << "2s" << qint64(2000);
    QTest::newRow("space") << " 1.5 min " << qint64(90000);
    QTest::newRow("h") << "1h" << qint64(3600000);
    QTest::newRow("none") << "0" << qint64(0);
    QTest::newRow("wrong unit") << "2 sec" << qint64(-1);
    QTest::newRow("case") << "2S" << qint64(-1);
}

void TestLint::readsDurationsAsPostgresDoes()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(durationMs(text).value_or(-1), ms);
}

void TestLint::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const auto report =
        lint({ { QStringLiteral("x"), QStringLiteral("SELECT 1") } }, nullptr, {}, stop.get_token());
    QVERIFY(!report.has_value());
    QVERIFY(report.error().kind == base::ErrorKind::Canceled);
}

void TestLint::saysWhenNothingCouldBeSaid()
{
    const QString history = QStringLiteral("CREATE TABLE t (a int); ALTER TABLE t ADD b int; DROP TABLE t;");
    QCOMPARE(linted(history).notes.size(), 1);
    QCOMPARE(linted(QStringLiteral("DROP TABLE t")).notes.size(), 0);
    QCOMPARE(linted(QStringLiteral("SELECT 1")).notes.size(), 0);
}

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
