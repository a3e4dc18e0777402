#include "connectionscontroller.h"

#include <model/postgres/passwords.h>
#include <widgets/compare/comparepage.h>
#include <widgets/connection/connectionform.h>
#include <widgets/connection/connectionmenu.h>
#include <widgets/connection/connectionspanel.h>
#include <widgets/connection/sourcepicker.h>
#include <widgets/home/homepage.h>
#include <widgets/rehearsal/rehearsalpage.h>
#include <widgets/run/runpage.h>

#include <QLineEdit>

namespace lockstep::app {

using project::KeptConnection;
using project::Side;
using widgets::ConnectionsPanel;
using widgets::SourcePicker;

namespace {

QString serverAnswer(const postgres::ServerInfo &server)
{
    const QString who =
        server.login.isEmpty() || server.login == server.user
            ? server.user
            : ConnectionsController::tr("%1 (logged in as %2)").arg(server.user, server.login);
    QString text = ConnectionsController::tr("It answers: PostgreSQL %1, database %2, as %3.")
                       .arg(server.versionText, server.database, who);
    if (server.inRecovery)
        text += QLatin1Char(' ') + ConnectionsController::tr("A standby: nothing can be changed there.");
    else if (server.readOnly)
        text += QLatin1Char(' ') + ConnectionsController::tr("Read-only: the server refuses every write.");
    return text;
}

} // namespace

ConnectionsController::ConnectionsController(QObject *parent, Pages *pages, PageController *pageController,
                                             RunController *runs, project::Pipeline *pipeline,
                                             Document *document, widgets::PasswordStrip *passwordStrip)
    : QObject(parent)
    , m_pages(pages)
    , m_pageController(pageController)
    , m_runs(runs)
    , m_pipeline(pipeline)
    , m_document(document)
    , m_passwords(passwordStrip)
{
    pageController->setEnvironmentLookup([this](const QString &text) {
        const KeptConnection *known = m_service.find(text);
        return known ? known->environment : widgets::Environment::Unknown;
    });
    connect(&m_service, &project::ConnectionsService::changed, this, &ConnectionsController::showConnections);
    connect(&m_service, &project::ConnectionsService::failed, pages->home()->connections(),
            &ConnectionsPanel::showError);
    connect(runs, &RunController::targetChanged, this, &ConnectionsController::followRunTarget);
    // What is compared says what the Run page's database is for only as long as that is not known.
    connect(pageController, &PageController::environmentChanged, this,
            &ConnectionsController::followRunTarget);
    connectPanel();
    connectPickers();
    connectPasswords();
    offerInFields();
}

void ConnectionsController::connectPanel()
{
    ConnectionsPanel *panel = m_pages->home()->connections();
    panel->setModel(&m_model);
    connect(panel, &ConnectionsPanel::testRequested, this, [this](const QString &text) { test(text); });
    connect(panel, &ConnectionsPanel::saveRequested, this,
            [this, panel](const KeptConnection &connection) { keep(connection, panel->form()->password()); });
    connect(panel, &ConnectionsPanel::removeRequested, &m_service, &project::ConnectionsService::remove);
    connect(panel, &ConnectionsPanel::useRequested, this, [this](const KeptConnection &connection) {
        emit useRequested(project::connectionText(connection));
    });
    connect(&m_probe, &project::ServerProbe::answered, panel,
            [panel](const QString &, const postgres::ServerInfo &server) {
                panel->showTestResult(serverAnswer(server));
            });
    connect(&m_probe, &project::ServerProbe::failed, panel,
            [this, panel](const QString &text, const base::Error &error) {
                panel->showTestError(error);
                postgres::ConnectionTarget target;
                target.text = text;
                // Who typed a password sees the field it belongs into.
                if (target.parameter(QStringLiteral("password")).isEmpty())
                    m_passwords.offer(target, error, [this, text] { test(text); });
            });
}

void ConnectionsController::connectPickers()
{
    for (SourcePicker *picker : { m_pages->compare()->currentPicker(), m_pages->compare()->targetPicker() }) {
        connect(picker, &SourcePicker::saveRequested, this, [this, picker](const KeptConnection &connection) {
            keep(connection, picker->form()->password());
            picker->form()->showTestResult(tr("Kept as %1.").arg(connection.name));
        });
    }
}

void ConnectionsController::connectPasswords()
{
    connect(m_pipeline, &project::Pipeline::stageFailed, this,
            [this](project::Stage stage, const base::Error &error) {
                if (stage != project::Stage::LoadCurrent && stage != project::Stage::LoadTarget)
                    return;
                const Side side = stage == project::Stage::LoadCurrent ? Side::Current : Side::Target;
                postgres::ConnectionTarget target;
                target.text = m_document->source(side);
                m_passwords.offer(target, error, [this, side] { readAgain(side); });
            });
    connect(m_runs, &RunController::targetRefused, this,
            [this](const postgres::ConnectionTarget &target, const base::Error &error) {
                m_passwords.offer(target, error, [this] { m_runs->askAgain(); });
            });
}

/// A wrong password in the text would count before the one that was given since.
void ConnectionsController::readAgain(Side side)
{
    postgres::ConnectionTarget target;
    target.text = m_document->source(side);
    const QString without = target.withoutSecrets();
    if (without == target.text)
        m_pipeline->reload(side);
    else
        m_pageController->choose(side, without);
}

void ConnectionsController::offerInFields()
{
    const auto offer = [this](QWidget *page, const char *field, widgets::ConnectionUse use) {
        if (auto *edit = page->findChild<QLineEdit *>(QLatin1String(field)))
            widgets::offerConnections(edit, &m_model, use);
    };
    offer(m_pages->run(), "runTarget", widgets::ConnectionUse::Write);
    offer(m_pages->rehearsal(), "rehearsalTarget", widgets::ConnectionUse::Write);
}

void ConnectionsController::showConnections()
{
    m_model.setConnections(m_service.connections());
    for (SourcePicker *picker : { m_pages->compare()->currentPicker(), m_pages->compare()->targetPicker() })
        picker->setConnections(m_service.connections());
    followRunTarget();
}

void ConnectionsController::followRunTarget()
{
    const KeptConnection *known = m_service.find(m_runs->knownTarget());
    const auto environment = known ? known->environment : widgets::Environment::Unknown;
    m_pages->run()->setEnvironment(known ? environment : m_pageController->environment());
    if (environment == m_runEnvironment)
        return;
    m_runEnvironment = environment;
    emit environmentChanged();
}

/// The password goes with the program's memory; what is kept has none.
void ConnectionsController::keep(const KeptConnection &connection, const QString &password)
{
    if (!password.isEmpty()) {
        postgres::ConnectionTarget target;
        target.text = project::connectionText(connection);
        postgres::rememberPassword(target, password);
    }
    m_service.put(connection);
}

void ConnectionsController::test(const QString &text)
{
    postgres::ConnectionTarget target;
    target.text = text;
    m_probe.ask(text, target);
}

} // namespace lockstep::app
