#include "commentedsql.h"
#include "planner.h"

#include <model/base/sqlscript.h>
#include <model/plan/edits/planedit.h>

#include <QRegularExpression>

namespace lockstep::plan {

namespace {

QStringList splitStatements(const QString &sql)
{
    QStringList statements;
    for (const base::ScriptStatement &statement : base::splitScript(sql))
        statements += statement.sql;
    return statements;
}

base::Error backfillEditError(const Step &step, const QString &name, const QString &range)
{
    return base::inputError(
        QStringLiteral("The backfill, %1, must stay one UPDATE of %2.")
            .arg(name, schema::dottedName(step.backfill->table)),
        QStringLiteral(
            "Keep the range \"%1\" as it is; what follows SET and what follows the range is yours.")
            .arg(range));
}

/// Takes SET and the condition out of the edited template; the range between them is the runner's. Its
/// comments stay in the text alone, which nobody runs.
base::Result<void> editBackfill(Step *step, const QString &name, const QString &commented)
{
    const QString edited = withoutComments(commented);
    if (!step->backfill->into.name.isEmpty())
        return base::inputError(QStringLiteral("The backfill, %1, copies rows as they are, so there is "
                                               "nothing in it to edit.")
                                    .arg(name));
    QStringList key;
    for (const QString &column : step->backfill->key)
        key += schema::quoteIdent(column);
    const QString tuple = step->backfill->batcher == Batcher::Ctid ? QStringLiteral("ctid")
                          : key.size() == 1
                              ? key.first()
                              : QLatin1Char('(') + key.join(QStringLiteral(", ")) + QLatin1Char(')');
    const QString range = QStringLiteral("%1 > :from AND %1 <= :to").arg(tuple);
    const QString table = schema::qualified(step->backfill->table.schema, step->backfill->table.name);
    const QString blank = QStringLiteral("\\s+");
    // Only blanks between the fixed words may differ; string literals stay as typed.
    const auto fixed = [&](const QString &text) {
        return QRegularExpression::escape(text).replace(QStringLiteral("\\ "), blank);
    };
    const QRegularExpression shape(
        QStringLiteral("^\\s*") + fixed(QStringLiteral("UPDATE %1 SET ").arg(table)) + QStringLiteral("(.+)")
            + fixed(QStringLiteral(" WHERE ") + range) + QStringLiteral("(?:\\s+AND\\s+(.+))?\\s*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = shape.match(edited);
    if (!match.hasMatch())
        return backfillEditError(*step, name, range);
    step->backfill->set = match.captured(1).trimmed();
    step->backfill->where = match.captured(2).trimmed();
    step->sql = { commented.trimmed() };
    return {};
}

void editVerification(Step *step, const QStringList &queries)
{
    QVector<Verification> checks;
    for (qsizetype i = 0; i < queries.size(); ++i) {
        Verification check = step->verify.value(i, Verification{ {}, QStringLiteral("0"), {} });
        check.sql = queries[i];
        checks += check;
    }
    step->verify = checks;
}

base::Result<void> editForward(Step *step, const QString &name, const QString &sql)
{
    const QStringList statements = statementsWithComments(sql);
    if (!step->backfill) {
        step->sql = statements;
        return {};
    }
    if (statements.size() != 1)
        return base::inputError(QStringLiteral("The backfill, %1, must stay one UPDATE.").arg(name));
    return editBackfill(step, name, statements.first());
}

} // namespace

base::Result<PlanPtr> withEditedSql(const PlanPtr &plan, const QString &stepId, SqlPart part,
                                    const QString &sql)
{
    auto edited = std::make_shared<Plan>(*plan);
    Step *step = nullptr;
    for (Step &candidate : edited->steps) {
        if (candidate.id == stepId)
            step = &candidate;
    }
    if (!step)
        return base::internalError(QStringLiteral("The plan has no step %1 to edit.").arg(stepId));
    const QString name = stepText(*plan, stepId);
    const bool runsNothing = step->kind == StepKind::Gate || step->kind == StepKind::Verify;
    if (runsNothing && part == SqlPart::Forward)
        return base::inputError(QStringLiteral("The %1, has no SQL of its own to edit.").arg(name));
    const QString typed = part == SqlPart::Rollback ? withoutReason(sql, step->rollback.irreversible) : sql;
    if (const auto kept = checkKeepsComments(typed, name); !kept.has_value())
        return kept.error();
    switch (part) {
    case SqlPart::Forward:
        if (const auto changed = editForward(step, name, typed); !changed.has_value())
            return changed.error();
        break;
    case SqlPart::Rollback:
        step->rollback.sql = statementsWithComments(typed);
        if (!step->rollback.sql.isEmpty())
            step->rollback.irreversible.clear();
        break;
    // What stands in front of them says what they expect.
    case SqlPart::Verify: editVerification(step, splitStatements(typed)); break;
    }
    step->edited = true;
    step->assessment = {};
    return PlanPtr(edited);
}

} // namespace lockstep::plan
