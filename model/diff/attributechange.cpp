#include "attributechange.h"

namespace lockstep::diff {

using namespace schema;

namespace {

/// Applies the changes to every text and id inside the attributes.
class AttributeChange
{
public:
    explicit AttributeChange(const AttributeChanges &changes)
        : m_changes(changes)
    { }
    void operator()(SchemaAttributes &) const { }
    void operator()(ExtensionAttributes &) const { }
    void operator()(EnumAttributes &) const { }
    void operator()(CommentAttributes &) const { }
    void operator()(GrantAttributes &) const { }
    void operator()(DomainAttributes &a) const
    {
        types({ &a.type, &a.collation });
        texts({ &a.defaultExpression });
    }
    void operator()(CompositeAttributes &a) const { fields(a.fields); }
    void operator()(SequenceAttributes &a) const { optionalId(a.ownedBy); }
    void operator()(TableAttributes &a) const
    {
        texts({ &a.partitionKey, &a.partitionBound });
        types({ &a.ofType });
        optionalId(a.partitionOf);
        if (!a.foreignServer.isEmpty())
            a.foreignServer = m_changes.id(objectId(Kind::ForeignServer, {}, a.foreignServer)).name;
        for (ObjectId &parent : a.inherits)
            parent = m_changes.id(parent);
    }
    void operator()(ColumnAttributes &a) const { types({ &a.type, &a.collation }); }
    void operator()(DefaultAttributes &a) const { texts({ &a.expression }); }
    void operator()(ConstraintAttributes &a) const
    {
        texts({ &a.definition, &a.expression });
        optionalId(a.referencedTable);
    }
    void operator()(IndexAttributes &a) const
    {
        a.table = m_changes.id(a.table);
        texts({ &a.definition, &a.predicate });
        for (QString &column : a.columns)
            column = m_changes.text(column);
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
    void operator()(RoutineAttributes &a) const
    {
        texts({ &a.definition });
        types({ &a.arguments, &a.result });
    }
    void operator()(TriggerAttributes &a) const
    {
        texts({ &a.definition });
        a.function = m_changes.id(a.function);
    }
    void operator()(RuleAttributes &a) const { texts({ &a.definition }); }
    void operator()(PolicyAttributes &a) const { texts({ &a.usingExpression, &a.checkExpression }); }
    void operator()(DefinitionAttributes &a) const
    {
        texts({ &a.definition });
        for (Setting &setting : a.settings)
            texts({ &setting.name, &setting.value });
    }

private:
    void texts(std::initializer_list<QString *> all) const
    {
        for (QString *text : all)
            *text = m_changes.text(*text);
    }
    void types(std::initializer_list<QString *> all) const
    {
        for (QString *type : all)
            *type = m_changes.type(*type);
    }
    void fields(QVector<CompositeField> &all) const
    {
        for (CompositeField &field : all)
            types({ &field.type, &field.collation });
    }
    void optionalId(Rare<ObjectId> &id) const
    {
        if (id)
            id = m_changes.id(*id);
    }
    const AttributeChanges &m_changes;
};

} // namespace

void changeAttributes(Attributes &attributes, const AttributeChanges &changes)
{
    std::visit(AttributeChange(changes), attributes);
}

} // namespace lockstep::diff
