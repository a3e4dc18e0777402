#pragma once

#include <model/project/projectfile.h>

#include <QDateTime>
#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

namespace lockstep::app {

/// The file of work that has no name yet, or cannot be saved under its name, so that the next start finds it.
/// Each window has one of its own; what an earlier one left is never written over.
class UnsavedWork
{
public:
    /// Takes the file of that name, or name-2 and so on: the first that holds what another window left, or
    /// else the first that no other window has.
    void begin(const QString &path);
    [[nodiscard]] QString path() const { return m_path; } ///< Empty: nowhere (tests, screenshots).
    /// The file is of an earlier window, and nobody has decided about it.
    [[nodiscard]] bool hasFound() const { return m_hasFound; }
    /// What it holds, if that can be read and says what to compare.
    [[nodiscard]] std::optional<project::Project> read() const;
    [[nodiscard]] QDateTime writtenAt() const;
    /// It is this window's from now on.
    void takeUp() { m_hasFound = false; }
    void discard();
    /// Gives what is there a name of its own; that, or empty where there was nothing.
    [[nodiscard]] QString putAside();
    /// Of a file that is not there, beside its own.
    [[nodiscard]] QString newName() const;

private:
    bool lock(const QString &name);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    bool m_hasFound = false;
};

} // namespace lockstep::app
