#include "source.h"

#include <QFile>
#include <QFileInfo>

namespace lockstep::sources {

namespace {

bool looksLikeConnection(const QString &text)
{
    return text.startsWith(QLatin1String("postgresql://")) || text.startsWith(QLatin1String("postgres://"));
}

base::Result<Source> jsonSource(const QString &path, const QByteArray &head)
{
    if (head.contains("\"lockstep-snapshot/"))
        return Source(SnapshotSource{ path });
    if (head.contains("\"lockstep-plan/")) {
        return base::inputError(
            QStringLiteral("\"%1\" is a plan, not a schema.").arg(path),
            QStringLiteral("Use it with prove or run; a schema is a database, a .sql file, a pg_dump "
                           "archive or a snapshot."));
    }
    return base::inputError(QStringLiteral("\"%1\" is JSON but not a snapshot of Lockstep.").arg(path),
                            QStringLiteral("Make one with: lockstep-cli snapshot SRC -o FILE."));
}

/// What a file is, is decided by its first bytes, not by its name.
base::Result<Source> fileSource(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        if (QFileInfo::exists(path + QStringLiteral("/toc.dat")))
            return Source(ArchiveSource{ path });
        return base::inputError(
            QStringLiteral("The directory \"%1\" is not a pg_dump archive: it has no toc.dat.").arg(path),
            QStringLiteral("Give a pg_dump -Fd directory, or one file."));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::inputError(QStringLiteral("\"%1\" cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray head = file.read(4096);
    // A tar archive of pg_dump begins with the name of its first member.
    if (head.startsWith("PGDMP") || head.startsWith(QByteArray("toc.dat\0", 8)))
        return Source(ArchiveSource{ path });
    if (head.trimmed().startsWith('{'))
        return jsonSource(path, head);
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff")) {
        return base::inputError(
            QStringLiteral("\"%1\" is UTF-16 text, which PowerShell makes of pg_dump's output with \">\".")
                .arg(path),
            QStringLiteral("Use pg_dump -f FILE, or convert it, for example: iconv -f utf-16 -t utf-8."));
    }
    if (head.contains('\0')) {
        return base::inputError(
            QStringLiteral("\"%1\" is neither SQL text nor a pg_dump archive nor a snapshot.").arg(path),
            QStringLiteral("Give SQL as UTF-8 text, a pg_dump -Fc file or a snapshot."));
    }
    return Source(SqlFileSource{ path });
}

} // namespace

base::Result<Source> parseSource(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return base::inputError(
            QStringLiteral("No schema is named."),
            QStringLiteral(
                "Give a connection (postgresql://user@host/database), a .sql file, a pg_dump archive or a "
                "snapshot."));
    if (looksLikeConnection(trimmed))
        return Source(LiveSource{ postgres::ConnectionTarget{ trimmed } });
    if (QFileInfo::exists(text))
        return fileSource(text);
    if (trimmed.contains(QLatin1Char('=')))
        return Source(LiveSource{ postgres::ConnectionTarget{ trimmed } });
    return base::inputError(QStringLiteral("There is no file or directory \"%1\".").arg(text),
                            QStringLiteral("Connections are written as postgresql://user@host/database, "
                                           "\"host=name dbname=name\" or service=name."));
}

QString displayName(const Source &source)
{
    return std::visit(base::Overloaded{
                          [](const LiveSource &live) { return live.target.display(); },
                          [](const auto &file) {
                              return QFileInfo(file.path).fileName().isEmpty()
                                         ? file.path
                                         : QFileInfo(file.path).fileName();
                          },
                      },
                      source);
}

} // namespace lockstep::sources
