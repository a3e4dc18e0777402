#include "document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalBlocker>

namespace lockstep::app {

namespace {

constexpr int autosaveDelayMs = 3000;

/// In the window nothing is dropped that is not ticked.
plan::Intents withTickedDrops(plan::Intents intents)
{
    if (!intents.drop)
        intents.drop = QStringList();
    return intents;
}

FileWriter::Content writeFile(const project::Project &project, const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    const auto written = project::writeProject(project, path);
    if (!written.has_value())
        return written.error();
    return ProjectFileWatch::contentOf(path);
}

} // namespace

Document::Document(project::Pipeline *pipeline, QObject *parent)
    : QObject(parent)
    , m_pipeline(pipeline)
{
    m_autosave.setSingleShot(true);
    connect(&m_autosave, &QTimer::timeout, this, [this] { autosave(Write::By::Itself); });
    connect(&m_file, &ProjectFileWatch::stateChanged, this, [this](ProjectFileState state) {
        emit fileStateChanged(state);
        emit changed();
    });
    connect(&m_writer, &FileWriter::written, this, &Document::settle);
    pipeline->setIntents(withTickedDrops({}));
    connect(pipeline, &project::Pipeline::undoChanged, this, &Document::touchIfEdited);
    // A plan that is made anew has the same edits, with other words for where they belong.
    connect(pipeline, &project::Pipeline::planReady, this, [this] {
        const QJsonArray edits = project::editsToJson(m_pipeline->edits());
        if (!m_isChanged && edits.size() == m_knownEdits.size())
            m_knownEdits = edits;
    });
    connect(pipeline, &project::Pipeline::rulesChanged, this, &Document::touch);
}

Document::~Document()
{
    const QSignalBlocker nobodyIsLeft(this);
    finishWriting();
}

QString Document::title() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    const QString target = QFileInfo(source(project::Side::Target)).fileName();
    return target.isEmpty() ? tr("New project") : tr("Changes towards %1").arg(target);
}

bool Document::cannotSave() const
{
    return m_isChanged && (m_hasFailed || m_file.state() != ProjectFileState::Same);
}

void Document::setSource(project::Side side, const QString &text)
{
    m_sources[size_t(side)] = text;
    load(side);
    touch();
}

void Document::forgetTarget()
{
    m_sources[size_t(project::Side::Target)].clear();
    touch();
}

void Document::load(project::Side side)
{
    const auto source = sources::parseSource(m_sources[size_t(side)]);
    if (source.has_value())
        m_pipeline->setSource(side, *source);
    else
        emit sourceFailed(side, source.error());
}

void Document::setRunTarget(const QString &text)
{
    if (m_runTarget == text)
        return;
    m_runTarget = text;
    touch();
}

void Document::setEnvironment(const QString &environment)
{
    if (m_environment == environment)
        return;
    m_environment = environment;
    touch();
}

void Document::swapSides()
{
    std::swap(m_sources[0], m_sources[1]);
    m_pipeline->swapSides();
    touch();
}

void Document::touch()
{
    if (m_isTaking)
        return;
    m_isChanged = true;
    ++m_revision;
    m_autosave.start(autosaveDelayMs);
    emit changed();
}

void Document::touchIfEdited()
{
    if (!m_isChanged && project::editsToJson(m_pipeline->edits()) == m_knownEdits)
        return;
    touch();
}

void Document::clear()
{
    m_pipeline->cancel();
    m_pipeline->setIntents(withTickedDrops({}));
    m_pipeline->setRules({});
    m_autosave.stop();
    ++m_document;
    m_sources = {};
    m_runTarget.clear();
    m_environment.clear();
    m_knownEdits = {};
    m_unknownRules = {};
    m_path.clear();
    m_file.follow({}, {});
    m_savedAt = {};
    m_hasFailed = false;
    m_isChanged = false;
    emit changed();
}

base::Result<void> Document::open(const QString &path)
{
    finishWriting(); // It may be this file.
    const QByteArray content = ProjectFileWatch::contentOf(path); // Before: who writes meanwhile is noticed.
    const auto project = project::readProject(path);
    if (!project.has_value())
        return project.error();
    if (std::exchange(m_isKeptAside, false))
        discardAutosaved(); // Theirs was taken.
    m_path = path;
    m_file.follow(path, content);
    m_savedAt = QFileInfo(path).lastModified();
    take(*project);
    return {};
}

std::optional<project::Project> Document::autosaved() const
{
    if (m_autosavePath.isEmpty() || !QFileInfo::exists(m_autosavePath))
        return std::nullopt;
    const auto project = project::readProject(m_autosavePath);
    if (!project.has_value() || (project->current.isEmpty() && project->target.isEmpty()))
        return std::nullopt;
    return *project;
}

bool Document::openAutosaved()
{
    const auto project = autosaved();
    if (project)
        take(*project);
    return project.has_value();
}

QDateTime Document::autosavedAt() const
{
    return QFileInfo(m_autosavePath).lastModified();
}

