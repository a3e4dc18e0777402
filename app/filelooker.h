#pragma once

#include "projectfilewatch.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <functional>

namespace lockstep::app {

/// Looks at one file whenever it, or its directory, is told to have changed. Every function on the thread of
/// this, where it may wait for the disc.
class FileLooker final : public QObject
{
    Q_OBJECT
public:
    /// `seen` is called on that thread, with the number of what was followed then.
    using Seen = std::function<void(int number, ProjectFileState state)>;
    explicit FileLooker(Seen seen);

    void follow(int number, const QString &path, const QByteArray &known);
    /// After a moment: who replaces a file does so in several steps.
    void lookSoon() { m_settle.start(); }

private:
    void look();
    void watchAgain();

    Seen m_seen;
    int m_number = 0;
    QString m_path;
    QByteArray m_known;
    QFileSystemWatcher m_watcher{ this };
    QTimer m_settle{ this };
};

} // namespace lockstep::app
