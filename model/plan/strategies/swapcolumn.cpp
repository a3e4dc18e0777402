#include "columnsync.h"

#include <model/plan/plain/ddl.h>
#include <model/plan/plain/tableddl.h>

namespace lockstep::plan {

namespace {

/// Writes the swap: statements and the way back of each piece, side by side.
class SwapWriter
{
public:
    SwapWriter(const Action &action, const Context &context, const ColumnCopy &copy)
        : m_action(action)
        , m_context(context)
        , m_copy(copy)
        , m_relation(relationSql(action))
        , m_column(schema::quoteIdent(copy.before.id.sub))
    { }

    [[nodiscard]] Draft draft(const QString &title, const QString &why)
    {
        const SyncTrigger forward = forwardSync(m_action, m_copy);
        const SyncTrigger backward = backwardSync(m_action, m_copy);
        pair(forward.drop, forward.create);
        takeConstraints();
        swapColumns();
        swapIndexes();
        giveConstraints();
        pair(m_copy.saidOfParts, {});
        pair(backward.create, backward.drop);
        // Made again, they have to be told again.
        m_back += m_copy.saidOfParts;
        Draft draft = ddlDraft(m_action, Phase::Switch, title, m_sql, m_back, why);
        draft.step.verify = { columnIsThere(m_action, m_copy.before.id.sub, false) };
        return draft;
    }

private:
    /// `back` undoes `sql`, so it comes before what undoes earlier pieces.
    void pair(const QStringList &sql, const QStringList &back)
    {
        m_sql += sql;
        m_back = back + m_back;
    }
    [[nodiscard]] QString alter(const QString &what) const { return alterTable(m_relation, what); }
    [[nodiscard]] QString alterColumn(const QString &what) const
    {
        return alter(QStringLiteral("ALTER COLUMN %1 %2").arg(m_column, what));
    }
    [[nodiscard]] QString dropConstraint(const QString &name) const
    {
        return alter(QStringLiteral("DROP CONSTRAINT ") + schema::quoteIdent(name));
    }
    [[nodiscard]] QString renameConstraint(const QString &from, const QString &to) const
    {
        return alter(QStringLiteral("RENAME CONSTRAINT %1 TO %2")
                         .arg(schema::quoteIdent(from), schema::quoteIdent(to)));
    }

    void takeConstraints()
    {
        for (const Twin &key : m_copy.keys)
            pair({ dropConstraint(key.original.id.sub) }, oldKeyAgain(key));
        for (const Twin &constraint : m_copy.constraints)
            pair({ dropConstraint(constraint.original.id.sub) }, notValidAgain(constraint.original));
        for (const schema::Fact &constraint : m_copy.leaving)
            pair({ dropConstraint(constraint.id.sub) }, notValidAgain(constraint));
    }
    [[nodiscard]] QStringList oldKeyAgain(const Twin &key) const
    {
        if (!m_copy.isUniqueBack)
            return ddl::createConstraint(key.original, m_context.current());
        const auto &attributes = *key.original.as<schema::ConstraintAttributes>();
        return { keyByIndex(m_relation, key.original.id, attributes, wayBackIndex(key))->addConstraint };
    }
    [[nodiscard]] QStringList notValidAgain(schema::Fact constraint) const
    {
        std::get<schema::ConstraintAttributes>(constraint.attributes).validated = false;
        return ddl::createConstraint(constraint, m_context.current());
    }

    void swapColumns()
    {
        const QString rename = QStringLiteral("RENAME COLUMN %1 TO %2");
        const QString aside = schema::quoteIdent(m_copy.aside);
        const QString copy = schema::quoteIdent(m_copy.copy);
        if (!m_copy.defaultBefore.isEmpty())
            pair({ alterColumn(QStringLiteral("DROP DEFAULT")) },
                 { alterColumn(QStringLiteral("SET DEFAULT ") + m_copy.defaultBefore) });
        pair({ alter(rename.arg(m_column, aside)) }, { alter(rename.arg(aside, m_column)) });
        pair({ alter(rename.arg(copy, m_column)) }, { alter(rename.arg(m_column, copy)) });
        if (!m_copy.defaultAfter.isEmpty())
            pair({ alterColumn(QStringLiteral("SET DEFAULT ") + m_copy.defaultAfter) },
                 { alterColumn(QStringLiteral("DROP DEFAULT")) });
        if (m_context.major() < 18 || !m_copy.before.as<schema::ColumnAttributes>()->notNull)
            return;
        const QString name = ddl::notNullName(m_copy.before);
        const auto exchange = [&](const QString &from, const QString &to) {
            pair({ renameConstraint(from, to) }, { renameConstraint(to, from) });
        };
        exchange(name, asideNotNullName(m_copy));
        exchange(copyNotNullName(m_copy), name);
    }

