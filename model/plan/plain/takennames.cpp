#include "takennames.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// A publication cannot have column lists and whole schemas at once.
QStringList excludedMembers(const Fact &member)
{
    const QString &definition = member.as<DefinitionAttributes>()->definition;
    const qsizetype condition = definition.indexOf(QLatin1String(" WHERE ("));
    const bool hasColumns = definition.left(condition).endsWith(QLatin1Char(')'));
    const bool isSchema = member.id.sub.startsWith(QLatin1String("TABLES IN SCHEMA "));
    return hasColumns || isSchema ? QStringList{ QStringLiteral("members of ") + member.id.name }
                                  : QStringList();
}

} // namespace

QStringList takenNames(const Fact &fact)
{
    const ObjectId &id = fact.id;
    const QString name = qualified(id.schema, id.name);
    const auto relation = [](const QString &text) -> QString { return QStringLiteral("relation ") + text; };
    const auto type = [](const QString &text) -> QString { return QStringLiteral("type ") + text; };
    switch (id.kind) {
    case Kind::Table:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Sequence:
    case Kind::CompositeType: return { relation(name), type(name) };
    case Kind::Index: return { relation(name) };
    case Kind::Constraint: {
        const auto *key = fact.as<ConstraintAttributes>();
        const QString index = key ? key->indexName : QString();
        return index.isEmpty() ? QStringList() : QStringList{ relation(qualified(id.schema, index)) };
    }
    case Kind::Column: {
        const auto *column = fact.as<ColumnAttributes>();
        const QString sequence = column ? column->identitySequenceName : QString();
        return sequence.isEmpty() ? QStringList() : QStringList{ relation(qualified(id.schema, sequence)) };
    }
    case Kind::Enum:
    case Kind::Domain:
    case Kind::BaseType:
    case Kind::RangeType: return { type(name) };
    case Kind::PublicationMember: return excludedMembers(fact);
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate:
        return { QStringLiteral("routine %1(%2)")
                     .arg(name, id.signature == QLatin1String("*") ? QString() : id.signature) };
    default: return {};
    }
}

} // namespace lockstep::plan::plain
