#include "stagestrip.h"

#include "theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>

namespace lockstep::widgets {

namespace {

constexpr int tabWidth = 200;
constexpr int tabTextLeft = 28;
constexpr int tabTextRight = 8;
constexpr int badgeGap = 8;
constexpr double edgeHeight = 3;

QColor toneColor(StageTone tone, const Colors &colors)
{
    switch (tone) {
    case StageTone::Idle: return colors.muted;
    case StageTone::Active: return colors.accent;
    case StageTone::Good: return colors.of(plan::Blocks::Nothing);
    case StageTone::Attention: return colors.of(plan::Blocks::Writes);
    case StageTone::Bad: return colors.error;
    }
    return colors.muted;
}

} // namespace

StageTab::StageTab(int number, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_number(number)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(tabWidth + 60);
    describe();
}

void StageTab::setState(StageTone tone, const QString &line)
{
    if (tone == m_tone && line == m_line)
        return;
    m_tone = tone;
    m_line = line;
    describe();
    update();
}

void StageTab::setNumber(int number)
{
    m_number = number;
    describe();
    update();
}

void StageTab::setEnvironment(Environment environment)
{
    if (environment == m_environment)
        return;
    m_environment = environment;
    describe();
    update();
}

void StageTab::describe()
{
    setAccessibleName(tr("%1 %2").arg(m_number).arg(text()));
    QStringList said{ m_line };
    if (m_environment != Environment::Unknown)
        said << tr("Environment: %1").arg(environmentBadgeText(m_environment));
    setAccessibleDescription(said.join(QLatin1Char('\n')));
    setToolTip(said.join(QLatin1Char('\n')));
}

QSize StageTab::sizeHint() const
{
    return { tabWidth, fontMetrics().height() * 2 + 16 };
}

QSize StageTab::minimumSizeHint() const
{
    return { 110, sizeHint().height() };
}

void StageTab::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked() || underMouse() || hasFocus()) {
        painter.setBrush(isChecked()    ? colors.accentSoft
                         : underMouse() ? colors.hover
                                        : QColor(Qt::transparent));
        painter.setPen(isChecked() || hasFocus() ? QPen(isChecked() ? colors.accent : colors.border, 1)
                                                 : QPen(Qt::NoPen));
        painter.drawRoundedRect(box, 5, 5);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(m_tone, colors));
    painter.drawEllipse(QPointF(14, height() / 2.0), 4.5, 4.5);

    if (m_environment != Environment::Unknown) {
        painter.setBrush(environmentColor(m_environment, palette()));
        painter.drawRoundedRect(QRectF(6, height() - edgeHeight, width() - 12, edgeHeight), 1.5, 1.5);
    }
    paintText(&painter);
}

void StageTab::paintText(QPainter *painter) const
{
    const Colors &colors = colorsFor(palette());
    const int room = width() - tabTextLeft - tabTextRight;
    const QFont titleFont = scaledFont(font(), 1.05, true);
    const QFont lineFont = scaledFont(font(), 0.88);
    const QFontMetrics titleMetrics(titleFont);
    const QFontMetrics lineMetrics(lineFont);
    const QString title = tr("%1 %2").arg(m_number).arg(text());
    const int top = (height() - titleMetrics.height() - lineMetrics.height()) / 2;
    // The edge says it of the others; in words they have it where a database is named.
    if (m_environment == Environment::Production) {
        const int needed =
            titleMetrics.horizontalAdvance(title) + badgeSizeOf(m_environment, this).width() + badgeGap;
        if (needed <= room)
            paintBadge(painter, { width() - tabTextRight, top }, m_environment, this);
    }
    painter->setPen(colors.text);
    painter->setFont(titleFont);
    painter->drawText(tabTextLeft, top + titleMetrics.ascent(),
                      titleMetrics.elidedText(title, Qt::ElideRight, room));
    painter->setPen(colors.muted);
    painter->setFont(lineFont);
    painter->drawText(tabTextLeft, top + titleMetrics.height() + lineMetrics.ascent(),
                      lineMetrics.elidedText(m_line, Qt::ElideRight, room));
}

StageStrip::StageStrip(QWidget *parent)
    : QWidget(parent)
    , m_trailing(new QHBoxLayout)
{
    setObjectName(QStringLiteral("stageStrip"));
    setAccessibleName(tr("Stages of the work"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 12, 5);
    layout->setSpacing(8);
    const QStringList titles{ tr("Compare"), tr("Plan"), tr("Check"), tr("Rehearse"), tr("Run") };
    const QStringList names{ QStringLiteral("stageCompare"), QStringLiteral("stagePlan"),
                             QStringLiteral("stageCheck"), QStringLiteral("stageRehearse"),
                             QStringLiteral("stageRun") };
    for (int i = 0; i < titles.size(); ++i) {
        auto *tab = new StageTab(i + 1, titles.at(i), this);
        tab->setObjectName(names.at(i));
        tab->setState(StageTone::Idle, tr("not started"));
        connect(tab, &StageTab::clicked, this, [this, i] { setCurrent(i); });
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { setCurrent(stageNumbered(i + 1)); });
        layout->addWidget(tab, 1);
        m_tabs.append(tab);
    }
    m_tabs.first()->setChecked(true);
    layout->addStretch(1);
    m_trailing->setSpacing(6);
    layout->addLayout(m_trailing);
}

void StageStrip::setState(int stage, StageTone tone, const QString &line)
{
    m_tabs.at(stage)->setState(tone, line);
}

void StageStrip::setEnvironment(int stage, Environment environment)
{
    m_tabs.at(stage)->setEnvironment(environment);
}

void StageStrip::addTrailing(QWidget *widget)
{
    m_trailing->addWidget(widget);
}

int StageStrip::stageNumbered(int number) const
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (!m_tabs.at(i)->isHidden() && m_tabs.at(i)->number() == number)
            return i;
    }
    return -1;
}

void StageStrip::showStages(const QVector<int> &stages)
{
    int number = 0;
    for (int i = 0; i < m_tabs.size(); ++i) {
        m_tabs.at(i)->setVisible(stages.contains(i));
        if (stages.contains(i))
            m_tabs.at(i)->setNumber(++number);
    }
}

void StageStrip::setCurrent(int stage)
{
    if (stage < 0 || stage >= m_tabs.size() || m_tabs.at(stage)->isHidden())
        return;
    m_tabs.at(stage)->setChecked(true);
    if (stage == m_current)
        return;
    m_current = stage;
    emit currentChanged(stage);
}

void StageStrip::setNoCurrent()
{
    if (m_current < 0)
        return;
    // One of an exclusive group cannot be unchecked.
    StageTab *tab = m_tabs.at(m_current);
    tab->setAutoExclusive(false);
    tab->setChecked(false);
    tab->setAutoExclusive(true);
    m_current = -1;
}

void StageStrip::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    int next = m_current + step;
    while (next >= 0 && next < m_tabs.size() && m_tabs.at(next)->isHidden())
        next += step;
    if (step == 0 || next < 0 || next >= m_tabs.size()) {
        QWidget::keyPressEvent(event);
        return;
    }
    setCurrent(next);
    m_tabs.at(next)->setFocus(Qt::TabFocusReason);
}

void StageStrip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.isDark ? colors.window : colors.base);
    painter.setPen(colors.border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace lockstep::widgets
