#include "objectnames.h"

#include "catalogqueries.h"

#include <algorithm>

namespace lockstep::sources {

namespace {

/// The name of its own, which is the last part of it.
QString ownNameOf(const schema::ObjectId &id)
{
    return id.sub.isEmpty() ? id.name : id.sub;
}

schema::ObjectId namedId(const postgres::Rows &rows, int row, schema::Kind kind)
{
    schema::ObjectId id;
    id.kind = kind;
    id.schema = rows.text(row, 3);
    id.name = rows.text(row, 4);
    id.sub = rows.text(row, 5);
    id.signature = rows.text(row, 6);
    return id;
}

} // namespace

base::Result<ObjectNames> readObjectNames(postgres::Session &session, std::stop_token stop)
{
    const auto rows = runCatalogQuery(session, QStringLiteral("objectnames"), stop);
    if (!rows.has_value())
        return rows.error();
    ObjectNames names;
    names.byKey.reserve(rows->count());
    for (int row = 0; row < rows->count(); ++row) {
        schema::Kind kind{};
        if (!schema::parseKind(rows->text(row, 0), &kind))
            return base::internalError(QStringLiteral("No kind is called %1.").arg(rows->text(row, 0)));
        names.byKey.insert(rows->text(row, 1), { namedId(*rows, row, kind), rows->text(row, 2) });
    }
    return names;
}

QVector<RenamedObject> renamedBetween(const ObjectNames &before, const ObjectNames &after)
{
    QVector<RenamedObject> renamed;
    for (auto it = before.byKey.cbegin(); it != before.byKey.cend(); ++it) {
        const auto now = after.byKey.constFind(it.key());
        if (now == after.byKey.cend() || now->id.kind != it->id.kind)
            continue;
        if (ownNameOf(now->id) != ownNameOf(it->id) || now->home != it->home)
            renamed.append({ it->id, now->id });
    }
    std::sort(renamed.begin(), renamed.end(),
              [](const RenamedObject &a, const RenamedObject &b) { return a.first < b.first; });
    return renamed;
}

} // namespace lockstep::sources
