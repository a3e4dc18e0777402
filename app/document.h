#pragma once

#include "filewriter.h"
#include "projectfilewatch.h"

#include <model/project/pipeline.h>
#include <model/project/projectfile.h>

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace lockstep::app {

/// What is being worked on: the two sides as texts, the decisions, and the file they are kept in.
/// Saves by itself a few seconds after a change. Files are written in the background, in the order asked for
/// and as it was when asked; saved() or saveFailed() follows. Passwords live here in memory only.
class Document final : public QObject
{
    Q_OBJECT
public:
    explicit Document(project::Pipeline *pipeline, QObject *parent = nullptr);
    /// Waits for what is still to be written.
    ~Document() override;

    /// Where work that was never saved under a name is kept; empty: nowhere (tests, screenshots).
    void setAutosavePath(const QString &path) { m_autosavePath = path; }

    [[nodiscard]] QString autosavePath() const { return m_autosavePath; }
    [[nodiscard]] QString source(project::Side side) const { return m_sources[size_t(side)]; }
    [[nodiscard]] QString runTarget() const { return m_runTarget; }
    [[nodiscard]] QString environment() const { return m_environment; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isChanged() const { return m_isChanged; }
    [[nodiscard]] QDateTime savedAt() const { return m_savedAt; }
    /// What was changed since then does not get into a file of its own: that cannot be written, or is
    /// somebody else's by now.
    [[nodiscard]] bool cannotSave() const;
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
    /// Its own file only if nobody else has changed it since: saveRefused() otherwise.
    void save(const QString &path);
    /// Into its own file, whoever has changed that.
    void saveOverOthers();
    /// Without waiting for the next few seconds to pass.
    void saveNow();
    [[nodiscard]] bool isWriting() const { return m_writer.isWriting(); }
    /// Waits for everything that was asked for.
    void finishWriting();
    /// How long after a write has failed the next one is tried, in ms. It says nothing if that fails, too.
    void setRetryDelay(int ms) { m_retryDelayMs = ms; }
    [[nodiscard]] FileWriter *writer() { return &m_writer; }
    [[nodiscard]] ProjectFileState fileState() const { return m_file.state(); }

signals:
    void changed();
    void fileStateChanged(lockstep::app::ProjectFileState state);
    void saveRefused(); ///< Somebody else has changed the file.
    void saveFailed(const lockstep::base::Error &error);
    void saved(const QString &path); ///< In a file of its own.
    void writingEnded(); ///< Nothing waits to be written any more.
    void sourceFailed(lockstep::project::Side side, const lockstep::base::Error &error);

private:
    struct Write
    {
        project::Project project;
        QString path;
        int document = 0;
        int revision = 0;
        QJsonArray edits;
        enum class By { Itself, User } by = By::Itself;
        bool isOverOthers = false;
    };

    [[nodiscard]] project::Project toProject() const;
    void ask(const QString &path, Write::By by, bool isOverOthers = false);
    void writeNext();
    void settle(const base::Result<QByteArray> &content);
    void settleOwn(const Write &write, const QByteArray &content);
    void settleAside();
    void take(const project::Project &project);
    void load(project::Side side);
    void autosave(Write::By by);
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
    bool m_hasFailed = false; ///< The last write of this document.
    bool m_isTaking = false;
    QDateTime m_savedAt;
    QTimer m_autosave;
    int m_retryDelayMs = 30'000;
    int m_document = 0; ///< Another one for each that is opened or begun.
    int m_revision = 0; ///< Another one for each change.
    QVector<Write> m_writes; ///< The first one is under way.
    FileWriter m_writer;
};

} // namespace lockstep::app
