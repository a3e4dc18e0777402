#include "bulkseeder.h"

#include "bulkmerge.h"
#include "bulktable.h"
#include "rowcontent.h"
#include "seedrepair.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogqueries.h>

#include <algorithm>

namespace lockstep::proof {

namespace {

constexpr int childFactor = 5;
constexpr int maximumRounds = 8;
constexpr qint64 spareTries = 100;
/// Where rows begin to be numbered: those that are there have small numbers.
constexpr qint64 firstNumber = 1000;

/// Fills the tables of one database.
class BulkSeeder
{
public:
    BulkSeeder(postgres::Session &session, const BulkOptions &options, const BulkProgress &progress,
               const std::stop_token &stop)
        : m_session(session)
        , m_options(options)
        , m_progress(progress)
        , m_stop(stop)
    { }

    base::Result<BulkReport> run(postgres::Session &target);

private:
    base::Result<void> prepare(postgres::Session &target);
    base::Result<void> readTypes();
    [[nodiscard]] BulkInsert insertFor(const SeedTable &table) const;
    [[nodiscard]] QVector<BulkParent> parentsOf(const SeedTable &table) const;
    base::Result<void> seedTable(const SeedTable &table);
    base::Result<qint64> addRows(BulkInsert &insert, qint64 kept, qint64 wanted, QString *failure);
    base::Result<void> keepParents(BulkInsert &insert, bool onlySelf);
    [[nodiscard]] qint64 wantedRows(const BulkInsert &insert) const;
    base::Result<qint64> count(const QString &table);
    base::Result<void> finish();

