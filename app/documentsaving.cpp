#include "document.h"

#include "samefile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

/// How a document gets into its file, or into another one where that cannot be.
namespace lockstep::app {

namespace {

constexpr int autosaveDelayMs = 3000;

/// On the writer's thread, like everything that waits for a disc.
FileWriter::Content writeFile(const project::Project &project, const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    const auto written = project::writeProject(project, path);
    if (!written.has_value())
        return written.error();
    return ProjectFileWatch::contentOf(path);
}

} // namespace

void Document::save(const QString &path)
{
    emit saveComing();
    ask(path, Write::By::User);
}

void Document::saveOverOthers()
{
    emit saveComing();
    ask(m_path, Write::By::User, true);
}

void Document::saveSoon()
{
    m_autosave.start(autosaveDelayMs);
}

void Document::saveNow()
{
    m_autosave.stop();
    emit saveComing();
    autosave(Write::By::User);
}

void Document::finishWriting()
{
    while (isWriting())
        m_writer.finish();
}

bool Document::isBeingWritten(const QString &path) const
{
    return std::any_of(m_writes.cbegin(), m_writes.cend(),
                       [&path](const Write &write) { return isSameFile(write.path, path); });
}

void Document::autosave(Write::By by)
{
    if (!m_isChanged)
        return;
    const bool isAside = m_path.isEmpty() || m_file.state() != ProjectFileState::Same;
    const QString path = isAside ? m_unsaved.path() : m_path;
    if (path.isEmpty() || (isAside && m_kept && m_kept->revision == m_revision))
        return;
    if (isWriting()) // Where it belongs is known when that is done.
        saveSoon();
    else
        ask(path, by);
}

/// As it is now: what is changed or opened before its turn comes does not get into the file.
void Document::ask(const QString &path, Write::By by, bool isOverOthers)
{
    if (path == m_unsaved.path())
        putFoundAside();
    m_writes.append({ toProject(), path, m_document, m_revision, project::editsToJson(m_pipeline->edits()),
                      by, isOverOthers });
    if (path == m_path && !isOverOthers)
        m_writes.last().known = m_file.known();
    if (!isWriting())
        writeNext();
}

/// Into a file that nobody works on.
void Document::askAside(Write write)
{
    if (m_unsaved.path().isEmpty())
        return;
    write.path = m_unsaved.newName();
    write.isOfLeft = true;
    write.known.reset();
    write.found = std::make_shared<ProjectFileState>(ProjectFileState::Same);
    m_writes.append(write);
}

QString Document::pathToBe() const
{
    const auto last = std::find_if(m_writes.crbegin(), m_writes.crend(), [this](const Write &write) {
        return write.document == m_document && !write.isOfLeft && write.path != m_unsaved.path();
    });
    return last == m_writes.crend() ? m_path : last->path;
}

void Document::leave()
{
    m_autosave.stop();
    emit saveComing();
    const bool isAsked = !m_writes.isEmpty() && m_writes.constLast().revision == m_revision
                         && m_writes.constLast().path != m_unsaved.path();
    if (!m_isChanged || isAsked)
        return;
    const QString path = pathToBe();
    if (!path.isEmpty() && (path != m_path || m_file.state() == ProjectFileState::Same)) {
        ask(path, Write::By::User);
    } else if (!path.isEmpty() || hasDecisions()) {
        askAside({ toProject(), {}, m_document, m_revision, {}, Write::By::User });
        if (!isWriting())
            writeNext();
    }
}

void Document::putFoundAside()
{
    if (!m_unsaved.hasFound())
        return;
    const QString kept = m_unsaved.putAside();
    if (!kept.isEmpty())
        emit keptAside(kept);
}

void Document::forgetKept()
{
    if (m_kept && m_kept->document == m_document)
        m_unsaved.discard();
    m_kept.reset();
}

void Document::writeNext()
{
    if (isWriting())
        return;
    if (m_writes.isEmpty()) {
        emit writingEnded();
        return;
    }
    const Write &next = m_writes.first();
    m_file.pause();
    m_writer.write([project = next.project, path = next.path, found = next.found, known = next.known] {
        if (known && (*found = ProjectFileWatch::compare(path, *known)) != ProjectFileState::Same)
            return FileWriter::Content(base::canceled());
        return writeFile(project, path);
    });
}

void Document::settle(const base::Result<QByteArray> &content)
{
    const Write write = m_writes.takeFirst();
    m_file.resume();
    for (Write &next : m_writes) { // What comes into the same file finds this one's there.
        if (content.has_value() && next.path == write.path && !next.isOverOthers)
            next.known = *content;
    }
    if (*write.found != ProjectFileState::Same)
        settleRefused(write);
    else if (!content.has_value())
        settleFailed(write, content.error());
    else if (write.isOfLeft)
        settleLeft(write);
    else if (write.path == m_unsaved.path())
        settleAside(write);
    else if (write.document == m_document)
        settleOwn(write, *content);
    writeNext();
}

/// Somebody else has changed the file since.
void Document::settleRefused(const Write &write)
{
    if (write.document != m_document) {
        askAside(write);
        return;
    }
    if (write.path == m_path)
        m_file.take(*write.found);
    emit saveRefused();
    autosave(write.by);
}

void Document::settleFailed(const Write &write, const base::Error &error)
{
    const bool isAside = write.path == m_unsaved.path();
    const bool isOfThis = write.document == m_document && !write.isOfLeft;
    const bool isNews = !isOfThis || !m_hasFailed || write.by == Write::By::User;
    if (isOfThis && (isAside || write.path == m_path)) {
        m_hasFailed = true;
        m_autosave.start(m_retryDelayMs);
    }
    if (isNews)
        emit saveFailed(error);
    if (isOfThis)
        emit changed();
    else if (!write.isOfLeft && !isAside)
        askAside(write);
}

void Document::settleOwn(const Write &write, const QByteArray &content)
{
    forgetKept(); // It has a name now.
    const bool isNamed = std::exchange(m_path, write.path) != write.path;
    m_file.follow(m_path, content);
    m_hasFailed = false;
    m_isChanged = m_revision != write.revision;
    m_knownEdits = write.edits;
    m_savedAt = QDateTime::currentDateTime();
    emit changed();
    emit saved(m_path);
    if (isNamed)
        emit named(m_path);
}

void Document::settleAside(const Write &write)
{
    m_kept = Kept{ write.document, write.revision };
    if (write.document != m_document)
        return;
    m_hasFailed = false;
    if (m_path.isEmpty())
        m_savedAt = QDateTime::currentDateTime();
    emit changed();
}

void Document::settleLeft(const Write &write)
{
    if (m_kept && m_kept->document == write.document && m_kept->revision <= write.revision) {
        m_unsaved.discard();
        m_kept.reset();
    }
    emit keptAside(write.path);
}

} // namespace lockstep::app
