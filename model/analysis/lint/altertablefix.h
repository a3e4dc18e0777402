#pragma once

#include "fixes.h"

#include <model/sql/tokentext.h>

namespace lockstep::analysis::lint {

/// safeWay() of ALTER TABLE: each of its parts that would block becomes statements of its own, the others
/// stay together and in order.
[[nodiscard]] QStringList alterTableFix(const sql::AlterTable &alter, const sql::TokenText &text,
                                        const FixInput &input);

/// Adds constraints, and NOT NULL, to a table that is in use.
class ConstraintFixes
{
public:
    /// `written`: the table as the statement names it.
    ConstraintFixes(const FixInput &input, Key table, QString written)
        : m_input(input)
        , m_table(std::move(table))
        , m_written(std::move(written))
    { }

    /// In the place of SET NOT NULL; empty where that is instant.
    [[nodiscard]] QStringList notNull(const QString &column) const;
    /// In the place of ADD [CONSTRAINT …] `body`; empty where there is nothing better. `body` has no name.
    [[nodiscard]] QStringList add(const sql::ConstraintClause &clause, const QString &body) const;

private:
    [[nodiscard]] QString nameOf(const sql::ConstraintClause &clause) const;
    [[nodiscard]] QString alter(const QString &command) const;
    [[nodiscard]] QStringList validated(const sql::ConstraintClause &clause, const QString &body) const;
    [[nodiscard]] QStringList unique(const sql::ConstraintClause &clause, const QString &body) const;
    [[nodiscard]] bool isPartitioned() const;

    const FixInput &m_input;
    const Key m_table;
    const QString m_written;
};

} // namespace lockstep::analysis::lint
