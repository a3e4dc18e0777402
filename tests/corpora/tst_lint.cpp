#include "eugenecases.h"
#include "squawkcases.h"

#include <QTest>

using namespace lockstep::testing;

/// Other linters' tests say of their scripts what ours says, or it is written down why not.
class TestLint : public QObject
{
    Q_OBJECT

private slots:
    void agreesOrSaysWhyNot_data();
    void agreesOrSaysWhyNot();
};

void TestLint::agreesOrSaysWhyNot_data()
{
    QTest::addColumn<LintTool>("tool");
    QTest::newRow("eugene") << eugene();
    QTest::newRow("squawk") << squawk();
}

void TestLint::agreesOrSaysWhyNot()
{
    QFETCH(LintTool, tool);
    if (tool.cases.isEmpty())
        QSKIP("The corpora are not here.");
    const QHash<QString, QString> reasons = justifications();
    QSet<QString> open;
    for (auto it = reasons.keyBegin(); it != reasons.keyEnd(); ++it) {
        if (it->startsWith(tool.name + QLatin1Char(' ')))
            open.insert(*it);
    }
    QStringList unexplained;
    int differing = 0;
    int onlyRead = 0; ///< The tool's test expects nothing of the script but that it can be run.
    qsizetype expectations = 0;
    for (const LintCase &one : tool.cases) {
        const QVector<LintDisagreement> found = disagreements(tool, one);
        differing += found.isEmpty() ? 0 : 1;
        onlyRead += one.expectations.isEmpty() ? 1 : 0;
        expectations += one.expectations.size();
        qInfo("%-9s %-80s %3lld expectations",
              one.expectations.isEmpty() ? "is read"
              : found.isEmpty()          ? "agrees"
                                         : "differs",
              qPrintable(one.name), static_cast<long long>(one.expectations.size()));
        for (const LintDisagreement &disagreement : found) {
            const QString key = QStringLiteral("%1 %2 %3").arg(tool.name, one.name, disagreement.what);
            const QString reason = reasons.value(key);
            open.remove(key);
            qInfo("    %s (%s)", qPrintable(disagreement.what), qPrintable(disagreement.message));
            qInfo("        %s", reason.isEmpty() ? "NOT EXPLAINED" : qPrintable(reason));
            if (reason.isEmpty())
                unexplained.append(key + QLatin1String(": ") + disagreement.message);
        }
    }
    qInfo("%s: %lld cases, %lld expectations; %lld cases agree, %d differ, %d are only read",
          qPrintable(tool.name), static_cast<long long>(tool.cases.size()),
          static_cast<long long>(expectations),
          static_cast<long long>(tool.cases.size() - differing - onlyRead), differing, onlyRead);
    QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained.join(QLatin1Char('\n'))));
    QVERIFY2(open.isEmpty(), qPrintable(QStringLiteral("These agree by now:\n")
                                        + QStringList(open.values()).join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestLint)
#include "tst_lint.moc"
