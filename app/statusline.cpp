#include "statusline.h"

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
        label->setContentsMargins(8, 0, 8, 0);
        bar->addWidget(label, 1);
    }
    bar->setSizeGripEnabled(false);
    m_clock.setInterval(statusTickMs);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::refresh);
    m_clock.start();
    refresh();
}

void StatusLine::setConnection(const QString &display)
{
    m_display = display;
    refresh();
}

void StatusLine::setWriting(bool isWriting)
{
    m_isWriting = isWriting;
    refresh();
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
    QString where = m_display.isEmpty() ? tr("no server") : m_display;
    where += QStringLiteral(" \u00b7 ") + (m_isWriting ? tr("writing") : tr("read-only until Run"));
    m_connection->setText(where);
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
