#include "document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

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

} // namespace

Document::Document(project::Pipeline *pipeline, QObject *parent)
    : QObject(parent)
    , m_pipeline(pipeline)
{
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosaveDelayMs);
    connect(&m_autosave, &QTimer::timeout, this, &Document::autosave);
    connect(&m_file, &ProjectFileWatch::stateChanged, this, &Document::fileStateChanged);
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

QString Document::title() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    const QString target = QFileInfo(source(project::Side::Target)).fileName();
    return target.isEmpty() ? tr("New project") : tr("Changes towards %1").arg(target);
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
    m_autosave.start();
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
    m_sources = {};
    m_runTarget.clear();
    m_environment.clear();
    m_knownEdits = {};
    m_unknownRules = {};
    m_path.clear();
    m_file.follow({}, {});
    m_isChanged = false;
    emit changed();
}

base::Result<void> Document::open(const QString &path)
{
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

base::Result<void> Document::save(const QString &path)
{
    if (path == m_path && m_file.look() != ProjectFileState::Same) {
        emit saveRefused();
        return base::canceled();
    }
    const auto written = project::writeProject(toProject(), path);
    if (!written.has_value())
        return written;
    if (m_path.isEmpty() || std::exchange(m_isKeptAside, false))
        discardAutosaved(); // It has a name now.
    m_path = path;
    m_file.follow(path, ProjectFileWatch::contentOf(path));
    m_isChanged = false;
    m_knownEdits = project::editsToJson(m_pipeline->edits());
    m_savedAt = QDateTime::currentDateTime();
    emit changed();
    return {};
}

base::Result<void> Document::saveOverOthers()
{
    m_file.follow(m_path, ProjectFileWatch::contentOf(m_path));
    return save(m_path);
}

void Document::saveNow()
{
    m_autosave.stop();
    autosave();
}

void Document::autosave()
{
    if (!m_isChanged)
        return;
    if (m_path.isEmpty() || m_file.look() != ProjectFileState::Same) {
        keepAside();
        return;
    }
    const auto saved = save(m_path);
    if (!saved.has_value())
        emit saveFailed(saved.error());
}

void Document::keepAside()
{
    if (m_autosavePath.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_autosavePath).absolutePath());
    const auto written = project::writeProject(toProject(), m_autosavePath);
    if (!written.has_value()) {
        emit saveFailed(written.error());
        return;
    }
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
    m_sources = { project.current, project.target };
    m_runTarget = project.runTarget;
    m_environment = project.environment;
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
