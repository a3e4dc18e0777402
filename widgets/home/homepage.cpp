#include "homepage.h"

#include "startcard.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/format.h>
#include <widgets/common/theme.h>
#include <widgets/common/twolinedelegate.h>
#include <widgets/connection/connectionspanel.h>

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

constexpr int pageMargin = 28;

/// A white field on the grey page, as the pickers of the Compare page are.
class Panel final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &colors = colorsFor(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(colors.base);
        painter.setPen(colors.border);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

} // namespace

HomePage::HomePage(QWidget *parent)
    : QWidget(parent)
    , m_new(new StartCard(Icon::Swap, tr("New comparison"),
                          tr("What there is and what you want; the plan follows by itself.")))
    , m_plan(new StartCard(Icon::Open, tr("Open a plan\u2026"),
                           tr("A .lockplan that somebody made, to look at or run.")))
    , m_review(new StartCard(Icon::Find, tr("Review a script"),
                             tr("What a migration locks and how long, statement by statement.")))
    , m_demo(new StartCard(Icon::Play, tr("Try the demo"),
                           tr("A small shop on a throw-away server, ready to be changed.")))
    , m_banner(new Banner)
    , m_busy(new BusyBar)
    , m_continue(new QPushButton(tr("Continue")))
    , m_discard(new QPushButton(tr("Discard")))
    , m_projects(new QListView)
    , m_noProjects(
          new QLabel(tr("Projects you save are listed here. A project is a .lockstep file: both sides, "
                        "your decisions and your edits.")))
    , m_forget(new QPushButton(tr("Remove from the list")))
    , m_connections(new ConnectionsPanel)
{
    setObjectName(QStringLiteral("homePage"));
    setAccessibleName(tr("Home"));
    m_banner->setObjectName(QStringLiteral("homeBanner"));
    auto *column = new QVBoxLayout;
    column->setSpacing(14);
    column->addWidget(buildHead());
    column->addWidget(buildRecovered());
    column->addWidget(buildStart());
    column->addWidget(m_busy);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(18);
    lower->addWidget(buildProjects(), 1);
    auto *right = new Panel;
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(14, 12, 14, 12);
    rightColumn->addWidget(m_connections);
    lower->addWidget(right, 1);
    column->addLayout(lower, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_banner);
    column->setContentsMargins(pageMargin, 20, pageMargin, 20);
    page->addLayout(column, 1);
    connectParts();
    setFocusProxy(m_new);
    refresh();
}

QWidget *HomePage::buildHead()
{
    auto *head = new QWidget;
    auto *name = new QLabel(tr("Lockstep"));
    name->setFont(scaledFont(font(), 1.9, true));
    auto *line = new QLabel(tr("Change a PostgreSQL schema while it is in use: compare, plan, prove, run."));
    line->setFont(scaledFont(font(), 1.1));
    line->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 2);
    column->setSpacing(2);
    column->addWidget(name);
    column->addWidget(line);
    return head;
}

QWidget *HomePage::buildRecovered()
{
    m_recovered = new Panel;
    m_recovered->setObjectName(QStringLiteral("recovered"));
    m_recoveredText = new QLabel;
    m_recoveredText->setObjectName(QStringLiteral("recoveredText"));
    m_recoveredText->setTextFormat(Qt::PlainText);
    m_recoveredText->setWordWrap(true);
    m_continue->setObjectName(QStringLiteral("continueRecovered"));
    m_continue->setProperty("look", QStringLiteral("primary"));
    m_discard->setObjectName(QStringLiteral("discardRecovered"));
    m_discard->setProperty("look", QStringLiteral("quiet"));
    auto *row = new QHBoxLayout(m_recovered);
    row->setContentsMargins(14, 10, 10, 10);
    row->addWidget(m_recoveredText, 1);
    row->addWidget(m_discard);
    row->addWidget(m_continue);
    m_recovered->hide();
    return m_recovered;
}

QWidget *HomePage::buildStart()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    m_new->setObjectName(QStringLiteral("homeNew"));
    m_new->setPrimary(true);
    m_plan->setObjectName(QStringLiteral("homePlan"));
    m_review->setObjectName(QStringLiteral("homeReview"));
    m_demo->setObjectName(QStringLiteral("homeDemo"));
    for (StartCard *card : { m_new, m_plan, m_review, m_demo })
        row->addWidget(card, 1);
    return box;
}

