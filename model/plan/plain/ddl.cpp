#include "ddl.h"

#include "optionsddl.h"
#include "tableddl.h"

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

QStringList createExtension(const Fact &fact)
{
    const auto &extension = *fact.as<ExtensionAttributes>();
    QString sql = QStringLiteral("CREATE EXTENSION ") + quoteIdent(fact.id.name);
    if (!extension.schema.isEmpty())
        sql += QStringLiteral(" SCHEMA ") + quoteIdent(extension.schema);
    if (!extension.version.isEmpty())
        sql += QStringLiteral(" VERSION ") + quoteLiteral(extension.version);
    return { sql };
}

QStringList alterExtension(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<ExtensionAttributes>();
    const auto &b = *after.as<ExtensionAttributes>();
    const QString alter = QStringLiteral("ALTER EXTENSION %1 ").arg(quoteIdent(after.id.name));
    QStringList statements;
    if (a.version != b.version)
        statements << alter + QStringLiteral("UPDATE TO ") + quoteLiteral(b.version);
    if (a.schema != b.schema)
        statements << alter + QStringLiteral("SET SCHEMA ") + quoteIdent(b.schema);
    return statements;
}

QStringList createDomainConstraint(const Fact &fact)
{
    const auto &constraint = *fact.as<ConstraintAttributes>();
    return { QStringLiteral("ALTER DOMAIN %1 ADD CONSTRAINT %2 %3%4")
                 .arg(relationName(fact.id), quoteIdent(fact.id.sub), reparseable(constraint.definition),
                      constraint.validated ? QString() : QStringLiteral(" NOT VALID")) };
}

/// The settings are options of CREATE too.
QString withSettingsInside(const DefinitionAttributes &whole)
{
    QString sql = whole.definition;
    if (whole.settings.isEmpty())
        return sql;
    sql.chop(QStringLiteral("\n)").size());
    for (const Setting &setting : whole.settings)
        sql += QStringLiteral(",\n    %1 = %2").arg(setting.name, setting.value);
    return sql + QStringLiteral("\n)");
}

QStringList createDefinition(const Fact &fact)
{
    if (const auto *privileges = fact.as<GrantAttributes>())
        return grants(fact.id, nullptr, privileges, fact.owner);
    if (const auto statements = createWithSettings(fact))
        return *statements;
    const auto &whole = *fact.as<DefinitionAttributes>();
    if (fact.id.kind == Kind::BaseType || fact.id.kind == Kind::Operator)
        return { withSettingsInside(whole) };
    QStringList statements{ whole.definition };
    for (const Setting &setting : whole.settings)
        statements << changeSetting(fact, nullptr, &setting);
    statements.removeAll(QString());
    return statements;
}

/// CREATE OR REPLACE changes everything of it.
QString replacing(const Fact &fact)
{
    QString sql = fact.as<DefinitionAttributes>()->definition;
    return sql.replace(0, QStringLiteral("CREATE ").size(), QStringLiteral("CREATE OR REPLACE "));
}

std::optional<QStringList> alterTriggerState(const Fact &before, const Fact &after)
{
    if (const auto *a = before.as<RuleAttributes>()) {
        if (a->definition != after.as<RuleAttributes>()->definition)
            return std::nullopt;
    } else {
        const auto *b = after.as<TriggerAttributes>();
        if (before.as<TriggerAttributes>()->definition != b->definition)
            return std::nullopt;
    }
    return QStringList{ triggerState(after) };
}

} // namespace

QStringList create(const Fact &fact, const Catalog &catalog)
{
    switch (fact.id.kind) {
    case Kind::Schema: return { QStringLiteral("CREATE SCHEMA ") + quoteIdent(fact.id.name) };
    case Kind::Extension: return createExtension(fact);
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType: return createType(fact);
    case Kind::Sequence: return createSequence(fact);
    case Kind::Table: return createTable(fact, catalog, [](const ObjectId &) { return true; });
    case Kind::Column: {
        const auto *value = catalog.attributes<DefaultAttributes>(
            subId(Kind::Default, fact.id.schema, fact.id.name, fact.id.sub));
        return QStringList{ alterTable(fact.id, QStringLiteral("ADD COLUMN ") + columnClause(fact, value)) }
               + columnSettings(nullptr, fact);
    }
    case Kind::Default: return { setDefault(fact) };
    case Kind::Constraint: return createConstraint(fact, catalog);
    case Kind::DomainConstraint: return createDomainConstraint(fact);
    case Kind::Index: return createIndex(fact);
    case Kind::View: return createView(fact);
    case Kind::MaterializedView: return createMaterializedView(fact);
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate: return { fact.as<RoutineAttributes>()->definition };
    case Kind::Trigger: return createTrigger(fact);
    case Kind::Rule: return createRule(fact);
    case Kind::Policy: return createPolicy(fact);
    case Kind::Comment: return { comment(fact.id, fact.as<CommentAttributes>()->text, catalog) };
    case Kind::Grant: return grants(fact.id, nullptr, fact.as<GrantAttributes>(), fact.owner);
    case Kind::Collation:
    case Kind::RangeType:
    case Kind::EventTrigger:
    case Kind::StatisticsObject:
    case Kind::Publication:
    case Kind::Language:
    case Kind::AccessMethod:
    case Kind::BaseType:
    case Kind::Operator:
    case Kind::OperatorFamily:
    case Kind::OperatorClass:
    case Kind::Cast:
    case Kind::Conversion:
    case Kind::Transform:
    case Kind::TextSearchParser:
    case Kind::TextSearchTemplate:
    case Kind::TextSearchDictionary:
    case Kind::TextSearchConfiguration:
    case Kind::ForeignDataWrapper:
    case Kind::ForeignServer:
    case Kind::UserMapping:
    case Kind::Subscription:
    case Kind::PublicationMember:
    case Kind::DefaultPrivilege: return createDefinition(fact);
    case Kind::SecurityLabel: return { securityLabel(fact.id, fact.as<CommentAttributes>()->text, catalog) };
    case Kind::EnumLabel:
    case Kind::Unmodelled: break;
    }
    return {};
}

