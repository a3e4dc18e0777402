#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace lockstep::testing {

/// lockstep-cli as a shell starts it, in a directory of its own that holds two schemas: a.sql and b.sql.
class Program
{
public:
    struct Outcome
    {
        int code = -1; ///< -2: it crashed.
        QString out;
        QString err;
    };

    Program();

    /// Empty if it can be run; else why not.
    [[nodiscard]] QString fault() const;
    [[nodiscard]] static QString path();
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    /// Waits for its end.
    [[nodiscard]] Outcome run(
        const QStringList &arguments,
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment()) const;
    /// Writes a file into the directory.
    QString file(const QString &name, const QByteArray &content);

    static const QByteArray before; ///< a.sql
    static const QByteArray after; ///< b.sql

private:
    QTemporaryDir m_directory;
};

} // namespace lockstep::testing
