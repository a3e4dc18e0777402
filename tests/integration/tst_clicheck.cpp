#include "program.h"

#include <tests/support/postgrestest.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// `lockstep-cli check`, and the same list just before a run.
class CliCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void saysThatAllIsWell();
    void failsOnWhatItIsToldTo();
    void answersAsJson();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void keepsSecretsToItself();
    void stopsARunUnlessToldOtherwise();

private:
    [[nodiscard]] Program::Outcome check(const QStringList &more) const;
    [[nodiscard]] QJsonObject item(const QString &json, const QString &id) const;

    Program m_cli;
    QString m_target;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
};

void CliCheckTest::initTestCase()
{
    if (!m_cli.fault().isEmpty())
        QSKIP(qPrintable(m_cli.fault()));
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("cli check"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    m_target = m_database->target().text;
    m_session = m_database->open().value();
    QVERIFY(m_session
                ->executeScript(
                    QString::fromUtf8(Program::before)
                    + QStringLiteral("INSERT INTO users SELECT i, 'n' FROM generate_series(1, 100) i"))
                .has_value());
    const Program::Outcome made = m_cli.run(
        { QStringLiteral("plan"), QStringLiteral("--scratch"), testing::server()->maintenance().text,
          QStringLiteral("--current"), m_target, QStringLiteral("--target"), QStringLiteral("b.sql"),
          QStringLiteral("--fail-on=none"), QStringLiteral("-o"), QStringLiteral("c.lockplan") });
    QVERIFY2(made.code == 0, qPrintable(made.err));
}

void CliCheckTest::cleanup()
{
    if (m_session)
        (void)m_session->execute(QStringLiteral("ROLLBACK PREPARED 'forgotten'"));
}

Program::Outcome CliCheckTest::check(const QStringList &more) const
{
    return m_cli.run(QStringList{ QStringLiteral("check"), QStringLiteral("c.lockplan"),
                                  QStringLiteral("--database"), m_target, QStringLiteral("--watch=0") }
                     + more);
}

QJsonObject CliCheckTest::item(const QString &json, const QString &id) const
{
    const QJsonArray items =
        QJsonDocument::fromJson(json.toUtf8()).object().value(QStringLiteral("items")).toArray();
    for (const QJsonValue &one : items) {
        if (one.toObject().value(QStringLiteral("id")).toString() == id)
            return one.toObject();
    }
    return {};
}

void CliCheckTest::saysThatAllIsWell()
{
    const Program::Outcome outcome = check({});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.out + outcome.err));
    QVERIFY2(outcome.out.contains(QLatin1String("ok         Drift: The schema is the one")),
             qPrintable(outcome.out));
    QVERIFY2(outcome.err.isEmpty(), qPrintable(outcome.err));
    // But for the table that goes.
    QCOMPARE(check({ QStringLiteral("--fail-on=attention") }).code, 1);
    QCOMPARE(outcome.out.count(QLatin1String("\nattention  ")), 1);
    QVERIFY2(outcome.out.contains(QLatin1String("attention  What is lost for good: s0")),
             qPrintable(outcome.out));
}

void CliCheckTest::failsOnWhatItIsToldTo()
{
    QVERIFY(m_session->execute(QStringLiteral("CREATE PUBLICATION cli_pub FOR TABLE users")).has_value());
    const Program::Outcome loose = check({});
    const Program::Outcome strict = check({ QStringLiteral("--fail-on=attention") });
    QVERIFY(m_session->execute(QStringLiteral("DROP PUBLICATION cli_pub")).has_value());
    // The publication is a drift as well: the plan does not know it.
    QCOMPARE(loose.code, 1);
    QCOMPARE(strict.code, 1);
    QVERIFY2(strict.out.contains(QLatin1String("attention  Publications")), qPrintable(strict.out));
    QVERIFY(m_session
                ->executeScript(QStringLiteral("BEGIN; UPDATE users SET name = 'x' WHERE id = 1; "
                                               "PREPARE TRANSACTION 'forgotten'"))
                .has_value());
    QCOMPARE(check({}).code, 1);
    const Program::Outcome none = check({ QStringLiteral("--fail-on=none") });
    QCOMPARE(none.code, 0);
    QVERIFY2(none.out.startsWith(m_database->target().display())
                 && none.out.contains(QLatin1String("\nstop  ")),
             qPrintable(none.out));
    QVERIFY2(none.out.contains(QLatin1String("Who would wait:"))
                 && none.out.contains(QLatin1String("forgotten")),
             qPrintable(none.out));
}

