#include "casefile.h"
#include <tests/support/plainharness.h>

#include <QTest>

using namespace lockstep;

Q_DECLARE_METATYPE(lockstep::testing::PlainCase)

/// The pairs of tests/data/plain: each is planned and run forward and back on a real server, and
/// after each way two observers, the reader and pg_dump, see the schema that was promised.
class TestOrdering : public QObject
{
    Q_OBJECT

private slots:
    void convergesBothWays_data();
    void convergesBothWays();
};

namespace {

QString rolesSql(const QStringList &roles)
{
    QString sql;
    for (const QString &role : roles)
        sql += QStringLiteral(
                   "DO $do$ BEGIN CREATE ROLE %1; EXCEPTION WHEN duplicate_object THEN NULL; END $do$;\n")
                   .arg(schema::quoteIdent(role.trimmed()));
    return sql;
}

} // namespace

void TestOrdering::convergesBothWays_data()
{
    QTest::addColumn<testing::PlainCase>("pair");
    const QDir directory(testing::sourceDirectory() + QStringLiteral("/tests/data/plain"));
    for (const QString &file : directory.entryList({ QStringLiteral("*.sql") }, QDir::Files)) {
        for (const testing::PlainCase &pair : testing::readCases(directory.filePath(file)))
            QTest::newRow(qPrintable(file.chopped(4) + QLatin1Char('/') + pair.name)) << pair;
    }
}

void TestOrdering::convergesBothWays()
{
    QFETCH(testing::PlainCase, pair);
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    const int major = server->version() / 10000;
    if (major < pair.since || major >= pair.before)
        QSKIP("This version of PostgreSQL has no such feature.");
    const QString roles = rolesSql(pair.roles);
    const auto run = testing::runPlain(roles + pair.oldSql, roles + pair.newSql, {}, {}, true, pair.holds);
    QVERIFY2(run.failure.isEmpty(),
             qPrintable(run.failure + QLatin1Char('\n') + testing::describe(run.plan)));
    for (const QString &start : pair.never) {
        const int at = run.indexOf(start);
        QVERIFY2(at < 0, qPrintable(run.forward().value(at)));
    }
    for (const QString &start : pair.plans)
        QVERIFY2(run.indexOf(start) >= 0,
                 qPrintable(start + QLatin1Char('\n') + testing::describe(run.plan)));
}

QTEST_GUILESS_MAIN(TestOrdering)
#include "tst_ordering.moc"
