#include "changesview.h"
#include "comparepage.h"
#include "renameslist.h"
#include "rulespanel.h"
#include "stalelist.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/connection/sourcepicker.h>

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

/// What is decided on the page: ticks, drops, renames, rules, and what follows from them.
namespace lockstep::widgets {

namespace {

constexpr qsizetype mostNamed = 8;

using Decision = ShownChange::Decision;

} // namespace

void ComparePage::connectParts()
{
    connect(m_swap, &QToolButton::clicked, this, &ComparePage::swapRequested);
    connect(m_busy, &BusyBar::cancelRequested, this, &ComparePage::cancelRequested);
    connect(m_view, &ChangesView::currentChanged, this, &ComparePage::showSelected);
    connect(m_view, &ChangesView::ticked, this, &ComparePage::tick);
    connect(m_view, &ChangesView::menuRequested, this, &ComparePage::showMenu);
    connect(m_view->rulesButton(), &QToolButton::toggled, this, &ComparePage::refresh);
    connect(m_detail, &ChangeDetail::decided, this, &ComparePage::decideSelected);
    connect(m_detail, &ChangeDetail::nextRequested, this, [this] { step(1); });
    connect(m_detail, &ChangeDetail::previousRequested, this, [this] { step(-1); });
    connect(m_renames, &RenamesList::decided, this, [this](const plan::Intents &intents) { take(intents); });
    connect(m_rules, &RulesPanel::rulesChanged, this, [this](const diff::IgnoreRules &rules) {
        plan::Intents intents = m_intents;
        intents.ignore = rules;
        take(intents);
    });
    connect(m_stale, &StaleList::removed, this, [this](const QVector<plan::StaleDecision> &decisions) {
        plan::Intents intents = m_intents;
        for (const plan::StaleDecision &decision : decisions)
            intents = plan::withoutDecision(std::move(intents), decision);
        m_stale->setDecisions({});
        take(intents);
    });
    connect(m_unfinished, &Banner::actionTriggered, this, &ComparePage::unfinishedRunRequested);
    connect(m_consequence, &Banner::actionTriggered, this, [this] {
        m_consequence->dismiss();
        take(m_intentsBefore);
    });
}

void ComparePage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { step(1); });
    add(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { step(-1); });
    add(QKeySequence::Find, [this] { m_view->focusFilter(); });
}

/// Through the differences of one object, then on to the next one.
void ComparePage::step(int by)
{
    if (!m_detail->step(by))
        (void)m_view->step(by);
}

void ComparePage::showSelected()
{
    const items::ChangesModel &model = *m_view->model();
    const QModelIndex index = m_view->current();
    const int number = model.numberAt(index);
    ShownChange shown;
    shown.change = model.changeAt(index);
    shown.identical = model.identicalAt(index);
    if (!shown.change) {
        shown.why = index.parent().isValid()
                        ? index.siblingAtColumn(items::ChangesModel::Differs).data().toString()
                        : QString();
        m_detail->show(shown, m_compared.wanted, m_compared.wanted);
        return;
    }
    const diff::Offer *offer = m_compared.changes->offer.get();
    shown.isTickable = offer && !std::holds_alternative<diff::Renamed>(*shown.change);
    shown.isDropDecision = offer && offer->isDropDecision[size_t(number)];
    shown.canPark = canPark(*shown.change);
    shown.decision = model.isLeftOut(number)            ? Decision::LeftOut
                     : parkedNumbers().contains(number) ? Decision::Parked
                                                        : Decision::Taken;
    QStringList why;
    if (!std::holds_alternative<diff::Altered>(*shown.change))
        why << index.siblingAtColumn(items::ChangesModel::Differs).data().toString();
    if (shown.decision == Decision::LeftOut)
        why << index.siblingAtColumn(items::ChangesModel::Decision).data().toString();
    why.removeAll(QString());
    shown.why = why.join(QStringLiteral(" \u00b7 "));
    m_detail->show(shown, m_compared.changes->current, m_compared.wanted);
}

bool ComparePage::canPark(const diff::Change &change) const
{
    const auto *dropped = std::get_if<diff::Dropped>(&change);
    return dropped
           && (dropped->fact.id.kind == schema::Kind::Table
               || dropped->fact.id.kind == schema::Kind::MaterializedView);
}

QSet<int> ComparePage::parkedNumbers() const
{
    QSet<int> numbers;
    const std::vector<diff::Change> &all = m_view->model()->all();
    for (int i = 0; i < int(all.size()) && !m_intents.park.isEmpty(); ++i) {
        if (canPark(all[size_t(i)])
            && m_intents.park.contains(schema::dottedName(diff::idOf(all[size_t(i)]))))
            numbers.insert(i);
    }
    return numbers;
}

