#include <model/analysis/sizes.h>
#include <model/sources/catalogreader.h>
#include <model/sql/parser.h>
#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;

/// How many rows relations have, by what a server says of them.
class TestSizes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void countsRowsOnce_data();
    void countsRowsOnce();
    void keepsTheSizeOfWhatIsRenamed();
    void takesTypedRowsForAll();

private:
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    schema::CatalogPtr m_catalog;
    AnalysisOptions m_options;
    plan::Intents m_intents;
};

void TestSizes::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("sizes"));
    QVERIFY(database.has_value());
    m_database = std::move(database).value();
    const auto session = m_database->open();
    QVERIFY(session.has_value());
    const auto loaded = (*session)->executeScript(QStringLiteral(
        "CREATE TABLE parts (id int) PARTITION BY RANGE (id);"
        "CREATE TABLE low PARTITION OF parts FOR VALUES FROM (0) TO (1000);"
        "CREATE TABLE high PARTITION OF parts FOR VALUES FROM (1000) TO (9000) PARTITION BY LIST (id);"
        "CREATE TABLE rest PARTITION OF high DEFAULT;"
        "CREATE TABLE forebear (a int); CREATE TABLE heir () INHERITS (forebear);"
        "INSERT INTO parts SELECT generate_series(1, 3000);"
        "INSERT INTO forebear SELECT generate_series(1, 500);"
        "INSERT INTO heir SELECT generate_series(1, 200);"
        "ANALYZE parts; ANALYZE low; ANALYZE high; ANALYZE rest; ANALYZE forebear; ANALYZE heir"));
    QVERIFY2(loaded.has_value(), loaded.has_value() ? "" : qPrintable(loaded.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    const auto statistics = sources::readStatistics(**session, {});
    QVERIFY(catalog.has_value() && statistics.has_value());
    m_catalog = *catalog;
    m_options.statistics = *statistics;
}

void TestSizes::countsRowsOnce_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<qint64>("rows");
    QTest::newRow("partitioned") << "parts" << qint64(3000);
    QTest::newRow("partition") << "low" << qint64(999);
    QTest::newRow("partitioned partition") << "high" << qint64(2001);
    QTest::newRow("inherited") << "forebear" << qint64(700);
    QTest::newRow("inheriting") << "heir" << qint64(200);
}

void TestSizes::countsRowsOnce()
{
    QFETCH(QString, table);
    QFETCH(qint64, rows);
    const SchemaState state(m_catalog);
    const Sizes sizes(m_options, m_intents);
    QCOMPARE(sizes.of(Key(QStringLiteral("public"), table), state).rows, rows);
}

void TestSizes::keepsTheSizeOfWhatIsRenamed()
{
    SchemaState state(m_catalog);
    for (const char *rename : { "ALTER TABLE low RENAME TO bottom", "ALTER TABLE bottom RENAME TO base",
                                "ALTER TABLE parts RENAME TO pieces" })
        state.apply(*sql::parse(QLatin1String(rename)));
    const Sizes sizes(m_options, m_intents);
    QCOMPARE(sizes.of(Key(QStringLiteral("public"), QStringLiteral("base")), state).rows, qint64(999));
    QCOMPARE(sizes.of(Key(QStringLiteral("public"), QStringLiteral("pieces")), state).rows, qint64(3000));
}

void TestSizes::takesTypedRowsForAll()
{
    AnalysisOptions typed;
    typed.rows = { { QStringLiteral("public.parts"), 5000000 } };
    const SchemaState state(m_catalog);
    QCOMPARE(Sizes(typed, m_intents).of(Key(QStringLiteral("public"), QStringLiteral("parts")), state).rows,
             qint64(5000000));
}

QTEST_GUILESS_MAIN(TestSizes)
#include "tst_sizes.moc"