void Document::discardAutosaved()
{
    if (!m_autosavePath.isEmpty())
        QFile::remove(m_autosavePath);
}

QString Document::putAutosavedAside()
{
    const QFileInfo file(m_autosavePath);
    const QString path = file.dir().filePath(
        QStringLiteral("unsaved-%1.lockstep").arg(autosavedAt().toString(QStringLiteral("yyyyMMdd-HHmmss"))));
    return file.exists() && QFile::rename(m_autosavePath, path) ? path : QString();
}

void Document::save(const QString &path)
{
    ask(path, Write::By::User);
}

void Document::saveOverOthers()
{
    ask(m_path, Write::By::User, true);
}

void Document::saveNow()
{
    m_autosave.stop();
    autosave(Write::By::User);
}

void Document::finishWriting()
{
    while (isWriting())
        m_writer.finish();
}

void Document::autosave(Write::By by)
{
    if (!m_isChanged)
        return;
    const bool isAside = m_path.isEmpty() || m_file.look() != ProjectFileState::Same;
    const QString path = isAside ? m_autosavePath : m_path;
    if (isWriting()) // Where it belongs is known when that is done.
        m_autosave.start(autosaveDelayMs);
    else if (!path.isEmpty())
        ask(path, by);
}

/// As it is now: what is changed or opened before its turn comes does not get into the file.
void Document::ask(const QString &path, Write::By by, bool isOverOthers)
{
    m_writes.append({ toProject(), path, m_document, m_revision, project::editsToJson(m_pipeline->edits()),
                      by, isOverOthers });
    if (!isWriting())
        writeNext();
}

void Document::writeNext()
{
    while (!m_writes.isEmpty() && !isWriting()) {
        const Write &next = m_writes.first();
        if (next.isOverOthers)
            m_file.follow(next.path, ProjectFileWatch::contentOf(next.path));
        const bool isRefused = next.path == m_path && m_file.look() != ProjectFileState::Same;
        if (!isRefused) {
            m_file.pause();
            m_writer.write([project = next.project, path = next.path] { return writeFile(project, path); });
            return;
        }
        m_writes.removeFirst();
        emit saveRefused();
    }
    emit writingEnded();
}

void Document::settle(const base::Result<QByteArray> &content)
{
    const Write write = m_writes.takeFirst();
    m_file.resume();
    const bool isOfThis = write.document == m_document;
    const bool isAside = write.path == m_autosavePath;
    const bool isNews = !m_hasFailed || write.by == Write::By::User;
    if (isOfThis && (isAside || write.path == m_path))
        m_hasFailed = !content.has_value();
    if (!content.has_value() && isNews)
        emit saveFailed(content.error());
    if (content.has_value() && isOfThis && isAside)
        settleAside();
    else if (content.has_value() && isOfThis)
        settleOwn(write, *content);
    else if (isOfThis) {
        m_autosave.start(m_retryDelayMs);
        emit changed();
    }
    writeNext();
}

void Document::settleOwn(const Write &write, const QByteArray &content)
{
    if (m_path.isEmpty() || std::exchange(m_isKeptAside, false))
        discardAutosaved(); // It has a name now.
    m_path = write.path;
    m_file.follow(m_path, content);
    m_hasFailed = false;
    m_isChanged = m_revision != write.revision;
    m_knownEdits = write.edits;
    m_savedAt = QDateTime::currentDateTime();
    emit changed();
    emit saved(m_path);
}

void Document::settleAside()
{
    m_isKeptAside = !m_path.isEmpty();
    if (m_isKeptAside)
        return;
    m_savedAt = QDateTime::currentDateTime();
    emit changed();
}

project::Project Document::toProject() const
{
    const plan::PlanOptions options = m_pipeline->options();
    project::Project project;
    project.current = source(project::Side::Current);
    project.target = source(project::Side::Target);
    project.policy = options.policy;
    project.intents = m_pipeline->ownIntents();
    project.edits = m_pipeline->edits();
    project.rules = m_pipeline->rules();
    project.unknownRules = m_unknownRules;
    project.runTarget = m_runTarget;
    project.environment = m_environment;
    return project;
}

void Document::take(const project::Project &project)
{
    m_isTaking = true;
    ++m_document;
    m_sources = { project.current, project.target };
    m_runTarget = project.runTarget;
    m_environment = project.environment;
    m_hasFailed = false;
    m_isChanged = false;
    m_pipeline->setPolicy(project.policy);
    m_pipeline->setIntents(withTickedDrops(project.intents));
    m_pipeline->setRules(project.rules);
    m_unknownRules = project.unknownRules;
    m_knownEdits = project::editsToJson(project.edits);
    m_pipeline->restoreEdits(project.edits);
    for (const project::Side side : { project::Side::Current, project::Side::Target }) {
        if (!source(side).isEmpty())
            load(side);
    }
    m_isTaking = false;
    emit changed();
}

} // namespace lockstep::app
