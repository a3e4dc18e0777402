#include "logrelay.h"

#include <mutex>

namespace lockstep::app {

namespace {

void toLog(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    switch (type) {
    case QtDebugMsg: base::log::debug("qt", message); return;
    case QtInfoMsg: base::log::info("qt", message); return;
    case QtWarningMsg: base::log::warning("qt", message); return;
    case QtCriticalMsg:
    case QtFatalMsg: base::log::error("qt", message); return;
    }
}

} // namespace

/// Closed before the relay goes: a thread may be inside the sink at that moment.
struct LogRelay::Gate
{
    std::mutex mutex;
    bool isOpen = true;
};

LogRelay::LogRelay(QObject *parent)
    : QObject(parent)
    , m_gate(std::make_shared<Gate>())
{
    connect(
        this, &LogRelay::lineLogged, this,
        [this](base::log::Level level, const QString &channel, const QString &message) {
            m_model.append(QDateTime::currentDateTimeUtc(), level, channel, message);
        },
        Qt::QueuedConnection);
    base::log::setSink(
        [this, gate = m_gate](base::log::Level level, const QString &channel, const QString &message) {
            const std::scoped_lock lock(gate->mutex);
            if (gate->isOpen)
                emit lineLogged(level, channel, message);
        });
}

LogRelay::~LogRelay()
{
    base::log::setSink({});
    const std::scoped_lock lock(m_gate->mutex);
    m_gate->isOpen = false;
}

void installQtMessageHandler()
{
    qInstallMessageHandler(toLog);
}

} // namespace lockstep::app
