#include "comparepage.h"

#include "changesview.h"
#include "renameslist.h"
#include "rulespanel.h"
#include "stalelist.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/format.h>
#include <widgets/common/icons.h>
#include <widgets/common/pagestack.h>
#include <widgets/common/theme.h>
#include <widgets/connection/sourcepicker.h>

#include <QHBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

enum Shown { EmptyPage, ChangesPage };

} // namespace

ComparePage::ComparePage(QWidget *parent)
    : QWidget(parent)
    , m_current(new SourcePicker(tr("Current"),
                                 tr("What there is: a database, a .sql file, an archive, a snapshot")))
    , m_target(new SourcePicker(tr("Target"),
                                tr("What is wanted: a .sql file, a database, an archive, a snapshot")))
    , m_swap(new QToolButton)
    , m_busy(new BusyBar)
    , m_error(new Banner)
    , m_consequence(new Banner)
    , m_unfinished(new Banner)
    , m_stack(new PageStack)
    , m_emptyTitle(new QLabel)
    , m_emptyText(new QLabel)
    , m_view(new ChangesView)
    , m_side(new QScrollArea)
    , m_renames(new RenamesList)
    , m_rules(new RulesPanel)
    , m_stale(new StaleList)
    , m_detail(new ChangeDetail)
{
    m_error->setObjectName(QStringLiteral("compareError"));
    m_consequence->setObjectName(QStringLiteral("consequence"));
    m_unfinished->setObjectName(QStringLiteral("unfinishedRun"));
    auto *upper = new QSplitter(Qt::Horizontal);
    upper->addWidget(m_view);
    upper->addWidget(buildSide());
    upper->setStretchFactor(0, 4);
    upper->setStretchFactor(1, 1);
    upper->setChildrenCollapsible(false);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(upper);
    split->addWidget(m_detail);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    m_stack->insertWidget(EmptyPage, buildEmpty());
    m_stack->insertWidget(ChangesPage, split);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildPickers());
    column->addWidget(m_busy);
    column->addWidget(m_unfinished);
    column->addWidget(m_error);
    column->addWidget(m_consequence);
    column->addWidget(m_stack, 1);
    connectParts();
    addShortcuts();
    refresh();
}

ComparePage::~ComparePage() = default;

void ComparePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_swap->setIcon(icon(Icon::Swap, palette()));
}

void ComparePage::reveal(const schema::ObjectId &id, int change)
{
    if (change >= 0)
        m_view->reveal(change);
    else
        m_view->revealIdentical(id);
}

QWidget *ComparePage::buildPickers()
{
    m_current->setObjectName(QStringLiteral("current"));
    m_target->setObjectName(QStringLiteral("target"));
    m_swap->setObjectName(QStringLiteral("swap"));
    m_swap->setText(tr("will be changed\nto match"));
    m_swap->setToolTip(tr("Swaps the two sides."));
    m_swap->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_swap->setIcon(icon(Icon::Swap, palette()));
    auto *pickers = new QWidget;
    auto *row = new QHBoxLayout(pickers);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(10);
    row->addWidget(m_current, 1, Qt::AlignTop);
    row->addWidget(m_swap, 0, Qt::AlignTop);
    row->addWidget(m_target, 1, Qt::AlignTop);
    return pickers;
}

QWidget *ComparePage::buildEmpty()
{
    m_emptyTitle->setFont(scaledFont(font(), 1.5, true));
    m_emptyTitle->setAlignment(Qt::AlignHCenter);
    m_emptyTitle->setObjectName(QStringLiteral("emptyTitle"));
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    m_emptyText->setWordWrap(true);
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(page);
    column->addStretch(2);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addStretch(3);
    return page;
}

QWidget *ComparePage::buildSide()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(16);
    column->addWidget(m_stale);
    column->addWidget(m_renames);
    column->addWidget(m_rules);
    column->addStretch(1);
    body->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // Scrolls instead of shrinking.
    m_side->setObjectName(QStringLiteral("decisions"));
    m_side->setWidget(body);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setMinimumWidth(240);
    return m_side;
}

