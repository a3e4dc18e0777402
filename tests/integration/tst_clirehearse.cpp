#include "program.h"

#include <model/postgres/session.h>

#include <tests/support/postgrestest.h>

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace lockstep;
using namespace lockstep::testing;

namespace {

const QByteArray shop = "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text "
                        "NOT NULL UNIQUE, name text, "
                        "old text);\n"
                        "CREATE TABLE orders (id bigserial PRIMARY KEY, user_id bigint NOT NULL REFERENCES "
                        "users, total numeric(10,2), "
                        "code text);\n";
/// DDL, a backfill with its checks, VALIDATE, a concurrent build, a gate, and what is dropped behind it.
const QByteArray newShop = "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email "
                           "text NOT NULL UNIQUE, name text, "
                           "token text NOT NULL DEFAULT clock_timestamp()::text);\n"
                           "CREATE TABLE orders (id bigserial PRIMARY KEY, user_id bigint NOT NULL "
                           "REFERENCES users, total numeric(10,2) "
                           "CHECK (total < 1e8), code text);\n"
                           "CREATE INDEX orders_user ON orders (user_id);\n";

QJsonObject json(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonObject stepOf(const QJsonObject &report, const QString &title)
{
    for (const QJsonValue &step : report.value(QStringLiteral("steps")).toArray()) {
        if (step.toObject().value(QStringLiteral("title")).toString().contains(title))
            return step.toObject();
    }
    return {};
}

} // namespace

/// `lockstep-cli rehearse` as a shell sees it.
class CliRehearseTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rehearsesThereAndBack();
    void restoresABackup_data();
    void restoresABackup();
    void namesTheRowThatAStepDoesNotPass();
    void namesDuplicatesThatStopAnIndex();
    void asksForTheNameOfADatabase();
    void leavesANamedDatabaseAsItWas();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void stopsWhenInterrupted();

private:
    /// Makes a plan between two files of SQL.
    void plan(const QString &current, const QString &target, const QString &file);
    [[nodiscard]] std::unique_ptr<scratch::ScratchDatabase> database(const QString &sql) const;
    [[nodiscard]] Program::Outcome rehearse(const QStringList &arguments) const
    {
        return m_cli.run(QStringList{ QStringLiteral("rehearse"), QStringLiteral("--scratch"), m_scratch }
                         + arguments);
    }

    Program m_cli;
    QString m_scratch;
};

void CliRehearseTest::initTestCase()
{
    if (!m_cli.fault().isEmpty())
        QSKIP(qPrintable(m_cli.fault()));
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_scratch = testing::server()->maintenance().text;
    m_cli.file(QStringLiteral("shop.sql"), shop);
    m_cli.file(QStringLiteral("newshop.sql"), newShop);
    plan(QStringLiteral("shop.sql"), QStringLiteral("newshop.sql"), QStringLiteral("shop.lockplan"));
}

void CliRehearseTest::plan(const QString &current, const QString &target, const QString &file)
{
    const Program::Outcome made = m_cli.run(
        { QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
          current, QStringLiteral("--target"), target, QStringLiteral("--fail-on=none"),
          QStringLiteral("--no-proof"), QStringLiteral("-o"), file });
    QVERIFY2(made.code == 0, qPrintable(made.err));
}

std::unique_ptr<scratch::ScratchDatabase> CliRehearseTest::database(const QString &sql) const
{
    auto made = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("rehearsed"));
    if (!made.has_value())
        qFatal("%s", qPrintable(made.error().toText()));
    const auto session = (*made)->open();
    const auto done = (*session)->executeScript(sql);
    if (!done.has_value())
        qFatal("%s", qPrintable(done.error().toText()));
    return std::move(*made);
}

