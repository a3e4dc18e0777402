#include "script.h"

#include "scripttext.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

QString lossComment(const Step &step)
{
    QString text;
    for (const Loss &loss : step.loses) {
        QString amount;
        if (loss.rows >= 0)
            amount += QStringLiteral(", about %1 rows").arg(loss.rows);
        if (loss.bytes >= 0)
            amount += QStringLiteral(", about %1 bytes").arg(loss.bytes);
        text += script::comment(QStringLiteral("LOSES DATA: %1%2").arg(lostText(loss), amount));
    }
    return text;
}

QString forwardStep(const Step &step)
{
    QString text = QLatin1Char('\n') + script::heading(step);
    if (!step.why.isEmpty())
        text += script::comment(step.why);
    text += lossComment(step);
    switch (step.kind) {
    case StepKind::Gate:
        return text
               + script::comment(
                   QStringLiteral("GATE: go on only when this is true:\n%1").arg(step.gateText));
    case StepKind::Verify:
        for (const Verification &verification : step.verify)
            text += script::check(verification, step.title);
        return text;
    case StepKind::Backfill: return step.backfill ? text + backfillScript(*step.backfill) : text;
    case StepKind::Ddl: return text + script::statements(step.sql, step.transaction, step.timeouts);
    }
    Q_UNREACHABLE();
}

QString rollbackStep(const Step &step)
{
    QString text = QLatin1Char('\n') + script::heading(step);
    const Rollback &rollback = step.rollback;
    if (!rollback.caution.isEmpty())
        text += script::comment(rollback.caution);
    if (!rollback.irreversible.isEmpty())
        text += script::comment(QStringLiteral("IRREVERSIBLE: %1").arg(rollback.irreversible));
    else if (rollback.sql.isEmpty())
        text += script::comment(QStringLiteral("Nothing to take back."));
    // What was instant forward may take its time backward: a type that widened is narrowed again.
    return text + script::statements(rollback.sql, rollback.transaction, { step.timeouts.lockMs, 0 });
}

} // namespace

QStringList sessionSettings(int serverVersion)
{
    QStringList settings{
        QStringLiteral("SET check_function_bodies = off"),
        QStringLiteral("SET standard_conforming_strings = on"),
        QStringLiteral("SET array_nulls = on"),
        QStringLiteral("SET transform_null_equals = off"),
        QStringLiteral("SET xmloption = 'content'"),
        QStringLiteral("SET lc_monetary = 'C'"),
        QStringLiteral("SET DateStyle = 'ISO, YMD'"),
        QStringLiteral("SET IntervalStyle = 'postgres'"),
        QStringLiteral("SET default_tablespace = ''"),
        // Better an error than rows that a policy hides.
        QStringLiteral("SET row_security = off"),
        // Where it is not in the path, pg_catalog comes first.
        QStringLiteral("DO $path$BEGIN PERFORM pg_catalog.set_config('search_path', "
                       "pg_catalog.btrim(pg_catalog.regexp_replace("
                       "pg_catalog.current_setting('search_path'), "
                       "'(^|,) *\"?pg_catalog\"? *(?=,|$)', '', 'g'), ', '), false); END$path$"),
    };
    constexpr int accessMethodVersion = 120000;
    if (serverVersion >= accessMethodVersion)
        settings.append(QStringLiteral("SET default_table_access_method = 'heap'"));
    return settings;
}

QString forwardScript(const Plan &plan)
{
    QString text =
        script::preamble(plan, QStringLiteral("Lockstep: the plan, forward. Run it with psql -X -f."));
    for (const Step &step : plan.steps)
        text += forwardStep(step);
    return text;
}

QString rollbackScript(const Plan &plan)
{
    QString text =
        script::preamble(plan, QStringLiteral("Lockstep: the way back of a plan that ran to its end.\n"
                                              "Run it with psql -X -f."));
    std::for_each(plan.steps.crbegin(), plan.steps.crend(), [&](const Step &step) {
        const bool hasWayBack = step.kind != StepKind::Gate && step.kind != StepKind::Verify;
        if (hasWayBack || !step.rollback.sql.isEmpty())
            text += rollbackStep(step);
    });
    return text;
}

QString verifyScript(const Plan &plan)
{
    QString text =
        script::preamble(plan, QStringLiteral("Lockstep: checks after the plan. The first one that fails "
                                              "ends the script."));
    for (const Step &step : plan.steps) {
        QString checks;
        for (const Verification &verification : step.verify) {
            if (!verification.isInterim)
                checks += script::check(verification, step.title);
        }
        if (!checks.isEmpty())
            text += QLatin1Char('\n') + script::heading(step) + checks;
    }
    return text;
}

} // namespace lockstep::plan
