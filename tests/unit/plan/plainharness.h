#pragma once

#include "../../support/postgrestest.h"

#include <model/diff/changeset.h>
#include <model/plan/action.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>

#include <QStringList>

#include <memory>

namespace lockstep::testing {

/// Two schemas, the plan between them, and a database to run it on.
struct PlainRun
{
    schema::CatalogPtr current;
    schema::CatalogPtr target;
    diff::ChangeSetPtr changes;
    plan::PlainPlan plan;
    QString failure; ///< Empty: forward gave the target, backward the current schema.

    /// Forward statements in order, one a line, for assertions.
    [[nodiscard]] QStringList forward() const
    {
        QStringList all;
        for (const plan::Action &action : plan.actions)
            all += action.forward;
        return all;
    }
    [[nodiscard]] int indexOf(const QString &start) const
    {
        const QStringList all = forward();
        for (int i = 0; i < all.size(); ++i) {
            if (all[i].startsWith(start))
                return i;
        }
        return -1;
    }
};

inline QString describe(const diff::ChangeSet &changes)
{
    QStringList lines;
    for (const diff::Change &change : changes.changes) {
        QString line = schema::displayName(diff::idOf(change));
        if (std::holds_alternative<diff::Created>(change))
            line.prepend(QStringLiteral("missing: "));
        else if (std::holds_alternative<diff::Dropped>(change))
            line.prepend(QStringLiteral("still there: "));
        else if (const auto *altered = std::get_if<diff::Altered>(&change)) {
            for (const diff::Difference &difference : altered->differences)
                line += QStringLiteral(" [%1: %2 | %3]")
                            .arg(difference.property, difference.before, difference.after);
        }
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

inline QString describe(const plan::PlainPlan &plan)
{
    QString text;
    for (const plan::Action &action : plan.actions) {
        text += QStringLiteral("%1\n   -> %2\n   <- %3\n")
                    .arg(action.title, action.forward.join(QStringLiteral(";\n      ")),
                         action.backward.join(QStringLiteral(";\n      ")));
    }
    return text;
}

/// Runs the statements one by one, as autocommit; the first failure as text.
inline QString runAll(postgres::Session &session, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const auto done = session.execute(sql); !done.has_value())
            return done.error().toText();
    }
    return {};
}

inline QString compareWith(postgres::Session &session, const schema::CatalogPtr &expected,
                           const QString &when)
{
    const auto reached = sources::readCatalog(session);
    if (!reached.has_value())
        return reached.error().toText();
    if (reached.value()->fingerprint() == expected->fingerprint())
        return {};
    const auto rest = diff::diff(reached.value(), expected, {}, {});
    return when + QStringLiteral(" differs:\n")
           + (rest.has_value() ? describe(**rest) : rest.error().toText());
}

inline std::unique_ptr<postgres::Session> openLoaded(const scratch::ScratchDatabase &database,
                                                     const QString &sql, QString *failure)
{
    auto session = database.open();
    if (!session.has_value()) {
        *failure = session.error().toText();
        return nullptr;
    }
    const auto loaded = scratch::loadScript(**session, sql, QStringLiteral("test.sql"), true);
    if (!loaded.has_value()) {
        *failure = loaded.error().toText();
        return nullptr;
    }
    const QString prepared = runAll(**session, { QStringLiteral("SET check_function_bodies = off"),
                                                 QStringLiteral("SET search_path = ''") });
    if (!prepared.isEmpty())
        *failure = prepared;
    return std::move(session.value());
}

inline void executeBothWays(postgres::Session &session, PlainRun &run)
{
    for (const plan::Action &action : run.plan.actions) {
        run.failure = runAll(session, action.forward);
        if (!run.failure.isEmpty()) {
            run.failure.prepend(QStringLiteral("forward: "));
            return;
        }
    }
    run.failure = compareWith(session, run.target, QStringLiteral("forward"));
    if (!run.failure.isEmpty())
        return;
    for (auto action = run.plan.actions.rbegin(); action != run.plan.actions.rend(); ++action) {
        run.failure = runAll(session, action->backward);
        if (!run.failure.isEmpty()) {
            run.failure.prepend(QStringLiteral("backward: "));
            return;
        }
    }
    run.failure = compareWith(session, run.current, QStringLiteral("backward"));
}

/// Loads both schemas, plans, runs forward and backward, compares after each.
inline PlainRun runPlain(const QString &currentSql, const QString &targetSql,
                         const QVector<diff::RenameDecision> &renames = {}, const plan::Intents &intents = {})
{
    PlainRun run;
    const auto scratch = server(&run.failure);
    if (!scratch)
        return run;
    auto first = scratch::ScratchDatabase::create(scratch, QStringLiteral("current"));
    auto second = scratch::ScratchDatabase::create(scratch, QStringLiteral("target"));
    if (!first.has_value() || !second.has_value()) {
        run.failure = QStringLiteral("no scratch database");
        return run;
    }
    const auto session = openLoaded(**first, currentSql, &run.failure);
    const auto other = openLoaded(**second, targetSql, &run.failure);
    if (!run.failure.isEmpty())
        return run;
    const auto current = sources::readCatalog(*session);
    const auto target = sources::readCatalog(*other);
    if (!current.has_value() || !target.has_value()) {
        run.failure = (current.has_value() ? target : current).error().toText();
        return run;
    }
    run.current = current.value();
    run.target = target.value();
    const auto changes = diff::diff(run.current, run.target, { true, true, renames }, {});
    if (!changes.has_value()) {
        run.failure = changes.error().toText();
        return run;
    }
    run.changes = changes.value();
    plan::PlanOptions options;
    options.intents = intents;
    auto plan = plan::makePlainPlan(run.changes, options, {});
    if (!plan.has_value()) {
        run.failure = plan.error().toText();
        return run;
    }
    run.plan = std::move(plan.value());
    executeBothWays(*session, run);
    return run;
}

} // namespace lockstep::testing
