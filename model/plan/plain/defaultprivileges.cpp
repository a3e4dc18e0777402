#include "defaultprivileges.h"

#include "ddl.h"

#include <QMap>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

QString privilegeLetter(Kind kind)
{
    switch (kind) {
    case Kind::Table:
    case Kind::View:
    case Kind::MaterializedView: return QStringLiteral("r");
    case Kind::Sequence: return QStringLiteral("S");
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate: return QStringLiteral("f");
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::BaseType:
    case Kind::RangeType: return QStringLiteral("T");
    case Kind::Schema: return QStringLiteral("n");
    default: return {};
    }
}

void joinPrivileges(QStringList &all, const QStringList &more)
{
    all += more;
    all.removeDuplicates();
}

/// What default privileges give each grantee on a new object, over both sides.
QMap<QString, GrantAttributes> givenPrivileges(const Fact &created, const Sides &sides)
{
    QMap<QString, GrantAttributes> given;
    const QString letter = privilegeLetter(created.id.kind);
    if (letter.isEmpty())
        return given;
    for (const Fact &fact : sides.defaultPrivileges) {
        const auto *privileges = fact.as<GrantAttributes>();
        const bool applies = privileges && fact.id.sub == letter && fact.id.name == created.owner
                             && (fact.id.schema.isEmpty() || fact.id.schema == created.id.schema);
        if (!applies || fact.id.grantee == created.owner)
            continue;
        GrantAttributes &all = given[fact.id.grantee];
        joinPrivileges(all.granted, privileges->granted);
        joinPrivileges(all.grantable, privileges->grantable);
        joinPrivileges(all.revoked, privileges->revoked);
    }
    return given;
}

} // namespace

QStringList correctedPrivileges(const Fact &created, const Sides &sides, const Catalog &expected)
{
    QStringList statements;
    const QMap<QString, GrantAttributes> given = givenPrivileges(created, sides);
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        const ObjectId id = grantId(created.id, it.key());
        statements += ddl::grants(id, &it.value(), expected.attributes<GrantAttributes>(id));
    }
    return statements;
}

} // namespace lockstep::plan::plain
