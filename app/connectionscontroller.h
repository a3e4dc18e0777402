#pragma once

#include "pagecontroller.h"
#include "passwordcontroller.h"
#include "runcontroller.h"

#include <model/items/connectionsmodel.h>
#include <model/project/connectionsservice.h>

namespace lockstep::widgets {
class PasswordStrip;
}

namespace lockstep::app {

/// The user's connections wherever a database is chosen: on the Home page, in the pickers, on the Run and
/// Rehearsal pages. What a connection is for follows it to badges and edges.
class ConnectionsController final : public QObject
{
    Q_OBJECT
public:
    ConnectionsController(QObject *parent, Pages *pages, PageController *pageController, RunController *runs,
                          project::Pipeline *pipeline, Document *document,
                          widgets::PasswordStrip *passwordStrip);

    /// Where connections are kept; until this is called, nowhere.
    void setPath(const QString &path) { m_service.setPath(path); }
    [[nodiscard]] project::ConnectionsService *service() { return &m_service; }
    [[nodiscard]] PasswordController *passwords() { return &m_passwords; }
    /// Of the database that would be run on, if it is one of the connections.
    [[nodiscard]] widgets::Environment runEnvironment() const { return m_runEnvironment; }

signals:
    void environmentChanged();
    /// A connection is to be compared.
    void useRequested(const QString &connectionText);

private:
    void connectPanel();
    void connectPickers();
    void connectPasswords();
    void readAgain(project::Side side);
    void offerInFields();
    void showConnections();
    void followRunTarget();
    void keep(const project::KeptConnection &connection, const QString &password);
    void test(const QString &text);

    Pages *m_pages;
    PageController *m_pageController;
    RunController *m_runs;
    project::Pipeline *m_pipeline;
    Document *m_document;
    project::ConnectionsService m_service;
    items::ConnectionsModel m_model;
    project::ServerProbe m_probe;
    PasswordController m_passwords;
    widgets::Environment m_runEnvironment = widgets::Environment::Unknown;
};

} // namespace lockstep::app
