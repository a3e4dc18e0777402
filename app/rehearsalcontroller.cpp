#include "rehearsalcontroller.h"

#include <widgets/rehearsal/rehearsalpage.h>

#include <QFileDialog>

namespace lockstep::app {

using project::Pipeline;
using project::RehearsalService;
using widgets::RehearsalChoice;
using widgets::RehearsalPage;
using widgets::StageStrip;

RehearsalController::RehearsalController(scratch::ScratchOptions scratch, QWidget *window, Pages *pages,
                                         Pipeline *pipeline)
    : QObject(window)
    , m_scratch(std::move(scratch))
    , m_window(window)
    , m_pages(pages)
    , m_pipeline(pipeline)
{
    connectPage();
    connectService();
    connect(m_pipeline, &Pipeline::planReady, this, &RehearsalController::takePlan);
    connect(m_pipeline, &Pipeline::planUpdated, this, &RehearsalController::takePlan);
    connect(m_pipeline, &Pipeline::proofReady, this, &RehearsalController::takePlan);
    showState();
}

void RehearsalController::connectPage()
{
    RehearsalPage *page = m_pages->rehearsal();
    connect(page, &RehearsalPage::startRequested, this, &RehearsalController::start);
    connect(page, &RehearsalPage::cancelRequested, &m_service, &RehearsalService::cancel);
    connect(page, &RehearsalPage::saveRequested, this, &RehearsalController::save);
    connect(page, &RehearsalPage::ratesRequested, this, &RehearsalController::useRates);
    connect(page, &RehearsalPage::stateChanged, this, &RehearsalController::showState);
    connect(page->setup(), &widgets::RehearsalSetup::browseRequested, this, &RehearsalController::browse);
    connect(page->setup(), &widgets::RehearsalSetup::databaseEdited, this, &RehearsalController::ask);
}

void RehearsalController::connectService()
{
    RehearsalPage *page = m_pages->rehearsal();
    connect(&m_service, &RehearsalService::progress, page, [page](const proof::RehearsalProgress &now) {
        page->setProgress(now.text, now.done, now.total);
        if (!now.step.isEmpty())
            page->setStep(now.step, now.state, now.ms);
    });
    connect(&m_service, &RehearsalService::ready, page, &RehearsalPage::setRehearsal);
    connect(&m_service, &RehearsalService::failed, page, &RehearsalPage::setError);
    connect(&m_service, &RehearsalService::canceled, page, &RehearsalPage::setCanceled);
    connect(&m_service, &RehearsalService::saved, page, &RehearsalPage::setSaved);
    connect(&m_service, &RehearsalService::saveFailed, page, &RehearsalPage::setSaveError);
    connect(&m_probe, &project::ServerProbe::answered, this,
            [this, page](const QString &asked, const postgres::ServerInfo &server) {
                if (asked != page->setup()->choice().database)
                    return; // Another one was typed meanwhile.
                const QString display = postgres::ConnectionTarget{ asked }.display();
                const bool isOrigin = m_plan && m_plan->current.display == display;
                page->setup()->setServer(
                    isOrigin ? display : server.database,
                    isOrigin ? tr("The plan was made from %1 itself: it may be production.").arg(display)
                             : tr("PostgreSQL %1. The rehearsal changes this database and takes it back.")
                                   .arg(server.versionText));
            });
    connect(&m_probe, &project::ServerProbe::failed, this,
            [page](const QString &asked, const base::Error &error) {
                if (asked == page->setup()->choice().database)
                    page->setup()->setServerError(error.message);
            });
}

/// A plan that is only estimated or proved anew is still what was rehearsed.
void RehearsalController::takePlan(const plan::PlanPtr &plan)
{
    const bool isSame =
        m_plan && plan && m_plan->digest() == plan->digest() && m_plan->fingerprint == plan->fingerprint;
    m_plan = plan;
    if (isSame)
        return;
    m_service.cancel();
    m_pages->rehearsal()->setPlan(plan);
}

proof::RehearsalMaterial RehearsalController::material() const
{
    const RehearsalChoice choice = m_pages->rehearsal()->setup()->choice();
    switch (choice.kind) {
    case RehearsalChoice::MadeUp: return proof::SeededMaterial{ choice.rows, 1 };
    case RehearsalChoice::Backup: return proof::ArchiveMaterial{ choice.backup, 0 };
    case RehearsalChoice::Database: return proof::DatabaseMaterial{ { choice.database } };
    }
    return {};
}

void RehearsalController::start()
{
    if (!m_plan || m_service.isWorking() || !m_pages->rehearsal()->setup()->canStart())
        return;
    project::RehearsalRequest request{ m_plan, m_scratch, {} };
    request.options.material = material();
    request.options.rates = m_pipeline->rates();
    if (const auto current = m_pipeline->loaded(project::Side::Current))
        request.options.production = current->statistics;
    m_pages->rehearsal()->setWorking();
    m_service.start(request);
}

void RehearsalController::ask(const QString &database)
{
    m_probe.ask(database, { database });
}

void RehearsalController::browse()
{
    auto *dialog = new QFileDialog(m_window, tr("Choose a backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_pages->rehearsal()->setup(),
            &widgets::RehearsalSetup::setBackup);
    dialog->open();
}

void RehearsalController::save()
{
    const proof::RehearsalPtr rehearsal = m_pages->rehearsal()->rehearsal();
    if (!rehearsal)
        return;
    auto *dialog = new QFileDialog(m_window, tr("Save the report"));
    dialog->setObjectName(QStringLiteral("rehearsalSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("Web page (*.html)"), tr("JSON (*.json)"), tr("Text (*.txt)") });
    dialog->setDefaultSuffix(QStringLiteral("html"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QLatin1String("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, &m_service,
            [this, rehearsal](const QString &path) { m_service.save(rehearsal, path); });
    dialog->open();
}

void RehearsalController::useRates()
{
    const proof::RehearsalPtr rehearsal = m_pages->rehearsal()->rehearsal();
    if (!rehearsal || !rehearsal->rates)
        return;
    m_pipeline->setRates(rehearsal->rates);
    m_pages->rehearsal()->setRatesTaken();
}

void RehearsalController::showState()
{
    const RehearsalPage *page = m_pages->rehearsal();
    m_pages->strip()->setState(StageStrip::Rehearse, page->tone(), page->stateLine());
}

} // namespace lockstep::app
