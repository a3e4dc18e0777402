#include "alterable.h"

#include "ddl.h"

#include <QSet>

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

bool isAlterable(const Fact &before, const Fact &after, const Catalog &target)
{
    if (const auto *table = before.as<TableAttributes>()) {
        const auto *other = after.as<TableAttributes>();
        return table->partitionKey == other->partitionKey && table->foreignServer == other->foreignServer;
    }
    if (const auto *column = before.as<ColumnAttributes>()) {
        const auto generated = after.as<ColumnAttributes>()->generated;
        return column->generated == generated || generated == Generated::None;
    }
    if (before.as<EnumAttributes>())
        return ddl::addedLabels(before, after).has_value();
    if (const auto *value = before.as<DefaultAttributes>())
        return !value->isGenerated && !after.as<DefaultAttributes>()->isGenerated;
    return ddl::alter(before, after, target).has_value();
}

bool isAlteredByDetaching(const Sides &sides, const Fact &before, const Fact &after)
{
    const auto *a = before.as<IndexAttributes>();
    const auto *b = after.as<IndexAttributes>();
    if (!a || !b || !a->partitionOf || a->partitionOf == b->partitionOf)
        return false;
    IndexAttributes like = *a;
    like.partitionOf = b->partitionOf;
    const int table = sides.current.indexOf(a->table);
    return like == *b && table >= 0 && isRepartitioned(sides, table);
}

namespace {

/// To another type, or to what its type is made anew as.
bool changesItsType(const Sides &sides, const Fates &fates, int currentColumn)
{
    const auto *before = sides.current.fact(currentColumn).as<ColumnAttributes>();
    const int target = sides.targetOf[size_t(currentColumn)];
    if (!before || target < 0)
        return false;
    const auto types = sides.current.needs[size_t(currentColumn)];
    return before->type != sides.target.fact(target).as<ColumnAttributes>()->type
           || std::any_of(types.begin(), types.end(),
                          [&](int type) { return fates.goes(type) || fates.swapped[size_t(type)]; });
}

} // namespace

Indexes takersOfFreedNames(const Sides &sides, const Fates &fates)
{
    QSet<ObjectId> tables; // Partitioned ones that lose an index, for a while or for good.
    Indexes stay;
    for (const Fact &fact : sides.current.catalog->factsOf(Kind::Index)) {
        const ObjectId &table = fact.as<IndexAttributes>()->table;
        const auto *attributes = sides.current.catalog->attributes<TableAttributes>(table);
        if (!attributes || attributes->partitionKey.isEmpty())
            continue;
        const int index = sides.current.indexOf(fact.id);
        if (fates.goes(index))
            tables.insert(table);
        else
            stay.push_back(index);
    }
    std::erase_if(stay, [&](int index) {
        const auto needs = sides.current.needs[size_t(index)];
        return !tables.contains(sides.current.fact(index).as<IndexAttributes>()->table)
               || std::none_of(needs.begin(), needs.end(),
                               [&](int need) { return changesItsType(sides, fates, need); });
    });
    return stay;
}

bool isLeftToPartition(const Sides &sides, int parentsPart, int dependant)
{
    const Side &current = sides.current;
    const Fact &fact = current.fact(dependant);
    const auto *index = fact.as<IndexAttributes>();
    const Kind kind = fact.id.kind;
    const bool isOfParent = index ? index->partitionOf == current.fact(parentsPart).id
                                  : (kind == Kind::Constraint || kind == Kind::Column)
                                        && inheritedFrom(*current.catalog, dependant) == parentsPart;
    const int table = isOfParent ? current.indexOf(index ? index->table : ddl::tableOf(fact.id)) : -1;
    return table >= 0 && isRepartitioned(sides, table);
}

Indexes keysInLoggingCircles(const Sides &sides)
{
    const auto changes = [&](const ObjectId &table) {
        const auto *a = sides.current.catalog->attributes<TableAttributes>(table);
        const auto *b = sides.target.catalog->attributes<TableAttributes>(table);
        return a && b && a->persistence != b->persistence;
    };
    const auto referenced = [&](int key) {
        return *sides.current.fact(key).as<ConstraintAttributes>()->referencedTable;
    };
    QMultiHash<ObjectId, int> keysOf;
    for (int i = 0; i < sides.current.size(); ++i) {
        const auto *key = sides.current.fact(i).as<ConstraintAttributes>();
        const ObjectId table = ddl::tableOf(sides.current.fact(i).id);
        if (key && key->referencedTable && *key->referencedTable != table && changes(table)
            && changes(*key->referencedTable))
            keysOf.insert(table, i);
    }
    for (bool shrinks = true; shrinks;) {
        shrinks = false;
        for (auto key = keysOf.begin(); key != keysOf.end();) {
            if (keysOf.contains(referenced(*key))) {
                ++key;
            } else {
                key = keysOf.erase(key);
                shrinks = true;
            }
        }
    }
    return { keysOf.cbegin(), keysOf.cend() };
}

} // namespace lockstep::plan::plain
