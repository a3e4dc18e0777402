#include "postgrestest.h"

#include <QDir>
#include <QFileInfo>

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

QString sourceDirectory()
{
    return qEnvironmentVariable("LOCKSTEP_SOURCE_DIR", QDir::currentPath());
}

QString corporaDirectory()
{
    const QString named = qEnvironmentVariable("LOCKSTEP_CORPORA");
    const QString path = named.isEmpty() ? sourceDirectory() + QStringLiteral("/../shared/corpora") : named;
    return QFileInfo(path + QStringLiteral("/diff/index.tsv")).exists() ? QDir(path).absolutePath() : QString();
}

} // namespace lockstep::testing
