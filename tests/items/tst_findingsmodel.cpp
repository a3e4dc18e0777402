#include "printmodel.h"

#include <model/items/findingsfilter.h>
#include <model/items/findingsmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;
using analysis::lint::LintedStatement;
using items::FindingsFilter;
using items::FindingsModel;

/// Findings of a report as rows, and which of them are shown.
class TestFindingsModel final : public QObject
{
    Q_OBJECT
private slots:
    void listsFindingsInTheOrderOfTheScript();
    void namesTheFileWhereThereAreSeveral();
    void knowsTheStatementOfARow();
    void sortsTheWorstFirstAndKeepsTheOrderAmongEquals();
    void showsFromASeverityUpwards();
    void showsWhatHoldsAText();
    void isEmptyWithoutAReport();
    void knowsWhatIsWrittenAboutARule();
};

namespace {

LintedStatement statement(const QString &file, int line,
                          const QVector<std::pair<const char *, plan::Severity>> &findings)
{
    LintedStatement result;
    result.file = file;
    result.line = line;
    for (const auto &[rule, severity] : findings)
        result.findings.append(
            { QLatin1String(rule), severity, QStringLiteral("About %1.").arg(QLatin1String(rule)), 0, line });
    return result;
}

analysis::lint::LintReportPtr report(bool hasTwoFiles = false)
{
    using plan::Severity;
    auto made = std::make_shared<analysis::lint::LintReport>();
    made->statements = {
        statement(QStringLiteral("/m/a.sql"), 1, { { "b-rule", Severity::Warning } }),
        statement(QStringLiteral("/m/a.sql"), 3, {}),
        statement(hasTwoFiles ? QStringLiteral("/m/b.sql") : QStringLiteral("/m/a.sql"), 5,
                  { { "c-rule", Severity::Error }, { "a-rule", Severity::Info } }),
        statement(hasTwoFiles ? QStringLiteral("/m/b.sql") : QStringLiteral("/m/a.sql"), 12,
                  { { "a-rule", Severity::Warning } }),
    };
    return made;
}

QStringList rulesOf(const QAbstractItemModel &model)
{
    QStringList rules;
    for (int row = 0; row < model.rowCount(); ++row)
        rules.append(model.index(row, FindingsModel::Rule).data().toString()
                     + QString::number(model.index(row, 0).data(items::StatementRole).toInt()));
    return rules;
}

} // namespace

void TestFindingsModel::listsFindingsInTheOrderOfTheScript()
{
    FindingsModel model;
    QAbstractItemModelTester tester(&model);
    model.setReport(report());
    QCOMPARE(testing::printed(model),
             (QStringList{ QStringLiteral("warning | 1 | About b-rule. | b-rule"),
                           QStringLiteral("error | 5 | About c-rule. | c-rule"),
                           QStringLiteral("note | 5 | About a-rule. | a-rule"),
                           QStringLiteral("warning | 12 | About a-rule. | a-rule") }));
    QCOMPARE(model.index(1, 0).data(items::SeverityRole).toInt(), int(plan::Severity::Error));
    QCOMPARE(model.count(plan::Severity::Warning), 2);
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("error in line 5: About c-rule."));
}

void TestFindingsModel::namesTheFileWhereThereAreSeveral()
{
    FindingsModel model;
    model.setReport(report(true));
    QCOMPARE(model.index(0, FindingsModel::Place).data().toString(), QStringLiteral("a.sql:1"));
    QCOMPARE(model.index(3, FindingsModel::Place).data().toString(), QStringLiteral("b.sql:12"));
    QCOMPARE(model.headerData(FindingsModel::Place, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Place"));
}

void TestFindingsModel::knowsTheStatementOfARow()
{
    FindingsModel model;
    model.setReport(report());
    QCOMPARE(model.statementOf(2), 2);
    QCOMPARE(model.statementOf(4), -1);
    QCOMPARE(model.rowOf(2), 1);
    QCOMPARE(model.rowOf(2, QStringLiteral("a-rule")), 2);
    QCOMPARE(model.rowOf(2, QStringLiteral("b-rule")), -1);
    QCOMPARE(model.rowOf(1), -1);
    QCOMPARE(model.rowOf(9), -1);
}

void TestFindingsModel::sortsTheWorstFirstAndKeepsTheOrderAmongEquals()
{
    FindingsModel model;
    FindingsFilter filter;
    QAbstractItemModelTester tester(&filter);
    filter.setSourceModel(&model);
    filter.sort(FindingsModel::Severity, Qt::AscendingOrder);
    model.setReport(report());
    QCOMPARE(rulesOf(filter), (QStringList{ QStringLiteral("c-rule2"), QStringLiteral("b-rule0"),
                                            QStringLiteral("a-rule3"), QStringLiteral("a-rule2") }));
    filter.sort(FindingsModel::Place, Qt::DescendingOrder);
    QCOMPARE(rulesOf(filter).first(), QStringLiteral("a-rule3"));
}

void TestFindingsModel::showsFromASeverityUpwards()
{
    FindingsModel model;
    FindingsFilter filter;
    QAbstractItemModelTester tester(&filter);
    filter.setSourceModel(&model);
    model.setReport(report());
    filter.setLowest(plan::Severity::Warning);
    QCOMPARE(filter.rowCount(), 3);
    filter.setLowest(plan::Severity::Error);
    QCOMPARE(filter.rowCount(), 1);
    filter.setLowest(plan::Severity::Info);
    QCOMPARE(filter.rowCount(), 4);
}

void TestFindingsModel::showsWhatHoldsAText()
{
    FindingsModel model;
    FindingsFilter filter;
    filter.setSourceModel(&model);
    model.setReport(report());
    filter.setText(QStringLiteral(" A-RULE "));
    QCOMPARE(filter.rowCount(), 2);
    filter.setText(QStringLiteral("About c"));
    QCOMPARE(filter.rowCount(), 1);
}

void TestFindingsModel::isEmptyWithoutAReport()
{
    FindingsModel model;
    QAbstractItemModelTester tester(&model);
    model.setReport(report());
    model.setReport(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.findingAt(0));
    QCOMPARE(model.rowOf(0), -1);
}

void TestFindingsModel::knowsWhatIsWrittenAboutARule()
{
    QVERIFY(
        items::ruleDocumentation(QStringLiteral("create-index-blocking")).contains(QStringLiteral("SHARE")));
    QVERIFY(items::ruleDocumentation(QStringLiteral("no-such-rule")).isEmpty());
}

QTEST_GUILESS_MAIN(TestFindingsModel)
#include "tst_findingsmodel.moc"
