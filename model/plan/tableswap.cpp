#include "tableswap.h"

#include "plain/ddl.h"
#include "plain/generators.h"
#include "plain/sequenceends.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

/// A plan of changes of the catalog that fit into one transaction.
struct Flat
{
    QStringList forward;
    QStringList backward;
    QStringList notes;
    QString whyNever;
    QString whyNotShort;
};

/// A key is called like its index, whose name has to be free: the old ones give theirs up first.
std::vector<Action> oldNamesFirst(std::vector<Action> actions, const ObjectId &aside)
{
    std::vector<std::size_t> places;
    std::vector<Action> renames;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const auto *rename = std::get_if<Rename>(&actions[i].detail);
        if (!rename || (rename->to.kind != Kind::Index && rename->to.kind != Kind::Constraint))
            continue;
        places.push_back(i);
        renames.push_back(actions[i]);
    }
    const QString suffix = QStringLiteral("_old");
    std::stable_partition(renames.begin(), renames.end(), [&](const Action &action) {
        const ObjectId &to = std::get<Rename>(action.detail).to;
        return to.kind == Kind::Index ? to.name.endsWith(suffix)
                                      : to.name == aside.name || to.sub.endsWith(suffix);
    });
    for (std::size_t i = 0; i < places.size(); ++i)
        actions[places[i]] = std::move(renames[i]);
    return actions;
}

QString whyNeverIn(const Action &action)
{
    const bool isTable = action.object.kind == Kind::Table && action.isRebuild;
    if (action.irreversible.isEmpty() && !action.outsideTransaction && !action.commitBefore && !isTable)
        return {};
    return QStringLiteral("\"%1\" has no place in the transaction in which the tables exchange their names.")
        .arg(action.title);
}

base::Result<Flat> flattened(const diff::ChangeSetPtr &changes, const PlanOptions &options,
                             const ObjectId &aside, const std::stop_token &stop)
{
    PlanOptions own = options;
    own.intents = {};
    own.current = changes->current;
    const auto plan = makePlainPlan(changes, own, stop);
    if (!plan.has_value())
        return plan.error();
    Flat flat;
    for (const Action &action : oldNamesFirst(plan->actions, aside)) {
        if (const QString why = whyNeverIn(action); !why.isEmpty())
            flat.whyNever = why;
        if (action.object.kind == Kind::MaterializedView)
            flat.whyNotShort = QStringLiteral("%1 reads it and is filled anew with it.")
                                   .arg(schema::displayName(action.object));
        flat.forward += action.forward;
        flat.backward = action.backward + flat.backward;
        if (!action.note.isEmpty())
            flat.notes += action.note;
    }
    return flat;
}

/// Of the sequences of identity columns: the old ones give their names up before anything takes them.
QStringList renamed(const QVector<diff::RenameDecision> &sequences, bool isOld, bool isBack)
{
    QStringList statements;
    for (const diff::RenameDecision &each : sequences) {
        if (isOld != each.to.name.endsWith(QLatin1String("_old")))
            continue;
        const ObjectId &from = isBack ? each.to : each.from;
        const ObjectId &to = isBack ? each.from : each.to;
        const QString sql = QStringLiteral("ALTER SEQUENCE %1 RENAME TO %2")
                                .arg(plain::sequenceName(from), schema::quoteIdent(to.name));
        isBack ? statements.prepend(sql) : statements.append(sql);
    }
    return statements;
}

/// Privileges on the sequence of an identity column, which is no fact.
QStringList sequenceGrants(const ObjectId &table, const schema::Catalog &catalog)
{
    QStringList statements;
    for (const Fact *column : catalog.columnsOf(table)) {
        const QString name = column->as<schema::ColumnAttributes>()->identitySequenceName;
        for (const Fact &grant : catalog.factsOf(Kind::Grant)) {
            if (!name.isEmpty() && grant.id.on == Kind::Sequence && grant.id.schema == table.schema
                && grant.id.name == name)
                statements += ddl::create(grant, catalog);
        }
    }
    return statements;
}

