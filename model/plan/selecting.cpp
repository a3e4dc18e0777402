#include "selecting.h"

#include "parking.h"
#include "planner.h"

#include <model/diff/selectiongraph.h>

#include <algorithm>

namespace lockstep::plan {

using schema::Kind;
using schema::ObjectId;

namespace {

/// Objects by the names that people read; filled when the first one is asked for.
class DisplayedNames
{
public:
    DisplayedNames(const schema::Catalog &current, const schema::Catalog &target)
        : m_current(current)
        , m_target(target)
    { }

    [[nodiscard]] std::optional<ObjectId> find(const QString &name)
    {
        if (m_ids.isEmpty()) {
            for (const schema::Catalog *catalog : { &m_target, &m_current }) {
                for (const schema::Fact &fact : catalog->facts())
                    m_ids.insert(schema::displayName(fact.id), fact.id);
            }
        }
        const auto it = m_ids.constFind(name);
        if (it != m_ids.constEnd())
            return *it;
        const auto dotted = findNamed(m_current, name, std::nullopt);
        return dotted ? dotted : findNamed(m_target, name, std::nullopt);
    }

private:
    const schema::Catalog &m_current;
    const schema::Catalog &m_target;
    QHash<QString, ObjectId> m_ids;
};

base::Error selectionError(const QString &message, const QString &name, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = message;
    error.hint = hint;
    error.object = name;
    return error;
}

base::Result<ObjectId> named(DisplayedNames *names, const char *list, qsizetype index, const QString &name)
{
    const auto id = names->find(name);
    if (id)
        return *id;
    return selectionError(
        QStringLiteral("The intent %1[%2] names %3, but neither the current nor the target schema has it.")
            .arg(QLatin1String(list))
            .arg(index)
            .arg(name),
        name,
        QStringLiteral("Write the kind and the name as compare prints them, such as "
                       "\"column public.users.tier\"."));
}

void removeName(QStringList *names, const diff::Change &change)
{
    const ObjectId &id = diff::idOf(change);
    names->removeAll(schema::displayName(id));
    names->removeAll(schema::dottedName(id));
}

void addName(QStringList *names, const QString &name)
{
    if (names->contains(name))
        return;
    names->append(name);
    names->sort();
}

/// The intents that hold one decision only, and the name it goes by.
struct OneDecision
{
    QString list;
    QString name;
    Intents intents;
};

template <typename T, typename NameOf>
void addSingly(const char *list, const QVector<T> &all, QVector<T> Intents::*member, NameOf nameOf,
               QVector<OneDecision> *decisions)
{
    for (const T &one : all) {
        OneDecision decision{ QLatin1String(list), nameOf(one), {} };
        (decision.intents.*member).append(one);
        decisions->append(decision);
    }
}

QVector<OneDecision> singly(const Intents &intents)
{
    QVector<OneDecision> all;
    addSingly(
        "renames", intents.renames, &Intents::renames, [](const auto &one) { return one.from; }, &all);
    addSingly(
        "backfills", intents.backfills, &Intents::backfills, [](const auto &one) { return one.column; },
        &all);
    addSingly(
        "conversions", intents.conversions, &Intents::conversions, [](const auto &one) { return one.column; },
        &all);
    addSingly(
        "splits", intents.splits, &Intents::splits, [](const auto &one) { return one.from; }, &all);
    addSingly(
        "merges", intents.merges, &Intents::merges, [](const auto &one) { return one.to; }, &all);
    addSingly(
        "moves", intents.moves, &Intents::moves, [](const auto &one) { return one.from; }, &all);
    const auto addNames = [&](const char *list, const QStringList &names, auto set) {
        for (const QString &name : names) {
            OneDecision decision{ QLatin1String(list), name, {} };
            set(&decision.intents, name);
            all.append(decision);
        }
    };
    addNames("keep", intents.keep, [](Intents *one, const QString &name) { one->keep = { name }; });
    addNames("park", intents.park, [](Intents *one, const QString &name) { one->park = { name }; });
    QStringList tables = intents.tolerance.keys();
    tables.sort();
    addNames("tolerance", tables, [&](Intents *one, const QString &name) {
        one->tolerance.insert(name, intents.tolerance[name]);
    });
    tables = intents.rows.keys();
    tables.sort();
    addNames("rows", tables,
             [&](Intents *one, const QString &name) { one->rows.insert(name, intents.rows[name]); });
    return all;
}

template <typename T, typename NameOf>
void removeNamed(QVector<T> *list, const QString &name, NameOf nameOf)
{
    list->erase(std::remove_if(list->begin(), list->end(), [&](const T &one) { return nameOf(one) == name; }),
                list->end());
}

QString notThereText(const QString &name)
{
    return QStringLiteral("Neither the current nor the target schema has %1.").arg(name);
}

/// What is parked but has come back in the target stays anyway.
bool isParkedInVain(const Intents &one, const schema::Catalog &current, const schema::Catalog &target)
{
    return !one.park.isEmpty() && !parkedMoves(one, current, target).has_value();
}

} // namespace

QString selectionName(const diff::Change &change)
{
    return schema::displayName(diff::idOf(change));
}

base::Result<diff::Selection> selectionOf(const Intents &intents, const schema::Catalog &current,
                                          const schema::Catalog &target)
{
    diff::Selection selection;
    selection.dropsOnlyTicked = intents.drop.has_value();
    DisplayedNames names(current, target);
    for (qsizetype i = 0; i < intents.exclude.size(); ++i) {
        const auto id = named(&names, "exclude", i, intents.exclude[i]);
        if (!id.has_value())
            return id.error();
        selection.leftOut.insert(*id);
    }
    const QStringList drops = intents.drop.value_or(QStringList());
    for (qsizetype i = 0; i < drops.size(); ++i) {
        const auto id = named(&names, "drop", i, drops[i]);
        if (!id.has_value())
            return id.error();
        if (target.find(*id)) {
            return selectionError(
                QStringLiteral("The intent drop[%1] names %2, which the target schema has as well.")
                    .arg(i)
                    .arg(schema::displayName(*id)),
                drops[i], QStringLiteral("It stays: remove the intent."));
        }
        selection.drops.insert(*id);
    }
    for (const QString &parked : intents.park) {
        if (const auto id = findNamed(current, parked, std::nullopt))
            selection.drops.insert(*id);
    }
    return selection;
}

std::vector<diff::Tied> leftOutOf(const Intents &intents, const diff::Offer &offer)
{
    diff::Selection selection;
    selection.dropsOnlyTicked = intents.drop.has_value();
    const auto add = [&](const QString &name, QSet<ObjectId> *ids) {
        const int number = offer.numbers.value(name, -1);
        if (number >= 0)
            ids->insert(diff::idOf(offer.changes[size_t(number)]));
    };
    for (const QString &name : intents.exclude)
        add(name, &selection.leftOut);
    for (const QString &name : intents.drop.value_or(QStringList()))
        add(name, &selection.drops);
    for (const QString &name : intents.park) {
        for (const Kind kind :
             { Kind::Table, Kind::MaterializedView, Kind::Sequence, Kind::View, Kind::Column })
            add(schema::kindName(kind) + QLatin1Char(' ') + name, &selection.drops);
    }
    return diff::leftOutBy(selection, offer);
}

Intents withSelected(Intents intents, const diff::Offer &offer, const std::vector<int> &changes)
{
    std::vector<int> all = changes;
    for (const diff::Tied &tied : offer.graph.selectedWith(changes))
        all.push_back(tied.change);
    for (const int i : all) {
        const diff::Change &change = offer.changes[size_t(i)];
        removeName(&intents.exclude, change);
        const QString name = selectionName(change);
        const bool isParked = intents.park.contains(schema::dottedName(diff::idOf(change)));
        if (intents.drop && offer.isDropDecision[size_t(i)] && !isParked)
            addName(&*intents.drop, name);
    }
    return intents;
}

Intents withLeftOut(Intents intents, const diff::Offer &offer, const std::vector<int> &changes)
{
    for (const int i : changes) {
        const diff::Change &change = offer.changes[size_t(i)];
        if (std::holds_alternative<diff::Renamed>(change))
            continue;
        removeName(&intents.park, change);
        if (intents.drop && offer.isDropDecision[size_t(i)])
            removeName(&*intents.drop, change);
        else
            addName(&intents.exclude, selectionName(change));
    }
    return intents;
}

Intents withParked(Intents intents, const diff::Offer &offer, int change)
{
    intents = withSelected(std::move(intents), offer, { change });
    const diff::Change &parked = offer.changes[size_t(change)];
    if (intents.drop)
        removeName(&*intents.drop, parked);
    addName(&intents.park, schema::dottedName(diff::idOf(parked)));
    return intents;
}

Intents usableIntents(const Intents &intents, const schema::Catalog &current, const schema::Catalog &target,
                      QVector<StaleDecision> *stale)
{
    Intents usable = intents;
    for (const OneDecision &one : singly(intents)) {
        const auto options = diffOptions(one.intents, current, target);
        StaleDecision decision{ one.list, one.name, {} };
        if (!options.has_value())
            decision.why = options.error().message;
        else if (isParkedInVain(one.intents, current, target))
            decision.why = parkedMoves(one.intents, current, target).error().message;
        else
            continue;
        stale->append(decision);
    }
    DisplayedNames names(current, target);
    for (const QString &name : intents.exclude) {
        if (!names.find(name))
            stale->append({ QStringLiteral("exclude"), name, notThereText(name) });
    }
    for (const QString &name : intents.drop.value_or(QStringList())) {
        const auto id = names.find(name);
        if (!id)
            stale->append({ QStringLiteral("drop"), name, notThereText(name) });
        else if (target.find(*id))
            stale->append(
                { QStringLiteral("drop"), name, QStringLiteral("The target schema has %1 now.").arg(name) });
    }
    for (const StaleDecision &decision : std::as_const(*stale))
        usable = withoutDecision(std::move(usable), decision);
    return usable;
}

Intents withoutDecision(Intents intents, const StaleDecision &decision)
{
    const QString &name = decision.name;
    const auto from = [](const auto &one) { return one.from; };
    const auto column = [](const auto &one) { return one.column; };
    if (decision.list == QLatin1String("renames"))
        removeNamed(&intents.renames, name, from);
    else if (decision.list == QLatin1String("backfills"))
        removeNamed(&intents.backfills, name, column);
    else if (decision.list == QLatin1String("conversions"))
        removeNamed(&intents.conversions, name, column);
    else if (decision.list == QLatin1String("splits"))
        removeNamed(&intents.splits, name, from);
    else if (decision.list == QLatin1String("merges"))
        removeNamed(&intents.merges, name, [](const auto &one) { return one.to; });
    else if (decision.list == QLatin1String("moves"))
        removeNamed(&intents.moves, name, from);
    else if (decision.list == QLatin1String("keep"))
        intents.keep.removeAll(name);
    else if (decision.list == QLatin1String("park"))
        intents.park.removeAll(name);
    else if (decision.list == QLatin1String("exclude"))
        intents.exclude.removeAll(name);
    else if (decision.list == QLatin1String("drop") && intents.drop)
        intents.drop->removeAll(name);
    else if (decision.list == QLatin1String("tolerance"))
        intents.tolerance.remove(name);
    else if (decision.list == QLatin1String("rows"))
        intents.rows.remove(name);
    return intents;
}

} // namespace lockstep::plan
