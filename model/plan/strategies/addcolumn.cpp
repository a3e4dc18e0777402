#include "drafts.h"

#include <QRegularExpression>

namespace lockstep::plan {

namespace {

using schema::Kind;

QString addColumnSql(const Action &action, const AddColumn &add)
{
    QString what =
        QStringLiteral("ADD COLUMN %1 %2").arg(schema::quoteIdent(add.column.sub), add.attributes.type);
    if (!add.attributes.collation.isEmpty())
        what += QStringLiteral(" COLLATE ") + add.attributes.collation;
    return alterTable(relationSql(action), what);
}

QString alterColumn(const Action &action, const AddColumn &add, const QString &what)
{
    return alterTable(relationSql(action),
                      QStringLiteral("ALTER COLUMN %1 %2").arg(schema::quoteIdent(add.column.sub), what));
}

Rewrite oneStep(const Action &action, const AddColumn &add, const QString &why, Timeouts timeouts)
{
    Draft draft = plainDraft(action, Phase::Expand, why);
    draft.step.timeouts = timeouts;
    draft.step.verify = { columnIsThere(action, add.column.sub, add.attributes.notNull) };
    return Rewrite{ { draft }, -1 };
}

/// Everything needed to fill a column that the ADD COLUMN leaves empty.
struct Filling
{
    QString expression;
    QString whyNotInstant;
    QString temporaryDefault; ///< For new rows, where the target has no default.
    std::optional<SyncTrigger> trigger;
};

Draft emptyColumnDraft(const Action &action, const AddColumn &add, const Filling &filling)
{
    QStringList sql{ addColumnSql(action, add) };
    if (add.defaultValue)
        sql += alterColumn(action, add, QStringLiteral("SET DEFAULT ") + add.defaultValue->expression);
    else if (!filling.temporaryDefault.isEmpty())
        sql += alterColumn(action, add, QStringLiteral("SET DEFAULT ") + filling.temporaryDefault);
    sql += action.forward.mid(1);
    Draft draft =
        ddlDraft(action, Phase::Expand,
                 QStringLiteral("Add column %1 to %2, empty at first").arg(add.column.sub, add.column.name),
                 sql, action.backward, filling.whyNotInstant);
    draft.step.rollback.caution = action.caution;
    draft.step.verify = { columnIsThere(action, add.column.sub, false) };
    return draft;
}

/// Ends what kept new rows filled. After NOT NULL, so that no row slips through, and behind the
/// gate: from here on an INSERT of the old release, which does not know the column, fails.
std::optional<Draft> endOfFilling(const Action &action, const AddColumn &add, const Filling &filling)
{
    Draft draft;
    if (filling.trigger) {
        draft = ddlDraft(action, Phase::Contract,
                         QStringLiteral("Stop filling %1 by trigger").arg(add.column.sub),
                         filling.trigger->drop, filling.trigger->create,
                         QStringLiteral("All rows are filled; the target has no such trigger."));
    } else if (!filling.temporaryDefault.isEmpty()) {
        draft = ddlDraft(
            action, Phase::Contract, QStringLiteral("Remove the interim default of %1").arg(add.column.sub),
            { alterColumn(action, add, QStringLiteral("DROP DEFAULT")) },
            { alterColumn(action, add, QStringLiteral("SET DEFAULT ") + filling.temporaryDefault) },
            QStringLiteral("All rows are filled; the target has no default here."));
    } else {
        return std::nullopt;
    }
    draft.confirm = QStringLiteral("Every release that writes to %1 sets %2 itself.")
                        .arg(relationSql(action), schema::quoteIdent(add.column.sub));
    return draft;
}

Rewrite fillInBatches(const Action &action, const AddColumn &add, const Context &context, Filling filling)
{
    if (!add.defaultValue) {
        if (canBeDefault(filling.expression, context.columnNames(action.relation)))
            filling.temporaryDefault = filling.expression;
        else
            filling.trigger = syncTrigger(action, add.column, add.attributes.type, filling.expression);
    }
    Rewrite result;
    result.drafts.push_back(emptyColumnDraft(action, add, filling));
    if (filling.trigger) {
        result.drafts.push_back(ddlDraft(
            action, Phase::Expand,
            QStringLiteral("Fill %1 in every row written from now on").arg(add.column.sub),
            filling.trigger->create, filling.trigger->drop,
            QStringLiteral(
                "The old release writes rows without the column; a trigger named to run last fills it by "
                "the same expression as the backfill, and fills it anew where the old release changes what "
                "the value was made of.")));
    }
    result.drafts.push_back(backfillDraft(
        action, context, add.column, filling.expression,
        QStringLiteral("The values of %1 of %2 go with the column.").arg(add.column.sub, add.column.name)));
    result.readyAfter = int(result.drafts.size()) - 1;
    if (add.attributes.notNull) {
        const QStringList back{ alterColumn(action, add, QStringLiteral("DROP NOT NULL")) };
        const std::vector<Draft> drafts = notNullDrafts(action, context, add.column, back);
        result.drafts.insert(result.drafts.end(), drafts.begin(), drafts.end());
    }
    if (const std::optional<Draft> end = endOfFilling(action, add, filling))
        result.drafts.push_back(*end);
    return result;
}

QString whyFilled(const QString &expression, const Context &context)
{
    static const QRegularExpression constant(QStringLiteral("^('[^']*'|-?[0-9.]+|true|false)$"),
                                             QRegularExpression::CaseInsensitiveOption);
    QString why =
        QStringLiteral("Existing rows get the value you gave, row by row. Added empty the column is "
                       "instant; the rows are filled in batches afterwards.");
    if (context.major() >= 11 && constant.match(expression.trimmed()).hasMatch())
        why += QStringLiteral(" Were this constant the column's default in the target, no row would have to "
                              "be written.");
    return why;
}

/// The reason why the column cannot be filled by the ADD COLUMN itself at no cost.
QString whyDefaultRewrites(const AddColumn &add, const Context &context)
{
    if (context.major() < 11)
        return QStringLiteral(
            "Before PostgreSQL 11 ADD COLUMN with a default rewrites the table while nobody may read "
            "or write. Added empty, with the default set apart, it is instant and only new rows "
            "have it; the others are filled in batches.");
    return QStringLiteral(
               "The default %1 is volatile: it has another value in each row, so ADD COLUMN with it would "
               "rewrite the table while nobody may read or write. Added empty, with the default set apart, "
               "it is instant; existing rows are filled in batches.")
        .arg(add.defaultValue->expression);
}

Rewrite withDefault(const Action &action, const AddColumn &add, const Context &context)
{
    if (!add.defaultValue->isVolatile && context.major() >= 11) {
        return oneStep(
            action, add,
            QStringLiteral("Instant: the default %1 is the same for all existing rows, and since PostgreSQL "
                           "11 it is kept in the "
                           "catalog instead of being written into each row. No backfill is needed.")
                .arg(add.defaultValue->expression),
            metadataTimeouts);
    }
    return fillInBatches(action, add, context,
                         { add.defaultValue->expression, whyDefaultRewrites(add, context), {}, {} });
}

/// Columns whose values PostgreSQL makes or checks row by row, and virtual ones, which have none.
std::optional<Rewrite> computedColumn(const Action &action, const AddColumn &add, const Context &context)
{
    const schema::ColumnAttributes &attributes = add.attributes;
    if (attributes.generated == schema::Generated::Virtual)
        return oneStep(action, add, QStringLiteral("Instant: a virtual generated column stores nothing."),
                       metadataTimeouts);
    QString what;
    if (attributes.generated == schema::Generated::Stored || attributes.identity != schema::Identity::None)
        what = QStringLiteral("A stored generated or identity column is computed for every row");
    else if (isConstrainedDomain(context.target(), attributes.type))
        what = QStringLiteral("The type is a domain with constraints, which are checked row by row");
    if (what.isEmpty())
        return std::nullopt;
    return oneStep(
        action, add,
        what
            + QStringLiteral(": the table is rewritten while reads and writes wait. Lockstep has no "
                             "online way for it yet; plan a quiet moment."),
        scanTimeouts);
}

} // namespace

/// ADD COLUMN in one instant statement where that is true, else empty first, then filled.
std::optional<Rewrite> addColumnOnline(const Action &action, const Context &context)
{
    const auto *add = std::get_if<AddColumn>(&action.detail);
    if (!add || !context.needsOnlineWay(action) || action.forward.isEmpty())
        return std::nullopt;
    if (const std::optional<Rewrite> computed = computedColumn(action, *add, context))
        return computed;
    const QString expression = context.backfillExpression(add->column);
    if (!expression.isEmpty()) {
        return fillInBatches(action, *add, context, { expression, whyFilled(expression, context), {}, {} });
    }
    if (add->defaultValue)
        return withDefault(action, *add, context);
    if (!add->attributes.notNull)
        return oneStep(action, *add,
                       QStringLiteral("Instant: existing rows have NULL without being touched."),
                       metadataTimeouts);
    Rewrite impossible =
        oneStep(action, *add,
                QStringLiteral("This fails as soon as %1 has a row: the column is NOT NULL and neither a "
                               "default nor a backfill expression "
                               "says what existing rows get. Give a backfill expression for %2.")
                    .arg(schema::dottedName(action.relation), schema::dottedName(add->column)),
                metadataTimeouts);
    impossible.drafts.front().step.title += QStringLiteral(" (fails on existing rows)");
    return impossible;
}

/// In a window the rows are filled by one UPDATE in the transaction that adds the column.
std::optional<Rewrite> addColumnInWindow(const Action &action, const Context &context)
{
    const auto *add = std::get_if<AddColumn>(&action.detail);
    if (!add || action.onNewRelation || action.forward.isEmpty())
        return std::nullopt;
    const QString expression = context.backfillExpression(add->column);
    if (expression.isEmpty())
        return std::nullopt;
    QStringList sql{ addColumnSql(action, *add) };
    sql += QStringLiteral("UPDATE %1 SET %2 = %3")
               .arg(relationSql(action), schema::quoteIdent(add->column.sub), expression);
    if (add->defaultValue)
        sql += alterColumn(action, *add, QStringLiteral("SET DEFAULT ") + add->defaultValue->expression);
    if (add->attributes.notNull)
        sql += alterColumn(action, *add, QStringLiteral("SET NOT NULL"));
    sql += action.forward.mid(1);
    Draft draft = ddlDraft(action, Phase::Expand, action.title, sql, action.backward,
                           context.whyPlain(action) + QStringLiteral(" All rows are filled by one UPDATE."));
    draft.step.rollback.caution = action.caution;
    draft.step.timeouts = scanTimeouts;
    draft.step.verify = { columnIsThere(action, add->column.sub, add->attributes.notNull) };
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
