#pragma once

#include "actions.h"
#include "document.h"
#include "pages.h"
#include "reviewkeeper.h"
#include "reviewsaver.h"

#include <model/project/lintservice.h>
#include <model/project/pipeline.h>

#include <QObject>

#include <functional>

namespace lockstep::widgets {
class ReviewPage;
}

namespace lockstep::app {

/// Between the review page and what reads, lints and saves scripts.
class ReviewController final : public QObject
{
    Q_OBJECT
public:
    ReviewController(QWidget *window, Actions *actions, Pages *pages, project::Pipeline *pipeline,
                     Document *document);

    [[nodiscard]] bool isWorking() const { return m_isReading || m_lint.isWorking() || m_saver.isSaving(); }
    [[nodiscard]] ReviewSaver *saver() { return &m_saver; }
    /// Saves the script that is shown; false if the page is not.
    bool saveShown();
    [[nodiscard]] QStringList unsaved() const; ///< Names of scripts.
    [[nodiscard]] QStringList unsavedTexts() const; ///< The same scripts.
    /// Brings back what was not saved when the last start ended early, and keeps what is written from now on.
    void recover();
    /// Whatever would lose scripts that are not saved waits for a word of the user; before that for what is
    /// being saved.
    void unlessUnsaved(std::function<void()> replace);

public slots:
    /// Files, or folders with all scripts below them. Asks first where something would be lost.
    void open(const QStringList &paths);

private:
    void connectPage();
    void chooseFiles();
    void chooseFolder();
    void check();
    void take(const QVector<sources::ScriptText> &scripts);
    void save();
    void saveAs();
    void showSchema();
    void connectRewriting();
    void rewrite();
    void endRewriting();

    QWidget *m_window;
    Pages *m_pages;
    widgets::ReviewPage *m_page;
    project::Pipeline *m_pipeline;
    Document *m_document;
    project::LintService m_lint;
    ReviewKeeper m_keeper;
    ReviewSaver m_saver;
    bool m_isReading = false;
    bool m_isRewriting = false;
    std::function<void()> m_waiting; ///< What replaces the scripts once the user lets it.
};

} // namespace lockstep::app
