#include <model/items/lintrulesmodel.h>

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QTest>

using namespace lockstep;
using analysis::lint::LintSettings;
using items::LintRulesModel;
using items::RuleChoice;

namespace {

const QString usuallyOn = QStringLiteral("drop-table");
const QString onRequest = QStringLiteral("serial-column");

} // namespace

/// What a project decides about each rule.
class TestLintRulesModel final : public QObject
{
    Q_OBJECT
private slots:
    void listsEachRuleWithItsHeading();
    void keepsEachChoice_data();
    void keepsEachChoice();
    void turnsOneOffWhereAllAreOn();
    void surviveTheirFile();
};

void TestLintRulesModel::listsEachRuleWithItsHeading()
{
    LintRulesModel model;
    QAbstractItemModelTester tester(&model);
    QVERIFY(model.rowCount() > 100);
    const int row = model.rowOf(usuallyOn);
    QCOMPARE(model.ruleAt(row), usuallyOn);
    QCOMPARE(model.index(row, LintRulesModel::Title).data().toString(), QStringLiteral("DROP TABLE"));
    QCOMPARE(model.index(row, LintRulesModel::Choice).data().toString(), QStringLiteral("as usual: on"));
    QCOMPARE(model.index(model.rowOf(onRequest), LintRulesModel::Choice).data().toString(),
             QStringLiteral("as usual: off"));
    model.setSettings(items::withChoice({}, usuallyOn, RuleChoice::Off));
    QCOMPARE(model.index(row, LintRulesModel::Choice).data().toString(), QStringLiteral("off"));
    QCOMPARE(model.rowOf(QStringLiteral("nonsense")), -1);
    for (int each = 0; each < model.rowCount(); ++each)
        QVERIFY2(model.index(each, LintRulesModel::Title).data().toString() != model.ruleAt(each),
                 qPrintable(model.ruleAt(each)));
}

void TestLintRulesModel::keepsEachChoice_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("choice");
    QTest::addColumn<bool>("speaks");
    for (const QString &rule : { usuallyOn, onRequest }) {
        for (const RuleChoice choice : items::choicesFor(rule)) {
            const bool isUsual = choice == RuleChoice::Usual;
            const bool speaks = isUsual ? rule == usuallyOn : choice != RuleChoice::Off;
            QTest::addRow("%s %d", qPrintable(rule), int(choice)) << rule << int(choice) << speaks;
        }
    }
}

void TestLintRulesModel::keepsEachChoice()
{
    QFETCH(QString, rule);
    QFETCH(int, choice);
    QFETCH(bool, speaks);
    const LintSettings before = items::withChoice({}, rule, RuleChoice::Error);
    const LintSettings settings = items::withChoice(before, rule, RuleChoice(choice));
    QCOMPARE(int(items::choiceOf(settings, rule)), choice);
    QCOMPARE(settings.allows(rule), speaks);
    QCOMPARE(settings == LintSettings(), RuleChoice(choice) == RuleChoice::Usual);
    const plan::Finding finding{ rule, plan::Severity::Warning, QStringLiteral("Look."), 0, 1 };
    QCOMPARE(settings.applied({ finding }).size(), speaks ? 1 : 0);
}

void TestLintRulesModel::turnsOneOffWhereAllAreOn()
{
    LintSettings all;
    all.enabled.insert(QStringLiteral("all"));
    all.enablesAll = true;
    QCOMPARE(int(items::choiceOf(all, onRequest)), int(RuleChoice::On));
    const LintSettings settings = items::withChoice(all, onRequest, RuleChoice::Usual);
    QCOMPARE(int(items::choiceOf(settings, onRequest)), int(RuleChoice::Usual));
    QVERIFY(!settings.allows(onRequest));
}

void TestLintRulesModel::surviveTheirFile()
{
    LintSettings settings = items::withChoice({}, usuallyOn, RuleChoice::Off);
    settings = items::withChoice(settings, onRequest, RuleChoice::Warning);
    settings.inTransaction = true;
    const auto read =
        analysis::lint::settingsFromJson(QJsonDocument(toJson(settings)).toJson(), QStringLiteral("a.json"));
    QVERIFY(read.has_value());
    QVERIFY(*read == settings);
    QVERIFY(toJson(LintSettings()).isEmpty());
}

QTEST_GUILESS_MAIN(TestLintRulesModel)
#include "tst_lintrulesmodel.moc"
