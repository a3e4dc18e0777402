#include "rowremoval.h"

#include "seedrepair.h"

#include <model/schema/objectid.h>

#include <QSet>

namespace lockstep::proof {

namespace {

constexpr int maximumTrials = 300;

/// Rows by their place in the table.
struct RowPlaces
{
    QString table;
    QStringList places;
};

QString deletion(const QString &table, const QStringList &places)
{
    return QStringLiteral("DELETE FROM ONLY %1 WHERE ctid = ANY (%2::tid[])")
        .arg(table, schema::quoteLiteral(QLatin1Char('{') + QLatin1Char('"')
                                         + places.join(QStringLiteral("\",\"")) + QStringLiteral("\"}")));
}

QString hintFor(const StepFailure &failure, bool anyPasses)
{
    if (!anyPasses)
        return QStringLiteral(
            "No row passes: say what existing rows get (a backfill or conversion intent), or "
            "run it while the table is empty.");
    if (failure.sqlstate == QLatin1String("23502"))
        return QStringLiteral("Fill the NULLs first; a backfill intent does it in the plan.");
    if (failure.sqlstate == QLatin1String("23505") || failure.sqlstate == QLatin1String("23P01"))
        return QStringLiteral("Merge or remove the rows that collide first.");
    if (failure.sqlstate == QLatin1String("23503"))
        return QStringLiteral("Repair or remove the rows without a parent first.");
    if (failure.sqlstate == QLatin1String("23514"))
        return QStringLiteral("Correct the rows that break the condition first.");
    if (failure.sqlstate.startsWith(QLatin1String("22")))
        return QStringLiteral(
            "Correct the values first, or give a conversion intent with a USING expression.");
    return QStringLiteral("Correct these rows first.");
}

/// Finds the smallest sets by trial: which tables matter, then which of their rows.
class OffenderSearch
{
public:
    OffenderSearch(StepRunner &runner, const plan::Step &step, StepRunner::Way way)
        : m_runner(runner)
        , m_step(step)
        , m_way(way)
    { }

    base::Result<QVector<RowPlaces>> rowsOf(const QStringList &tables);
    /// Tables whose rows have to do with the failure; empty if it stays without any row.
    [[nodiscard]] QVector<RowPlaces> culprits(const QVector<RowPlaces> &all);
    /// Rows that cannot stay beside those before them.
    [[nodiscard]] QVector<RowPlaces> offenders(const QVector<RowPlaces> &culprits);

private:
    [[nodiscard]] bool passesWithout(const QVector<RowPlaces> &rows);

