#include "rulecases.h"

#include <model/analysis/lint/lint.h>
#include <model/analysis/rules/documentation.h>
#include <model/analysis/rules/rule.h>
#include <model/base/sqlscript.h>
#include <model/scratch/scratchserver.h>
#include <model/sources/catalogreader.h>
#include <tests/support/postgrestest.h>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <memory>

using namespace lockstep;
using namespace lockstep::testing;

namespace {

/// Sizes of some tables of schema.sql.
schema::StatisticsPtr sizes()
{
    auto statistics = std::make_shared<schema::Statistics>();
    const auto add = [&statistics](const char *table, qint64 rows, qint64 bytes) {
        schema::RelationStatistics &known = statistics->relations[schema::objectId(
            schema::Kind::Table, QStringLiteral("public"), QLatin1String(table))];
        known.rows = rows;
        known.heapBytes = bytes;
    };
    add("orders", 50000000, qint64(12) << 30);
    statistics
        ->relations[schema::objectId(schema::Kind::Table, QStringLiteral("public"), QStringLiteral("orders"))]
        .writesPerSecond = 350;
    add("tiny", 12, 8192);
    add("measures_2024", 3000000, qint64(1) << 28);
    return statistics;
}

} // namespace

/// Every rule has its documentation, a script that it speaks of, and one that it does not.
class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesNoRuleTwice();
    void documentsEveryRule();
    void documentsNothingElse();
    void hasCasesOfEveryRule();
    void findsWhatItShould_data();
    void findsWhatItShould();
    void callsAnErrorWhatTheServerRefuses_data();
    void callsAnErrorWhatTheServerRefuses();

private:
    [[nodiscard]] std::unique_ptr<postgres::Session> openWith(const scratch::ScratchDatabase &database,
                                                              const QString &sql) const;
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
    // But one may be asked of plans step by step, and of scripts at their end.
    QSet<QPair<QString, size_t>> seen;
    for (const analysis::rules::Rule &rule : analysis::rules::registry()) {
        const QPair<QString, size_t> one(QLatin1String(rule.id), rule.check.index());
        QVERIFY2(!seen.contains(one), rule.id);
        seen.insert(one);
    }
}

void TestRules::documentsEveryRule()
{
    QStringList lacking;
    for (const analysis::rules::Rule &rule : analysis::rules::registry()) {
        const QString text = analysis::rules::documentation(QLatin1String(rule.id));
        if (!text.startsWith(QLatin1String("# ")) || text.count(QLatin1Char('\n')) < 6)
            lacking.append(QLatin1String(rule.id));
    }
    QVERIFY2(lacking.isEmpty(), qPrintable(lacking.join(QLatin1Char(' '))));
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

void TestRules::hasCasesOfEveryRule()
{
    QSet<QString> fires;
    QSet<QString> quiet;
    for (const RuleCase &one : std::as_const(m_cases)) {
        for (const QString &rule : one.fires)
            fires.insert(rule.section(QLatin1Char(' '), 0, 0));
        quiet.unite(QSet<QString>(one.quiet.begin(), one.quiet.end()));
    }
    QStringList lacking;
    for (const analysis::rules::Rule &rule : analysis::rules::registry()) {
        if (!fires.contains(QLatin1String(rule.id)) || !quiet.contains(QLatin1String(rule.id)))
            lacking.append(QLatin1String(rule.id));
    }
    QVERIFY2(lacking.isEmpty(), qPrintable(lacking.join(QLatin1Char(' '))));
}

/// A session in the database, after schema.sql and more.
std::unique_ptr<postgres::Session> TestRules::openWith(const scratch::ScratchDatabase &database,
                                                       const QString &sql) const
{
    auto session = database.open();
    if (!session.has_value())
        return {};
    const auto loaded = (*session)->executeScript(m_sharedSchema + sql);
    if (!loaded.has_value())
        qWarning("%s", qPrintable(loaded.error().message));
    return loaded.has_value() ? std::move(*session) : nullptr;
}

schema::CatalogPtr TestRules::catalogWith(const QString &sql)
{
    if (const auto known = m_catalogs.constFind(sql); known != m_catalogs.constEnd())
        return *known;
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("rules"));
    if (!database.has_value())
        return {};
    const auto session = openWith(**database, sql);
    if (!session)
        return {};
    const auto catalog = sources::readCatalog(*session);
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
    analysis::lint::LintOptions options;
    options.serverVersion = one.server;
    options.knowsSchema = one.knowsSchema;
    options.statistics = sizes();
    options.settings.enablesAll = true;
    const auto report = analysis::lint::lint({ { one.file, one.sql } }, catalog, options, {});
    QVERIFY(report.has_value());

    QSet<QString> found;
    QStringList texts;
    for (const analysis::lint::LintedStatement &statement : report->statements) {
        for (const plan::Finding &finding : statement.findings) {
            const QString rule = finding.rule + QLatin1Char(' ') + plan::name(finding.severity);
            found.unite({ finding.rule, rule });
            texts.append(rule + QLatin1String(": ") + finding.message);
        }
    }
    const QString all = texts.join(QLatin1Char('\n'));
    for (const QString &rule : one.fires)
        QVERIFY2(found.contains(rule), qPrintable(rule + QLatin1String(" does not speak, but:\n") + all));
    for (const QString &rule : one.quiet)
        QVERIFY2(!found.contains(rule), qPrintable(rule + QLatin1String(" speaks:\n") + all));
    QVERIFY2(one.says.isEmpty() || all.contains(one.says), qPrintable(one.says + QLatin1String("\n") + all));
}

void TestRules::callsAnErrorWhatTheServerRefuses_data()
{
    QTest::addColumn<int>("index");
    // These lose work or do nothing, and the server lets them.
    const QSet<QString> harmful = { QStringLiteral("transaction-never-committed"),
                                    QStringLiteral("transaction-timeout-ignored"),
                                    QStringLiteral("drop-database"), QStringLiteral("syntax-error") };
    for (int i = 0; i < m_cases.size(); ++i) {
        const RuleCase &one = m_cases[i];
        const bool isError = one.fires.contains(one.file + QLatin1String(" error"));
        if (isError && one.knowsSchema && !harmful.contains(one.file))
            QTest::newRow(qPrintable(one.name())) << i;
    }
}

void TestRules::callsAnErrorWhatTheServerRefuses()
{
    QFETCH(int, index);
    const RuleCase &one = m_cases[index];
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("refuses"));
    QVERIFY(database.has_value());
    const auto session =
        openWith(**database, one.schema + QStringLiteral("\nINSERT INTO orders (id) VALUES (1);"));
    QVERIFY(session);
    const bool isOfOld = one.server != RuleCase().server;
    if (isOfOld && session->server().version / 10000 > one.server / 10000)
        QSKIP("This version can do more.");
    bool isRefused = false;
    for (const base::ScriptStatement &statement : base::splitScript(one.sql))
        isRefused |= !session->execute(statement.sql).has_value();
    QVERIFY(isRefused);
}

QTEST_MAIN(TestRules)
#include "tst_rules.moc"
