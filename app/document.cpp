#include "document.h"

#include "samefile.h"

#include <QFileInfo>
#include <QSignalBlocker>

namespace lockstep::app {

namespace {

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
    saveSoon();
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
    leave();
    m_pipeline->cancel();
    m_pipeline->forget();
    m_pipeline->setIntents(withTickedDrops({}));
    m_pipeline->setRules({});
    ++m_document;
    ++m_revision;
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
    const bool isThis = isSameFile(path, m_path);
    const bool isTheirs = isThis && m_file.state() != ProjectFileState::Same;
    if (isThis && !isTheirs) // Theirs is read instead of what was changed here; the user was told.
        leave();
    if (isBeingWritten(path))
        finishWriting();
    if (isThis && !isTheirs && m_isChanged)
        return base::inputError(
            tr("%1 was not opened again, because what was changed in it cannot be saved.").arg(title()),
            tr("Save it under another name first."));
    const QByteArray content = ProjectFileWatch::contentOf(path); // Before: who writes meanwhile is noticed.
    const auto project = project::readProject(path);
    if (!project.has_value())
        return project.error();
    if (isThis)
        forgetKept();
    else
        leave();
    m_path = path;
    m_file.follow(path, content);
    m_savedAt = QFileInfo(path).lastModified();
    take(*project);
    return {};
}

bool Document::openUnsaved()
{
    const auto project = m_unsaved.read();
    if (!project)
        return false;
    clear();
    m_unsaved.takeUp();
    take(*project);
    m_kept = Kept{ m_document, m_revision };
    m_isChanged = true; // It is in no file of its own.
    emit changed();
    return true;
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

bool Document::hasDecisions() const
{
    const project::Project project = toProject();
    const plan::Intents none = withTickedDrops({});
    return !project.edits.isEmpty() || project.policy != project::Project().policy
           || plan::toJson(project.intents) != plan::toJson(none)
           || project.rules != analysis::lint::LintSettings() || !project.unknownRules.isEmpty();
}

void Document::take(const project::Project &project)
{
    m_isTaking = true;
    ++m_document;
    ++m_revision;
    m_sources = { project.current, project.target };
    m_runTarget = project.runTarget;
    m_environment = project.environment;
    m_hasFailed = false;
    m_isChanged = false;
    m_pipeline->forget();
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
