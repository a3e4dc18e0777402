#include "rehearsalpage.h"

#include "rehearsaldetail.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/format.h>
#include <widgets/common/icons.h>
#include <widgets/common/rowdelegate.h>
#include <widgets/common/sections.h>
#include <widgets/common/theme.h>

#include <model/items/roles.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

using execution::StepState;
using items::RehearsalModel;

/// The sign of a step's state before its title; what is flagged stands out, what is still to come does not.
class RehearsalDelegate final : public RowDelegate
{
public:
    explicit RehearsalDelegate(QObject *parent)
        : RowDelegate(parent, lessAir)
    { }

protected:
    void dress(QStyleOptionViewItem *option, const QModelIndex &index, const Colors &colors) const override
    {
        const auto state = StepState(index.data(items::StepStateRole).toInt());
        const int severity = index.data(items::SeverityRole).toInt();
        if (state == StepState::Pending)
            option->palette.setColor(QPalette::Text, colors.muted);
        if (index.column() == RehearsalModel::Remarks && severity >= 0)
            option->palette.setColor(QPalette::Text, colors.of(plan::Severity(severity)));
        if (index.column() == RehearsalModel::Title)
            setSign(option, sign(state, severity, colors));
    }

private:
    [[nodiscard]] static QIcon sign(StepState state, int severity, const Colors &colors)
    {
        if (state == StepState::Failed)
            return icon(Icon::Error, colors.error);
        if (severity >= 0)
            return icon(Icon::Warning, colors.warning);
        if (state == StepState::Done)
            return icon(Icon::Check, colors.success);
        return state == StepState::Pending ? icon(Icon::Dot, colors.muted) : icon(Icon::Play, colors.accent);
    }
};

} // namespace

RehearsalPage::RehearsalPage(QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel)
    , m_material(new QLabel)
    , m_save(new QPushButton(tr("Save the report\u2026")))
    , m_rates(new QPushButton(tr("Use its rates for the estimates")))
    , m_setup(new RehearsalSetup)
    , m_busy(new BusyBar)
    , m_banner(new Banner)
    , m_steps(new QTreeView)
    , m_detail(new RehearsalDetail)
{
    buildSteps();
    auto *split = new QSplitter;
    split->setObjectName(QStringLiteral("rehearsalSplit"));
    split->addWidget(m_steps);
    split->addWidget(m_detail);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    m_banner->setObjectName(QStringLiteral("rehearsalBanner"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_setup);
    column->addWidget(m_busy);
    column->addWidget(m_banner);
    column->addWidget(split, 1);
    connect(m_setup, &RehearsalSetup::startRequested, this, &RehearsalPage::startRequested);
    connect(m_busy, &BusyBar::cancelRequested, this, [this] {
        m_busy->setProgress(tr("Stopping, and taking back what was done"));
        emit cancelRequested();
    });
    connect(m_save, &QPushButton::clicked, this, &RehearsalPage::saveRequested);
    connect(m_rates, &QPushButton::clicked, this, &RehearsalPage::ratesRequested);
    m_detail->show(nullptr, nullptr);
    refresh();
}

QWidget *RehearsalPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 10, 16, 10);
    m_headline->setObjectName(QStringLiteral("rehearsalHeadline"));
    m_headline->setFont(scaledFont(font(), 1.15, true));
    m_material->setObjectName(QStringLiteral("rehearsalMaterial"));
    m_material->setForegroundRole(QPalette::PlaceholderText);
    m_save->setObjectName(QStringLiteral("rehearsalSave"));
    m_rates->setObjectName(QStringLiteral("rehearsalRates"));
    // Long sentences go over two lines rather than making the window wide.
    for (QLabel *label : { m_headline, m_material })
        label->setWordWrap(true);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(m_headline);
    lines->addWidget(m_material);
    row->addLayout(lines, 1);
    row->addWidget(m_rates);
    row->addWidget(m_save);
    return head;
}

void RehearsalPage::buildSteps()
{
    m_steps->setObjectName(QStringLiteral("rehearsalSteps"));
    m_steps->setAccessibleName(tr("Steps of the plan with what the rehearsal measured"));
    m_steps->setModel(&m_model);
    m_steps->setItemDelegate(new RehearsalDelegate(m_steps));
    m_steps->setRootIsDecorated(false);
    m_steps->setUniformRowHeights(true);
    m_steps->setAlternatingRowColors(true);
    m_steps->setTextElideMode(Qt::ElideRight);
    QHeaderView *header = m_steps->header();
    header->setStretchLastSection(true);
    setSectionWidth(header, RehearsalModel::State, 86);
    setSectionWidth(header, RehearsalModel::Expected, 116);
    for (const int column :
         { RehearsalModel::Took, RehearsalModel::Held, RehearsalModel::Wal, RehearsalModel::Back })
        setSectionWidth(header, column, 80);
    setSectionWidth(header, RehearsalModel::Production, 108);
    setSectionGivingWay(header, RehearsalModel::Title, 340, 170);
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RehearsalPage::showStep);
}

void RehearsalPage::showStep()
{
    m_detail->show(m_shown, m_model.stepAt(m_steps->currentIndex().row()));
}

