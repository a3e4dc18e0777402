#include "scriptfiles.h"

#include <QCollator>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <cstdio>

namespace lockstep::sources {

namespace {

constexpr char standardInput[] = "-";

base::Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const bool isInput = path == QLatin1String(standardInput);
    const bool opened = isInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return base::inputError(QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()),
                                QStringLiteral("Check the path and its permissions."));
    return file.readAll();
}

/// "V2__b.sql" before "V10__a.sql", and "1.up.sql" before "1.down.sql".
QString sortKey(const QString &path)
{
    QString key = path;
    for (const auto &[word, sorted] :
         { std::pair("up.sql", "0.sql"), std::pair("down.sql", "1.sql"), std::pair("undo.sql", "1.sql"),
           std::pair("rollback.sql", "1.sql") }) {
        if (key.endsWith(QLatin1String(word), Qt::CaseInsensitive))
            return key.left(key.size() - qsizetype(qstrlen(word))) + QLatin1String(sorted);
    }
    return key;
}

} // namespace

base::Result<QStringList> scriptFiles(const QString &path)
{
    if (path == QLatin1String(standardInput))
        return QStringList{ path };
    const QFileInfo info(path);
    if (!info.exists())
        return base::inputError(
            QStringLiteral("There is no file %1.").arg(path),
            QStringLiteral("Give a .sql file, a directory of them, or - for the standard input."));
    if (!info.isDir())
        return QStringList{ path };
    QStringList files;
    QDirIterator found(path, { QStringLiteral("*.sql") }, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(found.next());
    if (files.isEmpty())
        return base::inputError(QStringLiteral("There is no .sql file in %1 or below it.").arg(path));
    QCollator collator(QLocale::c());
    collator.setNumericMode(true);
    std::sort(files.begin(), files.end(), [&](const QString &a, const QString &b) {
        const int order = collator.compare(sortKey(a), sortKey(b));
        return order != 0 ? order < 0 : a < b;
    });
    return files;
}

base::Result<ScriptText> readScriptFile(const QString &path)
{
    const auto bytes = bytesOf(path);
    if (!bytes.has_value())
        return bytes.error();
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(*bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return base::inputError(QStringLiteral("%1 is no text in UTF-8.").arg(path),
                                QStringLiteral("Convert it first, for example with iconv -t UTF-8."));
    return ScriptText{ path, std::move(text) };
}

} // namespace lockstep::sources
