#include "samplechanges.h"

#include <model/diff/selectiongraph.h>

namespace lockstep::testing {

using schema::Kind;

namespace {

schema::Fact columnFact(const QString &table, const QString &name, const QString &type, int position)
{
    schema::ColumnAttributes attributes;
    attributes.type = type;
    attributes.position = position;
    return { schema::subId(Kind::Column, QStringLiteral("public"), table, name), attributes, {} };
}

schema::Fact viewFact(const QString &name)
{
    schema::ViewAttributes view;
    view.query = QStringLiteral("SELECT 1");
    return { schema::objectId(Kind::View, QStringLiteral("public"), name), view, {} };
}

} // namespace

schema::Fact tableFact(const QString &name)
{
    return { schema::objectId(Kind::Table, QStringLiteral("public"), name), schema::TableAttributes(), {} };
}

diff::ChangeSetPtr sampleChanges()
{
    const QString users = QStringLiteral("users");
    const auto idColumn = columnFact(users, QStringLiteral("id"), QStringLiteral("integer"), 1);
    const auto wideId = columnFact(users, QStringLiteral("id"), QStringLiteral("bigint"), 1);
    const auto tier = columnFact(users, QStringLiteral("tier"), QStringLiteral("text"), 2);
    const auto old = columnFact(users, QStringLiteral("old"), QStringLiteral("text"), 2);
    auto set = std::make_shared<diff::ChangeSet>();
    set->current = std::make_shared<schema::Catalog>(
        150000, std::vector<schema::Fact>{ tableFact(users), idColumn, old },
        std::vector<schema::Dependency>());
    set->target = std::make_shared<schema::Catalog>(
        150000, std::vector<schema::Fact>{ tableFact(users), wideId, tier, viewFact(QStringLiteral("v")) },
        std::vector<schema::Dependency>());
    set->changes = {
        diff::Altered{ idColumn,
                       wideId,
                       { { QStringLiteral("type"), QStringLiteral("integer"), QStringLiteral("bigint") } } },
        diff::Dropped{ old },
        diff::Created{ tier },
        diff::Created{ viewFact(QStringLiteral("v")) },
        diff::Renamed{ viewFact(QStringLiteral("a")), viewFact(QStringLiteral("b")) },
    };
    return set;
}

diff::ChangeSetPtr offeredChanges(const std::vector<diff::Tied> &leftOut)
{
    auto set = std::make_shared<diff::ChangeSet>(*sampleChanges());
    set->changes.pop_back();
    auto offer = std::make_shared<diff::Offer>(diff::makeOffer(*set, *set->current));
    offer->leftOut = leftOut;
    set->offer = offer;
    return set;
}

} // namespace lockstep::testing
