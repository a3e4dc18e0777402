#include "casefile.h"
#include <tests/support/plainharness.h>

#include <model/plan/planner.h>
#include <model/sources/catalogreader.h>

#include <QTest>

#include <algorithm>

using namespace lockstep;

Q_DECLARE_METATYPE(lockstep::testing::PlainCase)

/// An application that goes on while a plan runs: the statements that the pairs of tests/data/plain
/// give it work before the plan, after each step, and after each step of the way back.
class TestBetweenSteps : public QObject
{
    Q_OBJECT

private slots:
    void theApplicationGoesOn_data();
    void theApplicationGoesOn();
};

namespace {

/// All batches of a fill at once.
QStringList statementsOf(const plan::Step &step)
{
    if (!step.backfill)
        return step.sql;
    const QString where =
        step.backfill->where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + step.backfill->where;
    return { QStringLiteral("UPDATE %1 SET %2%3")
                 .arg(schema::qualified(step.backfill->table.schema, step.backfill->table.name),
                      step.backfill->set, where) };
}

QString describe(const plan::Plan &plan)
{
    QString text;
    for (const plan::Step &step : plan.steps)
        text += step.id + QLatin1Char(' ') + step.title + QStringLiteral("\n   ")
                + step.sql.join(QStringLiteral(";\n   ")) + QLatin1Char('\n');
    return text;
}

QString runTogether(postgres::Session &session, const QStringList &statements, plan::TransactionMode mode)
{
    const bool isOne = mode == plan::TransactionMode::Own && !statements.isEmpty();
    const QStringList begin = isOne ? QStringList{ QStringLiteral("BEGIN") } : QStringList();
    const QStringList end = isOne ? QStringList{ QStringLiteral("COMMIT") } : QStringList();
    return testing::runAll(session, begin + statements + end);
}

/// The plan forward and back with the application in between; the first failure.
QString runBeside(postgres::Session &session, const plan::Plan &plan, const QStringList &apps)
{
    const auto watch = [&](const QString &when) {
        const QString failure = testing::runAll(session, apps);
        return failure.isEmpty() ? QString() : when + QStringLiteral(": ") + failure;
    };
    QString failure = watch(QStringLiteral("before"));
    for (const plan::Step &step : plan.steps) {
        if (failure.isEmpty())
            failure = runTogether(session, statementsOf(step), step.transaction);
        if (failure.isEmpty())
            failure = watch(QStringLiteral("after ") + step.id);
    }
    for (auto step = plan.steps.rbegin(); step != plan.steps.rend(); ++step) {
        if (failure.isEmpty())
            failure = runTogether(session, step->rollback.sql, step->rollback.transaction);
        if (failure.isEmpty())
            failure = watch(QStringLiteral("after the way back of ") + step->id);
    }
    return failure;
}

base::Result<schema::CatalogPtr> loadedCatalog(const scratch::ScratchDatabase &database, const QString &sql)
{
    QString failure;
    const auto session = testing::openLoaded(database, sql, &failure);
    if (!session || !failure.isEmpty())
        return base::internalError(failure);
    return sources::readCatalog(*session);
}

/// The plan of a pair whose old side is loaded into `database`.
base::Result<plan::PlanPtr> planOf(const scratch::ScratchDatabase &database,
                                   const scratch::ScratchDatabase &other, const testing::PlainCase &pair)
{
    const auto current = loadedCatalog(database, pair.oldSql);
    const auto target = loadedCatalog(other, pair.newSql);
    if (!current.has_value() || !target.has_value())
        return (current.has_value() ? target : current).error();
    const auto changes = diff::diff(*current, *target, {}, {});
    if (!changes.has_value())
        return changes.error();
    return plan::makePlan(*changes, {}, {}, {});
}

} // namespace

void TestBetweenSteps::theApplicationGoesOn_data()
{
    QTest::addColumn<testing::PlainCase>("pair");
    const QDir directory(testing::sourceDirectory() + QStringLiteral("/tests/data/plain"));
    for (const QString &file : directory.entryList({ QStringLiteral("*.sql") }, QDir::Files)) {
        for (const testing::PlainCase &pair : testing::readCases(directory.filePath(file))) {
            if (!pair.apps.isEmpty())
                QTest::newRow(qPrintable(file.chopped(4) + QLatin1Char('/') + pair.name)) << pair;
        }
    }
}

void TestBetweenSteps::theApplicationGoesOn()
{
    QFETCH(testing::PlainCase, pair);
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    if (server->version() / 10000 < pair.since)
        QSKIP("This version of PostgreSQL has no such feature.");
    const auto first = scratch::ScratchDatabase::create(server, QStringLiteral("current"));
    const auto second = scratch::ScratchDatabase::create(server, QStringLiteral("target"));
    QVERIFY(first.has_value() && second.has_value());
    const auto plan = planOf(**first, **second, pair);
    if (!plan.has_value())
        QFAIL(qPrintable(plan.error().toText()));
    const auto session = (*first)->open();
    QVERIFY(session.has_value());
    const QString failure = runBeside(**session, **plan, pair.apps);
    QVERIFY2(failure.isEmpty(), qPrintable(failure + QLatin1Char('\n') + describe(**plan)));
}

QTEST_GUILESS_MAIN(TestBetweenSteps)
#include "tst_betweensteps.moc"
