#include "ddl.h"

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

QString granteeName(const QString &grantee, const QString &owner)
{
    if (grantee == ownerGrantee())
        return owner.isEmpty() ? QStringLiteral("CURRENT_USER") : quoteIdent(owner);
    return grantee.isEmpty() ? QStringLiteral("PUBLIC") : quoteIdent(grantee);
}

/// GRANT knows aggregates as functions: no star and no ORDER BY among the arguments.
QString aggregateAsFunction(ObjectId aggregate)
{
    aggregate.signature.replace(QLatin1String(" ORDER BY "), QLatin1String(", "));
    if (aggregate.signature.startsWith(QLatin1String("ORDER BY ")))
        aggregate.signature.remove(0, 9);
    if (aggregate.signature == QLatin1String("*"))
        aggregate.signature.clear();
    return sqlName(aggregate);
}

/// What a GRANT calls its object; types of tables and routines have one word each.
QString grantObject(const ObjectId &target)
{
    switch (target.kind) {
    case Kind::Schema: return QStringLiteral("SCHEMA ") + quoteIdent(target.name);
    case Kind::Sequence: return QStringLiteral("SEQUENCE ") + relationName(target);
    case Kind::Enum:
    case Kind::CompositeType:
    case Kind::BaseType:
    case Kind::RangeType: return QStringLiteral("TYPE ") + relationName(target);
    case Kind::Domain: return QStringLiteral("DOMAIN ") + relationName(target);
    case Kind::Function: return QStringLiteral("FUNCTION ") + sqlName(target);
    case Kind::Aggregate: return QStringLiteral("FUNCTION ") + aggregateAsFunction(target);
    case Kind::Procedure: return QStringLiteral("PROCEDURE ") + sqlName(target);
    case Kind::Language: return QStringLiteral("LANGUAGE ") + quoteIdent(target.name);
    case Kind::ForeignDataWrapper: return QStringLiteral("FOREIGN DATA WRAPPER ") + quoteIdent(target.name);
    case Kind::ForeignServer: return QStringLiteral("FOREIGN SERVER ") + quoteIdent(target.name);
    default: return QStringLiteral("TABLE ") + relationName(target);
    }
}

QString defaultObjects(const QString &letter)
{
    switch (letter.isEmpty() ? ' ' : letter.front().toLatin1()) {
    case 'S': return QStringLiteral("SEQUENCES");
    case 'f': return QStringLiteral("FUNCTIONS");
    case 'T': return QStringLiteral("TYPES");
    case 'n': return QStringLiteral("SCHEMAS");
    case 'L': return QStringLiteral("LARGE OBJECTS");
    default: return QStringLiteral("TABLES");
    }
}

/// Writes the statements for one grantee on one object.
class GrantWriter
{
public:
    GrantWriter(const ObjectId &id, const QString &owner)
        : m_grantee(granteeName(id.grantee, id.kind == Kind::DefaultPrivilege ? id.name : owner))
    {
        if (id.kind == Kind::DefaultPrivilege) {
            m_prefix = QStringLiteral("ALTER DEFAULT PRIVILEGES");
            if (!id.name.isEmpty())
                m_prefix += QStringLiteral(" FOR ROLE ") + quoteIdent(id.name);
            if (!id.schema.isEmpty())
                m_prefix += QStringLiteral(" IN SCHEMA ") + quoteIdent(id.schema);
            m_prefix += QLatin1Char(' ');
            m_object = defaultObjects(id.sub);
        } else {
            m_object = grantObject(targetOf(id));
            if (id.on == Kind::Column)
                m_columns = QStringLiteral(" (%1)").arg(quoteIdent(id.sub));
        }
    }
    void grant(const QStringList &privileges, bool withOption)
    {
        if (!privileges.isEmpty())
            m_statements << m_prefix
                                + QStringLiteral("GRANT %1 ON %2 TO %3%4")
                                      .arg(words(privileges), m_object, m_grantee,
                                           withOption ? QStringLiteral(" WITH GRANT OPTION") : QString());
    }
    void revoke(const QStringList &privileges, bool optionOnly)
    {
        if (!privileges.isEmpty())
            m_statements << m_prefix
                                + QStringLiteral("REVOKE %1%2 ON %3 FROM %4")
                                      .arg(optionOnly ? QStringLiteral("GRANT OPTION FOR ") : QString(),
                                           words(privileges), m_object, m_grantee);
    }
    [[nodiscard]] const QStringList &statements() const { return m_statements; }

private:
    [[nodiscard]] QString words(const QStringList &privileges) const
    {
        QStringList all;
        for (const QString &privilege : privileges)
            all << privilege + m_columns;
        return all.join(QStringLiteral(", "));
    }
    QString m_prefix, m_object, m_columns, m_grantee;
    QStringList m_statements;
};

