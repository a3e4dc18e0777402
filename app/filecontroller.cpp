#include "filecontroller.h"

#include "samefile.h"

#include <model/plan/planjson.h>
#include <model/plan/script.h>

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>
#include <QSemaphore>

namespace lockstep::app {

using project::Side;

namespace {

base::Error fileError(const QString &path, const QString &message, const QString &hint)
{
    base::Error error = base::inputError(message, hint);
    error.position = base::TextPosition{ path, 0, 0 };
    return error;
}

/// What a plan is written as follows from the name the user chose.
QByteArray planBytes(const plan::Plan &plan, const QString &path)
{
    if (path.endsWith(QLatin1String(".rollback.sql")))
        return plan::rollbackScript(plan).toUtf8();
    if (path.endsWith(QLatin1String(".verify.sql")))
        return plan::verifyScript(plan).toUtf8();
    if (path.endsWith(QLatin1String(".sql")))
        return plan::forwardScript(plan).toUtf8();
    if (path.endsWith(QLatin1String(".txt")))
        return plan::planText(plan).toUtf8();
    return plan::toJson(plan);
}

} // namespace

FileController::FileController(QWidget *window, Actions *actions, Document *document,
                               project::Pipeline *pipeline, PageController *pages, Settings *settings)
    : QObject(window)
    , m_window(window)
    , m_actions(actions)
    , m_document(document)
    , m_pipeline(pipeline)
    , m_pages(pages)
    , m_settings(settings)
{
    connect(actions->newProject, &QAction::triggered, this, &FileController::newProject);
    connect(actions->open, &QAction::triggered, this, &FileController::chooseFile);
    connect(actions->save, &QAction::triggered, this, &FileController::save);
    connect(actions->saveAs, &QAction::triggered, this, &FileController::saveAs);
    connect(actions->savePlan, &QAction::triggered, this, &FileController::savePlan);
    connect(actions->recent, &QMenu::aboutToShow, this, &FileController::fillRecent);
    connect(document, &Document::saveFailed, this, &FileController::failed);
    connect(document, &Document::named, this, [this](const QString &path) {
        m_settings->addRecentProject(QFileInfo(path).absoluteFilePath());
    });
}

FileController::~FileController()
{
    QSemaphore written; // The worker forgets what it has not begun.
    m_worker.post([&written] { written.release(); });
    written.acquire();
}

void FileController::open(const QString &path)
{
    if (path.endsWith(QLatin1String(".lockplan")))
        openPlan(path);
    else if (path.endsWith(QLatin1String(".lockstep")))
        openProject(path);
    else
        m_pages->choose(m_document->source(Side::Current).isEmpty() ? Side::Current : Side::Target, path);
}

bool FileController::mayLeave()
{
    if (!m_document->isAtRisk() || m_leaves == m_document->revision())
        return true;
    m_leaves = m_document->revision();
    emit failed(base::inputError(tr("%1 is not saved: the last try has failed.").arg(m_document->title()),
                                 tr("Save it under another name, or do this again to go on without it.")));
    return false;
}

void FileController::openProject(const QString &path)
{
    if (!mayLeave())
        return;
    const auto opened = m_document->open(path);
    if (!opened.has_value()) {
        emit failed(opened.error());
        return;
    }
    m_settings->addRecentProject(QFileInfo(path).absoluteFilePath());
    m_pages->showDocument();
    emit this->opened(path);
    if (const QStringList unknown = m_document->unknownRules(); !unknown.isEmpty())
        emit noticed(tr("The project decides about %n rule(s) that Lockstep does not know here: %1.", nullptr,
                        int(unknown.size()))
                         .arg(unknown.join(QStringLiteral(", "))),
                     tr("What it says of them stays in the file. A newer Lockstep may know them, or they are "
                        "misspelled."));
}

void FileController::openPlan(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit failed(fileError(path, tr("The plan cannot be opened: %1.").arg(file.errorString()),
                              tr("Check that the file exists and that you may read it.")));
        return;
    }
    const auto plan = plan::planFromJson(file.readAll(), path);
    if (!plan.has_value()) {
        emit failed(plan.error());
        return;
    }
    if (showPlan(*plan))
        emit opened(path);
}

bool FileController::showPlan(const plan::PlanPtr &plan)
{
    if (!mayLeave())
        return false;
    m_document->clear();
    m_pages->openPlan(plan);
    m_pages->showDocument();
    return true;
}

bool FileController::newProject()
{
    if (!mayLeave())
        return false;
    m_document->clear();
    m_pages->showDocument();
    return true;
}

void FileController::save()
{
    if (m_saverBefore && m_saverBefore())
        return;
    const QString path = m_document->pathToBe();
    if (path.isEmpty())
        saveAs();
    else
        m_document->save(path);
}

void FileController::saveMine()
{
    m_document->saveOverOthers();
}

void FileController::saveAs()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the project"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("lockstep"));
    dialog->setNameFilter(tr("Lockstep projects (*.lockstep)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        // The dialog has asked whether what is there may go.
        if (isSameFile(path, m_document->path()))
            saveMine();
        else
            m_document->save(path);
    });
    dialog->open();
}

void FileController::savePlan()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the plan"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("lockplan"));
    dialog->setNameFilters({ tr("Plan for lockstep-cli (*.lockplan)"), tr("SQL for psql (*.sql)"),
                             tr("Rollback as SQL (*.rollback.sql)"), tr("Verification as SQL (*.verify.sql)"),
                             tr("Text for reading (*.txt)") });
    connect(dialog, &QFileDialog::fileSelected, this, &FileController::writePlan);
    dialog->open();
}

void FileController::writePlan(const QString &path)
{
    const plan::PlanPtr plan = m_pipeline->plan();
    if (!plan)
        return;
    m_worker.post([this, plan, path] {
        QSaveFile file(path);
        const QByteArray bytes = planBytes(*plan, path);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            return;
        const base::Error error = fileError(path, tr("The plan cannot be saved: %1.").arg(file.errorString()),
                                            tr("Save it under another name."));
        QMetaObject::invokeMethod(
            this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
    });
}

void FileController::chooseFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Open"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Projects, plans and schemas (*.lockstep *.lockplan *.sql *.dump *.json)"),
                             tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, &FileController::open);
    dialog->open();
}

void FileController::fillRecent()
{
    m_actions->recent->clear();
    for (const QString &path : m_settings->recentProjects()) {
        QAction *action = m_actions->recent->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openProject(path); });
    }
}

} // namespace lockstep::app
