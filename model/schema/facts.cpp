#include "facts.h"

#include <tuple>

namespace lockstep::schema {

namespace {

/// All that makes two columns differ: everything but the position and a name that cannot be changed.
auto comparedColumn(const ColumnAttributes &c)
{
    return std::tie(c.type, c.collation, c.notNull, c.notNullName, c.notNullValidated, c.identity,
                    c.identitySequence, c.identitySequenceName, c.generated, c.storage, c.compression,
                    c.statistics, c.options, c.inherited, c.foreignOptions, c.notNullNoInherit, c.notNullOwn);
}

} // namespace

bool operator==(const ColumnAttributes &a, const ColumnAttributes &b)
{
    return comparedColumn(a) == comparedColumn(b);
}

bool operator==(const DefaultAttributes &a, const DefaultAttributes &b)
{
    return a.expression == b.expression && a.isGenerated == b.isGenerated;
}

bool operator==(const MaterializedViewAttributes &a, const MaterializedViewAttributes &b)
{
    return std::tie(a.query, a.options, a.accessMethod, a.tablespace, a.columns)
           == std::tie(b.query, b.options, b.accessMethod, b.tablespace, b.columns);
}

bool isForeignTable(const Fact &fact)
{
    const auto *table = fact.as<TableAttributes>();
    return table && !table->foreignServer.isEmpty();
}

QString displayName(const Fact &fact)
{
    const QString name = displayName(fact.id);
    return isForeignTable(fact) ? QStringLiteral("foreign ") + name : name;
}

bool ownersDiffer(const Fact &before, const Fact &after)
{
    if (!hasOwner(after.id.kind) || before.owner.isEmpty() || after.owner.isEmpty())
        return false;
    const auto *a = before.as<SequenceAttributes>();
    const auto *b = after.as<SequenceAttributes>();
    const bool followsTable = a && b && a->ownedBy && b->ownedBy;
    return before.owner != after.owner && !followsTable;
}

namespace {

/// UTF-8 that was cut off somewhere: without the beginning of a letter at its end.
void dropCutLetter(QByteArray &utf8)
{
    while (!utf8.isEmpty() && !QUtf8StringView(utf8).isValidUtf8())
        utf8.chop(1);
}

} // namespace

QString defaultNotNullName(const QString &table, const QString &column)
{
    const QByteArray suffix = QByteArrayLiteral("_not_null");
    QByteArray first = table.toUtf8();
    QByteArray second = column.toUtf8();
    const qsizetype room = 63 - suffix.size() - 1;
    while (first.size() + second.size() > room)
        (first.size() > second.size() ? first : second).chop(1);
    for (QByteArray *part : { &first, &second })
        dropCutLetter(*part);
    return QString::fromUtf8(first + '_' + second + suffix);
}

QString defaultNotNullName(const QString &domain)
{
    const QByteArray suffix = QByteArrayLiteral("_not_null");
    QByteArray name = domain.toUtf8().left(63 - suffix.size());
    dropCutLetter(name);
    return QString::fromUtf8(name + suffix);
}

} // namespace lockstep::schema
