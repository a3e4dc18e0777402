#pragma once

#include <model/execution/runevents.h>
#include <model/postgres/session.h>
#include <model/project/environment.h>

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <optional>

class QLabel;
class QStatusBar;

namespace lockstep::app {

/// What becomes of changes that are not in the project's file.
enum class SaveState {
    Saved, ///< There are none.
    Waiting, ///< They will be in it in a moment.
    Failing, ///< They do not get into it by themselves.
};

/// The status bar: what we are connected to as whom, what it is for, whether we read or write and whether a
/// transaction may be open; when the catalog was read, when the project was saved.
class StatusLine final : public QObject
{
    Q_OBJECT
public:
    explicit StatusLine(QStatusBar *bar);
    /// What is read from; nothing: no live database.
    void setServer(const QString &display, const std::optional<postgres::ServerInfo> &server);
    void setEnvironment(project::Environment environment);
    /// The run on `display`, if one goes on or was the last thing to happen.
    void setRun(const QString &display, bool isRunning, execution::RunState state);
    void setReadAt(const QDateTime &at);
    /// `at` is when the project was last saved; invalid: never.
    void setSaved(const QDateTime &at, SaveState state);

private:
    void refresh();
    [[nodiscard]] QString serverText() const;
    [[nodiscard]] QString runText() const;
    [[nodiscard]] QString savedText() const;

    QString m_display;
    std::optional<postgres::ServerInfo> m_server;
    project::Environment m_environment = project::Environment::Unknown;
    QString m_runDisplay;
    bool m_isWriting = false;
    execution::RunState m_runState = execution::RunState::NotStarted;
    QDateTime m_readAt;
    QDateTime m_savedAt;
    SaveState m_saveState = SaveState::Saved;
    QLabel *m_connection;
    QLabel *m_read;
    QLabel *m_saved;
    QTimer m_clock;
};

} // namespace lockstep::app
