#include <model/plan/strategies/strategy.h>
#include <model/plan/strategyinfo.h>

#include <QSet>
#include <QTest>

using namespace lockstep::plan;

/// What the online ways say of themselves.
class TestRegistry : public QObject
{
    Q_OBJECT

private slots:
    void declaresWhenEachWayAppliesAndWhatItCosts();
    void asksEachRewriterOnceAndThePlainOneLast();
    void knowsNothingOfAnotherName();
};

void TestRegistry::declaresWhenEachWayAppliesAndWhatItCosts()
{
    QSet<QString> names;
    for (const Strategy &strategy : strategies()) {
        const auto info = strategyInfo(QLatin1String(strategy.name));
        QVERIFY(info);
        QVERIFY2(!names.contains(info->name), strategy.name);
        names.insert(info->name);
        for (const QString &sentence : { info->applies, info->costs }) {
            QVERIFY2(sentence.size() > 20 && sentence.endsWith(QLatin1Char('.')), strategy.name);
            QVERIFY2(sentence.front().isUpper(), strategy.name);
        }
    }
}

void TestRegistry::asksEachRewriterOnceAndThePlainOneLast()
{
    QSet<Rewriter> seen;
    for (const Strategy &strategy : strategies()) {
        QVERIFY2(!strategy.rewriters.empty(), strategy.name);
        for (const Rewriter rewriter : strategy.rewriters) {
            QVERIFY2(!seen.contains(rewriter), strategy.name);
            seen.insert(rewriter);
        }
    }
    QVERIFY(strategies().back().rewriters.front() == plainStep);
}

void TestRegistry::knowsNothingOfAnotherName()
{
    QVERIFY(!strategyInfo(QString()));
    QVERIFY(!strategyInfo(QStringLiteral("by-magic")));
}

QTEST_APPLESS_MAIN(TestRegistry)
#include "tst_registry.moc"
