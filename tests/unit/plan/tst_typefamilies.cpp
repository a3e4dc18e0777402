#include <model/plan/typefamilies.h>

#include <QTest>

using namespace lockstep::plan;

class TestTypeFamilies : public QObject
{
    Q_OBJECT

private slots:
    void tellsAConversionFromAnotherMeaning_data();
    void tellsAConversionFromAnotherMeaning();
};

void TestTypeFamilies::tellsAConversionFromAnotherMeaning_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("column");
    QTest::addColumn<bool>("keeps");
    const auto add = [](const char *expression, const char *column, bool keeps) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(column) << keeps;
    };
    add("amount", "amount", true);
    add("amount::integer", "amount", true);
    add("amount::numeric(10, 2)", "amount", true);
    add("(amount::text)::public.mood", "amount", true);
    add("amount::character varying(20)", "amount", true);
    add("at::timestamp(3) with time zone", "at", true);
    add("CAST(amount AS double precision)", "amount", true);
    add("nullif(trim(amount), '')::integer", "amount", true);
    add("at AT TIME ZONE 'Europe/Berlin'", "at", true);
    add("\"the amount\"::integer[]", "the amount", true);
    add("round(price * 100)::integer", "price", false);
    add("price / 100.0", "price", false);
    add("-amount", "amount", false);
    add("CASE amount WHEN 'a' THEN 1 END", "amount", false);
    add("coalesce(amount, '0')::integer", "amount", false);
    add("other::integer", "amount", false);
    add("to_timestamp(at)", "at", false);
}

void TestTypeFamilies::tellsAConversionFromAnotherMeaning()
{
    QFETCH(QString, expression);
    QFETCH(QString, column);
    QFETCH(bool, keeps);
    QCOMPARE(keepsMeaning(expression, column), keeps);
}

QTEST_GUILESS_MAIN(TestTypeFamilies)
#include "tst_typefamilies.moc"
