#include "moveobstacles.h"

#include "dottedname.h"
#include "onlinerenames.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

QString whyNotTriggers(const ObjectId &table, const schema::Catalog &catalog)
{
    const auto &attributes = *catalog.attributes<schema::TableAttributes>(table);
    const QString name = schema::dottedName(table);
    if (!attributes.partitionKey.isEmpty())
        return QStringLiteral("%1 is partitioned, which is not kept in step with another table yet.")
            .arg(name);
    if (const QString why = whyNoSecondColumn(attributes, table, catalog); !why.isEmpty())
        return QStringLiteral("%1 is not a table of its own. %2").arg(name, why);
    if (attributes.forceRowSecurity)
        return QStringLiteral("Row security is forced on the owner of %1, who moves the rows.").arg(name);
    const std::vector<int> parts = catalog.partsOf(table);
    if (std::any_of(parts.begin(), parts.end(),
                    [&](int part) { return catalog.facts()[std::size_t(part)].id.kind == Kind::Rule; }))
        return QStringLiteral("%1 has rules, which do not tell a trigger what they write.").arg(name);
    return {};
}

} // namespace

QString whyNotInStep(const RowMove &move, const schema::Catalog &current, const schema::Catalog &target,
                    const Intents &intents)
{
    if (current.serverVersion() < 120000)
        return QStringLiteral("Before PostgreSQL 12 rows are not moved beside the traffic.");
    for (const RenameIntent &rename : intents.renames) {
        const ObjectId from = rename.kind == Kind::Column ? columnOf(rename.from) : tableOf(rename.from);
        if (from.schema == move.from.schema && from.name == move.from.name
            && (rename.kind == Kind::Column || rename.kind == Kind::Table))
            return QStringLiteral("%1 or a column of it gets another name at the same time.")
                .arg(schema::dottedName(move.from));
    }
    for (const auto &[table, catalog] :
         { std::pair(move.from, &current), std::pair(move.from, &target), std::pair(move.to, &target) }) {
        if (const QString why = whyNotTriggers(table, *catalog); !why.isEmpty())
            return why;
    }
    return {};
}

} // namespace lockstep::plan
