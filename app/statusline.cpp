#include "statusline.h"

#include <widgets/common/badge.h>
#include <widgets/common/format.h>
#include <widgets/common/theme.h>

#include <QApplication>
#include <QLabel>
#include <QStatusBar>

#include <algorithm>

namespace lockstep::app {

namespace {

constexpr int statusTickMs = 1000;
constexpr qint64 minuteSeconds = 60;

/// What must not be overlooked is red; the placeholder's role would pale that.
void setAlarming(QLabel *label, bool isAlarming)
{
    const widgets::Colors &colors = widgets::colorsFor(QApplication::palette());
    const QString sheet =
        isAlarming ? QStringLiteral("color: %1; font-weight: 600").arg(colors.error.name()) : QString();
    if (sheet == label->styleSheet())
        return;
    label->setForegroundRole(isAlarming ? QPalette::WindowText : QPalette::PlaceholderText);
    label->setStyleSheet(sheet);
}

} // namespace

StatusLine::StatusLine(QStatusBar *bar)
    : QObject(bar)
    , m_connection(new QLabel)
    , m_read(new QLabel)
    , m_saved(new QLabel)
{
    m_connection->setObjectName(QStringLiteral("statusConnection"));
    m_read->setObjectName(QStringLiteral("statusRead"));
    m_saved->setObjectName(QStringLiteral("statusSaved"));
    m_read->setAlignment(Qt::AlignCenter);
    m_saved->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel *label : { m_connection, m_read, m_saved }) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setIndent(8); // Style sheets take margins away.
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        bar->addWidget(label, label == m_connection ? 4 : 1);
    }
    bar->setSizeGripEnabled(false);
    m_clock.setInterval(statusTickMs);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::refresh);
    m_clock.start();
    refresh();
}

void StatusLine::setServer(const QString &display, const std::optional<postgres::ServerInfo> &server)
{
    m_display = display;
    m_server = server;
    refresh();
}

void StatusLine::setEnvironment(project::Environment environment)
{
    m_environment = environment;
    refresh();
}

void StatusLine::setRun(const QString &display, bool isRunning, execution::RunState state)
{
    m_runDisplay = display;
    m_isWriting = isRunning;
    m_runState = state;
    refresh();
}

QString StatusLine::serverText() const
{
    if (!m_server)
        return tr("no server");
    const QString who = m_server->login.isEmpty() || m_server->login == m_server->user
                            ? m_server->user
                            : tr("%1 (logged in as %2)").arg(m_server->user, m_server->login);
    QStringList parts{ m_display, who,
                       tr("PostgreSQL %1").arg(m_server->versionText.section(QLatin1Char(' '), 0, 0)) };
    if (m_environment != project::Environment::Unknown)
        parts << widgets::environmentBadgeText(m_environment);
    // Reading happens in transactions that are READ ONLY, each over when the catalog is read.
    parts << (m_server->inRecovery ? tr("standby, read-only")
              : m_server->readOnly ? tr("read-only by the server")
                                   : tr("read-only until Run"));
    parts << tr("no transaction open");
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString StatusLine::runText() const
{
    using execution::RunState;
    QString state;
    switch (m_runState) {
    case RunState::Paused:
    case RunState::WaitingGate:
    case RunState::Throttled: state = tr("between two transactions"); break;
    case RunState::WaitingLock: state = tr("in a transaction that waits for a lock"); break;
    default: state = tr("in a transaction"); break;
    }
    return QStringList{ m_runDisplay, tr("writing"), state }.join(QStringLiteral(" \u00b7 "));
}

void StatusLine::setReadAt(const QDateTime &at)
{
    m_readAt = at;
    refresh();
}

void StatusLine::setSaved(const QDateTime &at, SaveState state)
{
    m_savedAt = at;
    m_saveState = state;
    refresh();
}

void StatusLine::refresh()
{
    setAlarming(m_connection, m_isWriting);
    setAlarming(m_saved, m_saveState == SaveState::Failing);
    const QString where = m_isWriting ? runText() : serverText();
    if (where != m_connection->text()) {
        m_connection->setText(where);
        m_connection->setToolTip(where); // A narrow window cuts the end off.
    }
    m_read->setText(m_readAt.isValid()
                        ? tr("catalog read %1").arg(m_readAt.time().toString(QStringLiteral("HH:mm:ss")))
                        : QString());
    m_saved->setText(savedText());
}

QString StatusLine::savedText() const
{
    if (m_saveState == SaveState::Failing)
        return m_savedAt.isValid() ? tr("not saved since %1").arg(widgets::clockText(m_savedAt))
                                   : tr("not saved");
    if (!m_savedAt.isValid())
        return m_saveState == SaveState::Waiting ? tr("not saved yet") : QString();
    const qint64 seconds = std::max<qint64>(0, m_savedAt.secsTo(QDateTime::currentDateTime()));
    if (seconds == 0)
        return tr("saved just now");
    return seconds < minuteSeconds ? tr("saved %1 ago").arg(widgets::durationText(double(seconds) * 1000))
                                   : tr("saved %1").arg(widgets::clockText(m_savedAt));
}

} // namespace lockstep::app
