#include "planheader.h"

#include "ratestext.h"

#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace lockstep::widgets {

namespace {

QLabel *makeQuietLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

constexpr int sideWidth = 220;
constexpr int narrowestSide = 60;

QString elided(const QLabel &label, int width)
{
    return QFontMetrics(label.font()).elidedText(label.accessibleName(), Qt::ElideMiddle, width);
}

/// A path must not push the numbers off the line; the tool tip has all of it.
void showSide(QLabel *label, int width)
{
    label->setText(elided(*label, width));
    label->setToolTip(label->text() == label->accessibleName() ? QString() : label->accessibleName());
}

/// What a side needs at that width at most.
int neededBy(const QLabel &label, int width)
{
    return QFontMetrics(label.font()).horizontalAdvance(elided(label, width));
}

QLabel *makeStrongLabel(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setFont(scaledFont(label->font(), 1, true));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

PlanHeader::PlanHeader(QWidget *parent)
    : QFrame(parent)
    , m_current(makeStrongLabel(QStringLiteral("planCurrent")))
    , m_about(makeQuietLabel({}))
    , m_towards(makeQuietLabel(tr("%1 will be changed to match %1", "arrows around").arg(QChar(0x2192))))
    , m_target(makeStrongLabel(QStringLiteral("planTarget")))
    , m_badge(new Badge)
    , m_policy(new QComboBox)
    , m_scale(new QComboBox)
    , m_views(new QButtonGroup(this))
    , m_totals(makeStrongLabel(QStringLiteral("planTotals")))
    , m_rates(new QToolButton)
{
    setObjectName(QStringLiteral("planHeader"));
    setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 12, 5);
    layout->setSpacing(7);
    addSides(layout);
    layout->addSpacing(14);
    addChoices(layout);
    layout->addStretch(1);
    layout->addWidget(m_totals);
    m_rates->setObjectName(QStringLiteral("calibrateButton"));
    layout->addWidget(m_rates);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    setRates(*analysis::defaultRates());
    setSides({}, {}, Environment::Unknown, {});

    connect(m_policy, &QComboBox::activated, this,
            [this] { emit policyChanged(plan::Policy(m_policy->currentData().toInt())); });
    connect(m_scale, &QComboBox::activated, this,
            [this] { emit scaleChanged(TimeScale(m_scale->currentData().toInt())); });
    connect(m_rates, &QToolButton::clicked, this, &PlanHeader::calibrateRequested);
    connect(m_views, &QButtonGroup::idClicked, this, [this](int id) { emit tableShownChanged(id == 1); });
}

void PlanHeader::addSides(QHBoxLayout *layout)
{
    m_about->setObjectName(QStringLiteral("planAbout"));
    layout->addWidget(makeQuietLabel(tr("Current")));
    layout->addWidget(m_current);
    layout->addWidget(m_badge);
    layout->addWidget(m_about);
    layout->addSpacing(6);
    m_towards->setObjectName(QStringLiteral("planTowards"));
    layout->addWidget(m_towards);
    layout->addWidget(makeQuietLabel(tr("Target")));
    layout->addWidget(m_target);
}

void PlanHeader::addChoices(QHBoxLayout *layout)
{
    m_policy->setObjectName(QStringLiteral("policyCombo"));
    m_policy->setAccessibleName(tr("Policy"));
    for (const plan::Policy policy : { plan::Policy::ZeroDowntime, plan::Policy::Window })
        m_policy->addItem(words(policy), int(policy));
    m_policy->setToolTip(
        tr("Zero downtime: nothing blocks for long. Maintenance window: the shortest way, the "
           "application may stand."));
    m_scale->setObjectName(QStringLiteral("scaleCombo"));
    m_scale->setAccessibleName(tr("Scale of the timeline"));
    m_scale->addItem(tr("compressed"), int(TimeScale::Compressed));
    m_scale->addItem(tr("linear"), int(TimeScale::Linear));
    m_scale->setToolTip(
        tr("Compressed shows 6 ms and 6 h side by side; linear shows the truth of proportions."));
    auto *policyLabel = makeQuietLabel(tr("&Policy"));
    policyLabel->setBuddy(m_policy);
    auto *scaleLabel = makeQuietLabel(tr("&Scale"));
    scaleLabel->setBuddy(m_scale);
    layout->addWidget(policyLabel);
    layout->addWidget(m_policy);
    layout->addSpacing(6);
    layout->addWidget(scaleLabel);
    layout->addWidget(m_scale);
    layout->addSpacing(6);
    const QStringList titles{ tr("Timeline"), tr("Table") };
    const QStringList names{ QStringLiteral("showTimeline"), QStringLiteral("showTable") };
    for (int i = 0; i < titles.size(); ++i) {
        auto *button = new QToolButton;
        button->setObjectName(names.at(i));
        button->setText(titles.at(i));
        button->setCheckable(true);
        m_views->addButton(button, i);
        layout->addWidget(button);
    }
    m_views->button(0)->setChecked(true);
}

void PlanHeader::setSides(const QString &current, const QString &target, Environment environment,
                          const QString &about)
{
    m_current->setAccessibleName(current.isEmpty() ? tr("not chosen") : current);
    m_target->setAccessibleName(target.isEmpty() ? tr("not chosen") : target);
    m_about->setText(about);
    m_badge->setEnvironment(environment);
    fit();
}

void PlanHeader::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

QSize PlanHeader::minimumSizeHint() const
{
    return { 0, QFrame::minimumSizeHint().height() };
}

/// First goes what the server is, then the words between the sides; then their names get shorter.
void PlanHeader::fit()
{
    if (!layout())
        return;
    showSide(m_current, sideWidth);
    showSide(m_target, sideWidth);
    const auto widthOf = [this](const QLabel *label) {
        return label->sizeHint().width() + layout()->spacing();
    };
    const int about = m_about->text().isEmpty() ? 0 : widthOf(m_about);
    const int towards = widthOf(m_towards);
    layout()->invalidate();
    const int needed = layout()->sizeHint().width() + (m_about->isHidden() ? about : 0)
                       + (m_towards->isHidden() ? towards : 0);
    m_about->setVisible(about > 0 && needed <= width());
    const int withoutAbout = needed - about;
    m_towards->setVisible(withoutAbout <= width());
    const int excess = withoutAbout - towards - width();
    if (excess > 0) {
        const int left = neededBy(*m_current, sideWidth) + neededBy(*m_target, sideWidth) - excess;
        showSide(m_current, std::max(narrowestSide, left / 2));
        showSide(m_target, std::max(narrowestSide, left / 2));
    }
    m_current->setToolTip(m_current->accessibleName() + QLatin1Char('\n') + m_about->text());
}

void PlanHeader::setPlan(const plan::PlanPtr &plan)
{
    m_policy->setEnabled(plan != nullptr);
    if (plan)
        m_policy->setCurrentIndex(m_policy->findData(int(plan->policy)));
}

void PlanHeader::setTotals(const QString &text, const QString &toolTip)
{
    m_totals->setText(text);
    fit();
    m_totals->setToolTip(toolTip);
}

void PlanHeader::setRates(const analysis::Rates &rates)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isDefault = rates.origin == analysis::RatesOrigin::Default;
    m_rates->setText(isDefault ? tr("Calibrate\u2026") : ratesLabel(rates, now));
    m_rates->setToolTip(ratesSentence(rates, now) + QLatin1Char('\n')
                        + tr("Click to measure a server, which takes under a minute."));
    m_rates->setAccessibleName(tr("Calibrate the estimates: %1").arg(ratesLabel(rates, now)));
    m_rates->setAccessibleDescription(m_rates->toolTip());
    fit();
}

void PlanHeader::setTableShown(bool shown)
{
    m_views->button(shown ? 1 : 0)->setChecked(true);
    m_scale->setEnabled(!shown);
}

} // namespace lockstep::widgets
