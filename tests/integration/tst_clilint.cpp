#include "program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lockstep;

/// lockstep-cli lint as a CI calls it.
class CliLintTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void failsFromTheLevelThatWasAskedFor_data();
    void failsFromTheLevelThatWasAskedFor();
    void writesIntoAPipeAndLeavesItOne();
    void refusesBadInput_data();
    void refusesBadInput();
    void describesItsRulesInSarif();
    void readsDirectoriesInTheOrderOfTheirNumbers();
    void knowsTheSchemaThatStatementsMeet();

private:
    testing::Program m_program;
};

void CliLintTest::initTestCase()
{
    QVERIFY2(m_program.fault().isEmpty(), qPrintable(m_program.fault()));
    m_program.file(QStringLiteral("clean.sql"),
                   "SET lock_timeout = '1s'; SET statement_timeout = '5s';\nSELECT 1;\n");
    m_program.file(QStringLiteral("warned.sql"), "SET lock_timeout = '1s'; SET statement_timeout = '5min';\n"
                                                 "CREATE INDEX i ON app.orders (a);\n");
    m_program.file(QStringLiteral("broken.sql"), "CREATE INDEX ON;\n");
    m_program.file(QStringLiteral("binary.sql"), QByteArray("\xff\xfe\x00S", 4));
    m_program.file(QStringLiteral("settings.json"), "{\"severity\": {\"create-index-blocking\": \"error\"}}");
    m_program.file(
        QStringLiteral("shop.lockstep"),
        "{\"format\": \"lockstep-project/1\", \"rules\": {\"disable\": [\"create-index-blocking\"]}}");
    m_program.file(QStringLiteral("old.lockstep"), "{\"format\": \"lockstep-project/9\"}");
    m_program.file(QStringLiteral("severity.json"), "{\"severity\": [\"x\"]}");
    m_program.file(QStringLiteral("list.json"), "[]");
    m_program.file(QStringLiteral("word.json"), "{\"in_transaction\": \"yes\"}");
    m_program.file(QStringLiteral("bad.json"), "{\"disable\": [\"nonsense\"]}");
}

void CliLintTest::failsFromTheLevelThatWasAskedFor_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto add = [](const char *arguments, int code) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments).split(QLatin1Char(' ')) << code;
    };
    add("clean.sql", 0);
    add("clean.sql --fail-on info", 0);
    add("warned.sql", 0);
    add("warned.sql --fail-on warning", 1);
    add("warned.sql --fail-on warning --disable create-index-blocking", 0);
    add("warned.sql --settings settings.json", 1);
    add("warned.sql --fail-on warning --settings shop.lockstep", 0);
    add("warned.sql --fail-on warning --settings shop.lockstep --enable create-index-blocking", 1);
    add("broken.sql", 1);
    add("broken.sql --fail-on none", 0);
    add("clean.sql broken.sql --format sarif", 1);
    add("--rules", 0);
}

void CliLintTest::failsFromTheLevelThatWasAskedFor()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const auto outcome = m_program.run(QStringList{ QStringLiteral("lint") } + arguments);
    QVERIFY2(outcome.code == code, qPrintable(outcome.out + outcome.err));
    QVERIFY(!outcome.out.isEmpty());
}

void CliLintTest::writesIntoAPipeAndLeavesItOne()
{
    const QString pipe = m_program.directory() + QStringLiteral("/pipe");
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    const int reader = ::open(qPrintable(pipe), O_RDWR | O_NONBLOCK); // So that no side waits for the other.
    const auto outcome =
        m_program.run({ QStringLiteral("lint"), QStringLiteral("clean.sql"), QStringLiteral("-o"), pipe });
    QCOMPARE(outcome.code, 0);
    char first = 0;
    QCOMPARE(::read(reader, &first, 1), 1);
    ::close(reader);
    struct stat info
    { };
    QCOMPARE(::stat(qPrintable(pipe), &info), 0);
    QVERIFY(S_ISFIFO(info.st_mode));
}

void CliLintTest::refusesBadInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *arguments, int code, const char *says) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                                 << code << QString::fromUtf8(says);
    };
    add("", 2, "No script is given");
    add("nowhere.sql", 3, "There is no file nowhere.sql");
    add("binary.sql", 3, "no text in UTF-8");
    add("clean.sql --disable drop-tabel", 2, "Did you mean");
    add("clean.sql --settings bad.json", 3, "bad.json");
    add("clean.sql --settings none.json", 3, "none.json");
    add("clean.sql --settings severity.json", 3, "\"severity\" is no object");
    add("clean.sql --settings list.json", 3, "This is no JSON object");
    add("clean.sql --settings word.json", 3, "neither true nor false");
    add("clean.sql --disable all", 2, "not all rules");
    add("clean.sql --settings old.lockstep", 3, "newer Lockstep");
    add("clean.sql --format xml", 2, "--format");
    add("clean.sql -o ./clean.sql", 2, "-o would write over clean.sql");
    add("clean.sql --schema nowhere.sql", 3, "nowhere.sql");
    add("clean.sql --server-version nine", 2, "--server-version");
}

