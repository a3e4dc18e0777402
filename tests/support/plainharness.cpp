#include "plainharness.h"

#include <model/proof/dumpcompare.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

namespace lockstep::testing {

QStringList PlainRun::forward() const
{
    QStringList all;
    for (const plan::Action &action : plan.actions)
        all += action.forward;
    return all;
}

int PlainRun::indexOf(const QString &start) const
{
    const QStringList all = forward();
    for (int i = 0; i < all.size(); ++i) {
        if (all[i].startsWith(start))
            return i;
    }
    return -1;
}

QString describe(const diff::ChangeSet &changes)
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

QString describe(const plan::PlainPlan &plan)
{
    QString text;
    for (const plan::Action &action : plan.actions) {
        text += QStringLiteral("%1\n   -> %2\n   <- %3\n")
                    .arg(action.title, action.forward.join(QStringLiteral(";\n      ")),
                         action.backward.join(QStringLiteral(";\n      ")));
    }
    return text;
}

QString runAll(postgres::Session &session, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const auto done = session.execute(sql); !done.has_value())
            return done.error().toText();
    }
    return {};
}

QString compareWith(postgres::Session &session, const schema::CatalogPtr &expected, const QString &when)
{
    const auto reached = sources::readCatalog(session);
    if (!reached.has_value())
        return reached.error().toText();
    const auto rest = diff::diff(reached.value(), expected, {}, {});
    const bool isEqual = rest.has_value() && rest.value()->changes.empty();
    if (isEqual
        && (rest.value()->implied > 0
            || rest.value()->current->fingerprint() == rest.value()->target->fingerprint()))
        return {};
    return when + QStringLiteral(" differs:\n")
           + (rest.has_value() ? describe(**rest) : rest.error().toText());
}

std::unique_ptr<postgres::Session> openLoaded(const scratch::ScratchDatabase &database, const QString &sql,
                                              QString *failure)
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

QStringList rowsOf(postgres::Session &session)
{
    QStringList lines;
    const auto tables = session.query(QStringLiteral("SELECT tablename FROM pg_catalog.pg_tables "
                                                     "WHERE schemaname = 'public' ORDER BY 1"));
    for (int i = 0; tables.has_value() && i < tables->count(); ++i) {
        const QString table = tables->text(i, 0);
        const auto rows = session.query(QStringLiteral("SELECT t::text FROM %1 t ORDER BY 1")
                                            .arg(schema::qualified(QStringLiteral("public"), table)));
        QStringList texts{ table + QLatin1Char(':') };
        for (int row = 0; rows.has_value() && row < rows->count(); ++row)
            texts << rows->text(row, 0);
        lines << texts.join(QLatin1Char(' '));
    }
    return lines;
}

QString DumpObserver::compare(const scratch::ScratchDatabase &actual, const QString &expected,
                              const QString &when)
{
    const auto dump = dumpOf(actual);
    if (!dump.has_value())
        return dump.error().toText();
    const QStringList rest = proof::compareDumps(*dump, expected);
    return rest.isEmpty() ? QString()
                          : when + QStringLiteral(" differs by pg_dump:\n") + rest.join(QLatin1Char('\n'));
}

base::Result<QString> DumpObserver::dumpOf(const scratch::ScratchDatabase &database)
{
    const QString tools = server()->toolDirectory();
    return sources::dumpSchema(database.target(), tools, {});
}

void executeForward(postgres::Session &session, PlainRun &run)
{
    for (const plan::Action &action : run.plan.actions) {
        run.failure = runAll(session, action.forward);
        if (!run.failure.isEmpty()) {
            run.failure.prepend(QStringLiteral("forward: "));
            return;
        }
    }
    run.failure = compareWith(session, run.target, QStringLiteral("forward"));
}

void executeBackward(postgres::Session &session, PlainRun &run)
{
    for (auto action = run.plan.actions.rbegin(); action != run.plan.actions.rend(); ++action) {
        run.failure = runAll(session, action->backward);
        if (!run.failure.isEmpty()) {
            run.failure.prepend(QStringLiteral("backward: "));
            return;
        }
    }
    run.failure = compareWith(session, run.current, QStringLiteral("backward"));
}

namespace {

/// What must be true of the rows, whichever way was gone.
QString checkAll(postgres::Session &session, const QStringList &conditions, const QString &when)
{
    for (const QString &condition : conditions) {
        const auto rows = session.query(condition);
        if (!rows.has_value())
            return when + QStringLiteral(": ") + rows.error().toText();
        if (rows->count() != 1 || !rows->boolean(0, 0))
            return when + QStringLiteral(": does not hold: ") + condition;
    }
    return {};
}

} // namespace

PlainRun runPlain(const QString &currentSql, const QString &targetSql,
                  const QVector<diff::RenameDecision> &renames, const plan::Intents &intents, bool byDumps,
                  const QStringList &conditions)
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
    const auto changes = diff::diff(run.current, run.target, { renames, {} }, {});
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
    const auto before = byDumps ? DumpObserver::dumpOf(**first) : base::Result<QString>(QString());
    const auto after = byDumps ? DumpObserver::dumpOf(**second) : base::Result<QString>(QString());
    if (!before.has_value() || !after.has_value()) {
        run.failure = (before.has_value() ? after : before).error().toText();
        return run;
    }
    executeForward(*session, run);
    if (run.failure.isEmpty())
        run.failure = checkAll(*session, conditions, QStringLiteral("forward"));
    if (run.failure.isEmpty() && byDumps)
        run.failure = DumpObserver::compare(**first, *after, QStringLiteral("forward"));
    if (run.failure.isEmpty())
        executeBackward(*session, run);
    if (run.failure.isEmpty())
        run.failure = checkAll(*session, conditions, QStringLiteral("backward"));
    if (run.failure.isEmpty() && byDumps)
        run.failure = DumpObserver::compare(**first, *before, QStringLiteral("backward"));
    run.rowsAfter = rowsOf(*session);
    return run;
}

} // namespace lockstep::testing