QStringList drop(const Fact &fact, const Catalog &catalog)
{
    const ObjectId &id = fact.id;
    switch (id.kind) {
    case Kind::Default: return { dropDefault(id) };
    case Kind::Column: return { alterTable(id, QStringLiteral("DROP COLUMN ") + quoteIdent(id.sub)) };
    case Kind::Constraint: return { alterTable(id, QStringLiteral("DROP CONSTRAINT ") + quoteIdent(id.sub)) };
    case Kind::DomainConstraint:
        return {
            QStringLiteral("ALTER DOMAIN %1 DROP CONSTRAINT %2").arg(relationName(id), quoteIdent(id.sub))
        };
    case Kind::Comment: return { comment(id, {}, catalog) };
    case Kind::SecurityLabel: return { securityLabel(id, {}, catalog) };
    case Kind::PublicationMember: return { dropMember(id) };
    case Kind::Subscription: return dropSubscription(id);
    case Kind::Grant:
    case Kind::DefaultPrivilege: return grants(id, fact.as<GrantAttributes>(), nullptr, fact.owner);
    case Kind::EnumLabel:
    case Kind::Unmodelled: return {};
    default: return { QStringLiteral("DROP ") + objectForm(id, catalog) };
    }
}

std::optional<QStringList> alter(const Fact &before, const Fact &after, const Catalog &catalog)
{
    switch (after.id.kind) {
    case Kind::Extension: return alterExtension(before, after);
    case Kind::Domain:
    case Kind::CompositeType: return alterType(before, after);
    case Kind::Sequence: return alterSequence(before, after);
    case Kind::Default: return QStringList{ setDefault(after) };
    case Kind::Constraint:
    case Kind::DomainConstraint: return alterConstraint(before, after, catalog);
    case Kind::Index: return alterIndex(before, after, catalog);
    case Kind::View: return alterView(before, after);
    case Kind::MaterializedView: return alterMaterializedView(before, after);
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate: return alterRoutine(before, after);
    case Kind::Trigger:
    case Kind::Rule: return alterTriggerState(before, after);
    case Kind::Policy: return alterPolicy(before, after);
    case Kind::Comment: return QStringList{ comment(after.id, after.as<CommentAttributes>()->text, catalog) };
    case Kind::Grant:
    case Kind::DefaultPrivilege:
        return grants(after.id, before.as<GrantAttributes>(), after.as<GrantAttributes>(),
                      after.owner.isEmpty() ? before.owner : after.owner);
    case Kind::SecurityLabel:
        return QStringList{ securityLabel(after.id, after.as<CommentAttributes>()->text, catalog) };
    case Kind::Collation:
    case Kind::RangeType:
    case Kind::EventTrigger:
    case Kind::StatisticsObject:
    case Kind::Publication:
    case Kind::AccessMethod:
    case Kind::Operator:
    case Kind::OperatorFamily:
    case Kind::OperatorClass:
    case Kind::Cast:
    case Kind::Conversion:
    case Kind::TextSearchParser:
    case Kind::TextSearchTemplate:
    case Kind::TextSearchDictionary:
    case Kind::TextSearchConfiguration:
    case Kind::ForeignDataWrapper:
    case Kind::ForeignServer:
    case Kind::UserMapping:
    case Kind::Subscription:
    case Kind::PublicationMember: return alterSettings(before, after);
    case Kind::BaseType: // ALTER TYPE … SET came with 13.
        return catalog.serverVersion() < 130000 ? std::nullopt : alterSettings(before, after);
    case Kind::Language:
    case Kind::Transform: return QStringList{ replacing(after) };
    case Kind::Schema:
    case Kind::Enum:
    case Kind::Table:
    case Kind::Column: // These have their own planning.
    case Kind::EnumLabel:
    case Kind::Unmodelled: break;
    }
    return std::nullopt;
}

} // namespace lockstep::plan::ddl
