#include "statementtext.h"

#include <model/base/result.h>

#include <variant>

namespace lockstep::sql {

namespace {

QString text(const RelationName &name)
{
    return (name.only ? QStringLiteral("only ") : QString())
           + (name.schema.isEmpty() ? QString() : name.schema + QLatin1Char('.')) + name.name;
}

QString texts(const QVector<RelationName> &names)
{
    QStringList result;
    for (const RelationName &name : names)
        result.append(text(name));
    return result.join(QLatin1Char(','));
}

QString text(const QualifiedName &name)
{
    QStringList parts{ name.schema, name.name, name.sub };
    parts.removeAll(QString());
    return parts.join(QLatin1Char('.'));
}

QString onOff(bool on, const char *word)
{
    return on ? QLatin1Char(' ') + QLatin1String(word) : QString();
}

QString text(const ConstraintClause &c)
{
    static const char *const kinds[] = { "not-null", "check",   "primary", "unique",
                                         "foreign",  "exclude", "other" };
    return QLatin1String(kinds[int(c.kind)]) + QLatin1Char(' ') + c.name + QLatin1Char('(')
           + c.columns.join(QLatin1Char(',')) + QLatin1Char(')')
           + (c.referenced.name.isEmpty() ? QString() : QStringLiteral(" -> ") + text(c.referenced))
           + (c.usingIndex.isEmpty() ? QString() : QStringLiteral(" using ") + c.usingIndex)
           + (c.expression.isEmpty() ? QString()
                                     : QStringLiteral(" [") + c.expression.text + QLatin1Char(']'))
           + onOff(c.notValid, "not-valid");
}

QString text(const ColumnClause &c)
{
    static const char *const generated[] = { "", " stored", " virtual", " identity" };
    QString result = c.name + QLatin1Char(' ') + c.type.text + onOff(c.type.isSerial, "serial")
                     + onOff(c.notNull, "not-null");
    if (c.hasDefault())
        result += QStringLiteral(" = ") + c.defaultExpression.text;
    result += QLatin1String(generated[int(c.generated)]);
    for (const ConstraintClause &constraint : c.constraints)
        result += QLatin1Char(' ') + text(constraint);
    return result;
}

QString text(const SubcommandDetail &detail)
{
    return std::visit(
        base::Overloaded{
            [](const AddColumn &c) -> QString {
                return QStringLiteral("add ") + text(c.column) + onOff(c.ifNotExists, "if-not-exists");
            },
            [](const DropColumn &c) -> QString { return QStringLiteral("drop ") + c.column; },
            [](const SetNotNull &c) -> QString { return QStringLiteral("not-null ") + c.column; },
            [](const AlterType &c) -> QString {
                return c.column + QStringLiteral(" type ") + c.type.text + QLatin1Char(' ')
                       + c.usingExpression.text + onOff(c.usingExpression.isColumnItself, "trivial")
                       + c.collation;
            },
            [](const AddConstraint &c) -> QString { return QStringLiteral("add ") + text(c.constraint); },
            [](const ValidateConstraint &c) -> QString { return QStringLiteral("validate ") + c.name; },
            [](const SetDefault &c) -> QString {
                return c.column + QStringLiteral(" default ") + c.expression.text;
            },
            [](const DropDefault &c) -> QString { return c.column + QStringLiteral(" no default"); },
            [](const SetExpression &c) -> QString { return c.column + QStringLiteral(" expression"); },
            [](const AttachPartition &c) -> QString {
                return QStringLiteral("attach ") + text(c.partition) + onOff(c.isDefault, "default");
            },
            [](const DetachPartition &c) -> QString {
                return QStringLiteral("detach ") + text(c.partition) + onOff(c.concurrently, "concurrently")
                       + onOff(c.finalize, "finalize");
            },
            [](const SetOptions &c) -> QString {
                return QStringLiteral("options ") + c.names.join(QLatin1Char(','));
            },
            [](const SwitchRowSecurity &c) -> QString {
                return QStringLiteral("row security %1").arg(int(c.to));
            },
            [](const ReplicaIdentity &c) -> QString {
                return QStringLiteral("replica identity %1 ").arg(int(c.rows)) + c.index;
            },
            [](const OtherSubcommand &c) -> QString { return QStringLiteral("other ") + c.tag; },
            [&](const auto &) -> QString { return QStringLiteral("sub %1").arg(detail.index()); } },
        detail);
}

/// What makes or drops something; empty for all else.
QString definition(const Statement &statement)
{
    if (const auto *s = statement.as<CreateIndex>())
        return QStringLiteral("index ") + s->name + QStringLiteral(" on ") + text(s->relation)
               + QLatin1Char('(') + s->columns.join(QLatin1Char(',')) + QLatin1Char(')')
               + onOff(s->concurrently, "concurrently") + onOff(s->unique, "unique")
               + onOff(s->ifNotExists, "if-not-exists") + onOff(s->hasPredicate, "partial")
               + (s->expressionColumns.isEmpty()
                      ? QString()
                      : QStringLiteral(" uses ") + s->expressionColumns.join(QLatin1Char(',')));
    if (const auto *s = statement.as<Drop>()) {
        QStringList names;
        for (const QualifiedName &name : s->names)
            names.append(text(name));
        return QStringLiteral("drop %1 ").arg(int(s->kind)) + names.join(QLatin1Char(','))
               + onOff(s->concurrently, "concurrently") + onOff(s->cascade, "cascade")
               + onOff(s->ifExists, "if-exists");
    }
    if (const auto *s = statement.as<CreateTable>()) {
        QStringList parts;
        for (const ColumnClause &column : s->columns)
            parts.append(text(column));
        for (const ConstraintClause &constraint : s->constraints)
            parts.append(text(constraint));
        return QStringLiteral("table ") + text(s->relation) + QStringLiteral(": ")
               + parts.join(QStringLiteral("; ")) + onOff(s->isUnlogged, "unlogged")
               + onOff(s->isPartitioned, "partitioned")
               + (s->partitionOf.name.isEmpty() ? QString()
                                                : QStringLiteral(" part of ") + text(s->partitionOf))
               + onOff(s->isDefaultPartition, "default")
               + (s->inherits.isEmpty() ? QString() : QStringLiteral(" inherits ") + texts(s->inherits))
               + (s->like.isEmpty() ? QString() : QStringLiteral(" like ") + texts(s->like));
    }
    if (const auto *s = statement.as<CreateView>())
        return QStringLiteral("view ") + text(s->relation) + QStringLiteral(" from ") + texts(s->sources);
    if (const auto *s = statement.as<CreateTableAs>())
        return (s->materialized ? QStringLiteral("matview ") : QStringLiteral("table as "))
               + text(s->relation) + QStringLiteral(" from ") + texts(s->sources)
               + onOff(!s->withData, "no-data");
    return {};
}

} // namespace

QString described(const Statement &statement)
{
    const QString defined = definition(statement);
    if (!defined.isEmpty())
        return defined;
    if (const auto *s = statement.as<Update>())
        return QStringLiteral("update ") + text(s->relation) + QStringLiteral(" from ") + texts(s->sources)
               + onOff(s->hasWhere, "where");
    if (const auto *s = statement.as<Select>())
        return QStringLiteral("select ") + texts(s->relations) + onOff(s->forUpdate, "for-update");
    if (const auto *s = statement.as<Rename>())
        return QStringLiteral("rename %1 ").arg(int(s->kind)) + text(s->relation) + text(s->object)
               + QLatin1Char(' ') + s->from + QStringLiteral(" to ") + s->to;
    if (const auto *s = statement.as<Comment>())
        return QStringLiteral("comment %1 ").arg(int(s->kind)) + text(s->object);
    if (const auto *s = statement.as<AlterDomain>())
        return QStringLiteral("domain %1 %2").arg(text(s->domain)).arg(int(s->action))
               + onOff(s->notValid, "not-valid");
    if (const auto *s = statement.as<AlterEnum>())
        return QStringLiteral("enum ") + text(s->type) + QLatin1Char('+') + s->newLabel + QLatin1Char('-')
               + s->oldLabel;
    if (const auto *s = statement.as<Grant>())
        return QStringLiteral("grant ") + texts(s->relations);
    if (const auto *s = statement.as<AlterSequence>())
        return QStringLiteral("sequence ") + text(s->sequence) + QStringLiteral(" owned ") + text(s->ownedBy);
    if (const auto *s = statement.as<Other>())
        return QStringLiteral("other ") + s->tag;
    const auto *alter = statement.as<AlterTable>();
    if (!alter || alter->commands.empty())
        return QStringLiteral("variant %1").arg(statement.detail.index());
    return QStringLiteral("alter ") + text(alter->relation) + QStringLiteral(": ")
           + text(alter->commands.front().detail);
}

} // namespace lockstep::sql
