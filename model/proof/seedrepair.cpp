#include "seedrepair.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogqueries.h>

namespace lockstep::proof {

namespace {

constexpr int maximumRounds = 12;

QStringList columnNames(const SeedTable &table, const QVector<int> &columns, const QString &prefix)
{
    QStringList names;
    for (const int number : columns) {
        const SeedColumn *column = table.column(number);
        names.append(prefix + schema::quoteIdent(column ? column->name : QString()));
    }
    return names;
}

/// One foreign key and the statements that cure its orphans, the mildest first.
class KeyRepair
{
public:
    KeyRepair(const SeedTable &child, const SeedTable &parent, const SeedForeignKey &key)
        : m_child(child)
        , m_parent(parent)
        , m_key(key)
        , m_names(columnNames(child, key.columns, {}))
        , m_parentNames(columnNames(parent, key.referencedColumns, {}))
    {
        QStringList parts;
        for (const QString &name : columnNames(child, key.columns, QStringLiteral("orphan.")))
            parts.append(name + QStringLiteral(" IS NOT NULL"));
        QStringList equal;
        for (int i = 0; i < m_names.size(); ++i)
            equal.append(QStringLiteral("orphan.%1 = p.%2").arg(m_names[i], m_parentNames[i]));
        m_where = QStringLiteral("%1 AND NOT EXISTS (SELECT FROM %2 p WHERE %3)")
                      .arg(parts.join(QStringLiteral(" AND ")), parent.sqlName(),
                           equal.join(QStringLiteral(" AND ")));
    }

    [[nodiscard]] QString count() const
    {
        return QStringLiteral("SELECT count(*) FROM %1 orphan WHERE %2").arg(m_child.sqlName(), m_where);
    }
    [[nodiscard]] QStringList cures(OrphanCure cure) const
    {
        QStringList statements;
        if (cure == OrphanCure::Repoint)
            statements.append(
                QStringLiteral(
                    "UPDATE %1 orphan SET (%2) = (SELECT %3 FROM %4 p ORDER BY 1 LIMIT 1) WHERE %5 "
                    "AND EXISTS (SELECT FROM %4)")
                    .arg(m_child.sqlName(), m_names.join(QStringLiteral(", ")),
                         m_parentNames.join(QStringLiteral(", ")), m_parent.sqlName(), m_where));
        if (cure == OrphanCure::Repoint && mayBeNull())
            statements.append(
                QStringLiteral("UPDATE %1 orphan SET %2 = NULL WHERE %3")
                    .arg(m_child.sqlName(), m_names.join(QStringLiteral(" = NULL, ")), m_where));
        statements.append(QStringLiteral("DELETE FROM %1 orphan WHERE %2").arg(m_child.sqlName(), m_where));
        return statements;
    }

private:
    [[nodiscard]] bool mayBeNull() const
    {
        for (const int number : m_key.columns) {
            const SeedColumn *column = m_child.column(number);
            if (!column || column->notNull)
                return false;
        }
        return true;
    }

    const SeedTable &m_child;
    const SeedTable &m_parent;
    const SeedForeignKey &m_key;
    QStringList m_names;
    QStringList m_parentNames;
    QString m_where;
};

base::Result<bool> holds(postgres::Session &session, const KeyRepair &repair)
{
    const auto orphans = session.query(repair.count());
    if (!orphans.has_value())
        return orphans.error();
    return orphans->integer(0, 0) == 0;
}

/// True if nothing had to be done.
base::Result<bool> cureOne(postgres::Session &session, const KeyRepair &repair, OrphanCure cure)
{
    const auto before = holds(session, repair);
    if (!before.has_value() || *before)
        return before;
    for (const QString &statement : repair.cures(cure)) {
        // A cure that breaks another constraint is refused; the next one is tried.
        if (!session.execute(statement).has_value())
            continue;
        const auto after = holds(session, repair);
        if (!after.has_value())
            return after.error();
        if (*after)
            break;
    }
    return false;
}

} // namespace

base::Result<void> repairForeignKeys(postgres::Session &session, const SeedSchema &schema,
                                     const QVector<SeedForeignKey> &keys, OrphanCure cure)
{
    for (int round = 0; round < maximumRounds; ++round) {
        bool allHeld = true;
        for (const SeedForeignKey &key : keys) {
            const SeedTable *child = schema.find(key.table);
            const SeedTable *parent = schema.find(key.referenced);
            if (!child || !parent || child->columns.isEmpty() || parent->columns.isEmpty())
                continue;
            const auto held = cureOne(session, KeyRepair(*child, *parent, key), cure);
            if (!held.has_value())
                return held.error();
            allHeld = allHeld && *held;
        }
        if (allHeld)
            return {};
    }
    return base::internalError(
        QStringLiteral("the foreign keys of the seeded rows could not all be made to hold"));
}

base::Result<void> moveSequencesPast(postgres::Session &session, const SeedSchema &schema,
                                     const QVector<Oid> &tables, QStringList *notes)
{
    const auto sequences =
        session.query(sources::catalogQuery(QStringLiteral("seedsequences"), session.server().version),
                      { oidArray(tables) });
    if (!sequences.has_value())
        return sequences.error();
    for (int i = 0; i < sequences->count(); ++i) {
        const SeedTable *table = schema.find(Oid(sequences->integer(i, 1)));
        if (!table)
            continue;
        const auto moved = session.execute(
            QStringLiteral("SELECT setval(%1, max(%2)::bigint) FROM %3 HAVING max(%2) IS NOT NULL")
                .arg(schema::quoteLiteral(sequences->text(i, 0)), schema::quoteIdent(sequences->text(i, 2)),
                     table->sqlName()));
        if (!moved.has_value())
            notes->append(QStringLiteral("Sequence %1 was not moved past the rows: %2")
                              .arg(sequences->text(i, 0), moved.error().message));
    }
    return {};
}

} // namespace lockstep::proof
