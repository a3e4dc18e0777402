#include "ddl.h"
#include "nodes.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool isPlanRelation(Kind kind)
{
    return kind == Kind::Table || kind == Kind::View || kind == Kind::MaterializedView
           || kind == Kind::Sequence;
}

} // namespace

ActionDetail detailOfCreate(const Fact &fact, const Catalog &catalog)
{
    if (const auto *column = fact.as<ColumnAttributes>()) {
        AddColumn detail{ fact.id, *column, std::nullopt };
        if (const auto *value = catalog.attributes<DefaultAttributes>(
                subId(Kind::Default, fact.id.schema, fact.id.name, fact.id.sub)))
            detail.defaultValue = *value;
        return detail;
    }
    if (fact.id.kind == Kind::Constraint) {
        AddConstraint detail{ fact.id, *fact.as<ConstraintAttributes>() };
        detail.attributes.definition = ddl::reparseable(detail.attributes.definition);
        detail.attributes.expression = ddl::reparseable(detail.attributes.expression);
        return detail;
    }
    if (fact.id.kind == Kind::Index) {
        CreateIndex detail{ fact.id, *fact.as<IndexAttributes>() };
        detail.attributes.definition = ddl::reparseable(detail.attributes.definition);
        detail.attributes.predicate = ddl::reparseable(detail.attributes.predicate);
        return detail;
    }
    if (isPlanRelation(fact.id.kind))
        return CreateRelation{};
    return Other{};
}

ActionDetail detailOfDrop(const Fact &fact)
{
    if (fact.id.kind == Kind::Column)
        return DropColumn{ fact.id };
    if (fact.id.kind == Kind::Constraint)
        return DropConstraint{ fact.id, *fact.as<ConstraintAttributes>() };
    if (fact.id.kind == Kind::Index)
        return DropIndex{ fact.id, *fact.as<IndexAttributes>() };
    if (isPlanRelation(fact.id.kind))
        return DropRelation{ fact.id };
    return Other{};
}

} // namespace lockstep::plan::plain
