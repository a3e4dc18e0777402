#include "rowcontent.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogqueries.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lockstep::proof {

namespace {

/// Tables are seeded with a handful of rows. A plan that makes thousands of them is seen by the count.
constexpr int maximumRead = 1000;
/// Planning one query over thousands of tables takes longer than many over some.
constexpr int countedAtOnce = 100;

QVector<QPair<QString, QString>> pairs(const QString &json)
{
    QVector<QPair<QString, QString>> result;
    for (const QJsonValue &pair : QJsonDocument::fromJson(json.toUtf8()).array())
        result.append({ pair[0].toString(), pair[1].toString() });
    return result;
}

QString valueText(const ContentColumn &column)
{
    // A virtual one may fail on some row.
    if (column.isGenerated)
        return QStringLiteral("NULL");
    const QString name = schema::quoteIdent(column.name);
    return column.isComposite()
               ? QStringLiteral("pg_catalog.jsonb_strip_nulls(pg_catalog.to_jsonb(%1))").arg(name)
               : name;
}

base::Result<void> readRows(postgres::Session &session, bool isPartitioned, TableContent *table)
{
    QStringList columns;
    for (const ContentColumn &column : table->columns)
        columns.append(valueText(column));
    // A constant keeps the list of a table without columns from being empty.
    columns.append(QStringLiteral("1"));
    const auto rows = session.query(QStringLiteral("SELECT %1 FROM %2%3 LIMIT %4")
                                        .arg(columns.join(QStringLiteral(", ")),
                                             isPartitioned ? QString() : QStringLiteral("ONLY "),
                                             table->sqlName(), QString::number(maximumRead)));
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        QVector<std::optional<QString>> row;
        for (int c = 0; c < table->columns.size(); ++c)
            row.append(rows->isNull(i, c) ? std::nullopt : std::optional(rows->text(i, c)));
        table->rows.append(row);
    }
    return {};
}

base::Result<QHash<QString, int>> countedRows(postgres::Session &session, const QStringList &names)
{
    const auto known = session.query(
        QStringLiteral(
            "SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), "
            "c.relkind = 'p' FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = "
            "c.relnamespace WHERE c.relkind IN ('r', 'p') AND pg_catalog.quote_ident(n.nspname) || '.' || "
            "pg_catalog.quote_ident(c.relname) = ANY ($1::pg_catalog.text[])"),
        { textArray(names) });
    if (!known.has_value())
        return known.error();
    QHash<QString, int> counts;
    QStringList parts;
    for (int i = 0; i < known->count(); ++i) {
        parts.append(QStringLiteral("SELECT %1, pg_catalog.count(*) FROM %2%3")
                         .arg(schema::quoteLiteral(known->text(i, 0)),
                              known->boolean(i, 1) ? QString() : QStringLiteral("ONLY "), known->text(i, 0)));
        if (parts.size() < countedAtOnce && i + 1 < known->count())
            continue;
        const auto rows = session.query(parts.join(QStringLiteral(" UNION ALL ")));
        if (!rows.has_value())
            return rows.error();
        for (int row = 0; row < rows->count(); ++row)
            counts.insert(rows->text(row, 0), int(rows->integer(row, 1)));
        parts.clear();
    }
    return counts;
}

} // namespace

bool ContentColumn::isComposite() const
{
    return std::any_of(parts.begin(), parts.end(),
                       [](const auto &part) { return part.first.contains(QLatin1Char('.')); });
}

bool ContentColumn::isWrittenLike(const ContentColumn &other) const
{
    if (type != other.type)
        return false;
    return std::all_of(parts.begin(), parts.end(), [&other](const auto &part) {
        return std::all_of(other.parts.begin(), other.parts.end(), [&part](const auto &same) {
            return same.first != part.first || same.second == part.second;
        });
    });
}

int TableContent::indexOf(const QString &column) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column)
            return i;
    }
    return -1;
}

QString TableContent::sqlName() const
{
    return schema::qualified(schema, name);
}

QString textArray(const QStringList &texts)
{
    QStringList quoted;
    for (QString text : texts) {
        text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('"'), QLatin1String("\\\""));
        quoted.append(QLatin1Char('"') + text + QLatin1Char('"'));
    }
    return QLatin1Char('{') + quoted.join(QLatin1Char(',')) + QLatin1Char('}');
}

base::Result<Content> readContent(postgres::Session &session, const QStringList &names)
{
    for (const char *setting : { "SET search_path = ''", "SET DateStyle = 'ISO, MDY'", "SET TimeZone = 'UTC'",
                                 "SET extra_float_digits = 3", "SET jit = off" }) {
        const auto done = session.execute(QLatin1String(setting));
        if (!done.has_value())
            return done.error();
    }
    const auto columns = session.query(
        sources::catalogQuery(QStringLiteral("rowcontent"), session.server().version), { textArray(names) });
    if (!columns.has_value())
        return columns.error();
    Content content;
    QMap<QString, bool> isPartitioned;
    for (int i = 0; i < columns->count(); ++i) {
        const QString key = schema::qualified(columns->text(i, 0), columns->text(i, 1));
        TableContent &table = content[key];
        table.schema = columns->text(i, 0);
        table.name = columns->text(i, 1);
        table.ancestors = pairs(columns->text(i, 6));
        isPartitioned[key] = columns->text(i, 2) == QLatin1String("p");
        if (!columns->isNull(i, 3))
            table.columns.append({ columns->text(i, 3), columns->text(i, 4), columns->boolean(i, 5),
                                   pairs(columns->text(i, 7)) });
    }
    if (const auto path = searchEverySchema(session); !path.has_value())
        return path.error();
    for (auto it = content.begin(); it != content.end(); ++it) {
        const auto read = readRows(session, isPartitioned[it.key()], &it.value());
        if (!read.has_value())
            return read.error();
    }
    return content;
}

base::Result<QString> searchEverySchema(postgres::Session &session)
{
    const auto row = session.query(QStringLiteral(
        "SELECT pg_catalog.current_setting('search_path'), pg_catalog.set_config('search_path', "
        "pg_catalog.string_agg(pg_catalog.quote_ident(nspname), ', ' ORDER BY nspname <> 'public', nspname), "
        "false) FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"));
    if (!row.has_value())
        return row.error();
    return row->text(0, 0);
}

base::Result<QHash<QString, int>> countRows(postgres::Session &session, const QStringList &names)
{
    const auto path = searchEverySchema(session);
    if (!path.has_value())
        return path.error();
    auto counts = countedRows(session, names);
    const auto restored =
        session.execute(QStringLiteral("SELECT pg_catalog.set_config('search_path', $1, false)"), { *path });
    return !counts.has_value() || restored.has_value() ? std::move(counts) : restored.error();
}

} // namespace lockstep::proof
