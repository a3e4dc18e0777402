#include "rulecases.h"

#include <model/analysis/lint/lint.h>
#include <tests/support/postgrestest.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace lockstep::testing {

namespace {

QVector<RuleCase> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression mark(
        QStringLiteral("^-- (schema|fires|quiet|server|says):\\s*(.*?)\\s*$"));
    RuleCase current;
    current.file = QFileInfo(path).completeBaseName();
    QString schema;
    QVector<RuleCase> cases;
    bool inSchema = false;
    int number = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        ++number;
        const QRegularExpressionMatch match = mark.match(line);
        const QString word = match.captured(1);
        const QString rest = match.captured(2);
        if (word == QLatin1String("schema")) {
            inSchema = true;
        } else if (word == QLatin1String("fires") || word == QLatin1String("quiet")) {
            inSchema = false;
            current.line = number;
            cases.append(current);
            const QStringList rules = rest.split(QLatin1String(", "));
            (word == QLatin1String("fires") ? cases.last().fires : cases.last().quiet) = rules;
        } else if (word == QLatin1String("server") && !cases.isEmpty()) {
            cases.last().server = rest.toInt();
        } else if (word == QLatin1String("says") && !cases.isEmpty()) {
            cases.last().says = rest;
        } else if (inSchema) {
            schema += line + QLatin1Char('\n');
        } else if (!cases.isEmpty()) {
            cases.last().sql += line + QLatin1Char('\n');
        }
    }
    for (RuleCase &one : cases)
        one.schema = schema;
    return cases;
}

} // namespace

QString RuleCase::name() const
{
    return QStringLiteral("%1 line %2").arg(file).arg(line);
}

QVector<RuleCase> readRuleCases()
{
    const QDir directory(sourceDirectory() + QStringLiteral("/tests/data/lint"));
    QVector<RuleCase> cases;
    for (const QString &name : directory.entryList({ QStringLiteral("*.sql") }, QDir::Files, QDir::Name)) {
        if (name != QLatin1String("schema.sql"))
            cases += readFile(directory.filePath(name));
    }
    return cases;
}

namespace {

schema::StatisticsPtr rowsOf(const QVector<SizedTable> &tables)
{
    auto statistics = std::make_shared<schema::Statistics>();
    for (const SizedTable &table : tables) {
        schema::RelationStatistics &relation = statistics->relations[schema::objectId(
            schema::Kind::Table, QStringLiteral("public"), QLatin1String(table.name))];
        relation.rows = table.rows;
        relation.heapBytes = table.bytes;
    }
    return statistics;
}

} // namespace

QVector<plan::Finding> findingsOf(const QString &sql, const schema::CatalogPtr &catalog, int majorVersion,
                                  const QVector<SizedTable> &sizes)
{
    analysis::lint::LintOptions options;
    options.serverVersion = majorVersion * 10000;
    options.statistics = rowsOf(sizes);
    options.knowsSchema = true;
    options.settings.enablesAll = true;
    const auto report = analysis::lint::lint({ { QStringLiteral("case.sql"), sql } }, catalog, options, {});
    QVector<plan::Finding> findings;
    if (!report.has_value())
        return findings;
    for (const analysis::lint::LintedStatement &statement : report->statements)
        findings += statement.findings;
    return findings;
}

} // namespace lockstep::testing