    StepRunner &m_runner;
    const plan::Step &m_step;
    StepRunner::Way m_way;
    int m_trials = 0;
};

base::Result<QVector<RowPlaces>> OffenderSearch::rowsOf(const QStringList &tables)
{
    QVector<RowPlaces> all;
    for (const QString &table : tables) {
        const auto rows =
            m_runner.session().query(QStringLiteral("SELECT ctid FROM ONLY %1 ORDER BY ctid").arg(table));
        if (!rows.has_value())
            continue; // Not there at this step, or no table.
        RowPlaces places{ table, {} };
        for (int i = 0; i < rows->count(); ++i)
            places.places.append(rows->text(i, 0));
        if (!places.places.isEmpty())
            all.append(places);
    }
    return all;
}

bool OffenderSearch::passesWithout(const QVector<RowPlaces> &rows)
{
    if (++m_trials > maximumTrials)
        return false;
    QStringList deletions;
    for (const RowPlaces &places : rows) {
        if (!places.places.isEmpty())
            deletions.append(deletion(places.table, places.places));
    }
    return m_runner.tryAfter(deletions, m_step, m_way).isEmpty();
}

QVector<RowPlaces> OffenderSearch::culprits(const QVector<RowPlaces> &all)
{
    for (const RowPlaces &one : all) {
        if (passesWithout({ one }))
            return { one };
    }
    return all.size() > 1 && passesWithout(all) ? all : QVector<RowPlaces>();
}

QVector<RowPlaces> OffenderSearch::offenders(const QVector<RowPlaces> &culprits)
{
    // Starts without any row and lets them back in one by one.
    QVector<RowPlaces> out = culprits;
    for (RowPlaces &table : out) {
        const QStringList places = table.places;
        for (const QString &place : places) {
            table.places.removeAll(place);
            if (!passesWithout(out))
                table.places.append(place);
        }
    }
    return out;
}

/// Foreign keys that may have lost a row they point at, over any number of tables.
QVector<SeedForeignKey> keysBelow(const SeedSchema &schema, const QVector<RowPlaces> &rows)
{
    QSet<Oid> reached;
    const auto reach = [&](const SeedTable *table) {
        for (; table && !reached.contains(table->oid); table = schema.find(table->partitionOf))
            reached.insert(table->oid);
    };
    for (const SeedTable &table : schema.tables()) {
        for (const RowPlaces &places : rows) {
            if (places.table == table.sqlName() && !places.places.isEmpty())
                reach(&table);
        }
    }
    for (qsizetype before = 0; before != reached.size();) {
        before = reached.size();
        for (const SeedForeignKey &key : schema.foreignKeys()) {
            if (reached.contains(key.referenced))
                reach(schema.find(key.table));
        }
    }
    QVector<SeedForeignKey> keys;
    for (const SeedForeignKey &key : schema.foreignKeys()) {
        if (reached.contains(key.referenced))
            keys.append(key);
    }
    return keys;
}

/// Takes the rows out, then what refers to them; counts both by table.
base::Result<void> takeOut(postgres::Session &session, const QVector<RowPlaces> &rows,
                           const std::stop_token &stop)
{
    QStringList statements{ QStringLiteral("SET session_replication_role = replica") };
    for (const RowPlaces &places : rows) {
        if (!places.places.isEmpty())
            statements.append(deletion(places.table, places.places));
    }
    for (const QString &statement : std::as_const(statements)) {
        const auto done = session.execute(statement);
        if (!done.has_value())
            return done.error();
    }
    auto schema = SeedSchema::read(session, stop);
    if (!schema.has_value())
        return schema.error();
    const QVector<SeedForeignKey> keys = keysBelow(*schema, rows);
    QVector<Oid> tables;
    for (const SeedForeignKey &key : keys)
        tables += { key.table, key.referenced };
    const auto read = schema->readDetails(session, tables);
    if (!read.has_value())
        return read.error();
    const auto repaired = repairForeignKeys(session, *schema, keys, OrphanCure::Remove);
    if (!repaired.has_value())
        return repaired.error();
    return session.execute(QStringLiteral("SET session_replication_role = origin"));
}

QString exampleOf(postgres::Session &session, const RowPlaces &rows)
{
    constexpr int maximumShown = 200;
    const auto row = session.query(QStringLiteral("SELECT r::text FROM ONLY %1 r WHERE ctid = %2::tid")
                                       .arg(rows.table, schema::quoteLiteral(rows.places.first())));
    return row.has_value() && row->count() > 0 ? row->text(0, 0).left(maximumShown) : QString();
}

} // namespace

base::Result<RowRemoval> removeOffendingRows(StepRunner &runner, const plan::Step &step, StepRunner::Way way,
                                             const StepFailure &failure, const QStringList &tables,
                                             const std::stop_token &stop)
{
    RowRemoval removal;
    OffenderSearch search(runner, step, way);
    const auto all = search.rowsOf(tables);
    if (!all.has_value())
        return all.error();
    const QVector<RowPlaces> culprits = search.culprits(*all);
    const QVector<RowPlaces> offenders = search.offenders(culprits);
    if (stop.stop_requested())
        return base::canceled();
    QStringList parts;
    QString example;
    bool anyPasses = false;
    for (int i = 0; i < offenders.size(); ++i) {
        const auto total = culprits[i].places.size();
        anyPasses = anyPasses || offenders[i].places.size() < total;
        if (offenders[i].places.isEmpty())
            continue;
        parts.append(QStringLiteral("%1 of %2 rows of %3")
                         .arg(offenders[i].places.size())
                         .arg(total)
                         .arg(offenders[i].table));
        if (example.isEmpty())
            example = exampleOf(runner.session(), offenders[i]);
    }
    if (parts.isEmpty())
        return removal;
    removal.isFound = true;
    removal.sentence =
        QStringLiteral("%1 does not pass on %2: %3. For example, the row %4. %5")
            .arg(way == StepRunner::Way::Forward ? step.id : QStringLiteral("The rollback of ") + step.id,
                 parts.join(QStringLiteral(", ")), failure.reason, example, hintFor(failure, anyPasses));
    const auto out = takeOut(runner.session(), offenders, stop);
    if (!out.has_value())
        return out.error();
    return removal;
}

} // namespace lockstep::proof
