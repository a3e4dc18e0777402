#include "defaultprivileges.h"
#include "ddl.h"

#include <QMap>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

QString objectLetter(Kind kind)
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
    case Kind::RangeType: return QStringLiteral("T");
    case Kind::Schema: return QStringLiteral("n");
    default: return {};
    }
}

void join(QStringList &all, const QStringList &more)
{
    all += more;
    all.removeDuplicates();
}

/// What default privileges give each grantee on a new object, over both sides.
QMap<QString, GrantAttributes> givenPrivileges(const Fact &created, const Sides &sides)
{
    QMap<QString, GrantAttributes> given;
    const QString letter = objectLetter(created.id.kind);
    if (letter.isEmpty())
        return given;
    for (const Side *side : { &sides.current, &sides.target }) {
        for (const Fact &fact : side->catalog->facts()) {
            const auto *privileges = fact.as<GrantAttributes>();
            const bool applies = privileges && fact.id.kind == Kind::DefaultPrivilege && fact.id.sub == letter
                && fact.id.name == created.owner
                && (fact.id.schema.isEmpty() || fact.id.schema == created.id.schema);
            if (!applies || fact.id.grantee == created.owner)
                continue;
            GrantAttributes &all = given[fact.id.grantee];
            join(all.granted, privileges->granted);
            join(all.grantable, privileges->grantable);
            join(all.revoked, privileges->revoked);
        }
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
