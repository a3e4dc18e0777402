#pragma once

#include <model/base/error.h>
#include <model/items/recentprojectsmodel.h>

#include <QDateTime>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace lockstep::widgets {

class Banner;
class BusyBar;
class ConnectionsPanel;
class StartCard;

/// The first page: ways to begin, what the user worked on, and the connections. Files may be dropped
/// anywhere on it.
class HomePage final : public QWidget
{
    Q_OBJECT
public:
    explicit HomePage(QWidget *parent = nullptr);

    [[nodiscard]] ConnectionsPanel *connections() const { return m_connections; }
    void setProjects(const QVector<project::RecentProject> &projects);
    /// Work of the last start that has no name yet; `what` says in a few words what it is. Null: none.
    void offerRecovered(const QString &what, const QDateTime &at);
    void setDemoProgress(const QString &what);
    void setDemoIdle();
    void showError(const base::Error &error);

signals:
    void newComparisonRequested();
    void openPlanRequested();
    void reviewRequested();
    void demoRequested();
    void demoCancelRequested();
    void projectChosen(const QString &path);
    void projectForgotten(const QString &path);
    void recoveredWanted();
    void recoveredDiscarded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildRecovered();
    [[nodiscard]] QWidget *buildStart();
    [[nodiscard]] QWidget *buildProjects();
    void connectParts();
    void openProject(const QModelIndex &index);
    void forgetSelected();
    void refresh();

    items::RecentProjectsModel m_model;
    StartCard *m_new;
    StartCard *m_plan;
    StartCard *m_review;
    StartCard *m_demo;
    Banner *m_banner;
    BusyBar *m_busy;
    QWidget *m_recovered = nullptr;
    QLabel *m_recoveredText = nullptr;
    QPushButton *m_continue;
    QPushButton *m_discard;
    QListView *m_projects;
    QLabel *m_noProjects;
    QPushButton *m_forget;
    ConnectionsPanel *m_connections;
};

} // namespace lockstep::widgets
