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

void StatusLine::setSaved(const QDateTime &at, bool isChanged)
{
    m_savedAt = at;
    m_isChanged = isChanged;
    refresh();
}

void StatusLine::refresh()
{
    const widgets::Colors &colors = widgets::colorsFor(QApplication::palette());
    const QString sheet =
        m_isWriting ? QStringLiteral("color: %1; font-weight: 600").arg(colors.error.name()) : QString();
    if (sheet != m_connection->styleSheet()) {
        // The placeholder's role would pale the red.
        m_connection->setForegroundRole(m_isWriting ? QPalette::WindowText : QPalette::PlaceholderText);
        m_connection->setStyleSheet(sheet);
    }
    const QString where = m_isWriting ? runText() : serverText();
    if (where != m_connection->text()) {
        m_connection->setText(where);
        m_connection->setToolTip(where); // A narrow window cuts the end off.
    }
    m_read->setText(m_readAt.isValid()
                        ? tr("catalog read %1").arg(m_readAt.time().toString(QStringLiteral("HH:mm:ss")))
                        : QString());
    if (!m_savedAt.isValid()) {
        m_saved->setText(m_isChanged ? tr("not saved yet") : QString());
        return;
    }
    const qint64 seconds = std::max<qint64>(0, m_savedAt.secsTo(QDateTime::currentDateTime()));
    if (seconds == 0) {
        m_saved->setText(tr("saved just now"));
        return;
    }
    m_saved->setText(seconds < minuteSeconds
                         ? tr("saved %1 ago").arg(widgets::durationText(double(seconds) * 1000))
                         : tr("saved %1").arg(m_savedAt.time().toString(QStringLiteral("HH:mm"))));
}

} // namespace lockstep::app