void ComparePage::setChanges(const Compared &compared)
{
    if (!compared.changes)
        m_consequence->dismiss();
    m_compared = compared;
    if (compared.changes && !compared.wanted)
        m_compared.wanted = compared.changes->target;
    m_view->setChanges(compared.changes, compared.statistics);
    m_rules->setIgnoredCount(compared.changes ? compared.changes->ignored : 0);
    m_renames->setCandidates(compared.changes, m_intents);
    showDecisions();
    refresh();
}

void ComparePage::setIntents(const plan::Intents &intents)
{
    m_intents = intents;
    m_rules->setRules(intents.ignore);
    m_renames->setCandidates(m_compared.changes, m_intents);
    showDecisions();
    refresh();
}

void ComparePage::setStaleDecisions(const QVector<plan::StaleDecision> &decisions)
{
    m_stale->setDecisions(decisions);
    refresh();
}

void ComparePage::setProgress(const QString &what, int done, int total)
{
    sayWhatIsMissing();
    m_busy->setProgress(what, done, total);
}
void ComparePage::setIdle()
{
    sayWhatIsMissing();
    m_busy->setIdle();
}

void ComparePage::showError(const base::Error &error)
{
    m_busy->setIdle();
    m_error->showError(error);
}

void ComparePage::setUnfinishedRun(const QString &runId, const QString &display)
{
    if (runId.isEmpty()) {
        m_unfinished->dismiss();
        return;
    }
    m_unfinished->showMessage(
        Banner::Kind::Warning, tr("The run %1 on %2 is not finished.").arg(runId.left(8), display),
        tr("The comparison shows the database between two steps. What the run has put there for itself is "
           "left out, and a plan made now cannot be proved."),
        tr("Finish the run first, then compare again."));
    m_unfinished->setAction(tr("Finish the run\u2026"));
}

void ComparePage::forgetMessages()
{
    m_error->dismiss();
    m_consequence->dismiss();
}

void ComparePage::refresh()
{
    const diff::ChangeSetPtr &changes = m_compared.changes;
    const bool hasLines = changes && (!m_view->model()->all().empty() || !changes->unmodelled.empty());
    m_stack->setCurrentIndex(hasLines ? ChangesPage : EmptyPage);
    m_renames->setVisible(!m_renames->isEmpty());
    m_rules->setVisible(m_view->rulesButton()->isChecked());
    m_side->setVisible(!m_renames->isEmpty() || !m_stale->isEmpty() || m_view->rulesButton()->isChecked());
    if (changes) {
        m_emptyTitle->setText(tr("The two schemas are identical"));
        m_emptyText->setText(
            tr("%1 objects were compared; there is nothing to change.").arg(numberText(changes->identical)));
    } else {
        sayWhatIsMissing();
    }
}

void ComparePage::sayWhatIsMissing()
{
    if (m_compared.changes)
        return;
    const bool hasCurrent = !m_current->text().isEmpty();
    const bool hasTarget = !m_target->text().isEmpty();
    if (hasCurrent && hasTarget) {
        m_emptyTitle->setText(tr("The two sides are not compared yet"));
        m_emptyText->setText(tr("The differences are listed here as soon as both sides are read."));
        return;
    }
    m_emptyTitle->setText(hasCurrent  ? tr("Now choose what is wanted")
                          : hasTarget ? tr("Now choose what there is")
                                      : tr("Choose what there is and what is wanted"));
    m_emptyText->setText(
        tr("Drop a .sql file on Current and another on Target, or connect to a server. Nothing is "
           "changed until you run a plan and type the name of the database."));
}

bool ComparePage::hasOpenDecision() const
{
    return m_renames->openCount() > 0;
}

QString ComparePage::stateLine() const
{
    if (!m_compared.changes)
        return tr("nothing compared yet");
    const int all = int(m_view->model()->all().size());
    if (all == 0)
        return tr("identical");
    QString line = tr("%n change(s)", nullptr, all);
    const int out = m_view->model()->leftOutCount();
    if (out > 0)
        line = tr("%1, %2").arg(line, tr("%n left out", nullptr, out));
    const int open = m_renames->openCount();
    return open == 0 ? line : tr("%1, %2").arg(line, tr("%n decision(s) open", nullptr, open));
}

} // namespace lockstep::widgets
