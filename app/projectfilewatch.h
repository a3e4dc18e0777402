#pragma once

#include <QByteArray>
#include <QObject>
#include <QThread>

namespace lockstep::app {

class FileLooker;

/// The project's file beside what this window knows of it.
enum class ProjectFileState { Same, Changed, Gone };

/// Notices when somebody else writes or removes a file that this window reads and writes. Its content
/// counts, not its time: who touches it, or writes the same, disturbs nobody. Looks on a thread of its own,
/// so that a disc that does not answer stops nobody.
class ProjectFileWatch final : public QObject
{
    Q_OBJECT
public:
    explicit ProjectFileWatch(QObject *parent = nullptr);
    /// Waits for a look that is under way.
    ~ProjectFileWatch() override;

    /// Null where there is none. From any thread, like the next.
    [[nodiscard]] static QByteArray contentOf(const QString &path);
    [[nodiscard]] static ProjectFileState compare(const QString &path, const QByteArray &known);
    /// `known` is what the file held when it was read or written here. An empty path: no file.
    void follow(const QString &path, const QByteArray &known);
    [[nodiscard]] const QByteArray &known() const { return m_known; }
    /// While the file is being written here, what is seen of it does not count.
    void pause() { m_isPaused = true; }
    void resume();
    /// As it was when somebody looked last.
    [[nodiscard]] ProjectFileState state() const { return m_state; }
    /// Somebody has looked.
    void take(ProjectFileState state);

signals:
    void stateChanged(lockstep::app::ProjectFileState state);

private:
    QByteArray m_known;
    ProjectFileState m_state = ProjectFileState::Same;
    bool m_isPaused = false;
    int m_number = 0; ///< Of what is followed; what was seen of another one does not count.
    QThread m_thread;
    FileLooker *m_looker; ///< Lives on that thread.
};

} // namespace lockstep::app
