#include "viewcolumns.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using Columns = QVector<schema::CompositeField>;

Columns columnsOfView(const schema::ObjectId &view, const schema::Catalog &catalog)
{
    if (const auto *filled = catalog.attributes<schema::MaterializedViewAttributes>(view))
        return filled->columns;
    const auto *plain = catalog.attributes<schema::ViewAttributes>(view);
    return plain ? plain->columns : Columns();
}

QStringList onlyIn(const Columns &columns, const Columns &others)
{
    QStringList names;
    for (const schema::CompositeField &column : columns) {
        const bool isThere = std::any_of(others.begin(), others.end(), [&](const auto &other) {
            return other.name == column.name && other.type == column.type;
        });
        if (!isThere)
            names += column.name;
    }
    return names;
}

} // namespace

ViewColumns changedViewColumns(const schema::ObjectId &view, const schema::Catalog &current,
                               const schema::Catalog &target)
{
    const Columns before = columnsOfView(view, current);
    const Columns after = columnsOfView(view, target);
    return { onlyIn(before, after), onlyIn(after, before) };
}

QString lostText(const schema::ObjectId &view, const ViewColumns &columns)
{
    if (columns.lost.isEmpty())
        return {};
    return QStringLiteral("%1 %2 of %3")
        .arg(columns.lost.size() == 1 ? QStringLiteral("column") : QStringLiteral("columns"),
             columns.lost.join(QStringLiteral(", ")), schema::displayName(view));
}

} // namespace lockstep::plan