void CliRehearseTest::rehearsesThereAndBack()
{
    const QString rates = m_cli.directory() + QStringLiteral("/rates.json");
    const Program::Outcome done =
        rehearse({ QStringLiteral("shop.lockplan"), QStringLiteral("--rows=20000"),
                   QStringLiteral("--format=json"), QStringLiteral("--write-rates"), rates });
    QVERIFY2(done.code == 0, qPrintable(done.out + done.err));
    const QJsonObject report = json(done.out);
    QCOMPARE(report.value(QStringLiteral("outcome")).toString(), QStringLiteral("held"));
    qint64 rows = 0;
    for (const QJsonValue &table : report.value(QStringLiteral("tables")).toArray())
        rows += table.toObject().value(QStringLiteral("rows")).toInteger();
    QCOMPARE(rows, 120'000);
    const QJsonObject fill = stepOf(report, QStringLiteral("in batches"));
    QCOMPARE(fill.value(QStringLiteral("rows_written")).toInteger(), 20'000);
    QVERIFY(fill.value(QStringLiteral("wal_bytes")).toInteger() > 1'000'000);
    QVERIFY(fill.value(QStringLiteral("hot_share")).toDouble() > 0);
    QVERIFY(stepOf(report, QStringLiteral("orders_user")).value(QStringLiteral("size_delta")).toInteger()
            > 500'000);
    const QJsonArray ways = report.value(QStringLiteral("ways")).toArray();
    QCOMPARE(ways.size(), 2); // The end, and the gate before what is dropped.
    for (const QJsonValue &way : ways) {
        QVERIFY(way.toObject().value(QStringLiteral("whole")).toBool());
        QVERIFY(way.toObject().value(QStringLiteral("differences")).toArray().isEmpty());
        QVERIFY(way.toObject().value(QStringLiteral("lost")).toArray().isEmpty());
    }
    QFile learned(rates);
    QVERIFY(learned.open(QIODevice::ReadOnly));
    QCOMPARE(json(QString::fromUtf8(learned.readAll())).value(QStringLiteral("origin")).toString(),
             QStringLiteral("rehearsal"));
    const Program::Outcome html =
        rehearse({ QStringLiteral("shop.lockplan"), QStringLiteral("--rows=100"),
                   QStringLiteral("--format=html"), QStringLiteral("--rates"), rates });
    QVERIFY2(html.code == 0, qPrintable(html.err));
    QVERIFY(html.out.startsWith(QStringLiteral("<!DOCTYPE html>"))
            && html.out.contains(QStringLiteral("Not rehearsed")));
}

void CliRehearseTest::restoresABackup_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("custom") << QStringLiteral("c");
    QTest::newRow("directory") << QStringLiteral("d");
    QTest::newRow("tar") << QStringLiteral("t");
    QTest::newRow("plain SQL") << QStringLiteral("p");
}

void CliRehearseTest::restoresABackup()
{
    QFETCH(QString, format);
    const auto source = database(
        QString::fromUtf8(shop)
        + QStringLiteral(
            "INSERT INTO users (email, name, old) SELECT i || '@x', 'n', 'o' FROM generate_series(1, 500) i;"
            "INSERT INTO orders (user_id, total) SELECT i, i FROM generate_series(1, 500) i;"));
    const QString file = m_cli.directory() + QStringLiteral("/shop.") + format;
    QProcess dump;
    dump.start(testing::server()->toolDirectory() + QStringLiteral("/pg_dump"),
               { QStringLiteral("--no-owner"), QStringLiteral("--format=") + format,
                 QStringLiteral("--file=") + file, QStringLiteral("--dbname=") + source->target().text });
    QVERIFY(dump.waitForFinished(60000));
    QVERIFY2(dump.exitCode() == 0, dump.readAllStandardError().constData());
    const Program::Outcome done = rehearse({ QStringLiteral("shop.lockplan"), QStringLiteral("--restore"),
                                             file, QStringLiteral("--format=json") });
    QVERIFY2(done.code == 0, qPrintable(done.out + done.err));
    QVERIFY(json(done.out)
                .value(QStringLiteral("material"))
                .toString()
                .startsWith(QStringLiteral("1 000 rows in 2 tables, restored from")));
    m_cli.file(QStringLiteral("other.sql"), "CREATE TABLE t (id int);\n");
    plan(QStringLiteral("other.sql"), QStringLiteral("newshop.sql"), QStringLiteral("other.lockplan"));
    const Program::Outcome other =
        rehearse({ QStringLiteral("other.lockplan"), QStringLiteral("--restore"), file });
    QCOMPARE(other.code, 3);
    QVERIFY2(other.err.contains(QStringLiteral("is not the current schema of the plan")),
             qPrintable(other.err));
    if (QFileInfo(file).isDir())
        return;
    // What is missing of a backup that was cut off is no other schema.
    QFile cut(file);
    QVERIFY(cut.resize(cut.size() - cut.size() / 4));
    const Program::Outcome refused =
        rehearse({ QStringLiteral("shop.lockplan"), QStringLiteral("--restore"), file });
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(format == QLatin1String("p")
                                      ? QLatin1String("was cut off")
                                      : QLatin1String("pg_dump finished writing it")),
             qPrintable(refused.err));
}

void CliRehearseTest::namesTheRowThatAStepDoesNotPass()
{
    m_cli.file(QStringLiteral("text.sql"), "CREATE TABLE t (id int PRIMARY KEY, n text);\n");
    m_cli.file(QStringLiteral("number.sql"), "CREATE TABLE t (id int PRIMARY KEY, n integer);\n");
    plan(QStringLiteral("text.sql"), QStringLiteral("number.sql"), QStringLiteral("convert.lockplan"));
    m_cli.file(QStringLiteral("bad.sql"), "CREATE TABLE t (id int PRIMARY KEY, n text);\n"
                                          "COPY t FROM stdin;\n1\t10\n77\tseventy\n\\.\n");
    const Program::Outcome done =
        rehearse({ QStringLiteral("convert.lockplan"), QStringLiteral("--restore=bad.sql"),
                   QStringLiteral("--format=json") });
    QVERIFY2(done.code == 6, qPrintable(done.out + done.err));
    const QJsonObject report = json(done.out);
    QCOMPARE(report.value(QStringLiteral("outcome")).toString(), QStringLiteral("step-failed"));
    QVERIFY2(done.out.contains(QStringLiteral("id = 77, n = seventy")), qPrintable(done.out));
    // What was done before is taken back, and that is looked at too.
    const QJsonObject way = report.value(QStringLiteral("ways")).toArray().first().toObject();
    QVERIFY(way.value(QStringLiteral("differences")).toArray().isEmpty());
    QVERIFY(way.value(QStringLiteral("lost")).toArray().isEmpty());
    // Made-up rows that cannot be converted are named and left out.
    const Program::Outcome seeded =
        rehearse({ QStringLiteral("convert.lockplan"), QStringLiteral("--rows=1000"),
                   QStringLiteral("--format=json") });
    QVERIFY2(seeded.code == 0, qPrintable(seeded.out + seeded.err));
    QVERIFY(!json(seeded.out).value(QStringLiteral("prepare")).toArray().isEmpty());
}

void CliRehearseTest::namesDuplicatesThatStopAnIndex()
{
    m_cli.file(QStringLiteral("plain.sql"), "CREATE TABLE t (id int PRIMARY KEY, mail text);\n");
    m_cli.file(
        QStringLiteral("unique.sql"),
        "CREATE TABLE t (id int PRIMARY KEY, mail text);\nCREATE UNIQUE INDEX one_mail ON t (mail);\n");
    plan(QStringLiteral("plain.sql"), QStringLiteral("unique.sql"), QStringLiteral("unique.lockplan"));
    m_cli.file(QStringLiteral("twice.sql"), "CREATE TABLE t (id int PRIMARY KEY, mail text);\n"
                                            "COPY t FROM stdin;\n1\ta@x\n2\ta@x\n3\tb@x\n\\.\n");
    const Program::Outcome done =
        rehearse({ QStringLiteral("unique.lockplan"), QStringLiteral("--restore=twice.sql") });
    QVERIFY2(done.code == 6, qPrintable(done.out + done.err));
    QVERIFY2(done.out.contains(QStringLiteral("a@x")) && !done.out.contains(QStringLiteral("b@x")),
             qPrintable(done.out));
}

void CliRehearseTest::asksForTheNameOfADatabase()
{
    const auto named = database(QString::fromUtf8(shop));
    const Program::Outcome refused =
        rehearse({ QStringLiteral("shop.lockplan"), QStringLiteral("--database"), named->target().text });
    QCOMPARE(refused.code, 6);
    QVERIFY2(refused.err.contains(QStringLiteral("It loses for good: column public.users.old")),
             qPrintable(refused.err));
    const Program::Outcome wrong = rehearse({ QStringLiteral("shop.lockplan"), QStringLiteral("--database"),
                                              named->target().text, QStringLiteral("--confirm=shop") });
    QCOMPARE(wrong.code, 6);
    QVERIFY(named->open().value()->query(QStringLiteral("SELECT old FROM users")).has_value());
}

void CliRehearseTest::leavesANamedDatabaseAsItWas()
{
    m_cli.file(QStringLiteral("checked.sql"),
               QByteArray(shop).replace("code text", "code text CHECK (length(code) < 99)"));
    plan(QStringLiteral("shop.sql"), QStringLiteral("checked.sql"), QStringLiteral("checked.lockplan"));
    const auto named =
        database(QString::fromUtf8(shop)
                 + QStringLiteral("INSERT INTO users (email) SELECT i FROM generate_series(1, 50) i;"));
    const QStringList it{ QStringLiteral("checked.lockplan"), QStringLiteral("--database"),
                          named->target().text, QStringLiteral("--confirm"), named->name() };
    const Program::Outcome done = rehearse(it);
    QVERIFY2(done.code == 0, qPrintable(done.out + done.err));
    const auto session = named->open();
    QVERIFY(session.value()
                ->query(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL"))
                .value()
                .boolean(0, 0));
    QCOMPARE(session.value()
                 ->query(QStringLiteral(
                     "SELECT count(*) FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0"))
                 .value()
                 .integer(0, 0),
             0);
    // A run that somebody finished there is nobody's rehearsal: it is left alone.
    const Program::Outcome real = m_cli.run({ QStringLiteral("prove"), QStringLiteral("--scratch"), m_scratch,
                                              QStringLiteral("checked.lockplan"), QStringLiteral("-o"),
                                              QStringLiteral("checked.lockplan") });
    QVERIFY2(real.code == 0, qPrintable(real.err));
    const Program::Outcome run =
        m_cli.run({ QStringLiteral("run"), QStringLiteral("checked.lockplan"), QStringLiteral("--database"),
                    named->target().text, QStringLiteral("--yes") });
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const Program::Outcome again = rehearse(it);
    QVERIFY2(again.code == 6, qPrintable(again.out + again.err));
    QCOMPARE(
        session.value()
            ->query(QStringLiteral(
                "SELECT count(*) FROM pg_constraint WHERE contype = 'c' AND conrelid = 'orders'::regclass"))
            .value()
            .integer(0, 0),
        1);
}

void CliRehearseTest::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("no plan") << QStringList() << 2 << QStringLiteral("plan file is missing");
    QTest::newRow("no such plan") << QStringList{ QStringLiteral("none.lockplan") } << 3
                                  << QStringLiteral("none.lockplan");
    QTest::newRow("no rows") << QStringList{ QStringLiteral("shop.lockplan"), QStringLiteral("--rows=0") }
                             << 2 << QStringLiteral("whole number");
    QTest::newRow("two materials") << QStringList{ QStringLiteral("shop.lockplan"),
                                                   QStringLiteral("--rows=5"), QStringLiteral("--restore=x") }
                                   << 2 << QStringLiteral("do not go together");
    QTest::newRow("no such backup") << QStringList{ QStringLiteral("shop.lockplan"),
                                                    QStringLiteral("--restore=none.dump") }
                                    << 3 << QStringLiteral("none.dump");
    QTest::newRow("no such server") << QStringList{ QStringLiteral("shop.lockplan"),
                                                    QStringLiteral("--database=host=/nowhere"),
                                                    QStringLiteral("--confirm=x") }
                                    << 4 << QStringLiteral("/nowhere");
}

void CliRehearseTest::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, said);
    const Program::Outcome refused = rehearse(arguments);
    QVERIFY2(refused.code == code, qPrintable(QString::number(refused.code) + refused.err));
    QVERIFY2(refused.err.contains(said), qPrintable(refused.err));
}

void CliRehearseTest::stopsWhenInterrupted()
{
    const auto databases = [] {
        const auto session = postgres::Session::open(testing::server()->maintenance());
        return session.value()
            ->query(QStringLiteral(
                "SELECT count(*) FROM pg_database WHERE datname LIKE 'lockstep\\_scratch\\_%'"))
            .value()
            .integer(0, 0);
    };
    const qint64 before = databases();
    QProcess process;
    process.setWorkingDirectory(m_cli.directory());
    process.start(Program::path(),
                  { QStringLiteral("rehearse"), QStringLiteral("shop.lockplan"),
                    QStringLiteral("--rows=1000000"), QStringLiteral("--scratch"), m_scratch });
    QVERIFY(process.waitForStarted());
    QTest::qWait(3000);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 7);
    QCOMPARE(databases(), before);
}

QTEST_GUILESS_MAIN(CliRehearseTest)
#include "tst_clirehearse.moc"
