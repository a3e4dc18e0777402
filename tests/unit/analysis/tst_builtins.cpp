#include <model/analysis/builtins.h>
#include <model/scratch/scratchserver.h>
#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;

/// What is called steady is so on the server.
class TestBuiltins : public QObject
{
    Q_OBJECT

private slots:
    void callsNothingSteadyThatIsVolatile();
    void knowsWhatDefaultsAreMadeOf();
};

void TestBuiltins::callsNothingSteadyThatIsVolatile()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    const auto database = scratch::ScratchDatabase::create(server, QStringLiteral("builtins"));
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    // Before 15 the one that is left out was volatile, and nobody keeps such times.
    const auto rows =
        (*session)->query(QStringLiteral("SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' "
                                         "AND pronamespace = 'pg_catalog'::regnamespace "
                                         "AND oid <> 'timezone(text, timetz)'::regprocedure"));
    QVERIFY(rows.has_value());
    QVERIFY(rows->count() > 100);
    for (int row = 0; row < rows->count(); ++row)
        QVERIFY2(!analysis::isSteadyBuiltIn(rows->text(row, 0)), qPrintable(rows->text(row, 0)));
}

void TestBuiltins::knowsWhatDefaultsAreMadeOf()
{
    for (const char *name :
         { "now", "date_trunc", "transaction_timestamp", "md5", "to_char", "current_setting",
           "jsonb_build_object", "make_interval", "lower", "left", "btrim" })
        QVERIFY2(analysis::isSteadyBuiltIn(QLatin1String(name)), name);
    for (const char *name : { "random", "clock_timestamp", "nextval", "nanoid", "uuid_generate_v4" })
        QVERIFY2(!analysis::isSteadyBuiltIn(QLatin1String(name)), name);
}

QTEST_MAIN(TestBuiltins)
#include "tst_builtins.moc"
