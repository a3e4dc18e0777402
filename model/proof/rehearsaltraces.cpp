#include "rehearsaltraces.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace lockstep::proof {

QString offendingRows(const postgres::ConnectionTarget &database, const plan::Step &step,
                      const base::Error &error)
{
    constexpr int shownRows = 5;
    constexpr int shownText = 60;
    const auto check =
        std::find_if(step.verify.begin(), step.verify.end(), [&error](const auto &verification) {
            return verification.sql == error.statement && !verification.sample.isEmpty();
        });
    const auto session = postgres::Session::open(database);
    if (check == step.verify.end() || !session.has_value())
        return {};
    const auto rows = (*session)->query(check->sample);
    if (!rows.has_value() || rows->count() == 0)
        return {};
    QStringList lines;
    for (int row = 0; row < std::min(rows->count(), shownRows); ++row) {
        QStringList values;
        for (int column = 0; column < rows->columns().size(); ++column)
            values.append(rows->columns()[column] + QStringLiteral(" = ")
                          + (rows->isNull(row, column) ? QStringLiteral("NULL")
                                                       : rows->text(row, column).left(shownText)));
        lines.append(values.join(QStringLiteral(", ")));
    }
    return QStringLiteral("The rows, of which there may be more: %1").arg(lines.join(QStringLiteral("; ")));
}

/// later.
void readUpdates(postgres::Session &session, const plan::Step &step, BackfillTrace *trace)
{
    constexpr int attempts = 20;
    for (int i = 0; i < attempts; ++i) {
        const auto table = session.query(
            QStringLiteral(
                "SELECT sum(n_tup_upd)::bigint, sum(n_tup_hot_upd)::bigint, sum(n_dead_tup)::bigint "
                "FROM pg_stat_user_tables WHERE relid = to_regclass($1) OR relid IN (SELECT inhrelid "
                "FROM pg_inherits WHERE inhparent = to_regclass($1))"),
            { schema::sqlName(step.backfill->table) });
        if (!table.has_value() || table->count() == 0 || table->isNull(0, 0))
            return; // The table is gone, or called otherwise.
        const qint64 updates = table->integer(0, 0);
        if (updates >= trace->rowsWritten && updates > 0) {
            trace->hotShare = double(table->integer(0, 1)) / double(updates);
            trace->deadRows = table->integer(0, 2);
            return;
        }
        if (trace->rowsWritten <= 0)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

/// empty.
QString tellerOf(const QString &difference, const plan::Plan &plan, const schema::Catalog &current)
{
    const bool isValidity =
        difference.contains(QLatin1String("validated")) || difference.startsWith(QLatin1String("pg_dump: "));
    for (const schema::Fact &fact : current.facts()) {
        const auto *constraint = fact.as<schema::ConstraintAttributes>();
        const QString name = schema::quoteIdent(fact.id.sub);
        if (!isValidity || !constraint || constraint->type != schema::ConstraintType::ForeignKey
            || !difference.contains(name))
            continue;
        for (const plan::Step &step : plan.steps) {
            if (step.rollback.caution.contains(name))
                return step.id;
        }
    }
    return {};
}

} // namespace lockstep::proof
