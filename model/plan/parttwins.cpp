#include "parttwins.h"

#include "strategies/drafts.h"

#include <model/diff/renaming.h>

#include <algorithm>

namespace lockstep::plan {

namespace {

schema::CatalogPtr renamedTo(const schema::CatalogPtr &current, const QVector<schema::ObjectId> &columns,
                             QString (*name)(const schema::ObjectId &))
{
    QVector<diff::RenameDecision> decisions;
    for (const schema::ObjectId &column : columns) {
        schema::ObjectId to = column;
        to.sub = name(column);
        decisions.append({ column, to });
    }
    return diff::Renaming(current, decisions).catalog();
}

bool renamePart(schema::Fact *fact, const QString &name)
{
    auto *index = std::get_if<schema::IndexAttributes>(&fact->attributes);
    if (!index) {
        fact->id.sub = name;
        return true;
    }
    const QString before = QLatin1Char(' ') + schema::quoteIdent(fact->id.name) + QStringLiteral(" ON ");
    const qsizetype at = index->definition.indexOf(before);
    if (at < 0)
        return false;
    index->definition.replace(at, before.size(), QStringLiteral(" %1 ON ").arg(name));
    fact->id.name = name;
    return true;
}

void retype(schema::Fact *fact, const EnumSwap &swap, const QString &to)
{
    if (auto *index = std::get_if<schema::IndexAttributes>(&fact->attributes))
        index->definition = withTypeNamed(index->definition, swap, to);
    if (auto *constraint = std::get_if<schema::ConstraintAttributes>(&fact->attributes))
        constraint->definition = withTypeNamed(constraint->definition, swap, to);
}

} // namespace

QString copyName(const schema::ObjectId &column)
{
    return ownName(column, QStringLiteral("copy"));
}

QString asideName(const schema::ObjectId &column)
{
    return ownName(column, QStringLiteral("old"));
}

ConvertedColumns convertedColumns(const schema::CatalogPtr &current, const QVector<schema::ObjectId> &columns)
{
    return { columns, renamedTo(current, columns, copyName) };
}

bool refersToConverted(const schema::Fact &foreignKey, const ConvertedColumns &converted)
{
    const auto *key = foreignKey.as<schema::ConstraintAttributes>();
    if (!key->referencedTable)
        return false;
    return std::any_of(
        key->referencedColumns.begin(), key->referencedColumns.end(), [&](const QString &column) {
            return converted.columns.contains(schema::subId(
                schema::Kind::Column, key->referencedTable->schema, key->referencedTable->name, column));
        });
}

bool isOfConverted(const schema::Fact &foreignKey, const ConvertedColumns &converted)
{
    const QStringList &columns = foreignKey.as<schema::ConstraintAttributes>()->columns;
    return std::any_of(columns.begin(), columns.end(), [&](const QString &column) {
        return converted.columns.contains(
            schema::subId(schema::Kind::Column, foreignKey.id.schema, foreignKey.id.name, column));
    });
}

PartTwins::PartTwins(const ConvertedColumns &converted, const schema::CatalogPtr &current,
                     const QVector<schema::ObjectId> &own, EnumSwaps swaps)
    : m_copies(converted.copies)
    , m_swaps(std::move(swaps))
    , m_asides(renamedTo(current, own, asideName))
{ }

std::optional<Twin> PartTwins::of(const schema::Fact &part) const
{
    Twin made{ part, *m_copies->find(part.id), *m_asides->find(part.id) };
    if (made.copy.attributes == part.attributes
        || !renamePart(&made.copy, ownName(part.id, QStringLiteral("copy")))
        || !renamePart(&made.aside, ownName(part.id, QStringLiteral("old"))))
        return std::nullopt;
    for (const auto &swap : m_swaps) {
        retype(&made.original, *swap, swap->outgoing);
        retype(&made.copy, *swap, swap->incoming);
        retype(&made.aside, *swap, swap->outgoing);
    }
    return made;
}

} // namespace lockstep::plan
