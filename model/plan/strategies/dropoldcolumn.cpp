#include "columnsync.h"
#include "partedindexes.h"

#include <model/plan/plain/ddl.h>
#include <model/plan/plain/tableddl.h>
#include <model/plan/typefamilies.h>

namespace lockstep::plan {

namespace {

QString confirmation(const ColumnCopy &copy)
{
    QStringList sentences;
    for (const CopiedColumn &column : copy.columns) {
        const QString name = schema::dottedName(column.before.id);
        sentences +=
            column.typeBefore == column.typeAfter
                ? QStringLiteral("Every release works with %1 as %2 is now; none needs it as it was.")
                      .arg(name, column.typeAfter)
                : QStringLiteral("Every release works with %1 as %2; none needs %3 any more.")
                      .arg(name, column.typeAfter, column.typeBefore);
    }
    return sentences.join(QLatin1Char('\n'));
}

/// The indexes of the old column, before it goes: its way back needs them built beside the traffic.
std::optional<Draft> dropOldIndexes(const Action &action, const ColumnCopy &copy)
{
    QStringList drop;
    QStringList create;
    const auto add = [&](const schema::ObjectId &index, const QStringList &sql) {
        drop += QStringLiteral("DROP INDEX CONCURRENTLY IF EXISTS ")
                + schema::qualified(index.schema, index.name);
        create += sql;
    };
    for (const Twin &index : copy.indexes) {
        if (!index.isPartitioned)
            add(index.aside.id, buildLeaf(index, &Twin::aside));
    }
    for (const Twin &key : copy.keys) {
        for (const Twin *leaf : leavesOf(key)) {
            const auto &attributes = *leaf->aside.as<schema::ConstraintAttributes>();
            const QString relation = relationSql(actionOnPart(action, *leaf));
            if (leaf->isUniqueBack)
                add(schema::objectId(schema::Kind::Index, leaf->original.id.schema, wayBackIndex(*leaf)),
                    { keyByIndex(relation, leaf->original.id, attributes, wayBackIndex(*leaf))
                          ->createIndex });
        }
    }
    if (drop.isEmpty())
        return std::nullopt;
    return concurrentDraft(
        action, Phase::Contract, QStringLiteral("Drop the indexes of the old %1").arg(namesOf(copy)), drop,
        create,
        QStringLiteral("They were kept for the way back; one by one they go without anybody waiting."));
}

/// Those of a partitioned table cannot be dropped concurrently.
std::optional<Draft> dropPartedIndexes(const Action &action, const ColumnCopy &copy)
{
    QStringList drop;
    QStringList create;
    for (const Twin &index : copy.indexes) {
        if (!index.isPartitioned)
            continue;
        drop += QStringLiteral("DROP INDEX ") + schema::qualified(index.aside.id.schema, index.aside.id.name);
        create += createOnly(index, &Twin::aside);
        for (const Twin *leaf : leavesOf(index))
            create += buildLeaf(*leaf, &Twin::aside);
        create += attachParts(index, &Twin::aside);
    }
    if (drop.isEmpty())
        return std::nullopt;
    Draft draft = ddlDraft(
        action, Phase::Contract,
        QStringLiteral("Drop the partitioned indexes of the old %1").arg(namesOf(copy)), drop, create,
        QStringLiteral("They were kept for the way back. An index of a partitioned table cannot be dropped "
                       "concurrently: it goes in a moment, under a lock that reads and writes wait for."));
    draft.step.rollback.transaction = TransactionMode::None;
    return draft;
}

QStringList oldNotNullAgain(const Action &action, const Context &context, const CopiedColumn &copied)
{
    if (!copied.was().notNull)
        return {};
    const QString relation = relationSql(action);
    const QString column = schema::quoteIdent(copied.aside);
    const QString name = asideNotNullName(copied);
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

/// Brings the old columns back and fills them from the new ones.
QStringList oldColumnsAgain(const Action &action, const Context &context, const ColumnCopy &copy)
{
    const QString relation = relationSql(action);
    QStringList sql;
    QStringList values;
    QStringList behind;
    QStringList notNull;
    for (const CopiedColumn &copied : copy.columns) {
        const schema::Fact column = asideColumn(copied);
        sql += alterTable(relation, QStringLiteral("ADD COLUMN ") + ddl::columnClause(column, nullptr));
        sql += ddl::columnSettings(nullptr, column) + saidOf(copied, copied.aside, context);
        values += QStringLiteral("%1 = %2").arg(schema::quoteIdent(copied.aside), copied.back);
        behind += isBehind(copied.aside, copied.back, copied.was().type);
        notNull += oldNotNullAgain(action, context, copied);
    }
    sql += backwardSync(action, copy).create;
    sql += QStringLiteral("UPDATE %1 SET %2 WHERE %3")
               .arg(relation, values.join(QStringLiteral(", ")), behind.join(QStringLiteral(" OR ")));
    return sql + notNull;
}

QStringList dropOldColumns(const Action &action, const ColumnCopy &copy)
{
    QStringList clauses;
    for (const CopiedColumn &column : copy.columns)
        clauses += QStringLiteral("DROP COLUMN ") + schema::quoteIdent(column.aside);
    return backwardSync(action, copy).drop
           + QStringList{ alterTable(relationSql(action), clauses.join(QStringLiteral(", "))) };
}

/// What an expression makes of a value may be less than the value.
QString whyDropped(const ColumnCopy &copy)
{
    QStringList made;
    for (const CopiedColumn &column : copy.columns) {
        if (!keepsMeaning(column.expression, column.before.id.sub))
            made += column.expression;
    }
    const QString kept =
        made.isEmpty()
            ? QStringLiteral("All its values are in the new column")
            : QStringLiteral(
                  "Of its values the new column has what %1 makes of them, and the rest is lost here")
                  .arg(made.join(QStringLiteral(", ")));
    return kept + QStringLiteral("; only dropping it ends the way back that keeps them as they were.");
}

} // namespace

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
    if (auto indexes = dropPartedIndexes(action, copy))
        result.drafts.push_back(*indexes);
    Draft draft = ddlDraft(action, Phase::Contract, action.title, dropOldColumns(action, copy),
                           oldColumnsAgain(action, context, copy), whyDropped(copy));
    draft.step.loses = action.loses;
    draft.step.rollback.transaction = TransactionMode::None;
    draft.step.rollback.caution =
        QStringLiteral(
            "The way back makes the old column again and fills it from the new one with a single UPDATE, "
            "and fails on a value that does not fit %1.")
            .arg(typesOf(copy, false));
    if (!action.caution.isEmpty())
        draft.step.rollback.caution += QLatin1Char(' ') + action.caution;
    if (losesParts(action))
        keepPartLosses(draft, action, context);
    draft.confirm = QStringLiteral("%1\n%2").arg(confirmation(copy), draft.confirm).trimmed();
    draft.step.timeouts = scanTimeouts;
    result.drafts.push_back(draft);
    for (Draft &each : result.drafts)
        each.confirm = draft.confirm;
    return result;
}

} // namespace lockstep::plan
