#include "busybar.h"

#include "format.h"
#include "icons.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace lockstep::widgets {

namespace {

constexpr int busyPatienceMs = 200;

} // namespace

BusyBar::BusyBar(QWidget *parent)
    : QFrame(parent)
    , m_what(new QLabel(this))
    , m_elapsed(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    setObjectName(QStringLiteral("busyBar"));
    m_what->setObjectName(QStringLiteral("busyWhat"));
    m_elapsed->setObjectName(QStringLiteral("busyElapsed"));
    m_bar->setObjectName(QStringLiteral("busyProgress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(180);
    m_cancel->setObjectName(QStringLiteral("busyCancel"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop the work in the background (Esc)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->addWidget(m_bar);
    layout->addWidget(m_what, 1);
    layout->addWidget(m_elapsed);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, &BusyBar::cancelRequested);
    m_timer.setInterval(busyPatienceMs);
    connect(&m_timer, &QTimer::timeout, this, &BusyBar::tick);
    hide();
}

void BusyBar::setProgress(const QString &what, int done, int total)
{
    if (!m_isBusy) {
        m_isBusy = true;
        m_clock.start();
        m_timer.start();
    }
    m_what->setText(total > 0 ? tr("%1 (%2 of %3)").arg(what, numberText(done), numberText(total)) : what);
    setAccessibleName(m_what->text());
    m_bar->setRange(0, total);
    m_bar->setValue(done);
}

void BusyBar::setShare(const QString &what, double done)
{
    constexpr int whole = 1000;
    setProgress(what);
    m_bar->setRange(0, whole);
    m_bar->setValue(int(done * whole));
}

void BusyBar::setIdle()
{
    m_isBusy = false;
    m_timer.stop();
    hide();
}

void BusyBar::tick()
{
    // Whole seconds: tenths only make people nervous.
    const qint64 seconds = m_clock.elapsed() / 1000;
    m_elapsed->setText(seconds > 0 ? durationText(double(seconds) * 1000) : QString());
    show();
}

} // namespace lockstep::widgets
