#include "columnnumbers.h"

#include <model/plan/plain/ddl.h>
#include <model/plan/plain/tableddl.h>

namespace lockstep::plan {

namespace {

using schema::SequenceAttributes;

/// Where the one is, as far as the other's bounds reach.
QString placeOf(const SequenceAttributes &from, const SequenceAttributes &to)
{
    QString value = QStringLiteral("o.last_value");
    if (to.minimum > from.minimum)
        value = QStringLiteral("GREATEST(%1, %2)").arg(value, QString::number(to.minimum));
    if (to.maximum < from.maximum)
        value = QStringLiteral("LEAST(%1, %2)").arg(value, QString::number(to.maximum));
    return value;
}

/// The sequence of an identity cannot go over to another column, so the other one gets a sequence of the
/// same name that goes on where this one is.
QStringList moveIdentity(const Action &action, const schema::Fact &from, schema::Fact to,
                         const QStringList &said)
{
    const auto &before = *from.as<schema::ColumnAttributes>();
    const auto &after = *to.as<schema::ColumnAttributes>();
    const QString &schemaName = action.relation.schema;
    const QString name = schema::qualified(schemaName, before.identitySequenceName);
    const QString leaving =
        ownName(schema::objectId(schema::Kind::Sequence, schemaName, before.identitySequenceName),
                QStringLiteral("old"));
    schema::Fact plain = to;
    std::get<schema::ColumnAttributes>(plain.attributes).identity = schema::Identity::None;
    QStringList statements{ QStringLiteral("ALTER SEQUENCE %1 RENAME TO %2").arg(name, leaving) };
    statements += ddl::identityChange(plain, to);
    statements +=
        QStringLiteral("SELECT pg_catalog.setval(%1, %2, o.is_called) FROM %3 AS o")
            .arg(schema::quoteLiteral(name), placeOf(*before.identitySequence, *after.identitySequence),
                 schema::qualified(schemaName, leaving));
    statements +=
        alterTable(relationSql(action),
                   QStringLiteral("ALTER COLUMN %1 DROP IDENTITY").arg(schema::quoteIdent(from.id.sub)));
    return statements + said;
}

} // namespace

QStringList moveNumbers(const Action &action, const CopiedColumn &column, bool isBack)
{
    schema::Fact from = isBack ? column.after : column.before;
    schema::Fact to = isBack ? column.before : column.after;
    (isBack ? to : from).id.sub = column.aside;
    QStringList statements;
    if (column.staysIdentity())
        statements += moveIdentity(action, from, to, column.saidOfNumbers);
    for (schema::Fact sequence : column.sequences) {
        auto &owner = std::get<SequenceAttributes>(sequence.attributes).ownedBy;
        owner = to.id;
        statements += ddl::ownSequence(sequence);
    }
    return statements;
}

} // namespace lockstep::plan
