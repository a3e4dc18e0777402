#include "servicefile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace lockstep::postgres {

namespace {

void readServices(const QString &path, QVector<Service> *services)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly | QIODevice::Text))
        return;
    Service *section = nullptr;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        if (line.startsWith(QLatin1Char('[')) && line.endsWith(QLatin1Char(']'))) {
            const QString name = line.mid(1, line.size() - 2);
            const bool isKnown = std::any_of(services->cbegin(), services->cend(),
                                             [&](const Service &known) { return known.name == name; });
            if (!isKnown)
                services->append({ name, {}, path });
            section = isKnown ? nullptr : &services->last();
            continue;
        }
        const QString key = line.section(QLatin1Char('='), 0, 0).trimmed();
        if (section && key != QLatin1String("password") && key != QLatin1String("sslpassword"))
            section->options.append({ key, line.section(QLatin1Char('='), 1, -1).trimmed() });
    }
}

QString userFile()
{
    const QString named = qEnvironmentVariable("PGSERVICEFILE");
    return named.isEmpty() ? QDir::home().filePath(QStringLiteral(".pg_service.conf")) : named;
}

QString systemFile()
{
    const QString directory = qEnvironmentVariable("PGSYSCONFDIR", QStringLiteral("/etc/postgresql-common"));
    return directory + QStringLiteral("/pg_service.conf");
}

} // namespace

QVector<Service> services()
{
    QVector<Service> services;
    readServices(userFile(), &services);
    readServices(systemFile(), &services);
    return services;
}

} // namespace lockstep::postgres
