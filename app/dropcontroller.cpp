#include "dropcontroller.h"

#include <widgets/review/reviewpage.h>

#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <QWidget>

#include <algorithm>

namespace lockstep::app {

using project::Side;
using widgets::StageStrip;

namespace {

enum class DroppedKind { Project, Plan, Script, ScriptFolder, Schema, Unusable };

constexpr qint64 headBytes = 4096;

bool isConnectionText(const QString &text)
{
    return text.startsWith(QLatin1String("postgresql://")) || text.startsWith(QLatin1String("postgres://"));
}

/// By name where the name is Lockstep's own, else by the first bytes.
DroppedKind kindOf(const QString &path)
{
    const QFileInfo info(path);
    if (info.suffix() == QLatin1String("lockstep"))
        return DroppedKind::Project;
    if (info.suffix() == QLatin1String("lockplan"))
        return DroppedKind::Plan;
    const auto source = sources::parseSource(path);
    if (source.has_value())
        return std::holds_alternative<sources::SqlFileSource>(*source) ? DroppedKind::Script
                                                                       : DroppedKind::Schema;
    if (info.isDir())
        return DroppedKind::ScriptFolder;
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(headBytes) : QByteArray();
    if (head.contains("\"lockstep-plan/"))
        return DroppedKind::Plan;
    return head.contains("\"lockstep-project/") ? DroppedKind::Project : DroppedKind::Unusable;
}

base::Error refusal(const QString &message, const QString &detail = {})
{
    base::Error error = base::inputError(
        message,
        DropController::tr("Drop a project, a plan, SQL scripts or a folder of them, a pg_dump archive, a "
                           "snapshot or a postgresql:// address."));
    error.detail = detail;
    return error;
}

} // namespace

DropController::DropController(QWidget *window, Pages *pages, Document *document, FileController *files,
                               PageController *pageController, ReviewController *review)
    : QObject(window)
    , m_pages(pages)
    , m_document(document)
    , m_files(files)
    , m_pageController(pageController)
    , m_review(review)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropController::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QMimeData *data = drop->mimeData();
    // Also what cannot be used is accepted: a cursor that forbids says nothing of the reason.
    if (!data->hasUrls() && !isConnectionText(data->text().trimmed()))
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        take(*data);
    return true;
}

bool DropController::isReviewShown() const
{
    return m_pages->stack()->currentWidget() == m_pages->review();
}

void DropController::take(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (isConnectionText(url.toString())) {
            takeSource(url.toString());
            return;
        }
        if (!url.isLocalFile()) {
            emit refused(refusal(tr("%1 is not on this computer.").arg(url.toDisplayString())));
            return;
        }
        paths.append(url.toLocalFile());
    }
    if (paths.isEmpty())
        takeSource(data.text().trimmed());
    else if (paths.size() == 1)
        takeOne(paths.first());
    else
        takeSeveral(paths);
}

void DropController::takeOne(const QString &path)
{
    switch (kindOf(path)) {
    case DroppedKind::Project: m_files->openProject(path); return;
    case DroppedKind::Plan: m_files->openPlan(path); return;
    case DroppedKind::ScriptFolder: m_review->open({ path }); return;
    case DroppedKind::Script:
        if (isReviewShown())
            m_review->open({ path });
        else
            takeSource(path);
        return;
    case DroppedKind::Schema: takeSource(path); return;
    case DroppedKind::Unusable: {
        const auto source = sources::parseSource(path);
        emit refused(refusal(tr("%1 cannot be opened here.").arg(QFileInfo(path).fileName()),
                             source.has_value() ? QString() : source.error().message));
        return;
    }
    }
}

void DropController::takeSeveral(const QStringList &paths)
{
    QVector<DroppedKind> kinds;
    for (const QString &path : paths)
        kinds.append(kindOf(path));
    const auto isScript = [](DroppedKind kind) {
        return kind == DroppedKind::Script || kind == DroppedKind::ScriptFolder;
    };
    const auto isSchema = [](DroppedKind kind) {
        return kind == DroppedKind::Script || kind == DroppedKind::Schema;
    };
    const bool areScripts = std::all_of(kinds.cbegin(), kinds.cend(), isScript);
    if (areScripts && (isReviewShown() || paths.size() > 2)) {
        m_review->open(paths);
    } else if (paths.size() == 2 && std::all_of(kinds.cbegin(), kinds.cend(), isSchema)) {
        m_pageController->choose(Side::Current, paths.first());
        m_pageController->choose(Side::Target, paths.last());
        m_pages->show(StageStrip::Compare);
    } else {
        emit refused(
            refusal(tr("These %n files cannot be opened together.", nullptr, int(paths.size())),
                    tr("Two schemas become the two sides of a comparison; scripts are reviewed together.")));
    }
}

void DropController::takeSource(const QString &text)
{
    const bool hasCurrent = !m_document->source(Side::Current).isEmpty();
    m_pageController->choose(hasCurrent ? Side::Target : Side::Current, text);
    m_pages->show(StageStrip::Compare);
}

} // namespace lockstep::app
