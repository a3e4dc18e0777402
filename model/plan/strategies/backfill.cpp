#include "rowtriggers.h"

#include <QRegularExpression>

namespace lockstep::plan {

namespace {

using schema::Kind;

bool areAllNotNull(const schema::Catalog &catalog, const schema::ObjectId &table, const QStringList &columns,
                   QStringList *types)
{
    types->clear();
    for (const QString &column : columns) {
        const auto *attributes = catalog.attributes<schema::ColumnAttributes>(
            schema::subId(Kind::Column, table.schema, table.name, column));
        if (!attributes || !attributes->notNull)
            return false;
        *types += attributes->type;
    }
    return !columns.isEmpty();
}

/// The primary key, else the first unique constraint or index over NOT NULL columns, of the
/// current catalog. Empty if there is none.
void findKey(const schema::Catalog &catalog, const schema::ObjectId &table, BackfillSpec *spec)
{
    QStringList types;
    for (const bool wantsPrimary : { true, false }) {
        for (const int part : catalog.partsOf(table)) {
            const auto *constraint = catalog.facts()[std::size_t(part)].as<schema::ConstraintAttributes>();
            const bool isWanted = constraint && !constraint->deferrable
                                  && constraint->type
                                         == (wantsPrimary ? schema::ConstraintType::PrimaryKey
                                                          : schema::ConstraintType::Unique);
            if (isWanted && areAllNotNull(catalog, table, constraint->columns, &types)) {
                spec->key = constraint->columns;
                spec->keyTypes = types;
                return;
            }
        }
    }
    const int index = catalog.indexOf(table);
    if (index < 0)
        return;
    for (const int user : catalog.neededBy(index)) {
        const auto *unique = catalog.facts()[std::size_t(user)].as<schema::IndexAttributes>();
        const bool isUsable = unique && unique->table == table && unique->unique && unique->valid
                              && unique->predicate.isEmpty();
        if (isUsable && areAllNotNull(catalog, table, unique->columns, &types)) {
            spec->key = unique->columns;
            spec->keyTypes = types;
            return;
        }
    }
}

/// Where a new column takes its name, the key columns may have been renamed by the plan: the
/// backfill runs after the renames.
void renameKey(const Context &context, const schema::ObjectId &table, BackfillSpec *spec)
{
    const schema::ObjectId before = context.currentId(table);
    for (const QString &column : context.columnNames(table)) {
        const schema::ObjectId now = schema::subId(Kind::Column, table.schema, table.name, column);
        const schema::ObjectId was = context.currentId(now);
        const qsizetype at = was == now ? -1 : spec->key.indexOf(was.sub);
        if (at >= 0 && was.name == before.name)
            spec->key[at] = column;
    }
}

QString withoutStrings(const QString &expression)
{
    static const QRegularExpression strings(QStringLiteral("'(?:[^']|'')*'"));
    return QString(expression).replace(strings, QStringLiteral("''"));
}

} // namespace

bool canBeDefault(const QString &expression, const QStringList &columns)
{
    const QString bare = withoutStrings(expression);
    static const QRegularExpression query(QStringLiteral("\\bselect\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (bare.contains(query))
        return false;
    for (const QString &column : columns) {
        const QRegularExpression word(
            QStringLiteral("(?<![\\w$])\"?%1\"?(?![\\w$(])").arg(QRegularExpression::escape(column)),
            QRegularExpression::CaseInsensitiveOption);
        if (bare.contains(word))
            return false;
    }
    return true;
}

SyncTrigger syncTrigger(const Action &action, const schema::ObjectId &column, const QString &type,
                        const QString &expression)
{
    const QString quoted = schema::quoteIdent(column.sub);
    const auto valueOf = [&](const char *row) {
        // The row is offered as a one-row relation under the table's name, so that the expression
        // reads the same here as in the UPDATE.
        return QStringLiteral("(SELECT (%1) FROM (SELECT %2.*) AS %3)")
            .arg(expression, QLatin1String(row), schema::quoteIdent(column.name));
    };
    const QString fill = QStringLiteral("NEW.%1 := %2;").arg(quoted, valueOf("NEW"));
    QString body = QStringLiteral("BEGIN\n  IF NEW.%1 IS NULL THEN\n    %2\n").arg(quoted, fill);
    if (!type.isEmpty()) {
        body.prepend(QStringLiteral("DECLARE\n  zzz_lockstep_was %1;\n").arg(type));
        body += QStringLiteral("  ELSIF TG_OP = 'UPDATE' THEN\n    zzz_lockstep_was := %1;\n"
                               "    IF NOT %2 AND NOT %3 THEN\n      %4\n    END IF;\n")
                    .arg(valueOf("OLD"),
                         differs(QStringLiteral("NEW.") + quoted, QStringLiteral("OLD.") + quoted),
                         differs(QStringLiteral("zzz_lockstep_was"), QStringLiteral("OLD.") + quoted), fill);
    }
    body += QStringLiteral("  END IF;\n  RETURN NEW;\nEND");
    const QString searchPath =
        action.relation.schema == QLatin1String("public")
            ? QStringLiteral("public, pg_temp")
            : schema::quoteIdent(action.relation.schema) + QStringLiteral(", public, pg_temp");
    const QString name = ownName(column, QStringLiteral("sync"));
    return { createRowTrigger(action, name, body, QStringLiteral(" SET search_path = ") + searchPath),
             dropRowTrigger(action, name) };
}

Draft backfillDraft(const Action &action, const Context &context, const schema::ObjectId &column,
                    const QString &expression, const QString &caution, const QString &where)
{
    BackfillSpec spec;
    spec.table = action.relation;
    spec.set = QStringLiteral("%1 = %2").arg(schema::quoteIdent(column.sub), expression);
    spec.where = where.isEmpty() ? QStringLiteral("%1 IS NULL").arg(schema::quoteIdent(column.sub)) : where;
    findKey(context.current(), context.currentId(action.relation), &spec);
    renameKey(context, action.relation, &spec);
    spec.batcher = spec.key.isEmpty() ? Batcher::Ctid : Batcher::Keyset;
    QStringList key;
    for (const QString &part : std::as_const(spec.key))
        key += schema::quoteIdent(part);
    const QString tuple = spec.batcher == Batcher::Ctid ? QStringLiteral("ctid")
                          : key.size() == 1
                              ? key.first()
                              : QLatin1Char('(') + key.join(QStringLiteral(", ")) + QLatin1Char(')');
    Draft draft = ddlDraft(
        action, Phase::Backfill, QStringLiteral("Fill %1 of %2 in batches").arg(column.sub, column.name),
        { QStringLiteral("UPDATE %1 SET %2 WHERE %3 > :from AND %3 <= :to AND %4")
              .arg(relationSql(action), spec.set, tuple, spec.where) },
        {},
        spec.batcher == Batcher::Keyset
            ? QStringLiteral(
                  "Batches by %1, each committed, keep locks on rows short and let the run be slowed, "
                  "stopped and resumed; one UPDATE would lock every row until its end.")
                  .arg(key.join(QStringLiteral(", ")))
            : QStringLiteral(
                "Batches by block, each committed, keep locks on rows short; the table has no primary key "
                "and no unique index over NOT NULL columns, so rows that move are swept up at the end."));
    draft.step.kind = StepKind::Backfill;
    draft.step.transaction = TransactionMode::None;
    draft.step.rollback.caution = caution;
    draft.step.timeouts = backfillTimeouts;
    draft.step.backfill = spec;
    draft.needsCommitBefore = true;
    return draft;
}

} // namespace lockstep::plan
