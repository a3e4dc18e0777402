#include "reviewcontroller.h"

#include <widgets/home/homepage.h>
#include <widgets/review/reviewheader.h>
#include <widgets/review/reviewpage.h>

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>

#include <algorithm>

namespace lockstep::app {

using project::Side;
using widgets::ReviewPage;
using widgets::ReviewScript;
using widgets::StageStrip;

ReviewController::ReviewController(QWidget *window, Actions *actions, Pages *pages,
                                   project::Pipeline *pipeline, Document *document)
    : QObject(window)
    , m_window(window)
    , m_pages(pages)
    , m_page(pages->review())
    , m_pipeline(pipeline)
    , m_document(document)
    , m_keeper(m_page)
    , m_saver(m_page)
{
    connect(actions->reviewScript, &QAction::triggered, this, &ReviewController::chooseFiles);
    connectPage();
    connectRewriting();
    connect(&m_lint, &project::LintService::checked, m_page, &ReviewPage::setReport);
    connect(&m_lint, &project::LintService::workingChanged, m_page, &ReviewPage::setChecking);
    connect(&m_lint, &project::LintService::scriptsRead, this, &ReviewController::take);
    connect(&m_lint, &project::LintService::readFailed, this, [this](const base::Error &error) {
        m_isReading = false;
        m_page->showError(error);
    });
    connect(pipeline, &project::Pipeline::stageChanged, this, [this](project::Stage stage) {
        if (stage == project::Stage::LoadCurrent)
            showSchema();
    });
    connect(pipeline, &project::Pipeline::sourceReady, this, &ReviewController::showSchema);
    connect(pipeline, &project::Pipeline::ratesChanged, this, [this] {
        if (m_page->hasText() && m_page->header()->meetsSchema())
            check();
    });
    connect(pipeline, &project::Pipeline::rulesChanged, this, [this] {
        if (m_page->hasText())
            check();
    });
    connect(&m_saver, &ReviewSaver::saved, &m_keeper, &ReviewKeeper::keepSoon);
    showSchema();
}

void ReviewController::connectPage()
{
    widgets::ReviewHeader *header = m_page->header();
    connect(m_page, &ReviewPage::scriptsChanged, this, &ReviewController::check);
    connect(m_page, &ReviewPage::pasteRequested, this,
            [this] { unlessUnsaved([this] { m_page->paste(); }); });
    connect(m_page, &ReviewPage::discardConfirmed, this, [this] {
        if (const auto replace = std::exchange(m_waiting, nullptr))
            replace();
    });
    connect(header, &widgets::ReviewHeader::openFilesRequested, this, &ReviewController::chooseFiles);
    connect(header, &widgets::ReviewHeader::openFolderRequested, this, &ReviewController::chooseFolder);
    connect(header, &widgets::ReviewHeader::saveRequested, this, &ReviewController::save);
    connect(header, &widgets::ReviewHeader::saveAsRequested, this, &ReviewController::saveAs);
    connect(header, &widgets::ReviewHeader::schemaRequested, m_pages,
            [this] { m_pages->show(StageStrip::Compare); });
}

void ReviewController::open(const QStringList &paths)
{
    m_pages->showReview();
    unlessUnsaved([this, paths] {
        m_isReading = true;
        m_lint.read(paths);
    });
}

void ReviewController::recover()
{
    if (m_document->unsaved()->path().isEmpty())
        return;
    // A comparison that came back, too, is asked about on the Home page.
    connect(&m_keeper, &ReviewKeeper::recovered, this, [this] {
        const bool isFree = m_pages->stack()->currentWidget() == m_pages->home();
        if (isFree && !m_document->unsaved()->hasFound())
            m_pages->showReview();
    });
    const QDir directory = QFileInfo(m_document->unsaved()->path()).dir();
    m_keeper.begin(directory.filePath(QStringLiteral("unsaved-review.json")));
}

QStringList ReviewController::unsavedTexts() const
{
    QStringList texts;
    for (const ReviewScript &script : m_page->scripts()) {
        if (script.isChanged && !script.text.trimmed().isEmpty())
            texts.append(script.text);
    }
    return texts;
}

QStringList ReviewController::unsaved() const
{
    QStringList names;
    for (const ReviewScript &script : m_page->scripts()) {
        if (script.isChanged && !script.text.trimmed().isEmpty())
            names.append(QFileInfo(script.name()).fileName());
    }
    return names;
}

void ReviewController::unlessUnsaved(std::function<void()> replace)
{
    if (m_saver.isSaving()) {
        m_saver.whenSaved([this, replace = std::move(replace)] { unlessUnsaved(replace); });
        return;
    }
    const QStringList names = unsaved();
    m_waiting = nullptr;
    if (names.isEmpty()) {
        replace();
        return;
    }
    m_pages->showReview();
    m_waiting = std::move(replace);
    m_page->askToDiscard(names);
}

void ReviewController::chooseFiles()
{
    m_pages->showReview();
    auto *dialog = new QFileDialog(m_window, tr("Review scripts"));
    dialog->setObjectName(QStringLiteral("reviewFiles"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({ tr("SQL scripts (*.sql *.psql *.ddl)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::filesSelected, this, &ReviewController::open);
    dialog->open();
}

void ReviewController::chooseFolder()
{
    auto *dialog = new QFileDialog(m_window, tr("Review a folder of migrations"));
    dialog->setObjectName(QStringLiteral("reviewFolder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { open({ path }); });
    dialog->open();
}

void ReviewController::take(const QVector<sources::ScriptText> &scripts)
{
    m_isReading = false;
    QVector<ReviewScript> taken;
    for (const sources::ScriptText &script : scripts)
        taken.append({ script.name, script.text, false });
    m_page->setScripts(taken);
}

void ReviewController::check()
{
    project::LintRequest request;
    for (const ReviewScript &script : m_page->scripts())
        request.files.append({ script.name(), script.text });
    if (m_page->header()->meetsSchema()) {
        request.schema = m_pipeline->loaded(Side::Current);
        request.rates = m_pipeline->rates();
    }
    request.serverVersion = m_page->header()->serverVersion();
    request.rules = m_pipeline->rules();
    request.inTransaction = m_page->header()->inTransaction();
    m_lint.check(request);
}

void ReviewController::showSchema()
{
    const sources::LoadedSourcePtr current = m_pipeline->loaded(Side::Current);
    m_page->setSchema(current ? current->display : QString());
    if (m_page->hasText())
        check();
}

void ReviewController::connectRewriting()
{
    using project::Pipeline;
    using project::Stage;
    connect(m_page->header(), &widgets::ReviewHeader::rewriteRequested, this, &ReviewController::rewrite);
    connect(m_page, &ReviewPage::rewriteCanceled, m_pipeline, &Pipeline::cancel);
    connect(m_pipeline, &Pipeline::progress, this, [this](Stage, const QString &what) {
        if (m_isRewriting)
            m_page->setRewriting(what);
    });
    connect(m_pipeline, &Pipeline::planReady, this, [this] {
        if (!m_isRewriting)
            return;
        endRewriting();
        m_pages->show(StageStrip::Plan);
    });
    connect(m_pipeline, &Pipeline::stageFailed, this, [this](Stage, const base::Error &error) {
        if (!m_isRewriting)
            return;
        endRewriting();
        m_pages->showReview();
        m_page->showError(error);
    });
    connect(m_pipeline, &Pipeline::stageChanged, this, [this](Stage stage, project::StageState state) {
        if (m_isRewriting && stage == Stage::LoadTarget && state == project::StageState::Idle)
            endRewriting(); // Given up.
    });
}

void ReviewController::rewrite()
{
    m_page->flush();
    QVector<sources::ScriptText> scripts;
    for (const ReviewScript &script : m_page->scripts())
        scripts.append({ script.name(), script.text });
    m_page->setRewriting(tr("Working out what the script makes of the schema"));
    m_document->forgetTarget();
    m_pipeline->rewrite(scripts);
    m_isRewriting = true;
}

void ReviewController::endRewriting()
{
    m_isRewriting = false;
    m_page->setRewriting({});
}

bool ReviewController::saveShown()
{
    if (m_pages->stack()->currentWidget() != m_page)
        return false;
    save();
    return true;
}

void ReviewController::save()
{
    const int script = m_page->currentScript();
    const QString path = m_page->scripts().at(script).path;
    if (path.isEmpty())
        saveAs();
    else
        m_saver.save(script, path);
}

void ReviewController::saveAs()
{
    const int script = m_page->currentScript();
    auto *dialog = new QFileDialog(m_window, tr("Save the script"));
    dialog->setObjectName(QStringLiteral("saveScript"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("sql"));
    dialog->setNameFilter(tr("SQL scripts (*.sql)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, script](const QString &path) { m_saver.save(script, path); });
    dialog->open();
}

} // namespace lockstep::app
