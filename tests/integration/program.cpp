#include "program.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace lockstep::testing {

const QByteArray Program::before =
    "CREATE TABLE users (id bigint PRIMARY KEY, name text);\nCREATE TABLE old (x int);\n";
const QByteArray Program::after =
    "CREATE TABLE users (id bigint PRIMARY KEY, name text, tier text NOT NULL DEFAULT 'free');\n"
    "CREATE INDEX users_name ON users (name);\n";

Program::Program()
{
    file(QStringLiteral("a.sql"), before);
    file(QStringLiteral("b.sql"), after);
}

QString Program::fault() const
{
    return QFileInfo(path()).isExecutable() ? QString() : QStringLiteral("lockstep-cli is not built.");
}

QString Program::path()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../app/lockstep-cli");
}

Program::Outcome Program::run(const QStringList &arguments, const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_directory.path());
    process.start(path(), arguments);
    Outcome outcome;
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished();
        return outcome;
    }
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    outcome.out = QString::fromUtf8(process.readAllStandardOutput());
    outcome.err = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

QString Program::file(const QString &name, const QByteArray &content)
{
    QFile target(m_directory.filePath(name));
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
        qFatal("cannot write a test file");
    return target.fileName();
}

} // namespace lockstep::testing
