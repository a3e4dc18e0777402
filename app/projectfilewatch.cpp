#include "projectfilewatch.h"

#include "filelooker.h"

#include <QFile>
#include <QFileInfo>

namespace lockstep::app {

ProjectFileWatch::ProjectFileWatch(QObject *parent)
    : QObject(parent)
    , m_looker(new FileLooker([this](int number, ProjectFileState state) {
        QMetaObject::invokeMethod(
            this,
            [this, number, state] {
                if (number == m_number && !m_isPaused)
                    take(state);
            },
            Qt::QueuedConnection);
    }))
{
    m_thread.setObjectName(QStringLiteral("file watch"));
    m_looker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_looker, &QObject::deleteLater);
    m_thread.start();
}

ProjectFileWatch::~ProjectFileWatch()
{
    m_thread.quit();
    m_thread.wait();
}

QByteArray ProjectFileWatch::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ProjectFileState ProjectFileWatch::compare(const QString &path, const QByteArray &known)
{
    return contentOf(path) == known  ? ProjectFileState::Same
           : QFileInfo::exists(path) ? ProjectFileState::Changed
                                     : ProjectFileState::Gone;
}

void ProjectFileWatch::follow(const QString &path, const QByteArray &known)
{
    m_known = known;
    ++m_number;
    QMetaObject::invokeMethod(
        m_looker,
        [looker = m_looker, number = m_number, path, known] { looker->follow(number, path, known); },
        Qt::QueuedConnection);
    take(ProjectFileState::Same);
}

void ProjectFileWatch::resume()
{
    m_isPaused = false;
    QMetaObject::invokeMethod(m_looker, &FileLooker::lookSoon,
                              Qt::QueuedConnection); // What was told of meanwhile.
}

void ProjectFileWatch::take(ProjectFileState state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

} // namespace lockstep::app