    void swapIndexes()
    {
        const auto rename = [&](const QString &from, const QString &to) {
            return QStringLiteral("ALTER INDEX %1 RENAME TO %2")
                .arg(schema::qualified(m_action.relation.schema, from), schema::quoteIdent(to));
        };
        for (const Twin &index : m_copy.indexes) {
            const QString &name = index.original.id.name;
            pair({ rename(name, index.aside.id.name), rename(index.copy.id.name, name) },
                 { rename(name, index.copy.id.name), rename(index.aside.id.name, name) });
        }
    }

    void giveConstraints()
    {
        for (const Twin &key : m_copy.keys) {
            const auto &attributes = *key.original.as<schema::ConstraintAttributes>();
            const auto made = keyByIndex(m_relation, key.original.id, attributes, key.copy.id.sub);
            pair({ made->addConstraint }, { dropConstraint(key.original.id.sub) });
        }
        for (const Twin &constraint : m_copy.constraints)
            pair({ renameConstraint(constraint.copy.id.sub, constraint.original.id.sub) },
                 { renameConstraint(constraint.original.id.sub, constraint.copy.id.sub) });
    }

    const Action &m_action;
    const Context &m_context;
    const ColumnCopy &m_copy;
    const QString m_relation;
    const QString m_column;
    QStringList m_sql;
    QStringList m_back;
};

QString confirmation(const ColumnCopy &copy)
{
    return QStringLiteral("Every release works with %1 as %2; none needs %3 any more.")
        .arg(schema::dottedName(copy.before.id), copy.after.as<schema::ColumnAttributes>()->type,
             copy.before.as<schema::ColumnAttributes>()->type);
}

/// The indexes of the old column, before it goes: its way back needs them built beside the traffic.
std::optional<Draft> dropOldIndexes(const Action &action, const ColumnCopy &copy)
{
    QStringList drop;
    QStringList create;
    const auto add = [&](const QString &name, const QStringList &sql) {
        drop += QStringLiteral("DROP INDEX CONCURRENTLY IF EXISTS ")
                + schema::qualified(action.relation.schema, name);
        create += sql;
    };
    for (const Twin &index : copy.indexes) {
        const QStringList sql = ddl::createIndex(index.aside);
        add(index.aside.id.name, QStringList{ concurrently(sql.first()) } + sql.mid(1));
    }
    for (const Twin &key : copy.keys) {
        const auto &attributes = *key.aside.as<schema::ConstraintAttributes>();
        if (copy.isUniqueBack)
            add(wayBackIndex(key),
                { keyByIndex(relationSql(action), key.original.id, attributes, wayBackIndex(key))
                      ->createIndex });
    }
    if (drop.isEmpty())
        return std::nullopt;
    return concurrentDraft(
        action, Phase::Contract, QStringLiteral("Drop the indexes of the old %1").arg(copy.before.id.sub),
        drop, create,
        QStringLiteral("They were kept for the way back; one by one they go without anybody waiting."));
}

QStringList oldNotNullAgain(const Action &action, const Context &context, const ColumnCopy &copy)
{
    if (!copy.before.as<schema::ColumnAttributes>()->notNull)
        return {};
    const QString relation = relationSql(action);
    const QString column = schema::quoteIdent(copy.aside);
    const QString name = asideNotNullName(copy);
    const QString validate = validateSql(action, name);
    if (context.major() >= 18)
        return { alterTable(relation,
                            QStringLiteral("ADD CONSTRAINT %1 NOT NULL %2 NOT VALID").arg(name, column)),
                 validate };
    return { alterTable(
                 relation,
                 QStringLiteral("ADD CONSTRAINT %1 CHECK (%2 IS NOT NULL) NOT VALID").arg(name, column)),
             validate, alterTable(relation, QStringLiteral("ALTER COLUMN %1 SET NOT NULL").arg(column)),
             alterTable(relation, QStringLiteral("DROP CONSTRAINT ") + name) };
}

/// Brings the old column back and fills it from the new one.
QStringList oldColumnAgain(const Action &action, const Context &context, const ColumnCopy &copy)
{
    const QString relation = relationSql(action);
    const schema::Fact column = asideColumn(copy);
    const QString type = column.as<schema::ColumnAttributes>()->type;
    QStringList sql{ alterTable(relation,
                                QStringLiteral("ADD COLUMN ") + ddl::columnClause(column, nullptr)) };
    sql += ddl::columnSettings(nullptr, column) + saidOf(copy, copy.aside, context)
           + backwardSync(action, copy).create;
    sql +=
        QStringLiteral("UPDATE %1 SET %2 = %3 WHERE %4")
            .arg(relation, schema::quoteIdent(copy.aside), copy.back, isBehind(copy.aside, copy.back, type));
    return sql + oldNotNullAgain(action, context, copy);
}

} // namespace

/// The copy takes the column's name, in one short transaction with all that has to be rebuilt around it.
std::optional<Rewrite> swapColumn(const Action &action, const Context &context)
{
    const auto *change = std::get_if<ChangeType>(&action.detail);
    if (!change || !change->copy)
        return std::nullopt;
    const ColumnCopy &copy = *change->copy;
    Draft draft =
        SwapWriter(action, context, copy)
            .draft(action.title,
                   QStringLiteral(
                       "The filled column takes the name: a change of the catalog only. Until the gate the "
                       "old column stays as %1 and gets what is written, so that the way back keeps it; a "
                       "value that %2 cannot hold is refused until then. The new column is the table's last "
                       "one: statements have to name their columns instead of counting them.")
                       .arg(copy.aside, change->fromType));
    if (!copy.filledAnew.isEmpty())
        draft.step.why +=
            QStringLiteral(" It is not short, though: reads and writes wait until %1 is filled again.")
                .arg(copy.filledAnew.join(QStringLiteral(", ")));
    if (!copy.keys.isEmpty() && !copy.isUniqueBack)
        draft.step.rollback.caution = QStringLiteral("The way back builds the indexes of the old keys while "
                                                     "reads and writes wait, and fails where "
                                                     "two values of %1 are one of %2.")
                                          .arg(change->toType, change->fromType);
    draft.step.timeouts.statementMs = 0;
    return Rewrite{ { draft }, -1 };
}

/// Behind the gate.
std::optional<Rewrite> dropOldColumn(const Action &action, const Context &context)
{
    const auto *drop = std::get_if<DropOldColumn>(&action.detail);
    if (!drop)
        return std::nullopt;
    const ColumnCopy &copy = *drop->copy;
    Rewrite result;
    if (auto indexes = dropOldIndexes(action, copy))
        result.drafts.push_back(*indexes);
    Draft draft = ddlDraft(
        action, Phase::Contract, action.title,
        backwardSync(action, copy).drop
            + QStringList{ alterTable(relationSql(action),
                                      QStringLiteral("DROP COLUMN ") + schema::quoteIdent(copy.aside)) },
        oldColumnAgain(action, context, copy),
        QStringLiteral(
            "All its values are in the new column; only dropping it ends the way back that keeps them as "
            "they were."));
    draft.step.loses = action.loses;
    draft.step.rollback.transaction = TransactionMode::None;
    draft.step.rollback.caution =
        QStringLiteral(
            "The way back makes the old column again and fills it from the new one with a single UPDATE, "
            "and fails on a value that does not fit %1.")
            .arg(copy.before.as<schema::ColumnAttributes>()->type);
    if (!action.caution.isEmpty())
        draft.step.rollback.caution += QLatin1Char(' ') + action.caution;
    if (losesParts(action))
        keepPartLosses(draft, action, context);
    draft.confirm = QStringLiteral("%1 %2").arg(confirmation(copy), draft.confirm).trimmed();
    draft.step.timeouts = scanTimeouts;
    result.drafts.push_back(draft);
    for (Draft &each : result.drafts)
        each.confirm = draft.confirm;
    return result;
}

} // namespace lockstep::plan
