#include "reviewkeeper.h"

#include <model/base/log.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/review/reviewpage.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace lockstep::app {

using widgets::ReviewScript;

namespace {

constexpr int keepDelayMs = 3000;
const QString reviewFormat = QStringLiteral("lockstep-review/1");

/// Empty where nothing has to be kept.
QByteArray unsavedJson(const QVector<ReviewScript> &scripts)
{
    QJsonArray kept;
    for (const ReviewScript &script : scripts) {
        if (script.isChanged && !script.text.trimmed().isEmpty())
            kept.append(QJsonObject{ { QStringLiteral("path"), script.path },
                                     { QStringLiteral("text"), script.text } });
    }
    return kept.isEmpty() ? QByteArray()
                          : QJsonDocument(QJsonObject{ { QStringLiteral("format"), reviewFormat },
                                                       { QStringLiteral("scripts"), kept } })
                                .toJson();
}

QVector<ReviewScript> scriptsFrom(const QByteArray &json)
{
    QVector<ReviewScript> scripts;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QStringLiteral("format")) != reviewFormat)
        return scripts;
    for (const QJsonArray all = object.value(QStringLiteral("scripts")).toArray();
         const QJsonValue &each : all) {
        const QJsonObject script = each.toObject();
        scripts.append({ script.value(QStringLiteral("path")).toString(),
                         script.value(QStringLiteral("text")).toString(), true });
    }
    return scripts;
}

void writeOrRemove(const QString &path, const QByteArray &json)
{
    if (json.isEmpty()) {
        QFile::remove(path);
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        base::log::warning("app",
                           QStringLiteral("Scripts cannot be kept in %1: %2.").arg(path, file.errorString()));
}

} // namespace

ReviewKeeper::ReviewKeeper(widgets::ReviewPage *page, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_worker(std::make_unique<project::Worker>(QStringLiteral("review keeper")))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(keepDelayMs);
    connect(&m_soon, &QTimer::timeout, this, &ReviewKeeper::keep);
    connect(page, &widgets::ReviewPage::scriptsChanged, this, &ReviewKeeper::keepSoon);
    connect(page->editor(), &widgets::SqlEditor::typed, this, &ReviewKeeper::keepSoon);
}

ReviewKeeper::~ReviewKeeper()
{
    m_worker.reset();
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

void ReviewKeeper::begin(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    m_lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        m_lock.reset();
        return;
    }
    m_path = path;
    m_worker->post([this, path] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        QMetaObject::invokeMethod(
            this, [this, json = file.readAll()] { takeUp(json); }, Qt::QueuedConnection);
    });
}

void ReviewKeeper::takeUp(const QByteArray &json)
{
    const QVector<ReviewScript> kept = scriptsFrom(json);
    if (kept.isEmpty())
        return;
    QVector<ReviewScript> scripts = m_page->scripts();
    scripts.removeIf([](const ReviewScript &script) { return script.text.isEmpty(); });
    m_page->setScripts(kept + scripts);
    m_page->showMessage(tr("These scripts were not saved when Lockstep ended; here they are again."), {});
    emit recovered();
}

void ReviewKeeper::keepSoon()
{
    if (!m_path.isEmpty() && !m_soon.isActive())
        m_soon.start();
}

void ReviewKeeper::keep()
{
    m_worker->post([path = m_path, json = unsavedJson(m_page->scripts())] { writeOrRemove(path, json); });
}

} // namespace lockstep::app
