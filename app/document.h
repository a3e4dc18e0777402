#pragma once

#include "documentwrite.h"
#include "filewriter.h"
#include "projectfilewatch.h"
#include "unsavedwork.h"

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

    /// Where work is kept that has no name, or cannot be saved under it: unsaved()->begin().
    [[nodiscard]] UnsavedWork *unsaved() { return &m_unsaved; }
    [[nodiscard]] QString source(project::Side side) const { return m_sources[size_t(side)]; }
    [[nodiscard]] QString runTarget() const { return m_runTarget; }
    [[nodiscard]] QString environment() const { return m_environment; }
    [[nodiscard]] QString path() const { return m_path; }
    /// The same once all is written that was asked for.
    [[nodiscard]] QString pathToBe() const;
    [[nodiscard]] bool isChanged() const { return m_isChanged; }
    [[nodiscard]] QDateTime savedAt() const { return m_savedAt; }
    /// What was changed since then does not get into a file of its own: that cannot be written, or is
    /// somebody else's by now.
    [[nodiscard]] bool cannotSave() const;
    /// The last try to write what was changed has failed: whoever leaves the document now may lose it.
    [[nodiscard]] bool isAtRisk() const { return m_isChanged && m_hasFailed; }
    [[nodiscard]] int revision() const { return m_revision; } ///< Another number for each state.
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
    /// Both of these write what was changed before they leave it. Where it belongs into a file that is
    /// somebody else's by now, or into none, decisions and edits get a file of their own: keptAside().
    void clear();
    [[nodiscard]] base::Result<void> open(const QString &path);
    /// Work of an earlier window that was never given a name. False if there is none.
    bool openUnsaved();
    /// What an earlier window left gets a name of its own, so that other work is not saved over it:
    /// keptAside().
    void putFoundAside();
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
    void saveComing(); ///< The last moment for what is still being typed.
    void changed();
    void fileStateChanged(lockstep::app::ProjectFileState state);
    void saveRefused(); ///< Somebody else has changed the file.
    void saveFailed(const lockstep::base::Error &error);
    void saved(const QString &path); ///< In a file of its own.
    void named(const QString &path); ///< The same, and it is another one than before.
    void keptAside(const QString &path); ///< Work that was left, of this window or an earlier one.
    void writingEnded(); ///< Nothing waits to be written any more.
    void sourceFailed(lockstep::project::Side side, const lockstep::base::Error &error);

private:
    using Write = DocumentWrite;
    struct Kept
    {
        int document = 0;
        int revision = 0;
    };

    [[nodiscard]] project::Project toProject() const;
    void ask(const QString &path, Write::By by, bool isOverOthers = false);
    void askAside(Write write);
    void writeNext();
    void settle(const base::Result<QByteArray> &content);
    void settleRefused(const Write &write);
    void settleFailed(const Write &write, const base::Error &error);
    void settleOwn(const Write &write, const QByteArray &content);
    void settleAside(const Write &write);
    void settleLeft(const Write &write);
    [[nodiscard]] bool hasDecisions() const;
    void leave();
    void saveSoon();
    void forgetKept();
    [[nodiscard]] bool isBeingWritten(const QString &path) const;
    void take(const project::Project &project);
    void load(project::Side side);
    void autosave(Write::By by);
    void touchIfEdited();

    project::Pipeline *m_pipeline;
    std::array<QString, 2> m_sources;
    QString m_runTarget;
    QString m_environment;
    QString m_path;
    UnsavedWork m_unsaved;
    QJsonArray m_knownEdits; ///< As they are in the file.
    QJsonObject m_unknownRules;
    ProjectFileWatch m_file;
    std::optional<Kept> m_kept; ///< What m_unsaved holds, if it is of this window.
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