void RehearsalPage::setPlan(const plan::PlanPtr &plan)
{
    m_plan = plan;
    m_numbers = items::StepNumbers(plan);
    m_rehearsal = nullptr;
    m_shown = nullptr;
    m_hasFailed = false;
    m_banner->dismiss();
    m_model.setPlan(plan);
    QStringList lost;
    if (plan) {
        for (const plan::Step &step : plan->steps) {
            for (const plan::Loss &loss : step.loses)
                lost.append(plan::lostText(loss));
        }
    }
    m_setup->setPlan(plan && !plan->steps.isEmpty(), lost.join(QStringLiteral(", ")));
    showStep();
    refresh();
}

void RehearsalPage::setWorking()
{
    m_isWorking = true;
    m_hasFailed = false;
    m_rehearsal = nullptr;
    m_shown = nullptr;
    m_banner->dismiss();
    m_model.setPlan(m_plan);
    m_setup->setWorking(true);
    m_busy->setProgress(tr("Beginning"));
    showStep();
    refresh();
}

void RehearsalPage::setProgress(const QString &text, int done, int total)
{
    if (m_isWorking)
        m_busy->setProgress(m_numbers.in(text), done, total);
}

void RehearsalPage::setStep(const QString &stepId, StepState state, double ms)
{
    m_model.apply(stepId, state, ms);
    const int row = m_model.rowOf(stepId);
    if (row >= 0)
        m_steps->scrollTo(m_model.index(row, 0));
}

void RehearsalPage::stopWorking()
{
    m_isWorking = false;
    m_setup->setWorking(false);
    m_busy->setIdle();
}

void RehearsalPage::setRehearsal(const proof::RehearsalPtr &rehearsal)
{
    stopWorking();
    m_rehearsal = rehearsal;
    m_shown = m_numbers.in(rehearsal);
    m_model.setRehearsal(m_shown);
    int worst = 0;
    for (int row = m_model.rowCount() - 1; row >= 0; --row) {
        const int severity = m_model.index(row, 0).data(items::SeverityRole).toInt();
        if (severity >= 0 && (severity >= m_model.index(worst, 0).data(items::SeverityRole).toInt()))
            worst = row;
    }
    m_steps->setCurrentIndex(m_model.index(worst, 0));
    m_steps->scrollTo(m_model.index(worst, 0));
    showStep();
    refresh();
}

void RehearsalPage::setError(const base::Error &error)
{
    stopWorking();
    m_hasFailed = true;
    m_banner->showError(m_numbers.in(error));
    refresh();
}

void RehearsalPage::setCanceled()
{
    stopWorking();
    m_model.setPlan(m_plan);
    m_banner->showMessage(Banner::Kind::Info, tr("The rehearsal was stopped."), tr("What it made is gone."));
    refresh();
}

void RehearsalPage::setSaved(const QString &path)
{
    m_banner->showMessage(Banner::Kind::Success, tr("The report was saved."), path);
}

void RehearsalPage::setSaveError(const base::Error &error)
{
    m_banner->showError(error);
}

void RehearsalPage::setRatesTaken()
{
    m_rates->setEnabled(false);
    m_banner->showMessage(Banner::Kind::Success,
                          tr("The estimates of the plan are made with these rates now."),
                          tr("Of this plan, until the window closes or another side is chosen."));
}

QString RehearsalPage::stateLine() const
{
    if (m_isWorking)
        return tr("rehearsing");
    if (m_hasFailed)
        return tr("could not rehearse");
    if (!m_rehearsal)
        return tr("not rehearsed yet");
    switch (m_rehearsal->outcome) {
    case proof::RehearsalOutcome::Held:
        return tr("went well, %1").arg(durationText(m_rehearsal->ways.first().forwardMs));
    case proof::RehearsalOutcome::StepFailed: return tr("a step failed");
    case proof::RehearsalOutcome::Differs: return tr("not as it should be");
    }
    return {};
}

StageTone RehearsalPage::tone() const
{
    if (m_isWorking)
        return StageTone::Active;
    if (m_hasFailed || (m_rehearsal && !m_rehearsal->held()))
        return StageTone::Bad;
    if (!m_rehearsal)
        return StageTone::Idle;
    for (const proof::RehearsedStep &step : m_rehearsal->steps) {
        if (!step.flags.isEmpty())
            return StageTone::Attention;
    }
    return StageTone::Good;
}

void RehearsalPage::refresh()
{
    m_save->setEnabled(m_rehearsal != nullptr);
    m_rates->setEnabled(m_rehearsal && m_rehearsal->rates);
    m_rates->setToolTip(m_rehearsal && !m_rehearsal->rates
                            ? tr("No step had enough work to learn rates from; more rows tell more.")
                            : tr("Estimates go by what was measured here."));
    if (m_rehearsal) {
        m_headline->setText(m_numbers.in(proof::outcomeText(*m_rehearsal)));
        m_material->setText(tr("%1, on %2, at %3")
                                .arg(m_rehearsal->material,
                                     m_rehearsal->server.section(QLatin1String(" ("), 0, 0),
                                     m_rehearsal->at.toLocalTime().toString(QStringLiteral("HH:mm"))));
    } else {
        m_headline->setText(m_isWorking ? tr("Rehearsing") : tr("Rehearse the plan"));
        m_material->setText(tr("With rows and a clock, there and back, before it runs where it matters."));
    }
    emit stateChanged();
}

} // namespace lockstep::widgets