QStringList without(const QStringList &all, const QStringList &taken)
{
    QStringList left;
    for (const QString &text : all) {
        if (!taken.contains(text))
            left << text;
    }
    return left;
}

} // namespace

QStringList grants(const ObjectId &id, const GrantAttributes *before, const GrantAttributes *after,
                   const QString &owner)
{
    static const GrantAttributes none;
    const GrantAttributes &a = before ? *before : none;
    const GrantAttributes &b = after ? *after : none;
    const QStringList newOptions = without(b.grantable, a.grantable);
    GrantWriter writer(id, owner);
    writer.revoke(without(a.granted, b.granted), false);
    writer.revoke(without(b.revoked, a.revoked), false);
    writer.revoke(without(without(a.grantable, b.grantable), without(a.granted, b.granted)), true);
    writer.grant(without(a.revoked, b.revoked), false);
    writer.grant(without(without(b.granted, a.granted), newOptions), false);
    writer.grant(newOptions, true);
    return writer.statements();
}

QStringList changeOwner(const ObjectId &id, const QString &owner)
{
    if (owner.isEmpty() || !hasOwner(id.kind))
        return {};
    return { QStringLiteral("ALTER %1 OWNER TO %2").arg(objectForm(id, {}), quoteIdent(owner)) };
}

QString objectForm(const ObjectId &id, const Catalog &catalog)
{
    const QString word = keyword(id.kind) + QLatin1Char(' ');
    switch (id.kind) {
    case Kind::Table: {
        const Fact *table = catalog.find(id);
        const bool isForeign = table && isForeignTable(*table);
        return (isForeign ? QStringLiteral("FOREIGN TABLE ") : word) + relationName(id);
    }
    case Kind::Column: return word + relationName(id) + QLatin1Char('.') + quoteIdent(id.sub);
    case Kind::Constraint:
    case Kind::Trigger:
    case Kind::Rule:
    case Kind::Policy: return word + quoteIdent(id.sub) + QStringLiteral(" ON ") + relationName(id);
    case Kind::DomainConstraint:
        return word + quoteIdent(id.sub) + QStringLiteral(" ON DOMAIN ") + relationName(id);
    case Kind::Schema:
    case Kind::Extension:
    case Kind::EventTrigger:
    case Kind::Publication:
    case Kind::Language:
    case Kind::AccessMethod:
    case Kind::ForeignDataWrapper:
    case Kind::ForeignServer:
    case Kind::Subscription: return word + quoteIdent(id.name);
    case Kind::Operator:
    case Kind::OperatorFamily:
    case Kind::OperatorClass:
    case Kind::Cast:
    case Kind::Transform:
    case Kind::UserMapping:
    case Kind::Aggregate:
    case Kind::Function:
    case Kind::Procedure: return word + sqlName(id);
    default: return word + relationName(id);
    }
}

QString comment(const ObjectId &commentId, const QString &text, const Catalog &catalog)
{
    const ObjectId target = targetOf(commentId);
    QString written = text.isEmpty() ? QStringLiteral("NULL") : quoteLiteral(text);
    // What a new database says of it, which the reader takes for no comment.
    if (text.isEmpty() && target == schemaId(QStringLiteral("public")))
        written = QStringLiteral("'standard public schema'");
    return QStringLiteral("COMMENT ON %1 IS %2").arg(objectForm(target, catalog), written);
}

QString securityLabel(const ObjectId &labelId, const QString &text, const Catalog &catalog)
{
    return QStringLiteral("SECURITY LABEL FOR %1 ON %2 IS %3")
        .arg(quoteIdent(labelId.grantee), objectForm(targetOf(labelId), catalog),
             text.isEmpty() ? QStringLiteral("NULL") : quoteLiteral(text));
}

} // namespace lockstep::plan::ddl
