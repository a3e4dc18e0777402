#include "calibrationcontroller.h"

#include <model/proof/calibration.h>
#include <widgets/common/badge.h>
#include <widgets/plan/calibrationdialog.h>
#include <widgets/plan/planpage.h>

#include <QAction>

namespace lockstep::app {

using project::Side;
using widgets::CalibrationDialog;

namespace {

const QString currentChoice = QStringLiteral("current");
const QString runChoice = QStringLiteral("run");
const QString scratchChoice = QStringLiteral("scratch");

} // namespace

CalibrationController::CalibrationController(scratch::ScratchOptions scratch, QWidget *window,
                                             Actions *actions, Pages *pages, project::Pipeline *pipeline,
                                             Document *document, RunController *runs)
    : QObject(window)
    , m_scratch(std::move(scratch))
    , m_pages(pages)
    , m_pipeline(pipeline)
    , m_document(document)
    , m_runs(runs)
    , m_dialog(new CalibrationDialog(window))
{
    connect(actions->calibrate, &QAction::triggered, this, &CalibrationController::open);
    connect(pages->plan(), &widgets::PlanPage::calibrateRequested, this, &CalibrationController::open);
    connect(pipeline, &project::Pipeline::ratesChanged, this, &CalibrationController::showRates);
    connect(pipeline, &project::Pipeline::sourceReady, this, &CalibrationController::showChoices);
    connect(runs, &RunController::targetChanged, this, &CalibrationController::showChoices);
    connectDialog();
    showRates();
}

void CalibrationController::connectDialog()
{
    using project::CalibrationService;
    connect(m_dialog, &CalibrationDialog::startRequested, this, &CalibrationController::start);
    connect(m_dialog, &CalibrationDialog::cancelRequested, &m_service, &CalibrationService::cancel);
    connect(m_dialog, &CalibrationDialog::defaultsRequested, this, &CalibrationController::useDefaults);
    connect(&m_service, &CalibrationService::progress, m_dialog, &CalibrationDialog::setProgress);
    connect(&m_service, &CalibrationService::ready, this, &CalibrationController::take);
    connect(&m_service, &CalibrationService::failed, m_dialog, &CalibrationDialog::setError);
    connect(&m_service, &CalibrationService::canceled, m_dialog, &CalibrationDialog::setCanceled);
}

void CalibrationController::setDirectory(const QString &directory)
{
    const project::RatesStore store(directory);
    m_service.setStore(store);
    m_pipeline->setRatesStore(store);
}

void CalibrationController::open()
{
    showChoices();
    showRates();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

QString CalibrationController::current() const
{
    const sources::LoadedSourcePtr loaded = m_pipeline->loaded(Side::Current);
    return loaded ? loaded->display + QLatin1Char('\n') + loaded->server.systemIdentifier : QString();
}

void CalibrationController::showChoices()
{
    QVector<widgets::CalibrationChoice> choices;
    const sources::LoadedSourcePtr loaded = m_pipeline->loaded(Side::Current);
    const bool isLive = loaded && loaded->isLive;
    if (isLive) {
        choices.append(
            { currentChoice, tr("The server of the plan"),
              tr("In the database %1. The estimates become those of this server, and are kept for it. What "
                 "runs there feels a short load; measure when it is as busy as when the plan will run.")
                  .arg(loaded->display) });
    }
    const QString run = m_runs->knownTarget().isEmpty() ? QString() : m_runs->target().display();
    if (!run.isEmpty() && (!isLive || run != loaded->display)) {
        choices.append({ runChoice, tr("The server of the Run page"),
                         tr("In the database %1, where the plan will run, but not where its sizes come "
                            "from. Kept for that server.")
                             .arg(run) });
    }
    choices.append(
        { scratchChoice, tr("A scratch server on this computer"),
          tr("Nobody's data is near it, but its disk, memory and settings are not those of your server: the "
             "proportions of the steps come out right, their times perhaps not. Used for this plan until the "
             "window closes.") });
    const bool isProduction =
        widgets::environmentFromName(m_document->environment()) == widgets::Environment::Production;
    m_dialog->setChoices(choices, isProduction ? scratchChoice : choices.first().id);
}

void CalibrationController::start(const QString &choice)
{
    m_startedFor = current();
    if (choice == scratchChoice) {
        scratch::ScratchOptions options = m_scratch;
        if (const plan::PlanPtr plan = m_pipeline->plan())
            options.preferredMajor = plan->serverVersion / 10000;
        m_service.start(project::CalibrateScratch{ options });
        return;
    }
    postgres::ConnectionTarget target;
    target.text = m_document->source(Side::Current);
    m_service.start(project::CalibrateDatabase{ choice == runChoice ? m_runs->target() : target });
}

void CalibrationController::take(const analysis::RatesPtr &rates, const QString &notKept)
{
    if (current() != m_startedFor) {
        m_dialog->setDone(rates,
                          tr("The current side is another one by now, so estimates stay as they are."));
        return;
    }
    m_pipeline->setRates(rates);
    m_dialog->setDone(rates, notKept);
}

void CalibrationController::useDefaults()
{
    const sources::LoadedSourcePtr loaded = m_pipeline->loaded(Side::Current);
    if (loaded && loaded->isLive)
        m_service.forget(proof::serverKey(loaded->server));
    m_pipeline->setRates(nullptr);
}

void CalibrationController::showRates()
{
    m_dialog->setRates(m_pipeline->rates());
    m_pages->plan()->setRates(m_pipeline->rates());
}

} // namespace lockstep::app
