#include "likeness.h"

#include "attributechange.h"
#include "differences.h"
#include "namelikeness.h"
#include "sqlnames.h"

#include <algorithm>
#include <cmath>

namespace lockstep::diff {

using namespace schema;

namespace {

QString ownNameOf(const ObjectId &id)
{
    return hasSub(id.kind) ? id.sub : id.name;
}

/// Signals with their weights; those that say nothing about a pair are left out.
class Signals
{
public:
    void add(double weight, double value, const QString &reason = {})
    {
        m_weight += weight;
        m_sum += weight * value;
        if (!reason.isEmpty() && value >= 0.5)
            m_reasons << reason;
    }
    [[nodiscard]] Likeness result(const ObjectId &from, const ObjectId &to)
    {
        const double names = nameLikeness(ownNameOf(from), ownNameOf(to));
        add(0.4, names);
        m_reasons << QStringLiteral("their names are %1 % alike").arg(qRound(names * 100));
        QString text = m_reasons.join(QStringLiteral("; ")) + QLatin1Char('.');
        text[0] = text[0].toUpper();
        return { std::min(1.0, m_sum / m_weight), text };
    }

private:
    double m_weight = 0;
    double m_sum = 0;
    QStringList m_reasons;
};

QString commentOn(const Catalog &catalog, const ObjectId &id)
{
    const auto *comment = catalog.attributes<CommentAttributes>(commentId(id));
    return comment ? comment->text : QString();
}

void addComment(Signals &found, const Fact &from, const Fact &to, const LikenessSides &sides)
{
    const QString before = commentOn(sides.current, from.id);
    const QString after = commentOn(sides.target, to.id);
    if (!before.isEmpty() || !after.isEmpty())
        found.add(0.1, before == after ? 1 : 0, QStringLiteral("both have the same comment"));
}

/// 1 for equal, falling with the distance relative to the larger.
double closeness(double a, double b)
{
    const double most = std::max(std::abs(a), std::abs(b));
    return most == 0 ? 1 : std::max(0.0, 1 - std::abs(a - b) / most);
}

const ColumnStatistics *statisticsOf(const Statistics *statistics, const ObjectId &column)
{
    const auto *relation =
        statistics ? statistics->find(objectId(Kind::Table, column.schema, column.name)) : nullptr;
    if (!relation)
        return nullptr;
    const auto found = relation->columns.constFind(column.sub);
    return found == relation->columns.constEnd() ? nullptr : &*found;
}

void addColumnStatistics(Signals &found, const Fact &from, const Fact &to, const LikenessSides &sides)
{
    const auto *a = statisticsOf(sides.currentStatistics, from.id);
    const auto *b = statisticsOf(sides.targetStatistics, to.id);
    if (!a || !b)
        return;
    const double value = (closeness(1 - a->nullFraction, 1 - b->nullFraction)
                          + closeness(a->distinct, b->distinct) + closeness(a->averageWidth, b->averageWidth))
                         / 3;
    if (value >= 0.8)
        found.add(0.15, value,
                  QStringLiteral("their data have nearly the same NULLs, distinct values and width"));
    else
        found.add(0.15, value);
}

void addRows(Signals &found, const ObjectId &from, const ObjectId &to, const LikenessSides &sides)
{
    const auto *a = sides.currentStatistics ? sides.currentStatistics->find(from) : nullptr;
    const auto *b = sides.targetStatistics ? sides.targetStatistics->find(to) : nullptr;
    if (a && b && a->rows > 0 && b->rows > 0)
        found.add(0.1, closeness(double(a->rows), double(b->rows)),
                  QStringLiteral("both have about as many rows"));
}

/// What a column takes part in, by the name of the index or constraint and the place in it.
QStringList memberships(const Catalog &catalog, const ObjectId &column)
{
    QStringList found;
    const int index = catalog.indexOf(column);
    for (int dependant : index < 0 ? std::span<const int>() : catalog.neededBy(index)) {
        const Fact &fact = catalog.facts()[size_t(dependant)];
        const auto *constraint = fact.as<ConstraintAttributes>();
        const auto *key = fact.as<IndexAttributes>();
        if (!constraint && !key)
            continue;
        const QStringList columns = constraint ? constraint->columns : key->columns;
        const QString name = constraint ? fact.id.sub : fact.id.name;
        if (columns.size() == 1)
            found << QStringLiteral("the only column of ") + name;
        else
            found << QStringLiteral("column %1 of %2").arg(columns.indexOf(column.sub) + 1).arg(name);
    }
    return found;
}

void addMemberships(Signals &found, const Fact &from, const Fact &to, const LikenessSides &sides)
{
    const QStringList before = memberships(sides.current, from.id);
    QStringList after = memberships(sides.target, to.id);
    if (before.isEmpty() && after.isEmpty())
        return;
    const auto most = double(std::max(before.size(), after.size()));
    QStringList common;
    for (const QString &member : before) {
        if (after.removeOne(member))
            common << member;
    }
    const QString list = common.join(QStringLiteral(" and "));
    found.add(0.15, double(common.size()) / most);
    if (!common.isEmpty())
        found.add(0, 1, QStringLiteral("both are ") + list);
}

void addColumn(Signals &found, const Fact &from, const Fact &to, const LikenessSides &sides)
{
    const auto &a = *from.as<ColumnAttributes>();
    const auto &b = *to.as<ColumnAttributes>();
    const bool sameType = a.type == b.type;
    const bool samePosition = a.position == b.position;
    found.add(0.3, sameType);
    found.add(0.2, samePosition);
    if (sameType || samePosition)
        found.add(0, 1,
                  sameType && samePosition ? QStringLiteral("they have the same type and position")
                  : sameType               ? QStringLiteral("they have the same type")
                                           : QStringLiteral("they have the same position"));
    found.add(0.05, a.notNull == b.notNull && a.identity == b.identity && a.generated == b.generated);
    addMemberships(found, from, to, sides);
    addColumnStatistics(found, from, to, sides);
}

QStringList columnShapes(const Catalog &catalog, const ObjectId &relation)
{
    QStringList shapes;
    for (const Fact *column : catalog.columnsOf(relation))
        shapes << column->id.sub + QLatin1Char(' ') + column->as<ColumnAttributes>()->type;
    return shapes;
}

int commonCount(QStringList a, QStringList b)
{
    a.sort();
    b.sort();
    QStringList common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return int(common.size());
}

void addTable(Signals &found, const Fact &from, const Fact &to, const LikenessSides &sides)
{
    const QStringList before = columnShapes(sides.current, from.id);
    const QStringList after = columnShapes(sides.target, to.id);
    const int common = commonCount(before, after);
    const auto most = int(std::max<qsizetype>(1, std::max(before.size(), after.size())));
    found.add(0.6, before.isEmpty() && after.isEmpty() ? 0.5 : double(common) / most,
              QStringLiteral("they have %1 of %2 columns in common").arg(common).arg(most));
    const auto constraints = [](const Catalog &catalog, const ObjectId &table) {
        QStringList texts;
        for (int part : catalog.partsOf(table)) {
            if (const auto *constraint = catalog.facts()[size_t(part)].as<ConstraintAttributes>())
                texts << constraint->definition;
        }
        return texts;
    };
    const QStringList was = constraints(sides.current, from.id);
    const QStringList is = constraints(sides.target, to.id);
    if (!was.isEmpty() && !is.isEmpty())
        found.add(0.1, double(commonCount(was, is)) / double(std::max(was.size(), is.size())),
                  QStringLiteral("their constraints are alike"));
    found.add(0.05, from.id.schema == to.id.schema);
    addRows(found, from.id, to.id, sides);
}

/// Names of what a schema holds, with their kinds: both catalogs are sorted by kind and schema.
QStringList contents(const Catalog &catalog, const QString &schema)
{
    QStringList names;
    for (int kind = 0; kind < int(Kind::Comment); ++kind) {
        const auto &facts = catalog.facts();
        const ObjectId first = objectId(Kind(kind), schema, {});
        for (auto at = std::lower_bound(facts.begin(), facts.end(), first,
                                        [](const Fact &fact, const ObjectId &id) { return fact.id < id; });
             at != facts.end() && at->id.kind == Kind(kind) && at->id.schema == schema; ++at)
            names << kindName(Kind(kind)) + QLatin1Char(' ') + at->id.name + QLatin1Char(' ') + at->id.sub;
    }
    return names;
}

void addSchema(Signals &found, const Fact &from, const Fact &to, const LikenessSides &sides)
{
    const QStringList before = contents(sides.current, from.id.name);
    const QStringList after = contents(sides.target, to.id.name);
    const auto most = std::max<qsizetype>(1, std::max(before.size(), after.size()));
    const int common = commonCount(before, after);
    found.add(0.6, before.isEmpty() && after.isEmpty() ? 0.5 : double(common) / double(most),
              QStringLiteral("they have %1 of %2 objects in common").arg(common).arg(most));
}

/// The same definition but for the name: everything else a kind has.
void addDefinition(Signals &found, const Fact &from, const Fact &to)
{
    Fact renamed = from;
    const RenameStep step{ from.id, to.id };
    const auto text = [&](const QString &sql) -> QString {
        if (from.id.kind == Kind::Index)
            return withNameAfter(sql, QStringLiteral("INDEX"), from.id.name, to.id.name);
        if (hasSub(from.id.kind))
            return withIdentifier(sql, from.id.sub, to.id.sub);
        if (from.id.schema.isEmpty())
            return withIdentifier(sql, from.id.name, to.id.name);
        return withQualifiedName(sql, from.id.schema, from.id.name, to.id.schema, to.id.name);
    };
    changeAttributes(renamed.attributes,
                     { text, text, [&](const ObjectId &id) { return changedId(id, step); } });
    if (auto *constraint = std::get_if<ConstraintAttributes>(&renamed.attributes);
        constraint && constraint->indexName == from.id.sub)
        constraint->indexName = to.id.sub;
    const qsizetype differing = differences(renamed, to).size();
    found.add(0.6,
              differing == 0   ? 1.0
              : differing == 1 ? 0.4
                               : 0.0,
              differing == 0 ? QStringLiteral("they are equal but for the name") : QString());
    if (!hasSub(from.id.kind))
        found.add(0.05, from.id.schema == to.id.schema);
}

QString letters(const QString &name)
{
    return wordsOf(name).join(QString());
}

QString hashOf(const Fact &fact)
{
    if (const auto *view = fact.as<ViewAttributes>())
        return view->query;
    if (const auto *view = fact.as<MaterializedViewAttributes>())
        return view->query;
    if (const auto *routine = fact.as<RoutineAttributes>())
        return fact.id.signature + QChar(0x1f) + routine->body + QChar(0x1f) + routine->result;
    if (const auto *type = fact.as<EnumAttributes>())
        return type->labels.join(QChar(0x1f));
    if (const auto *domain = fact.as<DomainAttributes>())
        return domain->type + domain->defaultExpression;
    if (const auto *sequence = fact.as<SequenceAttributes>(); sequence && sequence->ownedBy)
        return dottedName(*sequence->ownedBy);
    if (const auto *composite = fact.as<CompositeAttributes>()) {
        QString text;
        for (const CompositeField &field : composite->fields)
            text += field.name + QLatin1Char(' ') + field.type + QLatin1Char(',');
        return text;
    }
    return {};
}

} // namespace

Likeness likenessOf(const Fact &from, const Fact &to, const LikenessSides &sides)
{
    Signals found;
    switch (from.id.kind) {
    case Kind::Column: addColumn(found, from, to, sides); break;
    case Kind::Table: addTable(found, from, to, sides); break;
    case Kind::Schema: addSchema(found, from, to, sides); break;
    default: addDefinition(found, from, to); break;
    }
    addComment(found, from, to, sides);
    return found.result(from.id, to.id);
}

QStringList likenessKeys(const Fact &fact, const Catalog &catalog)
{
    const ObjectId &id = fact.id;
    const QString kind = kindName(id.kind) + QChar(0x1f);
    if (hasSub(id.kind)) // Only within one relation or type.
        return { kind + id.schema + QChar(0x1f) + id.name };
    if (const auto *index = fact.as<IndexAttributes>())
        return { kind + dottedName(index->table) };
    QStringList keys{ kind + letters(id.name) + id.signature };
    if (const QString hash = hashOf(fact); !hash.isEmpty())
        keys << kind + hash;
    else if (id.kind != Kind::Table)
        keys << kind + id.schema + id.signature;
    if (id.kind == Kind::Table) {
        QStringList shapes = columnShapes(catalog, id);
        shapes.sort();
        keys << kind + shapes.join(QChar(0x1f));
        for (const QString &shape : std::as_const(shapes))
            keys << kind + QStringLiteral("column ") + shape;
    }
    for (const QString &word : wordsOf(id.name))
        keys << kind + QStringLiteral("word ") + word;
    return keys;
}

} // namespace lockstep::diff