    postgres::Session &m_session;
    const BulkOptions &m_options;
    const BulkProgress &m_progress;
    const std::stop_token &m_stop;
    SeedSchema m_schema;
    SeedSchema m_target;
    QVector<Oid> m_tables; ///< Those with rows, referenced ones first.
    QHash<Oid, int> m_leaves; ///< Leaf partitions with rows, by the table they are directly below.
    QHash<QPair<Oid, int>, BulkColumn> m_columns;
    BulkReport m_report;
};

base::Result<qint64> BulkSeeder::count(const QString &table)
{
    const auto rows = m_session.query(QStringLiteral("SELECT count(*) FROM ONLY ") + table);
    if (!rows.has_value())
        return rows.error();
    return rows->integer(0, 0);
}

base::Result<void> BulkSeeder::readTypes()
{
    const auto rows =
        m_session.query(sources::catalogQuery(QStringLiteral("bulkcolumns"), m_session.server().version),
                        { oidArray(m_tables) });
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        BulkColumn column;
        column.typeKind = rows->text(i, 2).at(0);
        column.typeName = rows->text(i, 3);
        column.modifier = int(rows->integer(i, 4));
        column.element = rows->text(i, 5);
        column.elementType = rows->text(i, 6);
        m_columns.insert({ Oid(rows->integer(i, 0)), int(rows->integer(i, 1)) }, column);
    }
    return {};
}

base::Result<void> BulkSeeder::prepare(postgres::Session &target)
{
    for (const char *setting : { "SET session_replication_role = replica", "SET DateStyle = 'ISO, MDY'",
                                 "SET TimeZone = 'UTC'", "SET jit = off", "SET synchronous_commit = off" }) {
        if (const auto done = m_session.execute(QLatin1String(setting)); !done.has_value())
            return done;
    }
    auto current = readSeedDetails(m_session, m_stop);
    if (!current.has_value())
        return current.error();
    m_schema = std::move(*current);
    auto wanted = readSeedDetails(target, m_stop);
    if (!wanted.has_value())
        return wanted.error();
    m_target = std::move(*wanted);
    QSet<QString> names;
    for (const SeedTable &table : m_schema.tables())
        names.insert(table.sqlName());
    for (const Oid oid : selectTables(m_schema, names).tables) {
        const SeedTable *table = m_schema.find(oid);
        if (table->kind != QLatin1Char('r'))
            continue;
        const auto rows = count(table->sqlName());
        if (!rows.has_value())
            return rows.error();
        if (*rows == 0)
            continue;
        m_tables.append(oid);
        ++m_leaves[table->partitionOf];
    }
    if (const auto types = readTypes(); !types.has_value())
        return types;
    const auto functions = m_session.execute(bulkFunctions());
    if (!functions.has_value())
        return functions;
    const auto path = searchEverySchema(m_session);
    return path.has_value() ? base::Result<void>() : path.error();
}

QVector<BulkParent> BulkSeeder::parentsOf(const SeedTable &table) const
{
    QVector<SeedForeignKey> keys = table.foreignKeys;
    // A wider key brings the columns of a narrower one along: they are those of one row that is in order.
    std::stable_sort(keys.begin(), keys.end(),
                     [](const auto &a, const auto &b) { return a.columns.size() > b.columns.size(); });
    QVector<BulkParent> parents;
    QSet<int> taken;
    for (const SeedForeignKey &key : std::as_const(keys)) {
        const SeedTable *referenced = m_schema.find(key.referenced);
        const bool isFree = std::none_of(key.columns.begin(), key.columns.end(),
                                         [&taken](int number) { return taken.contains(number); });
        if (!referenced || !isFree)
            continue;
        taken += QSet<int>(key.columns.begin(), key.columns.end());
        BulkParent parent{ key, referenced->sqlName(), {}, {}, key.referenced == table.oid, true, 0 };
        for (int i = 0; i < key.columns.size(); ++i) {
            const SeedColumn *column = table.column(key.columns[i]);
            const SeedColumn *there = referenced->column(key.referencedColumns.value(i));
            parent.isKey = parent.isKey && column && column->isKey;
            parent.columns.append(column ? schema::quoteIdent(column->name) : QString());
            parent.referenced.append(there ? schema::quoteIdent(there->name) : QString());
        }
        // A key to a generated column has no name here; its rows keep what they have.
        if (!parent.columns.contains(QString()) && !parent.referenced.contains(QString()))
            parents.append(parent);
    }
    return parents;
}

BulkInsert BulkSeeder::insertFor(const SeedTable &table) const
{
    const SeedTable both = withTarget(table, m_schema, m_target);
    const SeedTable *target = tableNamed(m_target, table);
    QSet<int> tied;
    for (const SeedCheck &check : both.checks)
        tied += QSet<int>(check.columns.begin(), check.columns.end());
    const schema::RelationStatistics *known =
        m_options.statistics
            ? m_options.statistics->find(schema::objectId(schema::Kind::Table, table.schema, table.name))
            : nullptr;
    QVector<BulkColumn> columns;
    for (const SeedColumn &own : both.columns) {
        BulkColumn column = m_columns.value({ table.oid, own.number });
        const SeedColumn *wanted = target ? columnNamed(*target, own.name) : nullptr;
        column.column = own;
        column.isTied = tied.contains(own.number);
        column.isRetyped = wanted && wanted->type != own.type;
        if (known) {
            const auto it = known->columns.constFind(own.name);
            column.statistics = it == known->columns.constEnd() ? nullptr : &*it;
        }
        columns.append(column);
    }
    return { both, columns, parentsOf(both) };
}

qint64 BulkSeeder::wantedRows(const BulkInsert &insert) const
{
    const qint64 whole = insert.refersToOthers() ? m_options.rows * childFactor : m_options.rows;
    const Oid parent = insert.table().partitionOf;
    return parent == 0 ? whole : std::max<qint64>(1, whole / std::max(1, m_leaves.value(parent)));
}

base::Result<void> BulkSeeder::keepParents(BulkInsert &insert, bool onlySelf)
{
    for (int i = 0; i < insert.parents().size(); ++i) {
        BulkParent &parent = insert.parents()[i];
        if (onlySelf && !parent.isSelf)
            continue;
        if (const auto kept = m_session.executeScript(insert.keepParent(i)); !kept.has_value())
            return kept;
        const auto rows = count(QStringLiteral("pg_temp.lockstep_parent_%1").arg(i));
        if (!rows.has_value())
            return rows.error();
        parent.rows = *rows;
    }
    return {};
}

base::Result<qint64> BulkSeeder::addRows(BulkInsert &insert, qint64 kept, qint64 wanted, QString *failure)
{
    const bool isChosen = m_options.chosen.contains(insert.table().sqlName());
    BulkRound round{ isChosen ? BulkMode::Plain : BulkMode::Varied, 0, m_options.seed, wanted };
    constexpr auto noArbiter = "55000"; // A deferrable key cannot tell what to leave out.
    bool skipsConflicts = true;
    qint64 added = 0;
    qint64 next = firstNumber;
    double share = insert.table().checks.isEmpty() ? 1 : 0.5; // Of what is tried that goes in.
    for (; round.number < maximumRounds && added < wanted; ++round.number) {
        if (const auto parents = keepParents(insert, round.number > 0); !parents.has_value())
            return parents.error();
        // Rows that refer to their own table need some that are there.
        const bool isFirstOfTree = round.number == 0 && insert.refersToItself();
        const qint64 limit = isFirstOfTree ? std::max<qint64>(1, wanted / 20) : wanted - added;
        const auto tried = qint64(double(limit) / share) + spareTries;
        const auto done =
            m_session.query(insert.insert(round, next, next + tried - 1, limit, kept, skipsConflicts));
        if (m_stop.stop_requested())
            return base::canceled();
        if (!done.has_value()) {
            *failure = done.error().message;
            if (done.error().sqlstate == QLatin1String(noArbiter))
                round.mayRepeat = skipsConflicts = false;
            else
                round.mode = BulkMode::Plain;
            continue;
        }
        next += tried;
        added += done->affected;
        share = std::clamp(double(done->affected) / double(tried), 0.02, 1.0);
    }
    return added;
}

base::Result<void> BulkSeeder::seedTable(const SeedTable &table)
{
    BulkInsert insert = insertFor(table);
    const auto kept = count(table.sqlName());
    if (!kept.has_value())
        return kept.error();
    BulkTable result{ table.schema, table.name, *kept, wantedRows(insert) };
    QString failure;
    if (result.wanted > *kept && !insert.table().columns.isEmpty()) {
        if (const auto there = m_session.executeScript(insert.keepRows()); !there.has_value())
            return there;
        const auto added = addRows(insert, *kept, result.wanted - *kept, &failure);
        if (!added.has_value())
            return added.error();
        result.rows += *added;
    }
    if (result.rows < result.wanted) {
        m_report.missing.append(
            QStringLiteral("Table %1 has %2 rows instead of %3: %4.")
                .arg(table.sqlName(), QString::number(result.rows), QString::number(result.wanted),
                     failure.isEmpty() ? QStringLiteral(
                         "no more that meet its constraints and differ where they must were found")
                                       : QStringLiteral("the server said: ") + failure.trimmed()));
    }
    m_report.tables.append(result);
    return {};
}

/// Keys that overlap could not all be followed; then statistics, and sequences go on after the rows.
base::Result<void> BulkSeeder::finish()
{
    QVector<SeedForeignKey> keys;
    for (const SeedForeignKey &key : m_schema.foreignKeys()) {
        if (m_tables.contains(key.table))
            keys.append(key);
    }
    const auto repaired = repairForeignKeys(m_session, m_schema, keys, OrphanCure::Repoint);
    if (!repaired.has_value())
        return repaired;
    QVector<Oid> numbered = m_tables;
    for (int i = 0; i < numbered.size(); ++i) { // Partitions are numbered by what they are partitions of.
        const Oid parent = m_schema.find(numbered[i])->partitionOf;
        if (parent != 0 && m_schema.find(parent) && !numbered.contains(parent))
            numbered.append(parent);
    }
    const auto moved = moveSequencesPast(m_session, m_schema, numbered, &m_report.missing);
    if (!moved.has_value())
        return moved;
    return m_session.execute(QStringLiteral("ANALYZE"));
}

base::Result<BulkReport> BulkSeeder::run(postgres::Session &target)
{
    const auto prepared = prepare(target);
    if (!prepared.has_value())
        return prepared.error();
    int done = 0;
    for (const Oid oid : std::as_const(m_tables)) {
        const SeedTable *table = m_schema.find(oid);
        if (m_progress)
            m_progress(table->sqlName(), done++, int(m_tables.size()));
        const auto seeded = seedTable(*table);
        if (m_stop.stop_requested())
            return base::canceled();
        if (!seeded.has_value())
            return seeded.error();
    }
    const auto finished = finish();
    if (m_stop.stop_requested())
        return base::canceled();
    if (!finished.has_value())
        return finished.error();
    return m_report;
}

} // namespace

qint64 BulkReport::rows() const
{
    qint64 sum = 0;
    for (const BulkTable &table : tables)
        sum += table.rows;
    return sum;
}

base::Result<BulkReport> seedBulk(postgres::Session &session, postgres::Session &target,
                                  const BulkOptions &options, const BulkProgress &progress,
                                  const std::stop_token &stop)
{
    return BulkSeeder(session, options, progress, stop).run(target);
}

} // namespace lockstep::proof
