#pragma once

#include "seedschema.h"

namespace lockstep::proof {

/// Values of a type as literals that the server takes, all different.
struct ValuePool
{
    QStringList plain; ///< What everyday rows hold.
    QStringList extreme; ///< Empty, longest, smallest, greatest, not ASCII.
};

/// Makes values for columns of any type; asks the server which of them it takes.
class SeedValues
{
public:
    explicit SeedValues(postgres::Session &session)
        : m_session(session)
    { }

    /// Reads what the types are made of, down to their elements. Needed before pool().
    [[nodiscard]] base::Result<void> readTypes(const QVector<Oid> &types);
    /// `type` with its modifier, "character varying(20)".
    [[nodiscard]] const ValuePool &pool(Oid oid, const QString &type);
    /// Those of the literals that can be cast to the type, in their order.
    [[nodiscard]] QStringList accepted(const QString &type, const QStringList &literals);

private:
    struct Type
    {
        QChar kind; ///< typtype
        QString name; ///< typname
        QString text; ///< format_type()
        Oid base = 0;
        QString baseText;
        Oid element = 0;
        QStringList labels;
        QVector<QPair<Oid, QString>> fields;
        Oid subtype = 0;
        Oid range = 0; ///< Of a multirange.
        QString checks; ///< Of a domain.
    };
    [[nodiscard]] ValuePool literals(Oid oid, const QString &type);
    [[nodiscard]] ValuePool arrays(const Type &type);
    [[nodiscard]] ValuePool composites(const Type &type);
    [[nodiscard]] ValuePool ranges(const Type &type);
    [[nodiscard]] ValuePool multiranges(const Type &type);
    [[nodiscard]] ValuePool domains(const Type &type);
    [[nodiscard]] bool accepts(const QString &type, const QStringList &literals);

    postgres::Session &m_session;
    QHash<Oid, Type> m_types;
    QHash<QString, ValuePool> m_pools;
};

/// Values of a type that PostgreSQL or an extension brings, by its name; `type` has the modifier.
[[nodiscard]] ValuePool builtinValues(const QString &name, const QString &type);

} // namespace lockstep::proof
