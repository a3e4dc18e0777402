#include "columnfix.h"

#include "../typechange.h"

#include <model/schema/objectid.h>

namespace lockstep::analysis::lint {

namespace {

/// A part of a column's definition behind its type.
struct Part
{
    int from = 0; ///< Token, a CONSTRAINT name before it included.
    int body = 0; ///< Without that name.
    int to = 0;
};

bool startsPart(const sql::TokenText &text, int index)
{
    return text.isAnyOf(index, { "constraint", "null", "default", "check", "unique", "primary", "references",
                                 "generated" })
           || (text.is(index, "not") && text.is(index + 1, "null"));
}

QVector<Part> partsOf(const sql::TokenText &text, int from, int to)
{
    QVector<Part> parts;
    for (int i = from; i < to; ++i) {
        if (text.is(i, "(") || text.is(i, "[")) {
            i = text.closing(i);
            continue;
        }
        if (!startsPart(text, i))
            continue;
        if (!parts.isEmpty())
            parts.last().to = i;
        const int body = text.is(i, "constraint") ? i + 2 : i;
        parts.append({ i, body, to });
        // "NOT NULL", "GENERATED … AS", "REFERENCES … ON DELETE SET NULL | SET DEFAULT" hold such words
        // themselves.
        i = text.is(body, "not") ? body + 1 : body;
        if (text.is(body, "references")) {
            while (i + 1 < to && !(startsPart(text, i + 1) && !text.is(i, "set")))
                ++i;
        }
    }
    return parts;
}

/// The rest of the fill is a person's loop: one statement cannot commit between batches.
QString fillStatement(const QString &table, const QString &column)
{
    return QStringLiteral(
               "-- Again until it changes no row, with a COMMIT each time:\n"
               "UPDATE %1 SET %2 = DEFAULT WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1 WHERE %2 IS NULL "
               "LIMIT 5000))")
        .arg(table, column);
}

/// Puts one column definition apart.
class ColumnFixer
{
public:
    ColumnFixer(const sql::AddColumn &add, const sql::TokenText &text, const ColumnFixInput &input)
        : m_add(add)
        , m_text(text)
        , m_input(input)
        , m_column(schema::quoteIdent(add.column.name))
    { }
    QStringList run(QPair<int, int> range);

private:
    void take(const Part &part);
    [[nodiscard]] QString alter(const QString &command) const
    {
        return QStringLiteral("ALTER TABLE %1 %2").arg(m_input.table, command);
    }
    [[nodiscard]] bool hasVolatileDefault() const;

    const sql::AddColumn &m_add;
    const sql::TokenText &m_text;
    const ColumnFixInput &m_input;
    const QString m_column;
    qsizetype m_constraint = 0; ///< The next of the column's constraints.
    QString m_kept; ///< What stays in the column's definition.
    QStringList m_later;
};

bool ColumnFixer::hasVolatileDefault() const
{
    return m_add.column.hasDefault() && isVolatile(m_add.column.defaultExpression, m_input.input.state);
}

void ColumnFixer::take(const Part &part)
{
    const QString body = m_text.text(part.body, part.to);
    const bool isConstraint = m_text.isAnyOf(part.body, { "check", "unique", "primary", "references" });
    if (isConstraint && m_constraint < m_add.column.constraints.size()) {
        sql::ConstraintClause clause = m_add.column.constraints.at(m_constraint++);
        if (clause.columns.isEmpty())
            clause.columns = { m_add.column.name };
        QString whole = body;
        if (clause.kind == sql::ConstraintKind::ForeignKey)
            whole = QStringLiteral("FOREIGN KEY (%1) %2").arg(m_column, body);
        else if (clause.kind == sql::ConstraintKind::Unique)
            whole = QStringLiteral("UNIQUE (%1)%2").arg(m_column, body.mid(int(qstrlen("unique"))));
        const QStringList fix = clause.kind == sql::ConstraintKind::PrimaryKey
                                    ? QStringList()
                                    : m_input.constraints.add(clause, whole);
        if (!fix.isEmpty()) {
            m_later.append(fix);
            return;
        }
    }
    m_kept += QLatin1Char(' ') + m_text.text(part.from, part.to);
}

QStringList ColumnFixer::run(QPair<int, int> range)
{
    int name = range.first + (m_text.is(range.first + 1, "column") ? 2 : 1);
    if (m_text.is(name, "if"))
        name += 3;
    const QVector<Part> parts = partsOf(m_text, name + 2, range.second);
    const int type = parts.isEmpty() ? range.second : parts.first().from;
    const bool fills = hasVolatileDefault();
    QStringList fill;
    bool notNull = false;
    for (const Part &part : parts) {
        if (fills && m_text.is(part.body, "default")) {
            fill = {
                alter(
                    QStringLiteral("ALTER COLUMN %1 SET %2").arg(m_column, m_text.text(part.body, part.to))),
                fillStatement(m_input.table, m_column)
            };
        } else if (fills && m_text.is(part.body, "not")) {
            notNull = true;
        } else {
            take(part);
        }
    }
    if (fill.isEmpty() && m_later.isEmpty())
        return {};
    QStringList result = { alter(m_text.text(range.first, type) + m_kept) };
    result.append(fill);
    if (notNull)
        result.append(m_input.constraints.notNull(m_add.column.name));
    return result + m_later;
}

} // namespace

QStringList addColumnFix(const sql::AddColumn &add, const sql::TokenText &text, QPair<int, int> range,
                         const ColumnFixInput &input)
{
    const sql::ColumnClause &column = add.column;
    if (column.type.isSerial || column.generated != sql::GeneratedKind::None)
        return {};
    return ColumnFixer(add, text, input).run(range);
}

} // namespace lockstep::analysis::lint
