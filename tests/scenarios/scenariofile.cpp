#include "scenariofile.h"

#include <model/analysis/analysis.h>
#include <model/plan/script.h>

#include <tests/support/postgrestest.h>

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace lockstep::testing {

namespace {

constexpr int oldestMajor = 12;

QDir directory()
{
    return QDir(sourceDirectory() + QStringLiteral("/tests/data/scenarios"));
}

std::optional<QString> textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QString::fromUtf8(file.readAll());
}

/// Of "both at gate 2" 2, of "both" 0, of others -1.
int gateOf(const QString &section)
{
    static const QRegularExpression both(QStringLiteral("^both(?: at gate (\\d+))?$"));
    const QRegularExpressionMatch match = both.match(section);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

/// The sections by their names; directives are sections of one line.
QHash<QString, QString> sectionsOf(const QString &text, QString *fault)
{
    static const QStringList directives{ QStringLiteral("title"), QStringLiteral("since"),
                                         QStringLiteral("loses"), QStringLiteral("old until gate") };
    static const QStringList names{ QStringLiteral("current"),    QStringLiteral("rows"),
                                    QStringLiteral("target"),     QStringLiteral("intents"),
                                    QStringLiteral("both"),       QStringLiteral("naive"),
                                    QStringLiteral("old insert"), QStringLiteral("old update"),
                                    QStringLiteral("old read"),   QStringLiteral("new insert"),
                                    QStringLiteral("new update"), QStringLiteral("new read") };
    QHash<QString, QString> sections;
    QString name;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (!line.startsWith(QLatin1String("-- "))) {
            sections[name] += line + QLatin1Char('\n');
            continue;
        }
        const QString key = line.section(QLatin1Char(':'), 0, 0).mid(3).trimmed();
        if (directives.contains(key))
            sections[key] = line.section(QLatin1Char(':'), 1).trimmed();
        else if (names.contains(key) || gateOf(key) > 0)
            name = key;
        else
            *fault = QStringLiteral("no section is called \"%1\"").arg(key);
    }
    return sections;
}

Release releaseIn(const QHash<QString, QString> &sections, const QString &name)
{
    const auto statement = [&](const char *what) {
        return sections.value(name + QLatin1Char(' ') + QLatin1String(what)).trimmed();
    };
    return { name, statement("insert"), statement("update"), statement("read") };
}

QString keptName(const ScenarioFile &file, int major)
{
    return QStringLiteral("%1.%2.txt").arg(file.name).arg(major);
}

} // namespace

std::vector<ScenarioFile> scenarioFiles(QString *fault)
{
    std::vector<ScenarioFile> files;
    for (const QString &entry : directory().entryList({ QStringLiteral("*.sql") }, QDir::Files, QDir::Name)) {
        QString wrong;
        const auto text = textOf(directory().filePath(entry));
        const auto sections = sectionsOf(text.value_or(QString()), &wrong);
        if (!wrong.isEmpty() || !sections.contains(QStringLiteral("title")))
            *fault +=
                QStringLiteral("%1: %2. ").arg(entry, wrong.isEmpty() ? QStringLiteral("no title") : wrong);
        ScenarioFile file;
        file.name = entry.chopped(4);
        file.title = sections.value(QStringLiteral("title"));
        file.since = sections.value(QStringLiteral("since"), QString::number(oldestMajor)).toInt();
        file.loses = sections.value(QStringLiteral("loses"));
        file.oldUntilGate = sections.value(QStringLiteral("old until gate")).toInt();
        file.current = sections.value(QStringLiteral("current"));
        file.rows = sections.value(QStringLiteral("rows"));
        file.target = sections.value(QStringLiteral("target"));
        file.intents = sections.value(QStringLiteral("intents")).toUtf8();
        for (auto section = sections.cbegin(); section != sections.cend(); ++section) {
            if (const int gate = gateOf(section.key()); gate >= 0)
                file.both.insert(gate, section.value().trimmed());
        }
        file.naive = sections.value(QStringLiteral("naive")).trimmed();
        file.old = releaseIn(sections, QStringLiteral("old"));
        file.fresh = releaseIn(sections, QStringLiteral("new"));
        files.push_back(std::move(file));
    }
    return files;
}

QString reviewedText(const plan::PlanPtr &plan, const schema::CatalogPtr &current)
{
    analysis::AnalysisOptions options;
    options.rows = plan->intents.rows;
    const auto assessed = analysis::analyse(plan, current, options, {});
    if (!assessed.has_value())
        return assessed.error().toText();
    static const QRegularExpression minor(QStringLiteral("(for PostgreSQL \\d+)\\.\\d+"));
    static const QRegularExpression fingerprint(QStringLiteral("Current schema .*\n"));
    return plan::planText(**assessed).replace(minor, QStringLiteral("\\1")).remove(fingerprint);
}

std::optional<QString> keptText(const ScenarioFile &file, int major)
{
    for (int version = major; version >= oldestMajor; --version) {
        if (const auto text = textOf(directory().filePath(keptName(file, version)))) {
            // Which version it is for is all in which they differ.
            return QString(*text).replace(QStringLiteral("for PostgreSQL %1\n").arg(version),
                                          QStringLiteral("for PostgreSQL %1\n").arg(major));
        }
    }
    return std::nullopt;
}

bool keepText(const ScenarioFile &file, int major, const QString &text)
{
    if (keptText(file, major) == text)
        return true;
    QFile kept(directory().filePath(keptName(file, major)));
    return kept.open(QIODevice::WriteOnly) && kept.write(text.toUtf8()) >= 0;
}

} // namespace lockstep::testing
