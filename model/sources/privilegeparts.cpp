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
            if (preset.contains(it.key()) && preset.value(it.key()) == it.value())
                continue;
            grant.granted.append(it.key());
            if (it.value())
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
    return grant.granted.isEmpty() && grant.revoked.isEmpty();
}

} // namespace

void absorbGrants(const Rows &rows, CatalogBuilder &builder)
{
    int i = 0;
    while (i < rows.count()) {
        const Address address{ SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1),
                               int(rows.integer(i, 2)) };
        const QString grantee = rows.text(i, 4);
        PrivilegeSides sides;
        for (; i < rows.count() && rows.integer(i, 1) == address.oid && rows.integer(i, 2) == address.sub
               && rows.integer(i, 0) == qint64(address.catalog) && rows.text(i, 4) == grantee;
             ++i)
            sides.add(rows.text(i, 3), rows.text(i, 5), rows.boolean(i, 6));
        const std::optional<ObjectId> target = builder.target(address);
        const GrantAttributes grant = sides.difference();
        if (target && !isEmpty(grant))
            builder.addEdge(builder.add({ grantId(*target, grantee), grant, {} }), builder.resolve(address));
    }
}

void absorbDefaultPrivileges(const Rows &rows, CatalogBuilder &builder)
{
    QMap<QStringList, PrivilegeSides> byGrantee;
    for (int i = 0; i < rows.count(); ++i)
        byGrantee[{ rows.text(i, 0), rows.text(i, 1), rows.text(i, 2), rows.text(i, 4) }].add(
            rows.text(i, 3), rows.text(i, 5), rows.boolean(i, 6));
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
