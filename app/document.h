#pragma once

#include "projectfilewatch.h"

#include <model/project/pipeline.h>
#include <model/project/projectfile.h>

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace lockstep::app {

/// What is being worked on: the two sides as texts, the decisions, and the file they are kept in.
/// Saves by itself a few seconds after a change. Passwords live here in memory only.
class Document final : public QObject
{
    Q_OBJECT
public:
    explicit Document(project::Pipeline *pipeline, QObject *parent = nullptr);

    /// Where work that was never saved under a name is kept; empty: nowhere (tests, screenshots).
    void setAutosavePath(const QString &path) { m_autosavePath = path; }

    [[nodiscard]] QString autosavePath() const { return m_autosavePath; }
    [[nodiscard]] QString source(project::Side side) const { return m_sources[size_t(side)]; }
    [[nodiscard]] QString runTarget() const { return m_runTarget; }
    [[nodiscard]] QString environment() const { return m_environment; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isChanged() const { return m_isChanged; }
    [[nodiscard]] QDateTime savedAt() const { return m_savedAt; }
    [[nodiscard]] QString title() const; ///< "shop.lockstep", or what is compared.

    void setSource(project::Side side, const QString &text);
    /// The target is no source any more, but what scripts make of the current side.
    void forgetTarget();
    void setRunTarget(const QString &text);
    void setEnvironment(const QString &environment);
    void swapSides();
    void touch(); ///< Decisions or edits changed.
    /// What the project says of rules that are not known here: kept as it is.
    [[nodiscard]] QStringList unknownRules() const { return project::ruleIds(m_unknownRules); }
    void clear();

    [[nodiscard]] base::Result<void> open(const QString &path);
    /// Work of the last start that was never given a name. False if there is none.
    bool openAutosaved();
    [[nodiscard]] std::optional<project::Project> autosaved() const; ///< The same, only looked at.
    [[nodiscard]] QDateTime autosavedAt() const;
    void discardAutosaved();
    /// Gives it a name of its own, so that other work is not saved over it; empty: it stays where it is.
    [[nodiscard]] QString putAutosavedAside();
    /// Errors: what cannot be written, and the document's own file where somebody else has changed it since.
    [[nodiscard]] base::Result<void> save(const QString &path);
    /// Into its own file, whoever has changed that.
    [[nodiscard]] base::Result<void> saveOverOthers();
    /// Without waiting for the next few seconds to pass.
    void saveNow();
    [[nodiscard]] ProjectFileState fileState() const { return m_file.state(); }

signals:
    void changed();
    void fileStateChanged(lockstep::app::ProjectFileState state);
    void saveRefused(); ///< Somebody else has changed the file.
    void saveFailed(const lockstep::base::Error &error);
    void sourceFailed(lockstep::project::Side side, const lockstep::base::Error &error);

private:
    [[nodiscard]] project::Project toProject() const;
    void take(const project::Project &project);
    void load(project::Side side);
    void autosave();
    void keepAside();
    void touchIfEdited();

    project::Pipeline *m_pipeline;
    std::array<QString, 2> m_sources;
    QString m_runTarget;
    QString m_environment;
    QString m_path;
    QString m_autosavePath;
    QJsonArray m_knownEdits; ///< As they are in the file.
    QJsonObject m_unknownRules;
    ProjectFileWatch m_file;
    bool m_isKeptAside = false; ///< Beside a file that somebody else has changed.
    bool m_isChanged = false;
    bool m_isTaking = false;
    QDateTime m_savedAt;
    QTimer m_autosave;
};

} // namespace lockstep::app