QWidget *HomePage::buildProjects()
{
    auto *box = new Panel;
    auto *caption = new QLabel(tr("Recent projects"));
    caption->setFont(scaledFont(font(), 1.15, true));
    m_projects->setObjectName(QStringLiteral("recentProjects"));
    m_projects->setAccessibleName(tr("Recent projects"));
    m_projects->setModel(&m_model);
    m_projects->setItemDelegate(new TwoLineDelegate(m_projects));
    m_projects->setMouseTracking(true);
    m_projects->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_projects->installEventFilter(this);
    m_noProjects->setWordWrap(true);
    m_noProjects->setMargin(16);
    m_noProjects->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_noProjects->setForegroundRole(QPalette::PlaceholderText);
    m_forget->setObjectName(QStringLiteral("forgetProject"));
    m_forget->setToolTip(tr("The file itself stays where it is."));
    // Keeps the caption level with the one of the connections.
    QSizePolicy policy = m_forget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_forget->setSizePolicy(policy);
    auto *head = new QHBoxLayout;
    head->addWidget(caption, 1);
    head->addWidget(m_forget);
    auto *drop = new QLabel(tr("Or drop a project, a plan, a schema or a migration script anywhere here."));
    drop->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_noProjects, 1);
    column->addWidget(m_projects, 1);
    column->addWidget(drop);
    return box;
}

void HomePage::connectParts()
{
    connect(m_new, &StartCard::clicked, this, &HomePage::newComparisonRequested);
    connect(m_plan, &StartCard::clicked, this, &HomePage::openPlanRequested);
    connect(m_review, &StartCard::clicked, this, &HomePage::reviewRequested);
    connect(m_demo, &StartCard::clicked, this, &HomePage::demoRequested);
    connect(m_busy, &BusyBar::cancelRequested, this, &HomePage::demoCancelRequested);
    connect(m_projects, &QListView::activated, this, &HomePage::openProject);
    connect(m_projects->selectionModel(), &QItemSelectionModel::currentChanged, this, &HomePage::refresh);
    connect(m_forget, &QPushButton::clicked, this, &HomePage::forgetSelected);
    connect(m_continue, &QPushButton::clicked, this, &HomePage::recoveredWanted);
    connect(m_discard, &QPushButton::clicked, this, &HomePage::recoveredDiscarded);
}

void HomePage::setProjects(const QVector<project::RecentProject> &projects)
{
    m_model.setProjects(projects);
    if (!projects.isEmpty() && !m_projects->currentIndex().isValid())
        m_projects->setCurrentIndex(m_model.index(0, 0));
    refresh();
}

void HomePage::offerRecovered(const QString &what, const QDateTime &at)
{
    m_recovered->setVisible(!what.isEmpty());
    m_recoveredText->setText(
        tr("Work that was never saved under a name was kept %1: %2.").arg(momentText(at), what));
}

void HomePage::setDemoProgress(const QString &what)
{
    m_demo->setEnabled(false);
    m_busy->setProgress(what);
}

void HomePage::setDemoIdle()
{
    m_demo->setEnabled(true);
    m_busy->setIdle();
}

void HomePage::showError(const base::Error &error)
{
    m_banner->showError(error);
}

void HomePage::openProject(const QModelIndex &index)
{
    const project::RecentProject *project = m_model.at(index.row());
    if (project && !project->isMissing)
        emit projectChosen(project->path);
}

void HomePage::forgetSelected()
{
    const project::RecentProject *project = m_model.at(m_projects->currentIndex().row());
    if (project)
        emit projectForgotten(QString(project->path));
}

bool HomePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_projects && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        forgetSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void HomePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colorsFor(palette()).window);
}

void HomePage::refresh()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_noProjects->setVisible(isEmpty);
    m_projects->setVisible(!isEmpty);
    m_forget->setVisible(!isEmpty);
    m_forget->setEnabled(m_projects->currentIndex().isValid());
}

} // namespace lockstep::widgets
