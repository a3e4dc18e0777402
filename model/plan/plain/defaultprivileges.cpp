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

QStringList sharedWith(const QStringList &all, const QStringList &others)
{
    QStringList both;
    for (const QString &text : all) {
        if (others.contains(text))
            both << text;
    }
    return both;
}

/// What default privileges may give each grantee on a new object: those of every role, because a plan
/// does not know who will run it, and of both sides.
QMap<QString, GrantAttributes> givenPrivileges(const ObjectId &created, const QString &owner,
                                               const Sides &sides)
{
    QMap<QString, GrantAttributes> given;
    const QString letter = privilegeLetter(created.kind);
    if (letter.isEmpty())
        return given;
    for (const Fact &fact : sides.defaultPrivileges) {
        const auto *privileges = fact.as<GrantAttributes>();
        const bool applies = privileges && fact.id.sub == letter
                             && (fact.id.schema.isEmpty() || fact.id.schema == created.schema);
        if (!applies)
            continue;
        // What the owner-to-be was given has become his own with the object, up to the grant options.
        const bool isOwner = fact.id.grantee == owner && !owner.isEmpty();
        GrantAttributes &all = given[isOwner ? ownerGrantee() : fact.id.grantee];
        joinPrivileges(all.grantable, privileges->grantable);
        if (isOwner)
            continue;
        joinPrivileges(all.granted, privileges->granted);
        joinPrivileges(all.revoked, privileges->revoked);
    }
    return given;
}

/// Takes away what `expected` does not have; what it has more comes with its own action.
QStringList corrected(const ObjectId &created, const QString &owner, const Sides &sides,
                      const Catalog &expected, const ObjectId &known)
{
    static const GrantAttributes none;
    QStringList statements;
    const QMap<QString, GrantAttributes> given = givenPrivileges(created, owner, sides);
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        const ObjectId id = grantId(created, it.key());
        const auto *found = expected.attributes<GrantAttributes>(grantId(known, it.key()));
        const GrantAttributes &wanted = found ? *found : none;
        const GrantAttributes kept{ sharedWith(it->granted, wanted.granted),
                                    sharedWith(it->grantable, wanted.grantable),
                                    sharedWith(it->revoked, wanted.revoked) };
        statements += ddl::grants(id, &it.value(), &kept, owner);
    }
    return statements;
}

/// The sequence that an identity column brings along.
QStringList correctedIdentity(const Fact &column, const QString &owner, const Sides &sides,
                              const Catalog &expected)
{
    const auto *attributes = column.as<ColumnAttributes>();
    if (!attributes || attributes->identitySequenceName.isEmpty())
        return {};
    const ObjectId sequence = objectId(Kind::Sequence, column.id.schema, attributes->identitySequenceName);
    return corrected(sequence, owner, sides, expected, sequence);
}

} // namespace

QStringList correctedPrivileges(const Fact &created, const Sides &sides, const Catalog &expected)
{
    return correctedPrivileges(created, sides, expected, created.id);
}

QStringList correctedPrivileges(const Fact &created, const Sides &sides, const Catalog &expected,
                                const ObjectId &known)
{
    if (sides.defaultPrivileges.isEmpty())
        return {};
    QStringList statements = corrected(created.id, created.owner, sides, expected, known);
    if (created.id.kind == Kind::Table) {
        for (const Fact *column : expected.columnsOf(created.id))
            statements += correctedIdentity(*column, created.owner, sides, expected);
    } else if (created.id.kind == Kind::Column) {
        const Fact *table = expected.find(ddl::tableOf(created.id));
        statements += correctedIdentity(created, table ? table->owner : QString(), sides, expected);
    }
    return statements;
}

QStringList besidesDefaults(const Fact &extension, const Side &side, const QStringList &statements)
{
    const auto *attributes = extension.as<ExtensionAttributes>();
    QStringList lift;
    QStringList restore;
    for (const Fact &fact : side.catalog->facts()) {
        const auto *privileges = fact.as<GrantAttributes>();
        const bool applies = fact.id.kind == Kind::DefaultPrivilege && privileges && attributes
                             && (fact.id.schema.isEmpty() || fact.id.schema == attributes->schema);
        if (!applies)
            continue;
        lift += ddl::grants(fact.id, privileges, nullptr, {});
        restore += ddl::grants(fact.id, nullptr, privileges, {});
    }
    return lift + statements + restore;
}

} // namespace lockstep::plan::plain
