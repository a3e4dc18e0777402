#include "passfile.h"

#include <QDir>
#include <QFile>
#include <QStringList>

namespace lockstep::postgres {

namespace {

/// "host:port:database:user:password", with \: and \\ inside.
QStringList fieldsOf(const QString &line)
{
    QStringList fields{ QString() };
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == QLatin1Char('\\') && i + 1 < line.size())
            fields.last() += line[++i];
        else if (line[i] == QLatin1Char(':') && fields.size() < 5)
            fields.append(QString());
        else
            fields.last() += line[i];
    }
    return fields;
}

QString passfilePath(const QString &named)
{
    const QString path = named.isEmpty() ? qEnvironmentVariable("PGPASSFILE") : named;
    return path.isEmpty() ? QDir::home().filePath(QStringLiteral(".pgpass")) : path;
}

bool isOpenToOthers(const QFile &file)
{
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                            | QFile::WriteOther | QFile::ExeOther;
    return (file.permissions() & others) != 0;
}

} // namespace

QString passwordFromFile(const PassfileQuestion &question)
{
    QFile file(passfilePath(question.file));
    if (isOpenToOthers(file) || !file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    const QString host =
        question.host.startsWith(QLatin1Char('/')) ? QStringLiteral("localhost") : question.host;
    const QStringList wanted{ host, question.port, question.database, question.user };
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).remove(QLatin1Char('\n'));
        const QStringList fields = fieldsOf(line);
        if (line.startsWith(QLatin1Char('#')) || fields.size() < 5)
            continue;
        bool isMatch = true;
        for (int i = 0; i < wanted.size(); ++i)
            isMatch = isMatch && (fields[i] == QLatin1String("*") || fields[i] == wanted[i]);
        if (isMatch)
            return fields[4];
    }
    return {};
}

QString ignoredPassfile(const QString &file)
{
    const QString path = passfilePath(file);
    return isOpenToOthers(QFile(path)) ? path : QString();
}

} // namespace lockstep::postgres
