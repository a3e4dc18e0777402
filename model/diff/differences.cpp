#include "differences.h"

#include <model/base/result.h>

#include <type_traits>

namespace lockstep::diff {

using namespace schema;

namespace {

QString yesNo(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

/// Gathers the properties that differ, in the order they are named.
class Comparison
{
public:
    void text(const char *property, const QString &before, const QString &after)
    {
        if (before != after)
            m_found.append({ QLatin1String(property), before, after });
    }
    void flag(const char *property, bool before, bool after) { text(property, yesNo(before), yesNo(after)); }
    void number(const char *property, qint64 before, qint64 after)
    {
        text(property, QString::number(before), QString::number(after));
    }
    void list(const char *property, const QStringList &before, const QStringList &after)
    {
        text(property, before.join(QStringLiteral(", ")), after.join(QStringLiteral(", ")));
    }
    void id(const char *property, const Rare<ObjectId> &before, const Rare<ObjectId> &after)
    {
        text(property, before ? dottedName(*before) : QString(), after ? dottedName(*after) : QString());
    }
    /// Says that there is a difference even where no property above names it.
    [[nodiscard]] QVector<Difference> found(bool equal) const
    {
        if (m_found.isEmpty() && !equal)
            return { { QStringLiteral("attributes"), {}, {} } };
        return m_found;
    }

private:
    QVector<Difference> m_found;
};

QString fieldsText(const QVector<CompositeField> &fields)
{
    QStringList texts;
    for (const CompositeField &field : fields)
        texts << quoteIdent(field.name) + QLatin1Char(' ') + field.type;
    return texts.join(QStringLiteral(", "));
}

QString persistenceText(Persistence persistence)
{
    return persistence == Persistence::Unlogged ? QStringLiteral("unlogged") : QStringLiteral("permanent");
}

QString identityText(Identity identity)
{
    switch (identity) {
    case Identity::None: return {};
    case Identity::Always: return QStringLiteral("always");
    case Identity::ByDefault: return QStringLiteral("by default");
    }
    return {};
}

QString generatedText(Generated generated)
{
    switch (generated) {
    case Generated::None: return {};
    case Generated::Stored: return QStringLiteral("stored");
    case Generated::Virtual: return QStringLiteral("virtual");
    }
    return {};
}

QString stateText(TriggerState state)
{
    switch (state) {
    case TriggerState::Enabled: return QStringLiteral("enabled");
    case TriggerState::Disabled: return QStringLiteral("disabled");
    case TriggerState::Replica: return QStringLiteral("replica");
    case TriggerState::Always: return QStringLiteral("always");
    }
    return {};
}

QString replicaText(const TableAttributes &table)
{
    switch (table.replicaIdentity) {
    case ReplicaIdentity::Default: return QStringLiteral("default");
    case ReplicaIdentity::Nothing: return QStringLiteral("nothing");
    case ReplicaIdentity::Full: return QStringLiteral("full");
    case ReplicaIdentity::Index: return QStringLiteral("index ") + table.replicaIdentityIndex;
    }
    return {};
}

QString constraintTypeText(ConstraintType type)
{
    switch (type) {
    case ConstraintType::PrimaryKey: return QStringLiteral("primary key");
    case ConstraintType::Unique: return QStringLiteral("unique");
    case ConstraintType::Check: return QStringLiteral("check");
    case ConstraintType::ForeignKey: return QStringLiteral("foreign key");
    case ConstraintType::Exclude: return QStringLiteral("exclude");
    case ConstraintType::NotNull: return QStringLiteral("not null");
    case ConstraintType::Trigger: return QStringLiteral("trigger");
    }
    return {};
}

void compareInto(Comparison &, const SchemaAttributes &, const SchemaAttributes &) { }

void compareInto(Comparison &c, const ExtensionAttributes &a, const ExtensionAttributes &b)
{
    c.text("version", a.version, b.version);
    c.text("schema", a.schema, b.schema);
}

void compareInto(Comparison &c, const EnumAttributes &a, const EnumAttributes &b)
{
    c.list("labels", a.labels, b.labels);
}

void compareInto(Comparison &c, const DomainAttributes &a, const DomainAttributes &b)
{
    c.text("type", a.type, b.type);
    c.text("collation", a.collation, b.collation);
    c.text("default", a.defaultExpression, b.defaultExpression);
    c.flag("not null", a.notNull, b.notNull);
    c.text("not null constraint", a.notNullName, b.notNullName);
}

void compareInto(Comparison &c, const CompositeAttributes &a, const CompositeAttributes &b)
{
    c.text("attributes", fieldsText(a.fields), fieldsText(b.fields));
}

void compareInto(Comparison &c, const SequenceAttributes &a, const SequenceAttributes &b)
{
    c.text("type", a.type, b.type);
    c.number("start", a.start, b.start);
    c.number("increment", a.increment, b.increment);
    c.number("minimum", a.minimum, b.minimum);
    c.number("maximum", a.maximum, b.maximum);
    c.number("cache", a.cache, b.cache);
    c.flag("cycle", a.cycle, b.cycle);
    c.text("persistence", persistenceText(a.persistence), persistenceText(b.persistence));
    c.id("owned by", a.ownedBy, b.ownedBy);
}

QString inheritsText(const QVector<ObjectId> &parents)
{
    QStringList names;
    for (const ObjectId &parent : parents)
        names << dottedName(parent);
    return names.join(QStringLiteral(", "));
}

void compareInto(Comparison &c, const TableAttributes &a, const TableAttributes &b)
{
    c.text("persistence", persistenceText(a.persistence), persistenceText(b.persistence));
    c.text("partition key", a.partitionKey, b.partitionKey);
    c.id("partition of", a.partitionOf, b.partitionOf);
    c.text("partition bound", a.partitionBound, b.partitionBound);
    c.text("inherits", inheritsText(a.inherits), inheritsText(b.inherits));
    c.text("of type", a.ofType, b.ofType);
    c.list("options", a.options, b.options);
    c.text("access method", a.accessMethod, b.accessMethod);
    c.text("tablespace", a.tablespace, b.tablespace);
    c.text("replica identity", replicaText(a), replicaText(b));
    c.text("clustered on", a.clusterIndex, b.clusterIndex);
    c.flag("row security", a.rowSecurity, b.rowSecurity);
    c.flag("force row security", a.forceRowSecurity, b.forceRowSecurity);
    c.text("foreign server", a.foreignServer, b.foreignServer);
    c.list("foreign options", a.foreignOptions, b.foreignOptions);
}

void compareInto(Comparison &c, const ColumnAttributes &a, const ColumnAttributes &b)
{
    c.text("type", a.type, b.type);
    c.text("collation", a.collation, b.collation);
    c.flag("not null", a.notNull, b.notNull);
    c.text("not null constraint", a.notNullName, b.notNullName);
    c.flag("not null validated", a.notNullValidated, b.notNullValidated);
    c.flag("not null of its own only", a.notNullNoInherit, b.notNullNoInherit);
    c.flag("not null said by the table itself", a.notNullOwn, b.notNullOwn);
    c.text("identity", identityText(a.identity), identityText(b.identity));
    if (a.identitySequence && b.identitySequence)
        compareInto(c, *a.identitySequence, *b.identitySequence);
    c.text("identity sequence", a.identitySequenceName, b.identitySequenceName);
    c.text("generated", generatedText(a.generated), generatedText(b.generated));
    c.text("storage", a.storage, b.storage);
    c.text("compression", a.compression, b.compression);
    c.number("statistics", a.statistics, b.statistics);
    c.list("options", a.options, b.options);
    c.flag("inherited", a.inherited, b.inherited);
    c.list("foreign options", a.foreignOptions, b.foreignOptions);
}

void compareInto(Comparison &c, const DefaultAttributes &a, const DefaultAttributes &b)
{
    c.text("expression", a.expression, b.expression);
    c.flag("generated", a.isGenerated, b.isGenerated);
}

void compareInto(Comparison &c, const ConstraintAttributes &a, const ConstraintAttributes &b)
{
    c.text("type", constraintTypeText(a.type), constraintTypeText(b.type));
    c.text("definition", a.definition, b.definition);
    c.flag("validated", a.validated, b.validated);
    c.flag("enforced", a.enforced, b.enforced);
    c.flag("deferrable", a.deferrable, b.deferrable);
    c.flag("initially deferred", a.initiallyDeferred, b.initiallyDeferred);
    c.flag("no inherit", a.noInherit, b.noInherit);
    c.flag("inherited", a.inherited, b.inherited);
    c.list("columns", a.columns, b.columns);
    c.id("references", a.referencedTable, b.referencedTable);
    c.list("referenced columns", a.referencedColumns, b.referencedColumns);
    c.text("index", a.indexName, b.indexName);
    c.list("index options", a.indexOptions, b.indexOptions);
    c.text("index tablespace", a.indexTablespace, b.indexTablespace);
    c.flag("nulls not distinct", a.nullsNotDistinct, b.nullsNotDistinct);
    c.list("included columns", a.includedColumns, b.includedColumns);
}

void compareInto(Comparison &c, const IndexAttributes &a, const IndexAttributes &b)
{
    c.id("table", a.table, b.table);
    c.text("definition", a.definition, b.definition);
    c.flag("valid", a.valid, b.valid);
    c.flag("ready", a.ready, b.ready);
    c.text("tablespace", a.tablespace, b.tablespace);
    c.list("options", a.options, b.options);
    c.id("partition of", a.partitionOf, b.partitionOf);
    c.flag("clustered", a.clustered, b.clustered);
}

void compareInto(Comparison &c, const ViewAttributes &a, const ViewAttributes &b)
{
    c.text("query", a.query, b.query);
    c.list("options", a.options, b.options);
    c.text("columns", fieldsText(a.columns), fieldsText(b.columns));
}

void compareInto(Comparison &c, const MaterializedViewAttributes &a, const MaterializedViewAttributes &b)
{
    c.text("query", a.query, b.query);
    c.flag("populated", a.populated, b.populated);
    c.list("options", a.options, b.options);
    c.text("access method", a.accessMethod, b.accessMethod);
    c.text("tablespace", a.tablespace, b.tablespace);
    c.text("columns", fieldsText(a.columns), fieldsText(b.columns));
}

void compareInto(Comparison &c, const RoutineAttributes &a, const RoutineAttributes &b)
{
    c.text("arguments", a.arguments, b.arguments);
    c.text("result", a.result, b.result);
    c.text("definition", a.definition, b.definition);
}

void compareInto(Comparison &c, const TriggerAttributes &a, const TriggerAttributes &b)
{
    c.text("definition", a.definition, b.definition);
    c.text("state", stateText(a.state), stateText(b.state));
    c.flag("inherited", a.inherited, b.inherited);
    c.id("function", a.function, b.function);
}

void compareInto(Comparison &c, const RuleAttributes &a, const RuleAttributes &b)
{
    c.text("definition", a.definition, b.definition);
    c.text("state", stateText(a.state), stateText(b.state));
}

void compareInto(Comparison &c, const PolicyAttributes &a, const PolicyAttributes &b)
{
    c.text("command", a.command, b.command);
    c.flag("permissive", a.permissive, b.permissive);
    c.list("roles", a.roles, b.roles);
    c.text("using", a.usingExpression, b.usingExpression);
    c.text("with check", a.checkExpression, b.checkExpression);
}

void compareInto(Comparison &c, const CommentAttributes &a, const CommentAttributes &b)
{
    c.text("text", a.text, b.text);
}

void compareInto(Comparison &c, const GrantAttributes &a, const GrantAttributes &b)
{
    c.list("granted", a.granted, b.granted);
    c.list("with grant option", a.grantable, b.grantable);
    c.list("revoked", a.revoked, b.revoked);
}

QString settingsText(const QVector<Setting> &settings)
{
    QStringList texts;
    for (const Setting &setting : settings)
        texts << setting.name + QLatin1Char(' ') + setting.value;
    return texts.join(QStringLiteral(", "));
}

void compareInto(Comparison &c, const DefinitionAttributes &a, const DefinitionAttributes &b)
{
    c.text("definition", a.definition, b.definition);
    c.text("settings", settingsText(a.settings), settingsText(b.settings));
}

} // namespace

namespace {

QVector<Difference> attributeDifferences(const Fact &before, const Fact &after)
{
    if (before.attributes == after.attributes)
        return {};
    return std::visit(
        [](const auto &a, const auto &b) -> QVector<Difference> {
            if constexpr (std::is_same_v<decltype(a), decltype(b)>) {
                Comparison comparison;
                compareInto(comparison, a, b);
                return comparison.found(a == b);
            } else {
                // A default privilege or definition that changed its shape: named as a whole.
                return { { QStringLiteral("attributes"), {}, {} } };
            }
        },
        before.attributes, after.attributes);
}

} // namespace

QVector<Difference> differences(const Fact &before, const Fact &after)
{
    QVector<Difference> found = attributeDifferences(before, after);
    if (ownersDiffer(before, after))
        found.append({ QStringLiteral("owner"), before.owner, after.owner });
    return found;
}

} // namespace lockstep::diff
