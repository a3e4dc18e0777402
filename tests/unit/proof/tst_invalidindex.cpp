#include <model/analysis/analysis.h>
#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/proof/proof.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/source.h>

#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

/// A database with what a failed CREATE INDEX CONCURRENTLY left is proved like any other.
class TestInvalidIndex : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void plansAreProved_data();
    void plansAreProved();
};

namespace {

using Database = std::unique_ptr<scratch::ScratchDatabase>;

base::Result<sources::LoadedSourcePtr> liveSource(const Database &database, const QString &sql)
{
    const auto session = database->open();
    if (!session.has_value())
        return session.error();
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("test.sql"), true);
    if (!report.has_value())
        return report.error();
    return sources::load(sources::LiveSource{ database->target() },
                         []() -> base::Result<scratch::ScratchServerPtr> { return testing::server(); }, {},
                         {});
}

const QString table = QStringLiteral("CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 1), (1, 2);");
const QString broken =
    QStringLiteral("CREATE INDEX j ON t (a); UPDATE pg_index SET indisvalid = false, indisready = false "
                   "WHERE indexrelid = 'j'::regclass;");

} // namespace

void TestInvalidIndex::initTestCase()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
}

void TestInvalidIndex::plansAreProved_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::newRow("built again") << table + broken << table + QStringLiteral("CREATE INDEX j ON t (a);");
    QTest::newRow("dropped") << table + broken << table;
    QTest::newRow("left where it is")
        << table + broken << table + broken + QStringLiteral("CREATE TABLE u (a int);");
    QTest::newRow("on a table that goes") << table + broken << QStringLiteral("CREATE TABLE u (a int);");
}

void TestInvalidIndex::plansAreProved()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    const auto first = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("live"));
    const auto second = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("wanted"));
    QVERIFY(first.has_value() && second.has_value());
    const auto before = liveSource(*first, current);
    const auto after = liveSource(*second, target);
    QVERIFY2(before.has_value(), qPrintable(before.has_value() ? QString() : before.error().toText()));
    QVERIFY(after.has_value());
    const auto changes = diff::diff((*before)->catalog, (*after)->catalog, {}, {});
    QVERIFY(changes.has_value());
    plan::PlanOptions options;
    options.currentScript = { QStringLiteral("current"), (*before)->script };
    options.targetScript = { QStringLiteral("target"), (*after)->script };
    const auto plan = plan::makePlan(*changes, (*before)->statistics, options, {});
    QVERIFY2(plan.has_value(), qPrintable(plan.has_value() ? QString() : plan.error().toText()));
    const auto analysed = analysis::analyse(*plan, (*before)->catalog, {}, {});
    QVERIFY(analysed.has_value());
    const auto proved = proof::prove(*analysed, testing::server(), {}, {});
    QVERIFY2(proved.has_value(), qPrintable(proved.has_value() ? QString() : proved.error().toText()));
    QVERIFY2((*proved)->isProved(),
             qPrintable(((*proved)->proof.forward + (*proved)->proof.rollback).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestInvalidIndex)
#include "tst_invalidindex.moc"
