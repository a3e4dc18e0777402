#include "catalogparts.h"

namespace lockstep::sources {

using namespace schema;

namespace {

QString storageName(QChar letter)
{
    switch (letter.unicode()) {
    case u'p': return QStringLiteral("PLAIN");
    case u'e': return QStringLiteral("EXTERNAL");
    case u'm': return QStringLiteral("MAIN");
    case u'x': return QStringLiteral("EXTENDED");
    default: return {};
    }
}

QString compressionName(QChar letter)
{
    switch (letter.unicode()) {
    case u'p': return QStringLiteral("pglz");
    case u'l': return QStringLiteral("lz4");
    default: return {};
    }
}

/// PostgreSQL keeps numbers of its own there (pg_attver): no DDL can set them.
QStringList withoutInternalOptions(QStringList options)
{
    options.removeIf([](const QString &option) { return option.startsWith(QLatin1String("pg_")); });
    options.sort();
    return options;
}

ColumnAttributes columnAttributes(const Rows &rows, int i, int position, CatalogBuilder &builder)
{
    ColumnAttributes column;
    column.position = position;
    column.type = builder.shared(rows.bytes(i, 3));
    column.collation = builder.shared(rows.bytes(i, 4));
    column.notNull = rows.boolean(i, 5);
    const QChar identity = letter(rows, i, 6);
    if (!identity.isNull())
        column.identity = identity == QLatin1Char('a') ? Identity::Always : Identity::ByDefault;
    const QChar generated = letter(rows, i, 7);
    if (!generated.isNull())
        column.generated = generated == QLatin1Char('s') ? Generated::Stored : Generated::Virtual;
    column.storage = storageName(letter(rows, i, 8));
    column.compression = compressionName(letter(rows, i, 9));
    if (!rows.isNull(i, 10))
        column.statistics = int(rows.integer(i, 10));
    if (!rows.isNull(i, 11))
        column.options = withoutInternalOptions(textList(rows, i, 11));
    column.inherited = rows.boolean(i, 12);
    column.foreignOptions = foreignOptions(rows, i, 13);
    return column;
}

/// Columns of views and composite types are no facts: they are part of their relation.
void appendField(const Rows &rows, int i, CatalogBuilder &builder, int relation)
{
    const CompositeField field{ builder.shared(rows.bytes(i, 2)), builder.shared(rows.bytes(i, 3)),
                                builder.shared(rows.bytes(i, 4)) };
    Fact &fact = builder.fact(relation);
    if (auto *view = std::get_if<ViewAttributes>(&fact.attributes))
        view->columns.append(field);
    else if (auto *materialized = std::get_if<MaterializedViewAttributes>(&fact.attributes))
        materialized->columns.append(field);
    else if (auto *composite = std::get_if<CompositeAttributes>(&fact.attributes))
        composite->fields.append(field);
    builder.addTarget({ SystemCatalog::Class, rows.integer(i, 0), int(rows.integer(i, 1)) },
                      subId(Kind::Column, fact.id.schema, fact.id.name, field.name));
}

} // namespace

void absorbColumns(const Rows &rows, CatalogBuilder &builder)
{
    qint64 relationOid = -1;
    int relation = -1;
    int position = 0;
    for (int i = 0; i < rows.count(); ++i) {
        const qint64 oid = rows.integer(i, 0);
        if (oid != relationOid) {
            relationOid = oid;
            relation = builder.indexOf({ SystemCatalog::Class, oid });
            position = 0;
        }
        if (relation < 0)
            continue;
        ++position;
        const ObjectId &table = builder.fact(relation).id;
        if (table.kind != Kind::Table) {
            appendField(rows, i, builder, relation);
            continue;
        }
        Fact fact{ subId(Kind::Column, table.schema, table.name, builder.shared(rows.bytes(i, 2))),
                   columnAttributes(rows, i, position, builder), builder.fact(relation).owner };
        const Address address{ SystemCatalog::Class, oid, int(rows.integer(i, 1)) };
        builder.addEdge(builder.add(address, std::move(fact)), relation);
    }
}

void absorbDefaults(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address relation{ SystemCatalog::Class, rows.integer(i, 1) };
        const Address columnAddress{ SystemCatalog::Class, rows.integer(i, 1), int(rows.integer(i, 2)) };
        const std::optional<ObjectId> column = builder.target(columnAddress);
        if (!column || builder.indexOf(relation) < 0)
            continue;
        const int columnFact = builder.resolve(columnAddress);
        const auto *attributes = builder.fact(columnFact).as<ColumnAttributes>();
        DefaultAttributes value;
        value.expression = builder.shared(rows.bytes(i, 3));
        value.isVolatile = rows.boolean(i, 4);
        value.isGenerated = attributes && attributes->generated != Generated::None;
        ObjectId id = *column;
        id.kind = Kind::Default;
        const int index = builder.add({ SystemCatalog::AttrDef, rows.integer(i, 0) },
                                      { id, value, builder.fact(columnFact).owner });
        builder.addEdge(index, columnFact);
    }
}

} // namespace lockstep::sources
