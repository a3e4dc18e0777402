#pragma once

#include <model/base/result.h>

#include <QString>
#include <QStringList>
#include <QVector>

#include <stop_token>

/// Scripts as files: found, ordered as they are meant to run, and read as text.
namespace lockstep::sources {

struct ScriptText
{
    QString name; ///< The path as it was given; "-" is the standard input.
    QString text;
};

/// The .sql files that `path` stands for: itself, or all below a directory, in the order in which migration
/// tools run them (numbers in names compare as numbers; a file before the one that takes it back). Hidden
/// ones are left out. Errors (Input): no such file; a directory without any.
[[nodiscard]] base::Result<QStringList> scriptFiles(const QString &path);

/// UTF-8, with or without a byte order mark. Errors (Input): cannot be read, is no UTF-8 text.
[[nodiscard]] base::Result<ScriptText> readScriptFile(const QString &path);

/// All scripts that the paths stand for, in the order of the paths. Errors as both above.
[[nodiscard]] base::Result<QVector<ScriptText>> readScripts(const QStringList &paths,
                                                            const std::stop_token &stop = {});

} // namespace lockstep::sources
