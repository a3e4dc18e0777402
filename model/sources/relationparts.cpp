#include "catalogparts.h"

namespace lockstep::sources {

using namespace schema;

namespace {

/// Without the semicolon and PostgreSQL's indentation of the first line.
QString viewQuery(const QString &definition)
{
    QString query = definition.trimmed();
    if (query.endsWith(QLatin1Char(';')))
        query.chop(1);
    return query;
}

ReplicaIdentity replicaIdentity(QChar letter)
{
    switch (letter.unicode()) {
    case u'n': return ReplicaIdentity::Nothing;
    case u'f': return ReplicaIdentity::Full;
    case u'i': return ReplicaIdentity::Index;
    default: return ReplicaIdentity::Default;
    }
}

Persistence persistence(QChar letter)
{
    return letter == QLatin1Char('u') ? Persistence::Unlogged : Persistence::Permanent;
}

TableAttributes tableAttributes(const Rows &rows, int i)
{
    TableAttributes table;
    table.persistence = persistence(letter(rows, i, 5));
    table.options = textList(rows, i, 6);
    for (const QString &option : textList(rows, i, 7))
        table.options.append(QStringLiteral("toast.") + option);
    table.options.sort();
    table.tablespace = rows.text(i, 8);
    table.accessMethod = rows.text(i, 9);
    table.replicaIdentity = replicaIdentity(letter(rows, i, 10));
    table.replicaIdentityIndex = rows.text(i, 11);
    table.rowSecurity = rows.boolean(i, 12);
    table.forceRowSecurity = rows.boolean(i, 13);
    table.partitionKey = rows.text(i, 14);
    table.partitionBound = rows.text(i, 15);
    table.ofType = rows.text(i, 16);
    table.foreignServer = rows.text(i, 19);
    table.foreignOptions = foreignOptions(rows, i, 20);
    return table;
}

MaterializedViewAttributes materializedViewAttributes(const Rows &rows, int i)
{
    MaterializedViewAttributes view;
    view.query = viewQuery(rows.text(i, 17));
    view.populated = rows.boolean(i, 18);
    view.options = textList(rows, i, 6);
    view.options.sort();
    view.tablespace = rows.text(i, 8);
    view.accessMethod = rows.text(i, 9);
    return view;
}

Fact relationFact(const Rows &rows, int i)
{
    const QString schema = rows.text(i, 1);
    const QString name = rows.text(i, 2);
    const QString owner = rows.text(i, 4);
    switch (letter(rows, i, 3).unicode()) {
    case u'v': {
        QStringList options = textList(rows, i, 6);
        options.sort();
        return { objectId(Kind::View, schema, name),
                 ViewAttributes{ viewQuery(rows.text(i, 17)), options, {} }, owner };
    }
    case u'm':
        return { objectId(Kind::MaterializedView, schema, name), materializedViewAttributes(rows, i), owner };
    default: return { objectId(Kind::Table, schema, name), tableAttributes(rows, i), owner };
    }
}

} // namespace

void absorbRelations(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        Fact fact = relationFact(rows, i);
        fact.id.schema = builder.shared(fact.id.schema);
        fact.owner = builder.shared(fact.owner);
        builder.add({ SystemCatalog::Class, rows.integer(i, 0) }, std::move(fact));
    }
}

void absorbInherits(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int child = builder.indexOf({ SystemCatalog::Class, rows.integer(i, 0) });
        const int parent = builder.indexOf({ SystemCatalog::Class, rows.integer(i, 1) });
        if (child < 0 || parent < 0)
            continue;
        auto *table = std::get_if<TableAttributes>(&builder.fact(child).attributes);
        if (!table)
            continue;
        if (table->partitionBound.isEmpty())
            table->inherits.append(builder.fact(parent).id);
        else
            table->partitionOf = builder.fact(parent).id;
        builder.addEdge(child, parent);
    }
}

void absorbSequences(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        SequenceAttributes sequence;
        sequence.type = rows.text(i, 4);
        sequence.start = rows.integer(i, 5);
        sequence.increment = rows.integer(i, 6);
        sequence.minimum = rows.integer(i, 7);
        sequence.maximum = rows.integer(i, 8);
        sequence.cache = rows.integer(i, 9);
        sequence.cycle = rows.boolean(i, 10);
        sequence.persistence = persistence(letter(rows, i, 11));
        const Address address{ SystemCatalog::Class, rows.integer(i, 0) };
        const int column =
            builder.indexOf({ SystemCatalog::Class, rows.integer(i, 13), int(rows.integer(i, 14)) });
        const bool isIdentity = letter(rows, i, 12) == QLatin1Char('i');
        if (isIdentity && column >= 0) {
            auto &attributes = std::get<ColumnAttributes>(builder.fact(column).attributes);
            attributes.identitySequence = sequence;
            attributes.identitySequenceName = rows.text(i, 2);
            builder.addAlias(address, column);
            builder.addTarget(address, objectId(Kind::Sequence, rows.text(i, 1), rows.text(i, 2)));
            continue;
        }
        if (column >= 0)
            sequence.ownedBy = builder.fact(column).id;
        const int index = builder.add(address, { objectId(Kind::Sequence, rows.text(i, 1), rows.text(i, 2)),
                                                 sequence, rows.text(i, 3) });
        builder.addEdge(index, column);
    }
}

} // namespace lockstep::sources
