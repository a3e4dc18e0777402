#include "rulecases.h"

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
        QStringLiteral("^-- (schema|fires|quiet|server|says|blind):\\s*(.*?)\\s*$"));
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
            const QStringList version = rest.split(QLatin1Char('.'));
            cases.last().server = version.value(0).toInt() * 10000 + version.value(1).toInt();
        } else if (word == QLatin1String("says") && !cases.isEmpty()) {
            cases.last().says = rest;
        } else if (word == QLatin1String("blind") && !cases.isEmpty()) {
            cases.last().knowsSchema = false;
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

} // namespace lockstep::testing
