#include "seedschema.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogqueries.h>

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::proof {

namespace {

QVector<int> numbers(const QString &text)
{
    QVector<int> result;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        result.append(part.toInt());
    return result;
}

/// The bounds name their columns only in their text.
QVector<int> columnsIn(const QString &expression, const QVector<SeedColumn> &columns)
{
    QVector<int> found;
    for (const SeedColumn &column : columns) {
        const QRegularExpression word(QStringLiteral("(?<![\\w\"])%1(?![\\w\"])")
                                          .arg(QRegularExpression::escape(schema::quoteIdent(column.name))));
        if (expression.contains(word))
            found.append(column.number);
    }
    return found;
}

/// True for whatever value, but the server has to find it first.
QString isCalculable(const QString &expression)
{
    return QStringLiteral("(%1) IS NULL OR (%1) IS NOT NULL").arg(expression);
}

} // namespace

QString SeedTable::sqlName() const
{
    return schema::qualified(schema, name);
}

const SeedColumn *SeedTable::column(int number) const
{
    const auto it = std::find_if(columns.begin(), columns.end(),
                                 [number](const SeedColumn &c) { return c.number == number; });
    return it == columns.end() ? nullptr : &*it;
}

QString oidArray(const QVector<Oid> &oids)
{
    QStringList texts;
    for (const Oid oid : oids)
        texts.append(QString::number(oid));
    return QLatin1Char('{') + texts.join(QLatin1Char(',')) + QLatin1Char('}');
}

const SeedTable *SeedSchema::find(Oid oid) const
{
    const auto it = m_index.constFind(oid);
    return it == m_index.constEnd() ? nullptr : &m_tables[*it];
}

SeedTable *SeedSchema::writable(Oid oid)
{
    const auto it = m_index.constFind(oid);
    return it == m_index.constEnd() ? nullptr : &m_tables[*it];
}

base::Result<SeedSchema> SeedSchema::read(postgres::Session &session, const std::stop_token &stop)
{
    const auto tables = sources::runCatalogQuery(session, QStringLiteral("seedtables"), stop);
    if (!tables.has_value())
        return tables.error();
    SeedSchema schema;
    for (int i = 0; i < tables->count(); ++i) {
        SeedTable table;
        table.oid = Oid(tables->integer(i, 0));
        table.schema = tables->text(i, 1);
        table.name = tables->text(i, 2);
        table.kind = tables->text(i, 3).at(0);
        table.partitionBound = tables->text(i, 4);
        table.partitionOf = Oid(tables->integer(i, 5));
        schema.m_index.insert(table.oid, int(schema.m_tables.size()));
        schema.m_tables.append(table);
    }
    const auto keys = sources::runCatalogQuery(session, QStringLiteral("seedforeignkeys"), stop);
    if (!keys.has_value())
        return keys.error();
    for (int i = 0; i < keys->count(); ++i) {
        const SeedForeignKey key{ keys->text(i, 2),          Oid(keys->integer(i, 0)),
                                  Oid(keys->integer(i, 1)),  numbers(keys->text(i, 3)),
                                  numbers(keys->text(i, 4)), keys->boolean(i, 5) };
        schema.m_foreignKeys.append(key);
        if (SeedTable *table = schema.writable(key.table))
            table->foreignKeys.append(key);
    }
    return schema;
}

base::Result<void> SeedSchema::readDetails(postgres::Session &session, const QVector<Oid> &tables)
{
    const int version = session.server().version;
    const auto columns =
        session.query(sources::catalogQuery(QStringLiteral("seedcolumns"), version), { oidArray(tables) });
    if (!columns.has_value())
        return columns.error();
    for (int i = 0; i < columns->count(); ++i) {
        if (SeedTable *table = writable(Oid(columns->integer(i, 0))))
            table->columns.append({ int(columns->integer(i, 1)), columns->text(i, 2), columns->text(i, 3),
                                    Oid(columns->integer(i, 4)), columns->boolean(i, 5),
                                    columns->boolean(i, 6) });
    }
    const auto checks =
        session.query(sources::catalogQuery(QStringLiteral("seedchecks"), version), { oidArray(tables) });
    if (!checks.has_value())
        return checks.error();
    for (int i = 0; i < checks->count(); ++i) {
        if (SeedTable *table = writable(Oid(checks->integer(i, 0))))
            table->checks.append({ QStringLiteral("check ") + checks->text(i, 1), checks->text(i, 2),
                                   numbers(checks->text(i, 3)) });
    }
    const auto generated =
        session.query(sources::catalogQuery(QStringLiteral("seedgenerated"), version), { oidArray(tables) });
    if (!generated.has_value())
        return generated.error();
    for (int i = 0; i < generated->count(); ++i) {
        SeedTable *table = writable(Oid(generated->integer(i, 0)));
        if (table)
            table->checks.append({ QStringLiteral("generated column ") + generated->text(i, 1),
                                   isCalculable(generated->text(i, 2)),
                                   columnsIn(generated->text(i, 2), table->columns) });
    }
    for (const Oid oid : tables) {
        SeedTable *table = writable(oid);
        if (table && !table->partitionBound.isEmpty())
            table->checks.append({ QStringLiteral("the bounds of the partition"), table->partitionBound,
                                   columnsIn(table->partitionBound, table->columns) });
    }
    return {};
}

} // namespace lockstep::proof