void ComparePage::tick(const std::vector<int> &changes, bool isTicked)
{
    const auto offer = m_compared.changes ? m_compared.changes->offer : nullptr;
    if (!offer)
        return;
    take(isTicked ? plan::withSelected(m_intents, *offer, changes)
                  : plan::withLeftOut(m_intents, *offer, changes),
         changes);
}

void ComparePage::decideSelected(Decision decision)
{
    const int number = m_view->currentNumber();
    const auto offer = m_compared.changes ? m_compared.changes->offer : nullptr;
    if (number < 0 || !offer)
        return;
    if (decision == Decision::Parked) {
        take(plan::withParked(m_intents, *offer, number), { number });
        return;
    }
    plan::Intents intents = m_intents;
    intents.park.removeAll(schema::dottedName(diff::idOf(offer->changes[size_t(number)])));
    take(decision == Decision::Taken ? plan::withSelected(intents, *offer, { number })
                                     : plan::withLeftOut(intents, *offer, { number }),
         { number });
}

void ComparePage::showMenu(int change, const QPoint &at)
{
    const diff::Change &chosen = m_view->model()->all()[size_t(change)];
    const auto offer = m_compared.changes->offer;
    QMenu menu;
    const auto add = [&](const QString &text, Decision decision) {
        menu.addAction(text, this, [this, decision] { decideSelected(decision); });
    };
    if (offer && offer->isDropDecision[size_t(change)]) {
        add(tr("Keep"), Decision::LeftOut);
        if (canPark(chosen))
            add(tr("Park"), Decision::Parked);
        add(tr("Drop"), Decision::Taken);
        menu.addSeparator();
    } else if (offer && !std::holds_alternative<diff::Renamed>(chosen)) {
        const bool isOut = m_view->model()->isLeftOut(change);
        add(isOut ? tr("Take into the plan") : tr("Leave out of the plan"),
            isOut ? Decision::Taken : Decision::LeftOut);
        menu.addSeparator();
    }
    menu.addAction(tr("Copy the name"), this, [name = schema::dottedName(diff::idOf(chosen))] {
        QApplication::clipboard()->setText(name);
    });
    menu.exec(at);
}

void ComparePage::take(const plan::Intents &intents, const std::vector<int> &asked)
{
    if (plan::toJson(intents) == plan::toJson(m_intents))
        return;
    const auto offer = m_compared.changes ? m_compared.changes->offer : nullptr;
    if (offer && !asked.empty()) {
        const auto before = plan::leftOutOf(m_intents, *offer);
        m_intentsBefore = m_intents;
        showConsequences(before, plan::leftOutOf(intents, *offer), asked);
    } else {
        m_consequence->dismiss();
    }
    m_intents = intents;
    showDecisions();
    m_renames->setCandidates(m_compared.changes, m_intents);
    refresh();
    emit intentsChanged(m_intents);
}

/// Names what goes along with what was ticked or unticked.
void ComparePage::showConsequences(const std::vector<diff::Tied> &before,
                                   const std::vector<diff::Tied> &after, const std::vector<int> &asked)
{
    const diff::Offer &offer = *m_compared.changes->offer;
    const auto isIn = [](const std::vector<diff::Tied> &list, int change) {
        return std::any_of(list.begin(), list.end(),
                           [&](const diff::Tied &each) { return each.change == change; });
    };
    const auto isAsked = [&](int change) {
        return std::find(asked.begin(), asked.end(), change) != asked.end();
    };
    QStringList names;
    for (const diff::Tied &out : after) {
        if (!isIn(before, out.change) && !isAsked(out.change))
            names << tr("%1: %2").arg(schema::displayName(diff::idOf(offer.changes[size_t(out.change)])),
                                      items::tieText(out, offer));
    }
    const bool isLeavingOut = !names.isEmpty();
    for (const diff::Tied &taken : offer.graph.selectedWith(asked)) {
        if (!isLeavingOut && isIn(before, taken.change) && !isIn(after, taken.change))
            names << items::takenText(taken, offer);
    }
    if (names.isEmpty()) {
        m_consequence->dismiss();
        return;
    }
    const int count = int(names.size());
    if (names.size() > mostNamed)
        names = names.mid(0, mostNamed) << tr("%n more", nullptr, count - int(mostNamed));
    m_consequence->showMessage(Banner::Kind::Info,
                               isLeavingOut ? tr("Also left out, because it goes along:")
                                            : tr("Also selected, because it is needed:"),
                               names.join(QLatin1Char('\n')));
    m_consequence->setAction(tr("Undo"));
}

void ComparePage::showDecisions()
{
    const auto offer = m_compared.changes ? m_compared.changes->offer : nullptr;
    if (offer)
        m_view->setDecisions(plan::leftOutOf(m_intents, *offer), parkedNumbers());
    showSelected();
}

} // namespace lockstep::widgets
