#include "catalogparts.h"

#include <QMap>

namespace lockstep::sources {

using namespace schema;

namespace {

/// Privileges of one grantee as they are ("g") and as PostgreSQL sets them by itself ("d"); true
/// where WITH GRANT OPTION.
struct PrivilegeSides
{
    QMap<QString, bool> granted;
    QMap<QString, bool> preset;

    void add(const QString &side, const QString &privilege, bool isGrantable)
    {
        (side == QLatin1String("g") ? granted : preset).insert(privilege, isGrantable);
    }
    [[nodiscard]] GrantAttributes difference() const
    {
        GrantAttributes grant;
        for (auto it = granted.cbegin(); it != granted.cend(); ++it) {
            const bool isPreset = preset.contains(it.key());
            if (!isPreset)
                grant.granted.append(it.key());
            if (it.value() && !preset.value(it.key(), false))
                grant.grantable.append(it.key());
        }
        for (auto it = preset.cbegin(); it != preset.cend(); ++it) {
            if (!granted.contains(it.key()))
                grant.revoked.append(it.key());
        }
        return grant;
    }
};

bool isEmpty(const GrantAttributes &grant)
{
    return grant.granted.isEmpty() && grant.grantable.isEmpty() && grant.revoked.isEmpty();
}

/// Columns of grants.sql.
struct GrantRow
{
    const Rows &rows;
    int i;

    [[nodiscard]] Address address() const
    {
        return { SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1), int(rows.integer(i, 2)) };
    }
    [[nodiscard]] QString grantee() const { return rows.boolean(i, 7) ? ownerGrantee() : rows.text(i, 4); }
    [[nodiscard]] bool isOwner() const { return rows.boolean(i, 7); }
    [[nodiscard]] QString owner() const { return rows.text(i, 8); }
    [[nodiscard]] bool isByAnother() const { return !rows.isNull(i, 9); }
    /// PostgreSQL lets a grantee pass on what he holds with GRANT OPTION, as himself only.
    [[nodiscard]] QString chainText(const ObjectId &target) const
    {
        const QString to = rows.text(i, 4).isEmpty() ? QStringLiteral("PUBLIC") : quoteIdent(rows.text(i, 4));
        return QStringLiteral("%1 on %2 to %3 by %4")
            .arg(rows.text(i, 5), displayName(target), to, quoteIdent(rows.text(i, 9)));
    }
};

Kind relationKind(QChar letter)
{
    switch (letter.unicode()) {
    case u'S': return Kind::Sequence;
    case u'v': return Kind::View;
    case u'm': return Kind::MaterializedView;
    default: return Kind::Table;
    }
}

Kind typeKind(QChar letter)
{
    switch (letter.unicode()) {
    case u'e': return Kind::Enum;
    case u'd': return Kind::Domain;
    case u'c': return Kind::CompositeType;
    case u'r': return Kind::RangeType;
    default: return Kind::BaseType;
    }
}

Kind procKind(QChar letter)
{
    switch (letter.unicode()) {
    case u'p': return Kind::Procedure;
    case u'a': return Kind::Aggregate;
    default: return Kind::Function;
    }
}

std::optional<Kind> privilegeKind(SystemCatalog catalog, QChar letter)
{
    switch (catalog) {
    case SystemCatalog::Class: return relationKind(letter);
    case SystemCatalog::Proc: return procKind(letter);
    case SystemCatalog::Type: return typeKind(letter);
    case SystemCatalog::Language: return Kind::Language;
    case SystemCatalog::ForeignDataWrapper: return Kind::ForeignDataWrapper;
    case SystemCatalog::Namespace: return Kind::Schema;
    default: return std::nullopt;
    }
}

} // namespace

void absorbPrivilegeTargets(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1),
                               int(rows.integer(i, 2)) };
        const auto kind = privilegeKind(address.catalog, letter(rows, i, 3));
        if (!kind || rows.isNull(i, 5))
            continue;
        ObjectId id = routineId(*kind, rows.text(i, 4), rows.text(i, 5), rows.text(i, 6));
        if (!rows.isNull(i, 7)) {
            id.kind = Kind::Column;
            id.sub = rows.text(i, 7);
        }
        builder.addTarget(address, id);
    }
}

void absorbGrants(const Rows &rows, CatalogBuilder &builder)
{
    int i = 0;
    while (i < rows.count()) {
        const GrantRow first{ rows, i };
        const Address address = first.address();
        const QString grantee = first.grantee();
        const std::optional<ObjectId> target = builder.target(address);
        PrivilegeSides sides;
        for (GrantRow row = first;
             row.i < rows.count() && row.address() == address && row.grantee() == grantee; row.i = ++i) {
            if (!row.isByAnother())
                sides.add(rows.text(i, 3), rows.text(i, 5), rows.boolean(i, 6));
            else if (target)
                builder.addUnmodelled(QStringLiteral("privilege granted by another role than the owner"),
                                      row.chainText(*target));
        }
        const GrantAttributes grant = sides.difference();
        if (target && !isEmpty(grant))
            builder.addEdge(builder.add({ grantId(*target, grantee), grant,
                                          first.isOwner() ? first.owner() : QString() }),
                            builder.resolve(address));
    }
}

void absorbDefaultPrivileges(const Rows &rows, CatalogBuilder &builder)
{
    QMap<QStringList, PrivilegeSides> byGrantee;
    for (int i = 0; i < rows.count(); ++i)
        byGrantee[{ rows.text(i, 0), rows.text(i, 1), rows.text(i, 2),
                    rows.boolean(i, 7) ? ownerGrantee() : rows.text(i, 4) }]
            .add(rows.text(i, 3), rows.text(i, 5), rows.boolean(i, 6));
    for (auto it = byGrantee.cbegin(); it != byGrantee.cend(); ++it) {
        const GrantAttributes grant = it.value().difference();
        if (isEmpty(grant))
            continue;
        ObjectId id = subId(Kind::DefaultPrivilege, it.key()[0], it.key()[1], it.key()[2]);
        id.grantee = it.key()[3];
        builder.add({ id, grant, it.key()[1] });
    }
}

} // namespace lockstep::sources
