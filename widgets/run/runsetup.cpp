#include "runsetup.h"

#include "backfillchoice.h"
#include "foundrun.h"
#include "runtext.h"
#include "unusualstart.h"

#include <widgets/common/format.h>
#include <widgets/common/hinttext.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

namespace {

constexpr int typingPauseMs = 600;

QLabel *setupHeading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(scaledFont(label->font(), 1.0, true));
    return label;
}

QLabel *setupNote()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString lossLine(const plan::Step &step)
{
    QStringList parts;
    for (const plan::Loss &loss : step.loses) {
        QStringList sizes;
        if (loss.rows >= 0)
            sizes << RunSetup::tr("%1 rows").arg(numberText(loss.rows));
        if (loss.bytes >= 0)
            sizes << bytesText(double(loss.bytes));
        parts << (sizes.isEmpty() ? plan::lostText(loss)
                                  : QStringLiteral("%1 (%2)").arg(plan::lostText(loss),
                                                                  sizes.join(QStringLiteral(", "))));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace

RunSetup::RunSetup(QWidget *parent)
    : QWidget(parent)
    , m_summary(setupNote())
    , m_target(new QLineEdit)
    , m_server(setupNote())
    , m_badge(new Badge)
    , m_lossBox(new QWidget)
    , m_lossRows(new QVBoxLayout(m_lossBox))
    , m_consent(new QComboBox)
    , m_backfills(new QWidget)
    , m_pace(new BackfillChoice)
    , m_unusual(new UnusualStart)
    , m_typeHere(new QLabel)
    , m_name(new QLineEdit)
    , m_reason(setupNote())
    , m_found(new FoundRun)
    , m_start(new QPushButton(tr("Run")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_history(new QPushButton(tr("His&tory\u2026")))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *frame = new QWidget;
    frame->setMaximumWidth(760);
    auto *column = new QVBoxLayout(frame);
    column->setSpacing(8);
    auto *title = new QLabel(tr("Run the plan on a database"));
    title->setFont(scaledFont(font(), 1.5, true));
    column->addWidget(title);
    column->addWidget(m_summary);
    column->addSpacing(12);
    column->addWidget(m_found);
    buildTarget(column);
    column->addWidget(m_lossBox);
    m_lossRows->setContentsMargins(0, 12, 0, 0);
    buildConsent(column);
    buildConfirmation(column);
    column->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(32, 28, 32, 28);
    row->addStretch(1);
    row->addWidget(frame, 6);
    row->addStretch(1);
    connect(m_found, &FoundRun::resumeRequested, this, [this] { emit startRequested(true); });
    connect(m_found, &FoundRun::rollBackRequested, this, &RunSetup::rollBackRequested);
    connect(m_found, &FoundRun::takeOverRequested, this, &RunSetup::takeOverRequested);
    connect(m_found, &FoundRun::planRequested, this, &RunSetup::runPlanRequested);
    connect(m_found, &FoundRun::remoteStopRequested, this, &RunSetup::remoteStopRequested);
    refresh();
}

void RunSetup::buildTarget(QVBoxLayout *column)
{
    m_target->setObjectName(QStringLiteral("runTarget"));
    m_target->setPlaceholderText(
        tr("postgresql://user@host/database, service=name, or host=\u2026 dbname=\u2026"));
    m_target->setAccessibleName(tr("Database to run on"));
    m_server->setObjectName(QStringLiteral("runServer"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_target, 1);
    line->addWidget(m_badge);
    line->addWidget(m_history);
    m_history->setObjectName(QStringLiteral("runHistory"));
    m_history->setAutoDefault(false);
    m_history->setToolTip(tr("The runs that the journal of this database remembers."));
    connect(m_history, &QPushButton::clicked, this, &RunSetup::historyRequested);
    column->addWidget(setupHeading(tr("Database")));
    column->addLayout(line);
    column->addWidget(m_server);
    column->addWidget(m_unusual);
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(typingPauseMs);
    const auto ask = [this] { emit targetEdited(target()); };
    connect(pause, &QTimer::timeout, this, ask);
    connect(m_target, &QLineEdit::textEdited, this, [this, pause] {
        m_database.clear();
        m_found->clear();
        m_unusual->clear();
        m_server->setText(tr("Asking the server\u2026"));
        refresh();
        pause->start();
    });
}

void RunSetup::buildConsent(QVBoxLayout *column)
{
    using execution::BlockerTier;
    m_consent->setObjectName(QStringLiteral("runConsent"));
    m_consent->setAccessibleName(tr("Who may be ended when the run waits for a lock"));
    const execution::BlockerConsent limits;
    const QString idle = durationText(limits.idleSeconds * 1000.0);
    const QString statement = durationText(limits.statementSeconds * 1000.0);
    m_consent->addItem(tr("Nobody, unless I say so then"), int(BlockerTier::Nobody));
    m_consent->addItem(tr("Autovacuum is canceled, which begins again later"), int(BlockerTier::Autovacuum));
    m_consent->addItem(tr("Also who is idle in a transaction for %1 is disconnected").arg(idle),
                       int(BlockerTier::IdleInTransaction));
    m_consent->addItem(tr("Also statements of %1 and more are canceled").arg(statement),
                       int(BlockerTier::Statement));
    m_consent->addItem(tr("Also every session whose transaction is %1 old is disconnected").arg(statement),
                       int(BlockerTier::Session));
    m_consent->setToolTip(tr("Only who keeps the run from a lock at that moment; never replication, "
                             "superusers, other runs, or a vacuum against wraparound."));
    auto *heading = setupHeading(tr("Who may be en&ded when the run waits for a lock"));
    heading->setBuddy(m_consent);
    column->addSpacing(12);
    column->addWidget(heading);
    column->addWidget(m_consent);
    auto *backfills = new QVBoxLayout(m_backfills);
    backfills->setContentsMargins(0, 12, 0, 0);
    backfills->addWidget(setupHeading(tr("Backfills")));
    backfills->addWidget(m_pace);
    column->addWidget(m_backfills);
}

void RunSetup::choose(execution::RunOptions *options) const
{
    options->consent.upTo = execution::BlockerTier(m_consent->currentData().toInt());
    options->acceptFailover = m_found->acceptsFailover();
    m_unusual->choose(options);
    m_pace->choose(options);
}

void RunSetup::forgetName()
{
    m_name->clear();
}

int RunSetup::parkedRows() const
{
    return m_pace->parkedRows();
}

void RunSetup::setParkedRows(int rows)
{
    m_pace->setParkedRows(rows);
}

void RunSetup::buildConfirmation(QVBoxLayout *column)
{
    m_name->setObjectName(QStringLiteral("runName"));
    m_start->setObjectName(QStringLiteral("runStart"));
    m_cancel->setObjectName(QStringLiteral("runCancel"));
    m_reason->setObjectName(QStringLiteral("runReason"));
    m_start->setProperty("look", QStringLiteral("primary"));
    // Enter must never start a run by itself.
    m_start->setAutoDefault(false);
    m_cancel->setDefault(true);
    m_typeHere->setWordWrap(true);
    m_typeHere->setFont(scaledFont(font(), 1.0, true));
    m_typeHere->setBuddy(m_name);
    m_name->setMaximumWidth(320);
    column->addSpacing(12);
    column->addWidget(m_typeHere);
    column->addWidget(m_name);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_reason, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_start);
    column->addSpacing(12);
    column->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &RunSetup::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &RunSetup::canceled);
    connect(m_start, &QPushButton::clicked, this, [this] { emit startRequested(false); });
}

void RunSetup::setPlan(const plan::PlanPtr &plan)
{
    m_plan = plan;
    m_found->setPlan(plan);
    m_unusual->setPlan(plan);
    m_backfills->setVisible(plan
                            && std::any_of(plan->steps.cbegin(), plan->steps.cend(), [](const auto &step) {
                                   return step.kind == plan::StepKind::Backfill;
                               }));
    showLosses();
    refresh();
}

void RunSetup::setTarget(const QString &text)
{
    if (text == m_target->text())
        return;
    m_target->setText(text);
    m_target->setCursorPosition(0); // What is too long shows its beginning.
    m_database.clear();
    m_found->clear();
    m_unusual->clear();
    m_server->clear();
    refresh();
    // A target that comes from a project has to be asked as one that was typed.
    if (!target().isEmpty())
        emit targetEdited(target());
}

void RunSetup::focusNext()
{
    (target().isEmpty() ? m_target : m_name)->setFocus(Qt::OtherFocusReason);
}

QString RunSetup::target() const
{
    return m_target->text().trimmed();
}

void RunSetup::setServer(const QString &database, const QString &description)
{
    m_database = database;
    m_server->setText(description);
    refresh();
}

void RunSetup::setServerError(const base::Error &error)
{
    m_database.clear();
    const QString hint = hintText(error);
    m_server->setText(hint.isEmpty() ? error.message : error.message + QLatin1Char('\n') + hint);
    refresh();
}

void RunSetup::askForDirect()
{
    m_unusual->askForDirect();
}

void RunSetup::askWhereItStands(const QString &proposed)
{
    m_unusual->askWhereItStands(proposed);
}

void RunSetup::setEnvironment(Environment environment)
{
    m_badge->setEnvironment(environment);
}

void RunSetup::setStatus(const execution::RunStatus &status)
{
    m_found->setStatus(status);
    if (m_found->isUnfinished()) // That of a finished run says nothing of this one.
        m_unusual->journalFound();
    refresh();
}

QSet<QString> RunSetup::allowedLoss() const
{
    QSet<QString> allowed;
    for (auto it = m_losses.cbegin(); it != m_losses.cend(); ++it) {
        if (it.value()->isChecked())
            allowed.insert(it.key());
    }
    return allowed;
}

/// What is lost has a line of its own, because the text of a tick does not wrap.
void RunSetup::addLoss(const plan::Step &step, int number, bool isTicked)
{
    const QString what = lossLine(step);
    auto *box = new QCheckBox(tr("Step %1, %2").arg(QString::number(number), step.title));
    box->setObjectName(QStringLiteral("loss_") + step.id);
    box->setAccessibleDescription(what);
    box->setChecked(isTicked);
    m_losses.insert(step.id, box);
    QLabel *note = setupNote();
    note->setText(what);
    note->setIndent(box->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, box)
                    + box->style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, box));
    m_lossRows->addWidget(box);
    m_lossRows->addWidget(note);
}

