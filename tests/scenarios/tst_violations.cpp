#include "scenario.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// Rows that the target does not allow: found before anything is changed, shown, and the plan goes on
/// once they are corrected.
class TestViolations : public QObject
{
    Q_OBJECT

private slots:
    void stopTheRunBeforeAnythingIsChangedAndAreShown_data();
    void stopTheRunBeforeAnythingIsChangedAndAreShown();
};

void TestViolations::stopTheRunBeforeAnythingIsChangedAndAreShown_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("correction");
    QTest::addColumn<int>("shown");
    const QString table = QStringLiteral("CREATE TABLE users (id bigint PRIMARY KEY); "
                                         "CREATE TABLE orders (id bigint, reference text, user_id bigint); "
                                         "CREATE INDEX ON orders (user_id); ALTER TABLE orders ");
    QTest::newRow("duplicates of a key")
        << table + QStringLiteral("ADD CONSTRAINT k UNIQUE (reference)")
        << QStringLiteral("INSERT INTO orders VALUES (1, 'a'), (2, 'a'), (3, 'b'), (4, NULL), (5, NULL)")
        << QStringLiteral("DELETE FROM orders WHERE id = 2") << 1;
    QTest::newRow("rows without a partner")
        << table + QStringLiteral("ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users")
        << QStringLiteral("INSERT INTO orders VALUES (1, 'a', 7), (2, 'a', 8), (3, 'a', NULL)")
        << QStringLiteral("INSERT INTO users VALUES (7), (8)") << 2;
    QTest::newRow("rows that break a check")
        << table + QStringLiteral("ADD CONSTRAINT c CHECK (id > 0)")
        << QStringLiteral("INSERT INTO orders SELECT -i FROM generate_series(1, 50) i")
        << QStringLiteral("UPDATE orders SET id = -id") << 20;
    QTest::newRow("NULL") << table + QStringLiteral("ALTER reference SET NOT NULL")
                          << QStringLiteral("INSERT INTO orders VALUES (1, ''), (2, NULL), (3, 'a')")
                          << QStringLiteral("UPDATE orders SET reference = '' WHERE reference IS NULL") << 1;
}

void TestViolations::stopTheRunBeforeAnythingIsChangedAndAreShown()
{
    QFETCH(QString, target);
    QFETCH(QString, rows);
    QFETCH(QString, correction);
    QFETCH(int, shown);
    const QString current = target.left(target.lastIndexOf(QLatin1Char(';')) + 1);
    Scenario scenario(current + rows, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto refused = scenario.run(false);
    QVERIFY(!refused.has_value());
    QVERIFY(scenario.isAtStart());
    const auto &steps = scenario.plan()->steps;
    const auto failed = std::find_if(steps.begin(), steps.end(), [&](const plan::Step &step) {
        return !step.verify.isEmpty() && !step.verify.first().sample.isEmpty()
               && refused.error().hint.contains(step.verify.first().sample);
    });
    QVERIFY2(failed != steps.end(), qPrintable(refused.error().toText()));
    QCOMPARE(scenario.one(
                 QStringLiteral("SELECT count(*) FROM (%1) AS sample").arg(failed->verify.first().sample)),
             QString::number(shown));
    scenario.exec(correction);
    const auto done = scenario.run(true);
    QVERIFY2(done.has_value(), qPrintable(done.has_value() ? QString() : done.error().toText()));
    QVERIFY(scenario.isAtTarget());
}

QTEST_GUILESS_MAIN(TestViolations)
#include "tst_violations.moc"
