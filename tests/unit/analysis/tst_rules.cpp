#include "rulecases.h"

#include <model/analysis/rules/documentation.h>
#include <model/analysis/rules/rule.h>
#include <model/scratch/scratchserver.h>
#include <model/sources/catalogreader.h>
#include <tests/support/postgrestest.h>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// Rules speak of the scripts that they should, and of no others.
class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesNoRuleTwice();
    void documentsNothingElse();
    void findsWhatItShould_data();
    void findsWhatItShould();

private:
    [[nodiscard]] schema::CatalogPtr catalogWith(const QString &sql);

    QVector<RuleCase> m_cases;
    QString m_sharedSchema;
    QHash<QString, schema::CatalogPtr> m_catalogs; ///< By the SQL beside that of schema.sql.
};

void TestRules::initTestCase()
{
    m_cases = readRuleCases();
    QFile file(sourceDirectory() + QStringLiteral("/tests/data/lint/schema.sql"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_sharedSchema = QString::fromUtf8(file.readAll());
}

void TestRules::namesNoRuleTwice()
{
    QSet<QString> seen;
    for (const analysis::rules::Rule &rule : analysis::rules::registry()) {
        QVERIFY2(!seen.contains(QLatin1String(rule.id)), rule.id);
        seen.insert(QLatin1String(rule.id));
    }
}

void TestRules::documentsNothingElse()
{
    const QDir directory(sourceDirectory() + QStringLiteral("/resources/rules"));
    // Not rules of the registry: what is said of a statement that does not parse.
    const QSet<QString> others = { QStringLiteral("README"), QStringLiteral("not-parsed"),
                                   QStringLiteral("syntax-error") };
    for (const QString &name : directory.entryList({ QStringLiteral("*.md") })) {
        const QString id = name.chopped(3);
        QVERIFY2(others.contains(id) || analysis::rules::findRule(id), qPrintable(name));
    }
}

schema::CatalogPtr TestRules::catalogWith(const QString &sql)
{
    if (const auto known = m_catalogs.constFind(sql); known != m_catalogs.constEnd())
        return *known;
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("rules"));
    if (!database.has_value())
        return {};
    const auto session = (*database)->open();
    if (!session.has_value())
        return {};
    const auto loaded = (*session)->executeScript(m_sharedSchema + sql);
    if (!loaded.has_value()) {
        qWarning("%s", qPrintable(loaded.error().message));
        return {};
    }
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        return {};
    return *m_catalogs.insert(sql, *catalog);
}

void TestRules::findsWhatItShould_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_cases.size(); ++i)
        QTest::newRow(qPrintable(m_cases[i].name())) << i;
}

void TestRules::findsWhatItShould()
{
    QFETCH(int, index);
    const RuleCase &one = m_cases[index];
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    const schema::CatalogPtr catalog = catalogWith(one.schema);
    QVERIFY(catalog);
    const QVector<plan::Finding> findings = findingsOf(one.sql, catalog, one.server,
                                                       { { "orders", 50'000'000, 12LL << 30 },
                                                         { "tiny", 12, 8192 },
                                                         { "measures_2024", 3'000'000, 1LL << 28 } });

    QSet<QString> found;
    QStringList texts;
    for (const plan::Finding &finding : findings) {
        found.insert(finding.rule);
        found.insert(finding.rule + QLatin1Char(' ') + plan::name(finding.severity));
        texts.append(finding.rule + QLatin1Char(' ') + plan::name(finding.severity) + QLatin1String(": ")
                     + finding.message);
    }
    const QString all = texts.join(QLatin1Char('\n'));
    for (const QString &rule : one.fires)
        QVERIFY2(found.contains(rule), qPrintable(rule + QLatin1String(" does not speak, but:\n") + all));
    for (const QString &rule : one.quiet)
        QVERIFY2(!found.contains(rule), qPrintable(rule + QLatin1String(" speaks:\n") + all));
    QVERIFY2(one.says.isEmpty() || all.contains(one.says), qPrintable(one.says + QLatin1String("\n") + all));
}

QTEST_MAIN(TestRules)
#include "tst_rules.moc"
