#include "postgrestest.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace lockstep::testing {

scratch::ScratchServerPtr server(QString *why)
{
    static auto started = scratch::ScratchServer::start({});
    if (started.has_value())
        return started.value();
    if (why)
        *why = started.error().toText();
    return nullptr;
}

int majorFor(const QString &sql)
{
    const std::pair<const char *, int> words[] = {
        { "gen_random_uuid", 13 },  { "COMPRESSION ", 14 },    { "NULLS NOT DISTINCT", 15 },
        { "security_invoker", 15 }, { "DROP EXPRESSION", 13 },
    };
    int major = 12;
    for (const auto &[word, since] : words) {
        if (sql.contains(QLatin1String(word), Qt::CaseInsensitive))
            major = std::max(major, since);
    }
    return major;
}

QString sourceDirectory()
{
    return qEnvironmentVariable("LOCKSTEP_SOURCE_DIR", QDir::currentPath());
}

QString corporaDirectory()
{
    const QString named = qEnvironmentVariable("LOCKSTEP_CORPORA");
    const QString path = named.isEmpty() ? sourceDirectory() + QStringLiteral("/../shared/corpora") : named;
    return QFileInfo(path + QStringLiteral("/diff/index.tsv")).exists() ? QDir(path).absolutePath()
                                                                        : QString();
}

} // namespace lockstep::testing
