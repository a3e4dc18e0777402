#include <model/plan/strategies/typechange.h>

#include <QTest>

class TestTypeChange : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhichChangesAreInstant_data();
    void knowsWhichChangesAreInstant();
};

void TestTypeChange::knowsWhichChangesAreInstant_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("isInstant");
    const auto row = [](const char *from, const char *to, bool isInstant) {
        QTest::addRow("%s to %s", from, to)
            << QString::fromLatin1(from) << QString::fromLatin1(to) << isInstant;
    };
    row("character varying(50)", "character varying(100)", true);
    row("character varying(50)", "character varying(50)", true);
    row("character varying(50)", "character varying(49)", false);
    row("character varying(50)", "character varying", true);
    row("character varying(50)", "text", true);
    row("text", "character varying", true);
    row("text", "character varying(50)", false);
    row("character(5)", "character(10)", false);
    row("character(5)", "text", false);
    row("numeric(10,2)", "numeric(12,2)", true);
    row("numeric(10,2)", "numeric(12,3)", false);
    row("numeric(10,2)", "numeric(8,2)", false);
    row("numeric(10,2)", "numeric", true);
    row("numeric", "numeric(10,2)", false);
    row("timestamp(3) without time zone", "timestamp(6) without time zone", true);
    row("timestamp(3) without time zone", "timestamp without time zone", true);
    row("timestamp without time zone", "timestamp(3) without time zone", false);
    row("timestamp without time zone", "timestamp with time zone", false);
    row("time(3) without time zone", "time without time zone", true);
    row("interval(3)", "interval", true);
    row("cidr", "inet", true);
    row("inet", "cidr", false);
    row("bit varying(4)", "bit varying(8)", true);
    row("bit(4)", "bit varying", false); // Its indexes are built anew.
    row("bit(4)", "bit varying(8)", false);
    row("integer", "bigint", false);
    row("smallint", "integer", false);
    row("character varying(5)[]", "character varying(10)[]", false);
    row("json", "jsonb", false);
    row("public.mood", "text", false);
}

void TestTypeChange::knowsWhichChangesAreInstant()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, isInstant);
    QCOMPARE(lockstep::plan::isInstantTypeChange(from, to), isInstant);
}

QTEST_GUILESS_MAIN(TestTypeChange)
#include "tst_typechange.moc"
