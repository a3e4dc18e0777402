#include <model/execution/startgate.h>

#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

/// A plan is proved in UTF-8; what the encoding of the database lacks is found before anything runs.
class TestRunEncodings : public QObject
{
    Q_OBJECT

private slots:
    void refusesLettersThatAreNotThere_data();
    void refusesLettersThatAreNotThere();
};

void TestRunEncodings::refusesLettersThatAreNotThere_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("isRefused");
    const QString accent = QString::fromUtf8("COMMENT ON TABLE t IS 'caf\xC3\xA9'");
    const QString emoji = QString::fromUtf8("COMMENT ON TABLE t IS '\xF0\x9F\x98\x80'");
    QTest::newRow("an accent in LATIN1") << QStringLiteral("LATIN1") << accent << false;
    QTest::newRow("an emoji in LATIN1") << QStringLiteral("LATIN1") << emoji << true;
    QTest::newRow("an emoji in SQL_ASCII") << QStringLiteral("SQL_ASCII") << emoji << false;
    QTest::newRow("an emoji in UTF8") << QStringLiteral("UTF8") << emoji << false;
}

void TestRunEncodings::refusesLettersThatAreNotThere()
{
    QFETCH(QString, encoding);
    QFETCH(QString, sql);
    QFETCH(bool, isRefused);
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    const auto admin = postgres::Session::open(server->maintenance());
    QVERIFY(admin.has_value());
    QVERIFY((*admin)
                ->execute(QStringLiteral("CREATE DATABASE run_in TEMPLATE template0 ENCODING '%1' "
                                         "LC_COLLATE 'C' LC_CTYPE 'C'")
                              .arg(encoding))
                .has_value());
    {
        const auto session =
            postgres::Session::open(server->maintenance().withDatabase(QStringLiteral("run_in")));
        QVERIFY(session.has_value());
        plan::Step step;
        step.id = QStringLiteral("s07");
        step.title = QStringLiteral("Comment on t");
        step.sql = { sql };
        plan::Plan plan;
        plan.steps = { step };
        const auto checked = execution::checkEncoding(**session, plan);
        QCOMPARE(checked.has_value(), !isRefused);
        if (isRefused) {
            QCOMPARE(checked.error().kind, base::ErrorKind::Refused);
            QVERIFY2(checked.error().message.contains(QStringLiteral("s07 (Comment on t)")),
                     qPrintable(checked.error().message));
        }
    }
    QVERIFY((*admin)->execute(QStringLiteral("DROP DATABASE run_in")).has_value());
}

QTEST_GUILESS_MAIN(TestRunEncodings)
#include "tst_encodings.moc"
