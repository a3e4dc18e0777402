#include "viewbridge.h"

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::plan {

namespace {

/// "SELECT a,\n    b\n   FROM t": the form in which PostgreSQL prints a view.
struct SelectText
{
    QStringList items; ///< One a column.
    QString rows; ///< From FROM on: which rows there are.
};

std::optional<SelectText> selectText(const schema::ViewAttributes &view)
{
    const QLatin1String select("SELECT ");
    const QLatin1String from("\n   FROM ");
    static const QRegularExpression several(QStringLiteral("\\n(UNION|INTERSECT|EXCEPT)\\b"));
    const QString query = view.query.trimmed();
    const qsizetype end = query.indexOf(from);
    if (!query.startsWith(select) || query.startsWith(QLatin1String("SELECT DISTINCT")) || end < 0
        || query.contains(several))
        return std::nullopt;
    SelectText text;
    // What belongs to one column is indented further.
    static const QRegularExpression between(QStringLiteral(",\\n    (?! )"));
    text.items = query.mid(select.size(), end - select.size()).split(between);
    text.rows = query.mid(end);
    return text.items.size() == view.columns.size() ? std::optional(text) : std::nullopt;
}

} // namespace

std::optional<schema::Fact> viewBridge(const schema::Fact &before, const schema::Fact &after)
{
    const auto &old = *before.as<schema::ViewAttributes>();
    const auto &fresh = *after.as<schema::ViewAttributes>();
    const auto oldText = selectText(old);
    const auto freshText = selectText(fresh);
    if (!oldText || !freshText || oldText->rows != freshText->rows)
        return std::nullopt;
    schema::Fact bridge = before;
    auto &shown = std::get<schema::ViewAttributes>(bridge.attributes);
    QStringList items = oldText->items;
    for (qsizetype i = 0; i < fresh.columns.size(); ++i) {
        const schema::CompositeField &column = fresh.columns[i];
        const auto known = std::find_if(old.columns.begin(), old.columns.end(),
                                        [&](const auto &other) { return other.name == column.name; });
        if (known == old.columns.end()) {
            items += freshText->items[i];
            shown.columns.append(column);
            continue;
        }
        const qsizetype at = known - old.columns.begin();
        if (known->type != column.type || oldText->items[at] != freshText->items[i])
            return std::nullopt;
    }
    shown.query = QStringLiteral("SELECT ") + items.join(QStringLiteral(",\n    ")) + oldText->rows;
    return bridge;
}

} // namespace lockstep::plan