void CliLintTest::refusesBadInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const auto outcome = m_program.run(QStringList{ QStringLiteral("lint") } + arguments);
    QVERIFY2(outcome.code == code, qPrintable(outcome.out + outcome.err));
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void CliLintTest::describesItsRulesInSarif()
{
    const auto outcome = m_program.run({ QStringLiteral("lint"), QStringLiteral("warned.sql"),
                                         QStringLiteral("--format"), QStringLiteral("sarif") });
    const QJsonObject run =
        QJsonDocument::fromJson(outcome.out.toUtf8())[QLatin1String("runs")][0].toObject();
    const QJsonArray rules =
        run[QLatin1String("tool")][QLatin1String("driver")][QLatin1String("rules")].toArray();
    QVERIFY(!rules.isEmpty());
    for (const QJsonValue &rule : rules) {
        const QString title = rule[QLatin1String("shortDescription")][QLatin1String("text")].toString();
        const QString help = rule[QLatin1String("help")][QLatin1String("markdown")].toString();
        QVERIFY2(!title.isEmpty() && help.startsWith(QLatin1String("# ") + title), qPrintable(help));
    }
}

void CliLintTest::readsDirectoriesInTheOrderOfTheirNumbers()
{
    QVERIFY(QDir(m_program.directory()).mkpath(QStringLiteral("migrations/later")));
    m_program.file(QStringLiteral("migrations/V2__b.sql"), "ALTER TABLE t ADD b int;");
    m_program.file(QStringLiteral("migrations/V10__c.sql"), "DROP TABLE t;");
    m_program.file(QStringLiteral("migrations/V1__a.sql"), "CREATE TABLE t (a int);");
    m_program.file(QStringLiteral("migrations/notes.txt"), "not SQL");
    const auto outcome = m_program.run({ QStringLiteral("lint"), QStringLiteral("migrations"),
                                         QStringLiteral("--format"), QStringLiteral("json") });
    const QJsonArray statements =
        QJsonDocument::fromJson(outcome.out.toUtf8()).object().value(QLatin1String("statements")).toArray();
    QStringList files;
    for (const QJsonValue &statement : statements)
        files.append(statement[QLatin1String("file")].toString());
    QCOMPARE(files,
             QStringList({ QStringLiteral("migrations/V1__a.sql"), QStringLiteral("migrations/V2__b.sql"),
                           QStringLiteral("migrations/V10__c.sql") }));
}

void CliLintTest::knowsTheSchemaThatStatementsMeet()
{
    m_program.file(QStringLiteral("schema.sql"),
                   "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) NOT NULL);"
                   "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);");
    m_program.file(QStringLiteral("change.sql"),
                   "ALTER TABLE users ALTER name TYPE varchar(100);\nALTER TABLE users ALTER id TYPE int;\n"
                   "DROP TABLE orders;");
    const auto outcome =
        m_program.run({ QStringLiteral("lint"), QStringLiteral("change.sql"), QStringLiteral("--schema"),
                        QStringLiteral("schema.sql"), QStringLiteral("--format"), QStringLiteral("json"),
                        QStringLiteral("--fail-on"), QStringLiteral("none") });
    QCOMPARE(outcome.code, 0);
    const QJsonArray statements =
        QJsonDocument::fromJson(outcome.out.toUtf8()).object().value(QLatin1String("statements")).toArray();
    QCOMPARE(statements.size(), 3);
    QCOMPARE(statements.at(0)[QLatin1String("effect")].toString(), QStringLiteral("instant"));
    QCOMPARE(statements.at(1)[QLatin1String("effect")].toString(), QStringLiteral("rewrite"));
    for (const int index : { 1, 2 }) {
        QStringList locked;
        for (const QJsonValue &lock : statements.at(index)[QLatin1String("locks")].toArray())
            locked.append(lock[QLatin1String("relation")].toString());
        QVERIFY2(locked.contains(QStringLiteral("public.users"))
                     && locked.contains(QStringLiteral("public.orders")),
                 qPrintable(locked.join(QLatin1Char(' '))));
    }
}

QTEST_GUILESS_MAIN(CliLintTest)
#include "tst_clilint.moc"
