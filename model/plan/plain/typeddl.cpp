#include "ddl.h"
#include "tableddl.h"

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

QString fieldClause(const CompositeField &field)
{
    QString sql = quoteIdent(field.name) + QLatin1Char(' ') + field.type;
    if (!field.collation.isEmpty())
        sql += QStringLiteral(" COLLATE ") + field.collation;
    return sql;
}

QString domainClauses(const DomainAttributes &domain)
{
    QString sql = QStringLiteral(" AS ") + domain.type;
    if (!domain.collation.isEmpty())
        sql += QStringLiteral(" COLLATE ") + domain.collation;
    if (!domain.defaultExpression.isEmpty())
        sql += QStringLiteral(" DEFAULT ") + domain.defaultExpression;
    if (!domain.notNullName.isEmpty())
        sql += QStringLiteral(" CONSTRAINT ") + quoteIdent(domain.notNullName);
    if (domain.notNull)
        sql += QStringLiteral(" NOT NULL");
    return sql;
}

/// From PostgreSQL 17 on it has a name.
QString domainNotNull(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<DomainAttributes>();
    const auto &b = *after.as<DomainAttributes>();
    const auto name = [](const Fact &fact) {
        const QString &given = fact.as<DomainAttributes>()->notNullName;
        return quoteIdent(given.isEmpty() ? defaultNotNullName(fact.id.name) : given);
    };
    if (!b.notNull)
        return QStringLiteral("DROP NOT NULL");
    if (a.notNull)
        return QStringLiteral("RENAME CONSTRAINT %1 TO %2").arg(name(before), name(after));
    return b.notNullName.isEmpty() ? QStringLiteral("SET NOT NULL")
                                   : QStringLiteral("ADD CONSTRAINT %1 NOT NULL").arg(name(after));
}

std::optional<QStringList> alterDomain(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<DomainAttributes>();
    const auto &b = *after.as<DomainAttributes>();
    if (a.type != b.type || a.collation != b.collation)
        return std::nullopt;
    const QString domain = QStringLiteral("ALTER DOMAIN %1 ").arg(relationName(after.id));
    QStringList statements;
    if (a.defaultExpression != b.defaultExpression) {
        statements << domain
                          + (b.defaultExpression.isEmpty()
                                 ? QStringLiteral("DROP DEFAULT")
                                 : QStringLiteral("SET DEFAULT ") + b.defaultExpression);
    }
    if (a.notNull != b.notNull || a.notNullName != b.notNullName)
        statements << domain + domainNotNull(before, after);
    return statements;
}

int fieldIndex(const QVector<CompositeField> &fields, const QString &name)
{
    for (int i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name)
            return i;
    }
    return -1;
}

/// New attributes go to the end and changed ones stay in place: only such changes can be altered.
/// A changed type is left to re-creation, because PostgreSQL refuses it while a column uses it.
std::optional<QStringList> alterComposite(const Fact &before, const Fact &after)
{
    const auto &a = before.as<CompositeAttributes>()->fields;
    const auto &b = after.as<CompositeAttributes>()->fields;
    const QString type = QStringLiteral("ALTER TYPE %1 ").arg(relationName(after.id));
    QStringList statements;
    QVector<CompositeField> reached;
    for (const CompositeField &field : a) {
        const int at = fieldIndex(b, field.name);
        if (at < 0)
            statements << type + QStringLiteral("DROP ATTRIBUTE ") + quoteIdent(field.name);
        else if (b[at] != field)
            return std::nullopt;
        else
            reached.append(field);
    }
    for (const CompositeField &field : b) {
        if (fieldIndex(a, field.name) < 0) {
            statements << type + QStringLiteral("ADD ATTRIBUTE ") + fieldClause(field);
            reached.append(field);
        }
    }
    return reached == b ? std::optional(statements) : std::nullopt;
}

} // namespace

