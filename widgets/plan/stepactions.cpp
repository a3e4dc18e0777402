#include "stepactions.h"

#include <model/items/words.h>

#include <QAction>
#include <QMenu>
#include <QWidget>

namespace lockstep::widgets {

namespace {

constexpr int longestStatement = 60;
constexpr int mostSplits = 20;

QString shortSql(const QString &sql)
{
    const QString line = sql.simplified();
    return line.size() > longestStatement ? line.left(longestStatement - 1) + QChar(0x2026) : line;
}

} // namespace

StepActions::StepActions(items::PlanModel *model, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_up(add("stepUp", tr("Move &up"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up)))
    , m_down(add("stepDown", tr("Move &down"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down)))
    , m_switch(add("stepSwitch", tr("&Switch off"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_D)))
    , m_switchAll(add("stepSwitchAll", tr("Switch off with &all that need it")))
    , m_join(add("stepJoin", tr("&Join with the next step"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_J)))
    , m_addSql(
          add("stepAddSql", tr("Insert own S&QL after it"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_S)))
    , m_addGate(
          add("stepAddGate", tr("Insert a &gate after it"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_G)))
    , m_remove(add("stepRemove", tr("&Remove"), QKeySequence(Qt::Key_Delete)))
    , m_split(new QMenu(tr("S&plit before")))
{
    m_split->setObjectName(QStringLiteral("stepSplit"));
    connect(this, &QObject::destroyed, m_split, &QObject::deleteLater);
    connect(m_up, &QAction::triggered, this, [this] { moveBy(-1); });
    connect(m_down, &QAction::triggered, this, [this] { moveBy(1); });
    connect(m_switch, &QAction::triggered, this, [this] { switchStep(false); });
    connect(m_switchAll, &QAction::triggered, this, [this] { switchStep(true); });
    connect(m_join, &QAction::triggered, this, &StepActions::joinWithNext);
    connect(m_addSql, &QAction::triggered, this, &StepActions::addSql);
    connect(m_addGate, &QAction::triggered, this, &StepActions::addGate);
    connect(m_remove, &QAction::triggered, this,
            [this] { emit editRequested(plan::RemoveOwnStep{ m_stepId }); });
    setStep({});
}

QAction *StepActions::add(const char *name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void StepActions::addTo(QWidget *widget)
{
    widget->addActions({ m_up, m_down, m_switch, m_switchAll, m_join, m_addSql, m_addGate, m_remove });
}

void StepActions::fill(QMenu *menu) const
{
    menu->addActions({ m_up, m_down });
    menu->addSeparator();
    menu->addAction(m_switch);
    if (m_switchAll->isVisible())
        menu->addAction(m_switchAll);
    menu->addSeparator();
    menu->addMenu(m_split);
    menu->addAction(m_join);
    menu->addSeparator();
    menu->addActions({ m_addSql, m_addGate });
    if (m_remove->isVisible())
        menu->addAction(m_remove);
}

const plan::Step *StepActions::step() const
{
    return m_model->stepAt(m_model->rowOf(m_stepId));
}

QString StepActions::nextId() const
{
    return m_model->runningFrom(m_model->rowOf(m_stepId) + 1);
}

void StepActions::setStep(const QString &stepId)
{
    m_stepId = stepId;
    const plan::Step *one = step();
    const bool isOff = m_model->isOff(m_model->rowOf(stepId));
    const bool runs = one && !isOff;
    const bool isOwn = one && plan::isOwn(*one);
    for (QAction *action : { m_up, m_down, m_join })
        action->setEnabled(runs);
    m_join->setEnabled(runs && one->kind == plan::StepKind::Ddl && !nextId().isEmpty());
    m_switch->setEnabled(one != nullptr);
    m_switch->setText(isOff ? tr("&Switch on") : tr("&Switch off"));
    m_switchAll->setVisible(runs && !plan::dependents(*m_model->plan(), stepId).isEmpty());
    m_remove->setVisible(runs && isOwn);
    m_remove->setEnabled(runs && isOwn);
    for (QAction *action : { m_addSql, m_addGate })
        action->setEnabled(m_model->plan() != nullptr);
    fillSplits();
}

void StepActions::fillSplits()
{
    m_split->clear();
    const plan::Step *one = step();
    const bool canSplit = one && one->kind == plan::StepKind::Ddl && one->sql.size() > 1
                          && !m_model->isOff(m_model->rowOf(m_stepId));
    m_split->setEnabled(canSplit);
    if (!canSplit)
        return;
    for (int at = 1; at < one->sql.size() && at <= mostSplits; ++at) {
        QAction *action = m_split->addAction(tr("%1: %2", "number and text of a statement")
                                                 .arg(QString::number(at + 1), shortSql(one->sql.at(at))));
        connect(action, &QAction::triggered, this, [this, at] {
            emit editRequested(plan::SplitStep{ m_stepId, at, {} });
        });
    }
}

void StepActions::move(const QString &stepId, const QString &before)
{
    const plan::PlanPtr plan = m_model->plan();
    const plan::Step *one = plan ? plan->find(stepId) : nullptr;
    if (!one || before == stepId)
        return;
    const plan::MoveVerdict verdict = plan::canMove(*plan, stepId, before);
    if (verdict.obstacle == plan::MoveObstacle::None)
        emit editRequested(plan::MoveStep{ stepId, before });
    else
        emit refused(tr("\u201c%1\u201d cannot be moved there.").arg(one->title),
                     items::whyNotMoved(*plan, verdict));
}

void StepActions::moveBy(int rows)
{
    const plan::PlanPtr plan = m_model->plan();
    const plan::Step *one = plan ? plan->find(m_stepId) : nullptr;
    if (!one)
        return;
    const qsizetype at = one - plan->steps.constData();
    const qsizetype before = rows < 0 ? at - 1 : at + 2;
    if (before < 0 || before > plan->steps.size())
        return; // It is the first or the last.
    move(m_stepId, before < plan->steps.size() ? plan->steps.at(before).id : QString());
}

/// What needs a step is switched off before it, so that no step ever waits for one that is not there.
void StepActions::switchStep(bool withDependents)
{
    const bool isOff = m_model->isOff(m_model->rowOf(m_stepId));
    const QString stepId = m_stepId;
    if (withDependents && !isOff) {
        const QStringList users = plan::dependents(*m_model->plan(), stepId);
        for (auto user = users.crbegin(); user != users.crend(); ++user)
            emit editRequested(plan::SwitchStep{ *user, false });
    }
    emit editRequested(plan::SwitchStep{ stepId, isOff });
}

void StepActions::joinWithNext()
{
    if (const QString next = nextId(); !next.isEmpty())
        emit editRequested(plan::JoinSteps{ m_stepId, next });
}

void StepActions::addSql()
{
    emit editRequested(plan::AddSqlStep{ {}, nextId(), {}, {}, {} });
}

void StepActions::addGate()
{
    const QString text = tr("Look at the database, and go on when it is well.");
    emit editRequested(plan::AddGate{ {}, nextId(), text, text });
}

} // namespace lockstep::widgets