void CliCheckTest::answersAsJson()
{
    QVERIFY(m_session
                ->executeScript(QStringLiteral("BEGIN; UPDATE users SET name = 'x' WHERE id = 1; "
                                               "PREPARE TRANSACTION 'forgotten'"))
                .has_value());
    const Program::Outcome outcome = check({ QStringLiteral("--format=json") });
    QCOMPARE(outcome.code, 1);
    const QJsonObject prepared = item(outcome.out, QStringLiteral("prepared-transactions"));
    QCOMPARE(prepared.value(QStringLiteral("verdict")).toString(), QStringLiteral("stop"));
    QCOMPARE(prepared.value(QStringLiteral("rows"))
                 .toArray()
                 .first()
                 .toObject()
                 .value(QStringLiteral("gid"))
                 .toString(),
             QStringLiteral("forgotten"));
    QVERIFY(prepared.value(QStringLiteral("query")).toString().contains(QLatin1String("pg_prepared_xacts")));
    const QJsonObject all = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(all.value(QStringLiteral("worst")).toString(), QStringLiteral("stop"));
    QVERIFY(!all.value(QStringLiteral("blast_radius")).toArray().isEmpty());
    QVERIFY(!all.value(QStringLiteral("queues")).toArray().isEmpty());
}

void CliCheckTest::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("err");
    const auto row = [](const char *name, const QString &arguments, int code, const QString &err) {
        QTest::newRow(name) << arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts) << code << err;
    };
    row("no plan", QStringLiteral("check --database dbname=x"), 2,
        QStringLiteral("The plan file is missing"));
    row("no database", QStringLiteral("check c.lockplan"), 2, QStringLiteral("--database is missing"));
    row("a strange level", QStringLiteral("check c.lockplan --database dbname=x --fail-on all"), 2,
        QStringLiteral("--fail-on"));
    row("no time", QStringLiteral("check c.lockplan --database dbname=x --watch soon"), 2,
        QStringLiteral("--watch"));
    row("no server", QStringLiteral("check c.lockplan --database host=/nowhere"), 4,
        QStringLiteral("/nowhere"));
    row("an unknown item",
        QStringLiteral("run c.lockplan --database dbname=x --ignore-check long-transaction"), 2,
        QStringLiteral("Did you mean long-transactions?"));
}

void CliCheckTest::refusesWhatItDoesNotKnow()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    QFETCH(const QString, err);
    const Program::Outcome outcome = m_cli.run(arguments);
    QVERIFY2(outcome.code == code, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(err), qPrintable(outcome.err));
}

void CliCheckTest::keepsSecretsToItself()
{
    const Program::Outcome outcome =
        m_cli.run({ QStringLiteral("check"), QStringLiteral("c.lockplan"), QStringLiteral("--database"),
                    m_target + QStringLiteral(" password=topsecret"), QStringLiteral("--watch=0") });
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QVERIFY(!outcome.out.contains(QLatin1String("topsecret")));
    QVERIFY(!outcome.err.contains(QLatin1String("topsecret")));
}

void CliCheckTest::stopsARunUnlessToldOtherwise()
{
    QVERIFY(m_session->execute(QStringLiteral("CREATE TABLE aside (id int)")).has_value());
    QVERIFY(m_session
                ->executeScript(QStringLiteral("BEGIN; SELECT * FROM users; PREPARE TRANSACTION 'forgotten'"))
                .has_value());
    const QStringList runIt{ QStringLiteral("run"),        QStringLiteral("c.lockplan"),
                             QStringLiteral("--database"), m_target,
                             QStringLiteral("--yes"),      QStringLiteral("--allow-loss=all") };
    const Program::Outcome refused = m_cli.run(runIt);
    QCOMPARE(refused.code, 6);
    QVERIFY2(refused.err.contains(QLatin1String("the checklist says stop (prepared-transactions)"))
                 && refused.err.contains(QLatin1String("--ignore-check prepared-transactions")),
             qPrintable(refused.err));
    const auto journal = m_session->query(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL"));
    QVERIFY(journal.has_value() && journal->boolean(0, 0));
    const Program::Outcome json = m_cli.run(runIt + QStringList{ QStringLiteral("--progress=json") });
    QCOMPARE(json.code, 6);
    const QJsonObject first =
        QJsonDocument::fromJson(json.err.section(QLatin1Char('\n'), 0, 0).toUtf8()).object();
    QCOMPARE(first.value(QStringLiteral("event")).toString(), QStringLiteral("check"));
    QCOMPARE(first.value(QStringLiteral("verdict")).toString(), QStringLiteral("stop"));
    // Told to, it goes on to what the gate itself finds.
    const Program::Outcome ignored =
        m_cli.run(runIt + QStringList{ QStringLiteral("--ignore-check=prepared-transactions") });
    QVERIFY2(ignored.err.contains(QLatin1String("is not the one this plan was made for")),
             qPrintable(ignored.err));
    QVERIFY(m_session->executeScript(QStringLiteral("DROP TABLE aside")).has_value());
    QVERIFY(m_session->execute(QStringLiteral("ROLLBACK PREPARED 'forgotten'")).has_value());
    const Program::Outcome done = m_cli.run(runIt);
    QVERIFY2(done.code == 0, qPrintable(done.err));
}

QTEST_GUILESS_MAIN(CliCheckTest)
#include "tst_clicheck.moc"
