#include "planner.h"

#include <model/base/sqlscript.h>

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

base::Error backfillEditError(const Step &step, const QString &range)
{
    return base::inputError(
        QStringLiteral("The backfill %1 must stay one UPDATE of %2.")
            .arg(step.id, schema::dottedName(step.backfill->table)),
        QStringLiteral(
            "Keep the range \"%1\" as it is; what follows SET and what follows the range is yours.")
            .arg(range));
}

/// Takes SET and the condition out of the edited template; the range between them is the runner's.
base::Result<void> editBackfill(Step *step, const QString &edited)
{
    if (!step->backfill->into.name.isEmpty())
        return base::inputError(QStringLiteral("The backfill %1 copies rows as they are, so there is nothing "
                                               "in it to edit.")
                                    .arg(step->id));
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
        return backfillEditError(*step, range);
    step->backfill->set = match.captured(1).trimmed();
    step->backfill->where = match.captured(2).trimmed();
    step->sql = { edited.trimmed() };
    return {};
}

void editVerification(Step *step, const QStringList &queries)
{
    QVector<Verification> checks;
    for (qsizetype i = 0; i < queries.size(); ++i) {
        Verification check = step->verify.value(i, Verification{ {}, QStringLiteral("0") });
        check.sql = queries[i];
        checks += check;
    }
    step->verify = checks;
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
    const QStringList statements = splitStatements(sql);
    switch (part) {
    case SqlPart::Forward:
        if (step->kind == StepKind::Gate || step->kind == StepKind::Verify)
            return base::inputError(QStringLiteral("The step %1 has no SQL of its own to edit.").arg(stepId));
        if (step->backfill) {
            if (statements.size() != 1)
                return base::inputError(QStringLiteral("The backfill %1 must stay one UPDATE.").arg(stepId));
            const auto changed = editBackfill(step, statements.first());
            if (!changed.has_value())
                return changed.error();
        } else {
            step->sql = statements;
        }
        break;
    case SqlPart::Rollback:
        step->rollback.sql = statements;
        if (!statements.isEmpty())
            step->rollback.irreversible.clear();
        break;
    case SqlPart::Verify: editVerification(step, statements); break;
    }
    step->edited = true;
    step->assessment = {};
    return PlanPtr(edited);
}

} // namespace lockstep::plan