QStringList createType(const Fact &fact)
{
    if (const auto *labels = fact.as<EnumAttributes>()) {
        QStringList quoted;
        for (const QString &label : labels->labels)
            quoted << quoteLiteral(label);
        return { QStringLiteral("CREATE TYPE %1 AS ENUM (%2)")
                     .arg(relationName(fact.id), quoted.join(QStringLiteral(", "))) };
    }
    if (const auto *domain = fact.as<DomainAttributes>())
        return { QStringLiteral("CREATE DOMAIN ") + relationName(fact.id) + domainClauses(*domain) };
    QStringList fields;
    for (const CompositeField &field : fact.as<CompositeAttributes>()->fields)
        fields << fieldClause(field);
    return {
        QStringLiteral("CREATE TYPE %1 AS (%2)").arg(relationName(fact.id), fields.join(QStringLiteral(", ")))
    };
}

std::optional<QStringList> alterType(const Fact &before, const Fact &after)
{
    if (before.as<DomainAttributes>())
        return alterDomain(before, after);
    if (!before.as<CompositeAttributes>())
        return std::nullopt;
    const auto forward = alterComposite(before, after);
    return alterComposite(after, before) ? forward : std::nullopt;
}

std::optional<QVector<NewLabel>> addedLabels(const Fact &before, const Fact &after)
{
    const QStringList &a = before.as<EnumAttributes>()->labels;
    const QStringList &b = after.as<EnumAttributes>()->labels;
    QStringList kept;
    for (const QString &label : b) {
        if (a.contains(label))
            kept << label;
    }
    if (kept != a)
        return std::nullopt;
    QVector<NewLabel> added;
    for (int i = 0; i < b.size(); ++i) {
        if (a.contains(b[i]))
            continue;
        QString sql =
            QStringLiteral("ALTER TYPE %1 ADD VALUE %2").arg(relationName(after.id), quoteLiteral(b[i]));
        // Labels are added from the first to the last, so the one before is always there.
        if (i > 0)
            sql += QStringLiteral(" AFTER ") + quoteLiteral(b[i - 1]);
        else if (!a.isEmpty())
            sql += QStringLiteral(" BEFORE ") + quoteLiteral(a.first());
        added.append({ b[i], sql });
    }
    return added;
}

QStringList createSequence(const Fact &fact)
{
    const auto &sequence = *fact.as<SequenceAttributes>();
    const QString create = sequence.persistence == Persistence::Unlogged
                               ? QStringLiteral("CREATE UNLOGGED SEQUENCE ")
                               : QStringLiteral("CREATE SEQUENCE ");
    return { create + relationName(fact.id) + QStringLiteral(" AS %1 ").arg(sequence.type)
             + sequenceOptions(sequence) };
}

QString ownSequence(const Fact &fact)
{
    const auto &owner = fact.as<SequenceAttributes>()->ownedBy;
    const QString name =
        owner ? relationName(*owner) + QLatin1Char('.') + quoteIdent(owner->sub) : QStringLiteral("NONE");
    return QStringLiteral("ALTER SEQUENCE %1 OWNED BY %2").arg(relationName(fact.id), name);
}

QStringList alterSequence(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<SequenceAttributes>();
    const auto &b = *after.as<SequenceAttributes>();
    const QString alter = QStringLiteral("ALTER SEQUENCE ") + relationName(after.id);
    QStringList statements;
    QString options;
    if (a.type != b.type)
        options += QStringLiteral(" AS ") + b.type;
    SequenceAttributes withoutOwner = b;
    withoutOwner.type = a.type;
    withoutOwner.ownedBy = a.ownedBy;
    withoutOwner.persistence = a.persistence;
    if (withoutOwner != a || a.type != b.type)
        statements += moveIntoBounds(relationName(after.id), a, b)
                      << alter + options + QLatin1Char(' ') + sequenceOptions(b);
    if (a.persistence != b.persistence) {
        statements << alter
                          + (b.persistence == Persistence::Unlogged ? QStringLiteral(" SET UNLOGGED")
                                                                    : QStringLiteral(" SET LOGGED"));
    }
    return statements;
}

} // namespace lockstep::plan::ddl
