#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace lockstep::app {

/// The project's file beside what this window knows of it.
enum class ProjectFileState { Same, Changed, Gone };

/// Notices when somebody else writes or removes a file that this window reads and writes. Its content
/// counts, not its time: who touches it, or writes the same, disturbs nobody.
class ProjectFileWatch final : public QObject
{
    Q_OBJECT
public:
    explicit ProjectFileWatch(QObject *parent = nullptr);

    /// Null where there is none.
    [[nodiscard]] static QByteArray contentOf(const QString &path);
    /// `known` is what the file held when it was read or written here. An empty path: no file.
    void follow(const QString &path, const QByteArray &known);
    /// Reads the file: where it lies on another computer, nobody tells of its changes.
    ProjectFileState look();
    /// While the file is being written here, nobody looks.
    void pause() { m_isPaused = true; }
    void resume();
    [[nodiscard]] ProjectFileState state() const { return m_state; }

signals:
    void stateChanged(lockstep::app::ProjectFileState state);

private:
    void watchAgain();

    QString m_path;
    QByteArray m_known;
    ProjectFileState m_state = ProjectFileState::Same;
    bool m_isPaused = false;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< Who replaces a file does so in several steps.
};

} // namespace lockstep::app