/// The sequence of one column in one of the states.
std::optional<plain::SequenceEnd> sequenceOf(const plain::Side &side, const ObjectId &column)
{
    const int index = side.indexOf(column);
    const auto generator = index < 0 ? std::nullopt : plain::generatorOf(side, index);
    if (!generator)
        return std::nullopt;
    if (!generator->isIdentity)
        return plain::SequenceEnd{ generator->sequence,
                                   *side.fact(generator->fact).as<schema::SequenceAttributes>(), false };
    const auto &bounds = side.fact(index).as<schema::ColumnAttributes>()->identitySequence;
    return plain::SequenceEnd{ generator->sequence, bounds ? *bounds : schema::SequenceAttributes(), false };
}

/// Where the new table numbers by another sequence, that goes on where the old one stopped. Both are there
/// after the swap and before it.
void carryNumbers(const ObjectId &table, const PartitionCatalogs &states, TableSwap *result)
{
    const plain::Side after = plain::makeSide(states.swapped);
    const plain::Side before = plain::makeSide(states.beside);
    const ObjectId aside = asideTable(table);
    const ObjectId beside = besideTable(table);
    for (const Fact *column : states.swapped->columnsOf(table)) {
        const auto in = [&](const plain::Side &side, const ObjectId &owner) {
            return sequenceOf(side, schema::subId(Kind::Column, owner.schema, owner.name, column->id.sub));
        };
        const auto fresh = in(after, table);
        const auto old = in(after, aside);
        const auto freshBefore = in(before, beside);
        const auto oldBefore = in(before, table);
        if (!fresh || !old || !freshBefore || !oldBefore || fresh->id == old->id)
            continue;
        result->swap += plain::carryOver(*old, *fresh);
        result->swapBack += plain::carryOver(*freshBefore, *oldBefore);
    }
}

} // namespace

base::Result<diff::ChangeSetPtr> changesBetween(const schema::CatalogPtr &from, const schema::CatalogPtr &to,
                                                const diff::ChangeSet &all,
                                                const QVector<diff::RenameDecision> &renames,
                                                const std::stop_token &stop)
{
    diff::DiffOptions options;
    options.ignore = all.ignore;
    options.renames = renames;
    return diff::diff(from, to, options, stop);
}

base::Result<TableSwap> tableSwap(const ObjectId &table, const PartitionCatalogs &states,
                                  const diff::ChangeSet &changes, bool isChecked, const PlanOptions &options,
                                  const std::stop_token &stop)
{
    const QVector<ObjectId> unchecked = isChecked ? QVector<ObjectId>() : states.references;
    const auto swap = changesBetween(withUnchecked(*states.from, unchecked),
                                     withUnchecked(*states.to, unchecked), changes, states.renames, stop);
    const auto end = changesBetween(states.swapped, changes.target, changes, {}, stop);
    for (const auto *each : { &swap, &end }) {
        if (!each->has_value())
            return each->error();
    }
    const auto swapping = flattened(*swap, options, asideTable(table), stop);
    if (!swapping.has_value())
        return swapping.error();
    const auto ending = flattened(*end, options, asideTable(table), stop);
    if (!ending.has_value())
        return ending.error();
    TableSwap result;
    result.swap = renamed(states.sequences, true, false) + swapping->forward
                  + renamed(states.sequences, false, false) + sequenceGrants(table, *states.swapped);
    result.swapBack = renamed(states.sequences, false, true) + swapping->backward
                      + renamed(states.sequences, true, true) + sequenceGrants(table, *states.beside);
    carryNumbers(table, states, &result);
    result.drop = ending->forward;
    result.make = ending->backward;
    result.notes = swapping->notes;
    result.whyNever = swapping->whyNever;
    result.whyNotShort = swapping->whyNotShort;
    return result;
}

} // namespace lockstep::plan
