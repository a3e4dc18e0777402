#include "context.h"

#include <model/plan/planjson.h>
#include <model/project/loading.h>

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <unistd.h>

namespace lockstep::cli {

Exit exitFor(const base::Error &error)
{
    switch (error.kind) {
    case base::ErrorKind::Canceled: return Exit::Interrupted;
    case base::ErrorKind::Usage: return Exit::Usage;
    case base::ErrorKind::Input: return Exit::Input;
    case base::ErrorKind::Connection: return Exit::Connection;
    case base::ErrorKind::Server: return Exit::Input;
    case base::ErrorKind::Environment: return Exit::Input;
    case base::ErrorKind::Refused: return Exit::Stopped;
    case base::ErrorKind::Proof: return Exit::Proof;
    case base::ErrorKind::Internal: return Exit::Input;
    }
    return Exit::Input;
}

Context::Context(QString scratchServer, std::stop_token stop)
    : m_scratchServer(std::move(scratchServer))
    , m_stop(std::move(stop))
{ }

base::Result<scratch::ScratchServerPtr> Context::scratch()
{
    if (m_scratch)
        return m_scratch;
    auto started = scratch::ScratchServer::start({ m_scratchServer, m_preferredMajor }, m_stop);
    if (started.has_value())
        m_scratch = *started;
    return started;
}

base::Result<scratch::ScratchServerPtr> Context::scratchOfMajor(int major)
{
    if (m_scratch && m_scratch->version() / 10000 != major)
        m_scratch.reset(); // What was loaded there has been read.
    preferMajor(major);
    return scratch();
}

base::Result<sources::Source> Context::source(const Arguments &arguments, const char *flag) const
{
    const QString text = arguments.value(flag);
    if (text.isEmpty())
        return usageError(
            QStringLiteral("%1 is missing.").arg(QLatin1String(flag)),
            QStringLiteral("It takes a connection (postgresql://..., key=value, service=name), a .sql "
                           "file, a pg_dump archive or a snapshot."));
    return sources::parseSource(text);
}

base::Result<sources::LoadedSourcePtr> Context::load(const sources::Source &source)
{
    const QString display = sources::displayName(source);
    auto loaded = project::loadSource(
        source, [this] { return scratch(); }, [](const QString &phase) { progress(phase); }, m_stop);
    if (!loaded.has_value())
        return loaded;
    for (const QString &warning : (*loaded)->warnings)
        complain(QStringLiteral("warning: %1: %2").arg(display, warning));
    return loaded;
}

void complain(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

void progress(const QString &line)
{
    if (::isatty(STDERR_FILENO))
        complain(line);
}

int exitWith(Exit code)
{
    return int(code);
}

int fail(const base::Error &error)
{
    complain(QStringLiteral("lockstep-cli: ") + error.toText());
    return exitWith(exitFor(error));
}

base::Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::inputError(QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()),
                                QStringLiteral("Check the path and its permissions."));
    return file.readAll();
}

base::Result<void> checkOutput(const Arguments &arguments)
{
    const QString path = arguments.value("-o");
    if (path.isEmpty() || path == QLatin1String("-"))
        return {};
    const QFileInfo file(path);
    const QFileInfo directory(file.absolutePath());
    if (file.isDir())
        return usageError(QStringLiteral("%1 cannot be written: it is a directory.").arg(path));
    if (!directory.isDir())
        return usageError(QStringLiteral("%1 cannot be written: there is no directory %2.")
                              .arg(path, directory.filePath()));
    if (!directory.isWritable() || (file.exists() && !file.isWritable()))
        return usageError(QStringLiteral("%1 cannot be written: permission denied.").arg(path));
    return {};
}

base::Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    const auto refused = [&path](const QFileDevice &file) {
        return usageError(QStringLiteral("%1 cannot be written: %2.").arg(path, file.errorString()),
                          QStringLiteral("Check that there is room."));
    };
    // A device or a pipe is written to; a file beside it that takes its name would be its end.
    if (const QFileInfo info(path); info.exists() && !info.isFile() && !info.isDir()) {
        QFile device(path);
        if (device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && device.write(bytes) == bytes.size())
            return {};
        return refused(device);
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return refused(file);
}

base::Result<void> writeResult(const Arguments &arguments, const QByteArray &bytes)
{
    const QString path = arguments.value("-o");
    if (path.isEmpty() || path == QLatin1String("-")) {
        const size_t written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
        if (written == size_t(bytes.size()) && std::fflush(stdout) == 0)
            return {};
        return usageError(QStringLiteral("The result could not be written to the standard output."));
    }
    return writeFile(path, bytes);
}

base::Result<plan::PlanPtr> readPlan(const Arguments &arguments)
{
    const QString path = arguments.positional().value(0);
    if (path.isEmpty())
        return usageError(
            QStringLiteral("The plan file is missing."),
            QStringLiteral("lockstep-cli plan --current SRC --target SRC -o FILE.lockplan makes one."));
    const auto bytes = readFile(path);
    if (!bytes.has_value())
        return bytes.error();
    return plan::planFromJson(*bytes, path);
}

} // namespace lockstep::cli
