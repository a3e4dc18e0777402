#pragma once

#include "../../support/postgrestest.h"

#include <model/analysis/analysis.h>
#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/proof/proof.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

/// Plans for proofs, made from scripts as the command line makes them.
namespace lockstep::testing {

/// False where the scratch server runs but no pg_dump reads it: nothing can be proved here then.
inline bool canProve(QString *why)
{
    const auto started = server(why);
    if (!started)
        return false;
    const auto database = scratch::ScratchDatabase::create(started, QStringLiteral("probe"));
    if (!database.has_value()) {
        *why = database.error().toText();
        return false;
    }
    const auto dump = sources::dumpSchema((*database)->target(), started->toolDirectory(), {});
    if (!dump.has_value())
        *why = dump.error().toText();
    return dump.has_value();
}

inline schema::CatalogPtr catalogOf(const QString &sql)
{
    const auto database = scratch::ScratchDatabase::create(server(), QStringLiteral("side"));
    const auto session = (*database)->open();
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("side.sql"), false);
    if (!report.has_value())
        qFatal("%s", qPrintable(report.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        qFatal("%s", qPrintable(catalog.error().toText()));
    return *catalog;
}

inline plan::PlanPtr planFor(const QString &from, const QString &to, const plan::Intents &intents = {})
{
    const schema::CatalogPtr current = catalogOf(from);
    const schema::CatalogPtr target = catalogOf(to);
    const auto diffOptions = plan::diffOptions(intents, *current, *target);
    if (!diffOptions.has_value())
        qFatal("%s", qPrintable(diffOptions.error().toText()));
    const auto changes = diff::diff(current, target, *diffOptions, {});
    if (!changes.has_value())
        qFatal("%s", qPrintable(changes.error().toText()));
    plan::PlanOptions options;
    options.intents = intents;
    options.current = current;
    options.currentScript = { QStringLiteral("current.sql"), from };
    options.targetScript = { QStringLiteral("target.sql"), to };
    const auto plan = plan::makePlan(*changes, nullptr, options, {});
    if (!plan.has_value())
        qFatal("%s", qPrintable(plan.error().toText()));
    const auto analysed = analysis::analyse(*plan, current, {}, {});
    if (!analysed.has_value())
        qFatal("%s", qPrintable(analysed.error().toText()));
    return *analysed;
}

inline plan::PlanPtr proved(const plan::PlanPtr &plan)
{
    const auto result = proof::prove(plan, server(), {}, {});
    if (!result.has_value())
        qFatal("%s", qPrintable(result.error().toText()));
    return *result;
}

/// Index of the first step with a statement that contains the text.
inline int stepWith(const plan::Plan &plan, const char *text)
{
    for (int i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps[i].sql.join(QLatin1Char('\n')).contains(QLatin1String(text)))
            return i;
    }
    qFatal("No step contains %s", text);
    return -1;
}

} // namespace lockstep::testing
