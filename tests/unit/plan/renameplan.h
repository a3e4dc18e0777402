#pragma once

#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>

#include <tests/support/postgrestest.h>

/// Plans between two schemas with renames that a person accepted.
namespace lockstep::testing {

inline schema::CatalogPtr catalogOf(const QString &sql, QString *failure)
{
    const auto database = scratch::ScratchDatabase::create(server(), QStringLiteral("side"));
    const auto session = (*database)->open();
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("side.sql"), false);
    if (!report.has_value())
        *failure = report.error().toText();
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value()) {
        *failure = catalog.error().toText();
        return nullptr;
    }
    return *catalog;
}

/// "table public.a > public.b" a line.
inline plan::Intents renamesOf(const QString &lines)
{
    plan::Intents intents;
    for (const QString &line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString name = line.section(QLatin1String(" > "), 0, 0);
        plan::RenameIntent rename;
        qsizetype longest = 0;
        for (int kind = 0; kind <= int(schema::Kind::Unmodelled); ++kind) {
            const QString text = schema::kindName(schema::Kind(kind));
            if (name.startsWith(text + QLatin1Char(' ')) && text.size() > longest) {
                longest = text.size();
                rename.kind = schema::Kind(kind);
            }
        }
        rename.from = name.mid(longest + 1);
        rename.to = line.section(QLatin1String(" > "), 1, 1);
        intents.renames.append(rename);
    }
    return intents;
}

struct Made
{
    plan::PlanPtr plan;
    base::Error error;
};

inline Made makePlan(const QString &current, const QString &target, const plan::Intents &intents,
                     plan::Policy policy = plan::Policy::Window)
{
    Made made;
    const schema::CatalogPtr before = catalogOf(current, &made.error.message);
    const schema::CatalogPtr after = catalogOf(target, &made.error.message);
    if (!before || !after)
        return made;
    const auto options = plan::diffOptions(intents, *before, *after);
    if (!options.has_value())
        return { nullptr, options.error() };
    const auto changes = diff::diff(before, after, *options, {});
    if (!changes.has_value())
        return { nullptr, changes.error() };
    plan::PlanOptions planOptions;
    planOptions.policy = policy;
    planOptions.intents = intents;
    planOptions.currentScript = { QStringLiteral("current.sql"), current };
    planOptions.targetScript = { QStringLiteral("target.sql"), target };
    const auto plan = plan::makePlan(*changes, nullptr, planOptions, {});
    if (!plan.has_value())
        return { nullptr, plan.error() };
    made.plan = *plan;
    return made;
}

} // namespace lockstep::testing
