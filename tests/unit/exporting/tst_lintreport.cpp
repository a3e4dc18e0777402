#include <model/exporting/lintreport.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lockstep;
using namespace lockstep::exporting;

namespace {

analysis::lint::LintReport reportOf(const char *script)
{
    analysis::lint::LintOptions options;
    const auto report = analysis::lint::lint({ { QStringLiteral("db/1, a.sql"), QString::fromUtf8(script) } },
                                             nullptr, options, {});
    return report.has_value() ? *report : analysis::lint::LintReport();
}

const char script[] =
    "CREATE INDEX i\n  ON app.\"Übung\" (a);\n-- lockstep: ignore truncate: empty\nTRUNCATE t;\n"
    "selec 100%;";

QJsonArray array(const QJsonValue &object, const char *member)
{
    return object.toObject().value(QLatin1String(member)).toArray();
}

} // namespace

/// One report in every format.
class TestLintReport : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatTheContractPromisesAsJson();
    void writesSarifThatCodeHostsRead();
    void escapesWorkflowCommands();
    void tellsPeopleWhereWhatAndInstead();
    void writesNothingButTotalsOfNothing();
};

void TestLintReport::writesWhatTheContractPromisesAsJson()
{
    const QJsonDocument document = QJsonDocument::fromJson(lintJson(reportOf(script)));
    const QJsonArray statements = document.object().value(QLatin1String("statements")).toArray();
    QCOMPARE(statements.size(), 3);
    const QJsonObject index = statements.at(0).toObject();
    QCOMPARE(index.value(QLatin1String("file")).toString(), QStringLiteral("db/1, a.sql"));
    QCOMPARE(index.value(QLatin1String("line")).toInt(), 1);
    QCOMPARE(index.value(QLatin1String("transaction")).toString(), QStringLiteral("own"));
    QCOMPARE(index.value(QLatin1String("blocks")).toString(), QStringLiteral("writes"));
    QCOMPARE(index.value(QLatin1String("effect")).toString(), QStringLiteral("index-build"));
    const QJsonObject lock = array(index, "locks").at(0).toObject();
    QCOMPARE(lock.value(QLatin1String("relation")).toString(), QStringLiteral("app.\"Übung\""));
    QCOMPARE(lock.value(QLatin1String("mode")).toString(), QStringLiteral("SHARE"));
    QCOMPARE(array(index, "fix").at(0).toString(),
             QStringLiteral("CREATE INDEX CONCURRENTLY i\n  ON app.\"Übung\" (a)"));
    const QJsonObject suppressed = array(statements.at(1), "suppressed").at(0).toObject();
    QCOMPARE(suppressed.value(QLatin1String("reason")).toString(), QStringLiteral("empty"));
    QCOMPARE(array(statements.at(2), "findings").at(0).toObject().value(QLatin1String("line")).toInt(), 5);
}

void TestLintReport::writesSarifThatCodeHostsRead()
{
    const QJsonDocument document = QJsonDocument::fromJson(lintSarif(reportOf(script)));
    QCOMPARE(document.object().value(QLatin1String("version")).toString(), QStringLiteral("2.1.0"));
    const QJsonValue run = array(document.object(), "runs").at(0);
    QStringList known;
    const QJsonObject driver = run[QLatin1String("tool")][QLatin1String("driver")].toObject();
    for (const QJsonValue &rule : array(driver, "rules"))
        known.append(rule[QLatin1String("id")].toString());
    int suppressed = 0;
    for (const QJsonValue &result : array(run, "results")) {
        QVERIFY(known.contains(result[QLatin1String("ruleId")].toString()));
        const QJsonValue place = array(result, "locations").at(0)[QLatin1String("physicalLocation")];
        QVERIFY(place[QLatin1String("region")][QLatin1String("startLine")].toInt() > 0);
        QCOMPARE(place[QLatin1String("artifactLocation")][QLatin1String("uri")].toString(),
                 QStringLiteral("db/1,%20a.sql"));
        suppressed += array(result, "suppressions").isEmpty() ? 0 : 1;
    }
    QCOMPARE(suppressed, 1);
}

void TestLintReport::escapesWorkflowCommands()
{
    const QString text = QString::fromUtf8(lintGithub(reportOf(script)));
    QVERIFY(
        text.contains(QLatin1String("::warning file=db/1%2C a.sql,line=1,title=create-index-blocking::")));
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        QVERIFY2(line.startsWith(QLatin1String("::")), qPrintable(line));
}

void TestLintReport::tellsPeopleWhereWhatAndInstead()
{
    const QString text = QString::fromUtf8(lintText(reportOf(script)));
    for (const char *part :
         { "db/1, a.sql:1: CREATE INDEX i", "SHARE (writes wait)", "instead:", "CONCURRENTLY",
           "db/1, a.sql:5", "3 statements: 1 error", "1 taken back by comments" })
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    QVERIFY(!text.contains(QLatin1String("TRUNCATE")));
}

void TestLintReport::writesNothingButTotalsOfNothing()
{
    const auto nothing = reportOf("");
    QCOMPARE(lintGithub(nothing), QByteArray());
    QCOMPARE(lintText(nothing), QByteArray("0 statements: 0 errors, 0 warnings, 0 things to know.\n"));
    QVERIFY(array(QJsonDocument::fromJson(lintJson(nothing)).object(), "statements").isEmpty());
}

QTEST_GUILESS_MAIN(TestLintReport)
#include "tst_lintreport.moc"
