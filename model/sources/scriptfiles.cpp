#include "scriptfiles.h"

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

/// The number that starts at `at`, without leading zeros; `at` is behind it then.
QStringView numberAt(const QString &text, qsizetype *at)
{
    const qsizetype begin = *at;
    while (*at < text.size() && text.at(*at).isDigit())
        ++*at;
    QStringView number = QStringView(text).mid(begin, *at - begin);
    while (number.size() > 1 && number.front() == QLatin1Char('0'))
        number = number.mid(1);
    return number;
}

/// Numbers in names compare as numbers. Not QCollator: what that knows of numbers depends on how Qt was
/// built.
bool isBefore(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a.at(i).isDigit() && b.at(j).isDigit()) {
            const QStringView first = numberAt(a, &i);
            const QStringView second = numberAt(b, &j);
            if (first.size() != second.size())
                return first.size() < second.size();
            if (first != second)
                return first < second;
        } else if (a.at(i) != b.at(j)) {
            return a.at(i) < b.at(j);
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i != b.size() - j ? a.size() - i < b.size() - j : a < b;
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
    std::sort(files.begin(), files.end(),
              [](const QString &a, const QString &b) { return isBefore(sortKey(a), sortKey(b)); });
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

base::Result<QVector<ScriptText>> readScripts(const QStringList &paths, const std::stop_token &stop)
{
    QVector<ScriptText> scripts;
    for (const QString &path : paths) {
        const auto files = scriptFiles(path);
        if (!files.has_value())
            return files.error();
        for (const QString &file : *files) {
            if (stop.stop_requested())
                return base::canceled();
            auto script = readScriptFile(file);
            if (!script.has_value())
                return script.error();
            scripts.append(*std::move(script));
        }
    }
    return scripts;
}

} // namespace lockstep::sources
