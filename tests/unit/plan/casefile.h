#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

#include <vector>

/// Pairs of schemas kept as SQL text, so that a case more needs no compiler. A file holds cases:
///
///     -- case: what it is about
///     -- since: 15            PostgreSQL's oldest version that can do it
///     -- never: DROP TABLE    no forward statement may begin with this
///     -- plans: ALTER TABLE   some forward statement begins with this
///     -- holds: SELECT …      is true before, after forward and after backward
///     -- app: INSERT …         an application's statement, which works between any two steps
///     -- roles: a, b          made first, if they are not there
///     -- old
///     …SQL…
///     -- new
///     …SQL…
namespace lockstep::testing {

struct PlainCase
{
    QString name;
    int since = 12;
    int before = 99;
    QStringList never;
    QStringList plans;
    QStringList holds;
    QStringList apps;
    QStringList roles;
    QString oldSql;
    QString newSql;
};

inline void readDirective(PlainCase &current, const QString &line)
{
    const QString key = line.section(QLatin1Char(':'), 0, 0).mid(3).trimmed();
    const QString value = line.section(QLatin1Char(':'), 1).trimmed();
    if (key == QLatin1String("since"))
        current.since = value.toInt();
    else if (key == QLatin1String("before"))
        current.before = value.toInt();
    else if (key == QLatin1String("never"))
        current.never << value;
    else if (key == QLatin1String("plans"))
        current.plans << value;
    else if (key == QLatin1String("holds"))
        current.holds << value;
    else if (key == QLatin1String("app"))
        current.apps << value;
    else if (key == QLatin1String("roles"))
        current.roles = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
}

inline std::vector<PlainCase> readCases(const QString &path)
{
    std::vector<PlainCase> cases;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    QString *into = nullptr;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1String("-- case:"))) {
            cases.emplace_back().name = line.mid(8).trimmed();
            into = nullptr;
        } else if (cases.empty()) {
            continue;
        } else if (line == QLatin1String("-- old")) {
            into = &cases.back().oldSql;
        } else if (line == QLatin1String("-- new")) {
            into = &cases.back().newSql;
        } else if (into) {
            *into += line + QLatin1Char('\n');
        } else if (line.startsWith(QLatin1String("-- "))) {
            readDirective(cases.back(), line);
        }
    }
    return cases;
}

} // namespace lockstep::testing
