#include "changeset.h"
#include "sqlnames.h"

#include <model/base/result.h>

#include <algorithm>
#include <functional>

namespace lockstep::diff {

using namespace schema;

namespace {

using TextChange = std::function<QString(const QString &)>;
using IdChange = std::function<ObjectId(const ObjectId &)>;

bool isRelationKind(Kind kind)
{
    return kind == Kind::Table || kind == Kind::View || kind == Kind::MaterializedView
           || kind == Kind::Sequence || kind == Kind::Index || kind == Kind::CompositeType;
}

bool isTypeKind(Kind kind)
{
    return kind == Kind::Enum || kind == Kind::Domain || kind == Kind::RangeType
           || kind == Kind::CompositeType;
}

bool isRoutineKind(Kind kind)
{
    return kind == Kind::Function || kind == Kind::Procedure || kind == Kind::Aggregate;
}

bool hasSub(Kind kind)
{
    return kind == Kind::Column || kind == Kind::Default || kind == Kind::Constraint || kind == Kind::Trigger
           || kind == Kind::Rule || kind == Kind::Policy || kind == Kind::DomainConstraint;
}

/// The kind that decides how an id's fields are read: of the target for comments and grants.
Kind fieldKind(const ObjectId &id)
{
    return isTargeting(id.kind) ? id.on : id.kind;
}

/// True if `id` is the renamed object itself or something that carries its name.
bool carriesName(const ObjectId &id, const ObjectId &renamed)
{
    const Kind kind = fieldKind(id);
    if (id.schema != renamed.schema || id.name != renamed.name || kind == Kind::DefaultPrivilege)
        return false;
    if (renamed.kind == Kind::Column)
        return (kind == Kind::Column || kind == Kind::Default) && id.sub == renamed.sub;
    if (hasSub(renamed.kind))
        return kind == renamed.kind && id.sub == renamed.sub;
    if (isRoutineKind(renamed.kind))
        return isRoutineKind(kind) && id.signature == renamed.signature;
    if (kind == renamed.kind)
        return true;
    if (renamed.kind == Kind::Domain)
        return kind == Kind::DomainConstraint;
    return isRelationKind(renamed.kind) && hasSub(kind) && kind != Kind::DomainConstraint;
}

ObjectId changedId(ObjectId id, const RenameDecision &decision)
{
    const auto &[from, to] = decision;
    if (from.kind == Kind::Schema) {
        const bool isIt = fieldKind(id) == Kind::Schema;
        QString &field = isIt ? id.name : id.schema;
        if (field == from.name)
            field = to.name;
        id.signature = withSchemaName(id.signature, from.name, to.name);
        return id;
    }
    if (carriesName(id, from)) {
        id.schema = to.schema;
        id.name = to.name;
        if (hasSub(from.kind))
            id.sub = to.sub;
        if (isRoutineKind(from.kind))
            id.signature = to.signature;
    } else if (!id.signature.isEmpty() && (isRelationKind(from.kind) || isTypeKind(from.kind))) {
        id.signature = withQualifiedName(id.signature, from.schema, from.name, to.schema, to.name);
    }
    return id;
}

void replaceIn(QStringList &names, const QString &from, const QString &to)
{
    std::replace(names.begin(), names.end(), from, to);
}

/// Applies the changes to every text and id inside the attributes.
class AttributeChange
{
public:
    AttributeChange(TextChange text, IdChange id)
        : m_text(std::move(text))
        , m_id(std::move(id))
    { }
    void operator()(SchemaAttributes &) const { }
    void operator()(ExtensionAttributes &) const { }
    void operator()(EnumAttributes &) const { }
    void operator()(CommentAttributes &) const { }
    void operator()(GrantAttributes &) const { }
    void operator()(DomainAttributes &a) const { texts({ &a.type, &a.collation, &a.defaultExpression }); }
    void operator()(CompositeAttributes &a) const { fields(a.fields); }
    void operator()(SequenceAttributes &a) const { optionalId(a.ownedBy); }
    void operator()(TableAttributes &a) const
    {
        texts({ &a.partitionKey, &a.partitionBound, &a.ofType });
        optionalId(a.partitionOf);
        for (ObjectId &parent : a.inherits)
            parent = m_id(parent);
    }
    void operator()(ColumnAttributes &a) const { texts({ &a.type, &a.collation }); }
    void operator()(DefaultAttributes &a) const { texts({ &a.expression }); }
    void operator()(ConstraintAttributes &a) const
    {
        texts({ &a.definition, &a.expression });
        optionalId(a.referencedTable);
    }
    void operator()(IndexAttributes &a) const
    {
        a.table = m_id(a.table);
        texts({ &a.definition, &a.predicate });
        for (QString &column : a.columns)
            column = m_text(column);
        optionalId(a.partitionOf);
    }
    void operator()(ViewAttributes &a) const
    {
        texts({ &a.query });
        fields(a.columns);
    }
    void operator()(MaterializedViewAttributes &a) const
    {
        texts({ &a.query });
        fields(a.columns);
    }
    void operator()(RoutineAttributes &a) const { texts({ &a.definition, &a.arguments, &a.result }); }
    void operator()(TriggerAttributes &a) const
    {
        texts({ &a.definition });
        a.function = m_id(a.function);
    }
    void operator()(RuleAttributes &a) const { texts({ &a.definition }); }
    void operator()(PolicyAttributes &a) const { texts({ &a.usingExpression, &a.checkExpression }); }
    void operator()(DefinitionAttributes &a) const { texts({ &a.definition }); }

private:
    void texts(std::initializer_list<QString *> all) const
    {
        for (QString *text : all)
            *text = m_text(*text);
    }
    void fields(QVector<CompositeField> &all) const
    {
        for (CompositeField &field : all)
            field.type = m_text(field.type);
    }
    void optionalId(std::optional<ObjectId> &id) const
    {
        if (id)
            id = m_id(*id);
    }
    TextChange m_text;
    IdChange m_id;
};

/// The text change for facts that need the renamed object.
TextChange textChange(const RenameDecision &decision)
{
    const ObjectId from = decision.from;
    const ObjectId to = decision.to;
    if (from.kind == Kind::Schema)
        return [=](const QString &sql) { return withSchemaName(sql, from.name, to.name); };
    if (hasSub(from.kind))
        return [=](const QString &sql) { return withIdentifier(sql, from.sub, to.sub); };
    if (from.kind == Kind::Index)
        return [=](const QString &sql) { return withIdentifier(sql, from.name, to.name); };
    return [=](const QString &sql) {
        return withQualifiedName(sql, from.schema, from.name, to.schema, to.name);
    };
}

bool namesColumn(const QVector<CompositeField> &fields, const QString &name)
{
    return std::any_of(fields.begin(), fields.end(), [&](const auto &field) { return field.name == name; });
}

/// PostgreSQL keeps the output column name of a view when the column below it is renamed, and the
/// old table name as an alias, so such a view really differs from one written with the new name.
bool keepsOldName(const Fact &fact, const RenameDecision &decision)
{
    const bool isViewLike =
        fact.id.kind == Kind::View || fact.id.kind == Kind::MaterializedView || fact.id.kind == Kind::Rule;
    if (decision.from.kind == Kind::Table || decision.from.kind == Kind::View
        || decision.from.kind == Kind::MaterializedView)
        return isViewLike && !carriesName(fact.id, decision.from);
    if (decision.from.kind != Kind::Column)
        return false;
    if (const auto *view = fact.as<ViewAttributes>())
        return namesColumn(view->columns, decision.from.sub);
    if (const auto *view = fact.as<MaterializedViewAttributes>())
        return namesColumn(view->columns, decision.from.sub);
    return false;
}

/// Names without quotes inside lists: key columns of constraints and the like.
void changeNameLists(Fact &fact, const RenameDecision &decision)
{
    auto *constraint = std::get_if<ConstraintAttributes>(&fact.attributes);
    if (!constraint)
        return;
    const auto &[from, to] = decision;
    if (from.kind == Kind::Column) {
        if (fact.id.schema == from.schema && fact.id.name == from.name) {
            replaceIn(constraint->columns, from.sub, to.sub);
            replaceIn(constraint->includedColumns, from.sub, to.sub);
        }
        if (constraint->referencedTable && constraint->referencedTable->schema == from.schema
            && constraint->referencedTable->name == from.name)
            replaceIn(constraint->referencedColumns, from.sub, to.sub);
    }
    const bool ownIndex = from.kind == Kind::Constraint && fact.id == to;
    if (ownIndex && constraint->indexName == from.sub)
        constraint->indexName = to.sub;
}

/// From PostgreSQL 18 on NOT NULL is a constraint, which keeps its name when table or column get another.
void keepNotNullName(Fact &fact, const ObjectId &before)
{
    auto *column = std::get_if<ColumnAttributes>(&fact.attributes);
    if (!column || !column->notNull || fact.id == before)
        return;
    const QString name =
        column->notNullName.isEmpty() ? defaultNotNullName(before.name, before.sub) : column->notNullName;
    const bool isDefault = name == defaultNotNullName(fact.id.name, fact.id.sub);
    column->notNullName = isDefault ? QString() : name;
}

void applyRename(std::vector<Fact> &facts, const Catalog &catalog, const RenameDecision &decision)
{
    const TextChange text = textChange(decision);
    const AttributeChange change(text, [&](const ObjectId &id) { return changedId(id, decision); });
    const AttributeChange idsOnly([](const QString &sql) { return sql; },
                                  [&](const ObjectId &id) { return changedId(id, decision); });
    std::vector<char> touched(facts.size(), decision.from.kind == Kind::Schema);
    for (int i = 0; i < int(facts.size()); ++i) {
        if (!carriesName(facts[size_t(i)].id, decision.from))
            continue;
        touched[size_t(i)] = true;
        for (int dependant : catalog.neededBy(i))
            touched[size_t(dependant)] = true;
    }
    for (size_t i = 0; i < facts.size(); ++i) {
        const bool sameTable =
            facts[i].id.schema == decision.from.schema && facts[i].id.name == decision.from.name;
        const bool changesText = (touched[i] || sameTable) && !keepsOldName(facts[i], decision);
        const ObjectId before = facts[i].id;
        facts[i].id = changedId(before, decision);
        if (catalog.serverVersion() >= 180000)
            keepNotNullName(facts[i], before);
        std::visit(changesText ? change : idsOnly, facts[i].attributes);
        changeNameLists(facts[i], decision);
    }
}

} // namespace

ObjectId renamedId(const ObjectId &id, const QVector<RenameDecision> &renames)
{
    ObjectId result = id;
    for (const RenameDecision &decision : renames)
        result = changedId(result, decision);
    return result;
}

CatalogPtr renamedCatalog(const CatalogPtr &current, const QVector<RenameDecision> &renames)
{
    CatalogPtr catalog = current;
    QVector<RenameDecision> done;
    for (RenameDecision decision : renames) {
        // A column renamed in a table that was renamed before is found under the table's new name.
        decision.from = renamedId(decision.from, done);
        std::vector<Fact> facts = catalog->facts();
        std::vector<Dependency> edges;
        for (int i = 0; i < int(facts.size()); ++i) {
            for (int needed : catalog->needs(i))
                edges.push_back({ i, needed });
        }
        applyRename(facts, *catalog, decision);
        catalog = std::make_shared<const Catalog>(catalog->serverVersion(), std::move(facts),
                                                  std::move(edges), catalog->unmodelled());
        done.append(decision);
    }
    return catalog;
}

} // namespace lockstep::diff
