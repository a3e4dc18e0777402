#include "altertablefix.h"

#include <model/schema/objectid.h>

namespace lockstep::analysis::lint {

namespace {

constexpr int versionOfNotValidNotNull = 180000;
constexpr int versionOfNotValidKeysOfPartitions = 180000;
/// NAMEDATALEN - 1: what is longer PostgreSQL cuts itself, and says so.
constexpr int longestName = 63;

QString shortened(const QString &stem, const QString &suffix)
{
    QString name = stem;
    while ((name + suffix).toUtf8().size() > longestName)
        name.chop(1);
    return name + suffix;
}

/// PostgreSQL names the columns of INCLUDE in the name that it chooses.
sql::ConstraintClause withIncluded(sql::ConstraintClause clause, const sql::TokenText &text, int close)
{
    if (!text.is(close + 1, "include"))
        return clause;
    const int end = text.closing(close + 2);
    for (const auto &[from, to] : text.split(close + 3, end)) {
        if (to - from == 1)
            clause.columns.append(text.name(from));
    }
    return clause;
}

} // namespace

QString ConstraintFixes::alter(const QString &command) const
{
    return QStringLiteral("ALTER TABLE %1 %2").arg(m_written, command);
}

bool ConstraintFixes::isPartitioned() const
{
    const RelationState *table = m_input.state.find(m_table);
    return table && table->isPartitioned;
}

/// The name that PostgreSQL would choose, or the next free one.
QString ConstraintFixes::nameOf(const sql::ConstraintClause &clause) const
{
    if (!clause.name.isEmpty())
        return clause.name;
    const QStringList columns = clause.columns.isEmpty() ? clause.expression.columns : clause.columns;
    const bool namesColumns = clause.kind != sql::ConstraintKind::PrimaryKey
                              && (clause.kind != sql::ConstraintKind::Check || columns.size() == 1);
    const QString stem =
        namesColumns ? m_table.second + QLatin1Char('_') + columns.join(QLatin1Char('_')) : m_table.second;
    const QString suffix = clause.kind == sql::ConstraintKind::PrimaryKey   ? QStringLiteral("_pkey")
                           : clause.kind == sql::ConstraintKind::ForeignKey ? QStringLiteral("_fkey")
                           : clause.kind == sql::ConstraintKind::Unique     ? QStringLiteral("_key")
                                                                            : QStringLiteral("_check");
    QString name = shortened(stem, suffix);
    for (int number = 1; m_input.state.constraint(m_table, name); ++number)
        name = shortened(stem, suffix + QString::number(number));
    return name;
}

QStringList ConstraintFixes::notNull(const QString &column) const
{
    const ColumnState *known = m_input.state.column(m_table, column);
    if ((known && known->notNull) || m_input.state.provesNotNull(m_table, column)
        || m_input.state.isNew(m_table))
        return {};
    const QString quoted = schema::quoteIdent(column);
    const QString stem = m_table.second + QLatin1Char('_') + column;
    if (m_input.serverVersion >= versionOfNotValidNotNull && !isPartitioned()) {
        const QString name = schema::quoteIdent(shortened(stem, QStringLiteral("_not_null")));
        return { alter(QStringLiteral("ADD CONSTRAINT %1 NOT NULL %2 NOT VALID").arg(name, quoted)),
                 alter(QStringLiteral("VALIDATE CONSTRAINT %1").arg(name)) };
    }
    const QString name = schema::quoteIdent(shortened(stem, QStringLiteral("_is_not_null")));
    return { alter(QStringLiteral("ADD CONSTRAINT %1 CHECK (%2 IS NOT NULL) NOT VALID").arg(name, quoted)),
             alter(QStringLiteral("VALIDATE CONSTRAINT %1").arg(name)),
             alter(QStringLiteral("ALTER COLUMN %1 SET NOT NULL").arg(quoted)),
             alter(QStringLiteral("DROP CONSTRAINT %1").arg(name)) };
}

QStringList ConstraintFixes::add(const sql::ConstraintClause &clause, const QString &body) const
{
    if (m_input.state.isNew(m_table) || clause.notValid || !clause.usingIndex.isEmpty())
        return {};
    switch (clause.kind) {
    case sql::ConstraintKind::Check:
    case sql::ConstraintKind::ForeignKey: return validated(clause, body);
    case sql::ConstraintKind::Unique:
    case sql::ConstraintKind::PrimaryKey: return unique(clause, body);
    case sql::ConstraintKind::NotNull: return notNull(clause.columns.value(0));
    case sql::ConstraintKind::Exclude:
    case sql::ConstraintKind::Other: break;
    }
    return {};
}

QStringList ConstraintFixes::validated(const sql::ConstraintClause &clause, const QString &body) const
{
    if (clause.kind == sql::ConstraintKind::ForeignKey && isPartitioned()
        && m_input.serverVersion < versionOfNotValidKeysOfPartitions)
        return {};
    const QString name = schema::quoteIdent(nameOf(clause));
    return { alter(QStringLiteral("ADD CONSTRAINT %1 %2 NOT VALID").arg(name, body)),
             alter(QStringLiteral("VALIDATE CONSTRAINT %1").arg(name)) };
}

QStringList ConstraintFixes::unique(const sql::ConstraintClause &clause, const QString &body) const
{
    if (isPartitioned())
        return {};
    const sql::TokenText text(body);
    const int open = text.find("(");
    const int close = open < 0 ? -1 : text.closing(open);
    if (open < 0 || text.find("using", close) >= 0 || text.find("with", close) >= 0)
        return {};
    // What belongs to the index stands before what belongs to the constraint.
    int attributes = close + 1;
    while (attributes < text.size() && !text.isAnyOf(attributes, { "deferrable", "not", "initially" }))
        attributes = text.is(attributes, "(") ? text.closing(attributes) + 1 : attributes + 1;
    const bool isKey = clause.kind == sql::ConstraintKind::PrimaryKey;
    const QString nulls =
        text.find("nulls", 0, open) >= 0 ? QStringLiteral(" ") + text.text(1, open) : QString();
    const QString name = schema::quoteIdent(nameOf(withIncluded(clause, text, close)));
    QStringList result = { QStringLiteral("CREATE UNIQUE INDEX CONCURRENTLY %1 ON %2 %3%4")
                               .arg(name, m_written, text.text(open, attributes), nulls) };
    if (isKey) {
        for (const QString &column : clause.columns)
            result.append(notNull(column));
    }
    const QString tail =
        attributes < text.size() ? QLatin1Char(' ') + text.text(attributes, text.size()) : QString();
    result.append(
        alter(QStringLiteral("ADD CONSTRAINT %1 %2 USING INDEX %1%3")
                  .arg(name, isKey ? QStringLiteral("PRIMARY KEY") : QStringLiteral("UNIQUE"), tail)));
    return result;
}

} // namespace lockstep::analysis::lint
