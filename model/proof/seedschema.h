#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <stop_token>

/// The current schema as seeding needs it: which tables take rows, what their columns are, and
/// which conditions a row has to meet. Read from the scratch copy itself.
namespace lockstep::proof {

using Oid = quint32;

struct SeedColumn
{
    int number = 0; ///< attnum
    QString name;
    QString type; ///< format_type() with its modifier.
    Oid typeOid = 0;
    bool notNull = false;
    bool isKey = false; ///< In a unique or exclusion index, or fed by a sequence: no extreme values.
};

struct SeedCheck
{
    QString name; ///< As a person reads it: "check t_c", "the bounds of the partition".
    QString expression;
    QVector<int> columns;
};

struct SeedForeignKey
{
    QString name;
    Oid table = 0;
    Oid referenced = 0;
    QVector<int> columns;
    QVector<int> referencedColumns;
    bool matchFull = false;
};

struct SeedTable
{
    Oid oid = 0;
    QString schema;
    QString name;
    QChar kind; ///< relkind: r, p (partitioned) or f (foreign).
    Oid partitionOf = 0;
    QString partitionBound; ///< Its condition as SQL; empty where there is none.
    QVector<SeedColumn> columns;
    QVector<SeedCheck> checks;
    QVector<SeedForeignKey> foreignKeys;

    [[nodiscard]] QString sqlName() const; ///< Quoted as needed.
    [[nodiscard]] const SeedColumn *column(int number) const;
};

class SeedSchema
{
public:
    /// Names, kinds and foreign keys of all tables. The session's search_path must be empty.
    [[nodiscard]] static base::Result<SeedSchema> read(postgres::Session &session,
                                                       const std::stop_token &stop);
    /// Columns and checks of some of them.
    [[nodiscard]] base::Result<void> readDetails(postgres::Session &session, const QVector<Oid> &tables);

    [[nodiscard]] const QVector<SeedTable> &tables() const { return m_tables; }
    [[nodiscard]] const SeedTable *find(Oid oid) const;
    [[nodiscard]] const QVector<SeedForeignKey> &foreignKeys() const { return m_foreignKeys; }

private:
    [[nodiscard]] SeedTable *writable(Oid oid);

    QVector<SeedTable> m_tables;
    QVector<SeedForeignKey> m_foreignKeys;
    QHash<Oid, int> m_index;
};

/// "{1,2}" for a parameter.
[[nodiscard]] QString oidArray(const QVector<Oid> &oids);

} // namespace lockstep::proof
