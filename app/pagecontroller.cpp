#include "pagecontroller.h"

#include "pagetext.h"

#include <model/postgres/passwords.h>
#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/format.h>
#include <widgets/common/uitext.h>
#include <widgets/compare/comparepage.h>
#include <widgets/connection/sourcepicker.h>
#include <widgets/plan/planpage.h>
#include <widgets/run/runpage.h>

#include <algorithm>

namespace lockstep::app {

using project::Side;
using project::Stage;
using project::StageState;
using widgets::StageStrip;
using widgets::StageTone;

namespace {

bool isLive(const QString &text)
{
    return text.contains(QLatin1String("://")) || text.contains(QLatin1Char('='));
}

QString withoutSecrets(const QString &text)
{
    return isLive(text) ? postgres::ConnectionTarget{ text, {} }.withoutSecrets() : text;
}

/// Other pages reach the same server.
void rememberPasswordOf(const QString &text)
{
    const postgres::ConnectionTarget target{ text, {} };
    const QString password = target.parameter(QStringLiteral("password"));
    if (!password.isEmpty())
        postgres::rememberPassword(target, password);
}

} // namespace

PageController::PageController(Pages *pages, project::Pipeline *pipeline, Document *document,
                               Settings *settings, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_pipeline(pipeline)
    , m_document(document)
    , m_settings(settings)
{
    connectComparePage();
    connectPlanPage();
    connectPipeline();
    for (const Side side : { Side::Current, Side::Target })
        picker(side)->setRecent(m_settings->recentSources());
}

widgets::SourcePicker *PageController::picker(Side side) const
{
    return side == Side::Current ? m_pages->compare()->currentPicker() : m_pages->compare()->targetPicker();
}

void PageController::connectComparePage()
{
    using widgets::ComparePage;
    using widgets::SourcePicker;
    for (const Side side : { Side::Current, Side::Target }) {
        SourcePicker *one = picker(side);
        connect(one, &SourcePicker::sourceChosen, this,
                [this, side](const QString &text) { choose(side, text); });
        connect(one, &SourcePicker::reloadRequested, this, [this, side] { m_pipeline->reload(side); });
        connect(one, &SourcePicker::testRequested, this,
                [this, side](const QString &text) { emit testRequested(side, text); });
    }
    connect(m_pages->compare()->currentPicker(), &SourcePicker::environmentChanged, this,
            [this](widgets::Environment environment) {
                setEnvironment(environment);
                m_document->setEnvironment(widgets::environmentName(environment));
                m_settings->setEnvironment(withoutSecrets(m_document->source(Side::Current)),
                                           widgets::environmentName(environment));
            });
    connect(m_pages->compare(), &ComparePage::swapRequested, m_document, &Document::swapSides);
    connect(m_pages->compare(), &ComparePage::swapRequested, this, &PageController::showDocument);
    connect(m_pages->compare(), &ComparePage::cancelRequested, m_pipeline, &project::Pipeline::cancel);
    connect(m_pages->compare(), &ComparePage::unfinishedRunRequested, this, [this] {
        const std::optional<Side> side = sideInTheMiddle();
        if (side && !m_pages->run()->isRunning())
            m_pages->run()->setTarget(withoutSecrets(m_document->source(*side)));
        m_pages->show(StageStrip::Run);
    });
    connect(m_pages->run(), &widgets::RunPage::stateChanged, this, [this] {
        const execution::RunState state = m_pages->run()->state();
        if (state == execution::RunState::Done || state == execution::RunState::RolledBack)
            m_pages->compare()->setUnfinishedRun({}, {});
    });
    connect(m_pages->compare(), &ComparePage::intentsChanged, m_pipeline, &project::Pipeline::decide);
    connect(m_pipeline, &project::Pipeline::decisionsUndone, this, [this] {
        m_pages->compare()->setIntents(m_pipeline->options().intents);
        m_document->touch();
    });
    connect(m_pages->compare(), &ComparePage::intentsChanged, m_document, &Document::touch);
}

void PageController::connectPlanPage()
{
    using widgets::PlanPage;
    PlanPage *page = m_pages->plan();
    connect(page, &PlanPage::editRequested, m_pipeline, &project::Pipeline::editStep);
    connect(page, &PlanPage::revertRequested, m_pipeline, &project::Pipeline::revertStep);
    connect(page, &PlanPage::planEditRequested, m_pipeline, &project::Pipeline::edit);
    connect(page, &PlanPage::intentsRequested, m_pipeline, &project::Pipeline::decide);
    connect(page, &PlanPage::undoRequested, m_pipeline, &project::Pipeline::undo);
    connect(m_pipeline, &project::Pipeline::changesReady, page, &PlanPage::setChanges);
    connect(page, &PlanPage::conflictResolved, m_pipeline, &project::Pipeline::resolveConflict);
    connect(m_pipeline, &project::Pipeline::conflictsChanged, page,
            [this, page] { page->setConflicts(m_pipeline->conflicts()); });
    connect(page, &PlanPage::proveRequested, this, &PageController::prove);
    connect(page, &PlanPage::policyChanged, m_pipeline, &project::Pipeline::setPolicy);
    connect(page, &PlanPage::policyChanged, m_document, &Document::touch);
    connect(m_pages->planBusy(), &widgets::BusyBar::cancelRequested, m_pipeline, &project::Pipeline::cancel);
    connect(m_pipeline, &project::Pipeline::editFailed, page, &PlanPage::setEditError);
    connect(m_pipeline, &project::Pipeline::editWaits, page, &PlanPage::showEditWaits);
    connect(m_pipeline, &project::Pipeline::planComing, page, &PlanPage::flush);
    connect(m_pipeline, &project::Pipeline::redoForgotten, page, &PlanPage::showRedoForgotten);
    page->setEmptyText(tr("Choose both sides on the Compare page; the plan follows by itself."));
}

void PageController::connectPipeline()
{
    using project::Pipeline;
    connect(m_pipeline, &Pipeline::sourceReady, this, &PageController::showLoaded);
    connect(m_pipeline, &Pipeline::changesReady, this, [this](const diff::ChangeSetPtr &changes) {
        const auto current = m_pipeline->loaded(Side::Current);
        const auto target = m_pipeline->loaded(Side::Target);
        m_pages->compare()->setIntents(m_pipeline->options().intents);
        m_pages->compare()->setChanges(
            { changes, current ? current->statistics : nullptr, target ? target->catalog : nullptr });
        m_pages->compare()->setStaleDecisions(m_pipeline->staleDecisions());
        refreshCompareTab();
    });
    connect(m_pipeline, &Pipeline::planReady, this, [this](const plan::PlanPtr &plan) {
        m_pages->compare()->setIntents(m_pipeline->options().intents);
        const bool isFromSides = m_pipeline->loaded(Side::Current) && m_pipeline->loaded(Side::Target);
        m_pages->plan()->setDecisions(isFromSides ? std::optional(m_pipeline->options().intents)
                                                  : std::nullopt);
        refreshCompareTab();
        showPlan(plan);
    });
    connect(m_pipeline, &Pipeline::planUpdated, m_pages->planBanner(), &widgets::Banner::dismiss);
    connect(m_pipeline, &Pipeline::planUpdated, this, &PageController::showPlan);
    connect(m_pipeline, &Pipeline::proofReady, this, &PageController::showPlan);
    connect(m_pipeline, &Pipeline::proofReady, this, &PageController::showProof);
    connect(m_pipeline, &Pipeline::stageChanged, this, &PageController::showStage);
    connect(m_pipeline, &Pipeline::progress, this, &PageController::showProgress);
    connect(m_pipeline, &Pipeline::stageFailed, this, &PageController::showFailure);
    connect(m_document, &Document::sourceFailed, this, [this](Side side, const base::Error &error) {
        showFailure(side == Side::Current ? Stage::LoadCurrent : Stage::LoadTarget, error);
    });
}

void PageController::choose(Side side, const QString &text)
{
    const QString shown = withoutSecrets(text);
    if (shown != text)
        rememberPasswordOf(text);
    picker(side)->setText(shown);
    m_settings->addRecentSource(shown);
    for (const Side each : { Side::Current, Side::Target })
        picker(each)->setRecent(m_settings->recentSources());
    if (side == Side::Current) {
        widgets::Environment known = m_environmentOf ? m_environmentOf(shown) : widgets::Environment::Unknown;
        if (known == widgets::Environment::Unknown)
            known = widgets::environmentFromName(m_settings->environment(shown));
        // What the database before was for says nothing of another one.
        if (known != widgets::Environment::Unknown || shown != withoutSecrets(m_document->source(side))) {
            setEnvironment(known);
            m_document->setEnvironment(widgets::environmentName(known));
        }
    }
    if (!isOtherFailing(side))
        m_pages->compare()->forgetMessages();
    m_document->setSource(side, text);
}

void PageController::openPlan(const plan::PlanPtr &plan)
{
    m_pages->compare()->setChanges({});
    m_pages->plan()->setChanges(nullptr);
    m_pipeline->openPlan(plan);
    m_pages->strip()->setState(StageStrip::Compare, StageTone::Idle, tr("the plan comes from a file"));
    m_pages->show(StageStrip::Plan);
}

void PageController::prove()
{
    m_pages->show(StageStrip::Plan);
    m_pipeline->prove();
}

void PageController::showDocument()
{
    for (const Side side : { Side::Current, Side::Target })
        picker(side)->setText(withoutSecrets(m_document->source(side)));
    m_pages->compare()->setIntents(m_pipeline->options().intents);
    setEnvironment(widgets::environmentFromName(m_document->environment()));
    if (!m_document->runTarget().isEmpty())
        m_pages->run()->setTarget(m_document->runTarget());
}

void PageController::setEnvironment(widgets::Environment environment)
{
    m_environment = environment;
    picker(Side::Current)->setEnvironment(environment);
    showSides();
    emit environmentChanged(environment);
}

void PageController::showLoaded(Side side, const sources::LoadedSourcePtr &source)
{
    if (m_failed && m_failed->first == side)
        m_failed.reset();
    if (!isOtherFailing(side)) {
        m_failure.clear();
        m_pages->compare()->forgetMessages();
    }
    picker(side)->showReady(loadedLine(*source));
    if (side == Side::Target && m_document->source(side).isEmpty())
        picker(side)->setText(source->display); // Made by scripts.
    picker(side)->setToolTip(source->warnings.join(QLatin1Char('\n')));
    showUnfinishedRun();
    if (side == Side::Current)
        emit currentReady(source, QDateTime::currentDateTime());
}

std::optional<Side> PageController::sideInTheMiddle() const
{
    for (const Side side : { Side::Current, Side::Target }) {
        const sources::LoadedSourcePtr source = m_pipeline->loaded(side);
        if (source && !source->unfinishedRun.isEmpty())
            return side;
    }
    return std::nullopt;
}

void PageController::showUnfinishedRun()
{
    const std::optional<Side> side = sideInTheMiddle();
    const sources::LoadedSourcePtr source = side ? m_pipeline->loaded(*side) : nullptr;
    m_pages->compare()->setUnfinishedRun(source ? source->unfinishedRun : QString(),
                                         source ? source->display : QString());
}

void PageController::showFailure(Stage stage, const base::Error &failure)
{
    const base::Error error = m_numbers.in(failure);
    if (stage == Stage::LoadCurrent || stage == Stage::LoadTarget) {
        const Side side = stage == Stage::LoadCurrent ? Side::Current : Side::Target;
        picker(side)->showError(error);
        m_failed = { side, m_document->source(side) };
    }
    if (stage == Stage::Plan || stage == Stage::Analysis || stage == Stage::Proof) {
        m_pages->planBanner()->showError(error);
    } else {
        m_pages->compare()->showError(error);
        if (stage != Stage::Diff)
            m_pages->show(StageStrip::Compare);
    }
    m_failure = error.message;
    refreshCompareTab();
    refreshPlanTab();
}

void PageController::showProgress(Stage stage, const QString &what, int done, int total)
{
    if (stage == Stage::Proof)
        m_pages->planBusy()->setProgress(m_numbers.in(what), done, total);
    else if (stage == Stage::LoadCurrent || stage == Stage::LoadTarget)
        picker(stage == Stage::LoadCurrent ? Side::Current : Side::Target)->showWorking(what);
}

void PageController::showStage(Stage stage, StageState state)
{
    if (state == StageState::Working) {
        if (stage == Stage::Proof)
            m_pages->planBusy()->setProgress(stageWords(stage), 0, 0);
        else
            m_pages->compare()->setProgress(stageWords(stage), 0, 0);
    } else if (stage == Stage::Proof) {
        m_pages->planBusy()->setIdle();
    } else {
        bool isWorking = false;
        for (const Stage each :
             { Stage::LoadCurrent, Stage::LoadTarget, Stage::Diff, Stage::Plan, Stage::Analysis })
            isWorking = isWorking || m_pipeline->state(each) == StageState::Working;
        if (!isWorking)
            m_pages->compare()->setIdle();
    }
    if (stage == Stage::Proof)
        m_pages->plan()->setProving(state == StageState::Working);
    if (state == StageState::Working)
        m_pages->planBanner()->dismiss();
    refreshCompareTab();
    refreshPlanTab();
}

void PageController::showPlan(const plan::PlanPtr &plan)
{
    m_numbers = items::StepNumbers(plan);
    m_pages->plan()->setPlan(plan);
    m_pages->run()->setPlan(plan);
    showSides();
    refreshPlanTab();
}

/// What a failed proof found stands on the page, as short as it goes; all of it is the tip of the button.
void PageController::showProof(const plan::PlanPtr &plan)
{
    constexpr int most = 3;
    QStringList lines;
    for (const QString &difference : (plan->proof.forward + plan->proof.rollback).mid(0, most)) {
        const QString line = difference.section(QLatin1Char('\n'), 0, 0);
        lines += line.size() < difference.size() ? QString(line + QChar(0x2026)) : line;
    }
    if (plan->proof.status == plan::ProofStatus::Failed)
        m_pages->planBanner()->showMessage(widgets::Banner::Kind::Error, tr("The proof failed."),
                                           m_numbers.in(lines).join(QLatin1Char('\n')), editedHint(*plan));
}

void PageController::showSides()
{
    const plan::PlanPtr plan = m_pipeline->plan();
    const sources::LoadedSourcePtr current = m_pipeline->loaded(Side::Current);
    if (plan)
        m_pages->plan()->setSides(plan->current.display, plan->target.display, m_environment,
                                  current ? sizeLine(*current) : QString());
}

void PageController::refreshCompareTab()
{
    widgets::ComparePage *page = m_pages->compare();
    StageTone tone = StageTone::Idle;
    QString line = page->stateLine();
    const auto is = [this](StageState state) {
        return m_pipeline->state(Stage::LoadCurrent) == state || m_pipeline->state(Stage::LoadTarget) == state
               || m_pipeline->state(Stage::Diff) == state;
    };
    if (is(StageState::Working)) {
        tone = StageTone::Active;
        line = tr("reading and comparing");
    } else if (is(StageState::Failed)) {
        tone = StageTone::Bad;
        line = m_failure;
    } else if (m_pipeline->state(Stage::Diff) == StageState::Done) {
        tone = page->hasOpenDecision() ? StageTone::Attention : StageTone::Good;
    }
    m_pages->strip()->setState(StageStrip::Compare, tone, line);
}

void PageController::refreshPlanTab()
{
    const plan::PlanPtr plan = m_pipeline->plan();
    StageTone tone = StageTone::Idle;
    QString line = tr("no plan yet");
    if (m_pipeline->state(Stage::Plan) == StageState::Working) {
        tone = StageTone::Active;
        line = tr("planning");
    } else if (m_pipeline->state(Stage::Plan) == StageState::Failed) {
        tone = StageTone::Bad;
        line = m_failure;
    } else if (plan) {
        const bool isRefuted = plan->proof.status == plan::ProofStatus::Failed;
        const auto gates =
            std::count_if(plan->steps.cbegin(), plan->steps.cend(),
                          [](const plan::Step &step) { return step.kind == plan::StepKind::Gate; });
        const bool isUnproved = m_pipeline->state(Stage::Proof) == StageState::Failed;
        tone = isRefuted                           ? StageTone::Bad
               : !plan->isComplete() || isUnproved ? StageTone::Attention
               : plan->isProved()                  ? StageTone::Good
                                                   : StageTone::Active;
        line = gates == 0 ? tr("%n step(s)", nullptr, int(plan->steps.size()))
                          : tr("%1, %2").arg(tr("%n step(s)", nullptr, int(plan->steps.size())),
                                             tr("%n gate(s)", nullptr, int(gates)));
        if (!plan->isComplete())
            line += tr(", incomplete");
        else if (m_pipeline->state(Stage::Proof) == StageState::Working)
            line += tr(", being proved");
        else if (isRefuted)
            line += tr(", the proof failed");
        else if (!plan->steps.isEmpty() && !plan->isProved())
            line += tr(", not proved");
    }
    m_pages->strip()->setState(StageStrip::Plan, tone, line);
}

} // namespace lockstep::app