void RunSetup::showLosses()
{
    const QSet<QString> ticked = allowedLoss();
    qDeleteAll(m_lossBox->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_losses.clear();
    if (!m_plan)
        return;
    for (int i = 0; i < m_plan->steps.size(); ++i) {
        const plan::Step &step = m_plan->steps.at(i);
        if (step.loses.isEmpty())
            continue;
        if (m_losses.isEmpty())
            m_lossRows->addWidget(setupHeading(tr("What may be lost for good")));
        addLoss(step, i + 1, ticked.contains(step.id));
    }
    if (!m_losses.isEmpty()) {
        QLabel *note = setupNote();
        note->setText(tr("The run stops before a step that is not ticked and asks."));
        m_lossRows->addWidget(note);
    }
    m_lossBox->setVisible(!m_losses.isEmpty());
}

QString RunSetup::whyNot() const
{
    if (!m_plan || m_plan->steps.isEmpty())
        return tr("There is no plan to run yet.");
    if (m_found->isRunnerAlive())
        return tr("Another Lockstep is running a plan on this database now.");
    if (m_found->isGoingBack())
        return tr("The rollback that was begun has to be finished first.");
    if (m_found->isUnfinished())
        return tr("The unfinished run has to be resumed or rolled back first.");
    if (!m_plan->isProved())
        return tr("The plan is not proved as it stands. Prove it on the Plan page first.");
    if (m_database.isEmpty())
        return tr("Name a database that can be reached.");
    if (m_name->text() != m_database)
        return tr("The name of the database is not typed yet.");
    return {};
}

bool RunSetup::canStart() const
{
    return whyNot().isEmpty();
}

void RunSetup::refresh()
{
    const QString reason = whyNot();
    m_reason->setText(reason);
    m_start->setEnabled(reason.isEmpty());
    m_history->setEnabled(!m_database.isEmpty());
    m_typeHere->setText(m_database.isEmpty()
                            ? tr("To confirm, type the name of the database")
                            : tr("To confirm, type the name of the database: %1").arg(m_database));
    m_start->setText(m_database.isEmpty() ? tr("Run") : tr("Run on %1").arg(m_database));
    if (m_plan)
        m_summary->setText(tr("%n step(s). %1.", nullptr, int(m_plan->steps.size())).arg(proofWords(*m_plan))
                           + QLatin1Char(' ') + totalsText(*m_plan));
}

} // namespace lockstep::widgets
