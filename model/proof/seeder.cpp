#include "seeder.h"

#include "rowcontent.h"
#include "seedrepair.h"
#include "seedsolver.h"

#include <model/schema/objectid.h>

namespace lockstep::proof {

namespace {

constexpr int rowsEach = 7;
constexpr int attemptsEach = 40;

/// Seeds one database.
class Seeder
{
public:
    Seeder(postgres::Session &session, const std::stop_token &stop)
        : m_session(session)
        , m_values(session)
        , m_stop(stop)
    { }

    base::Result<SeedReport> run(const QSet<QString> &touchedNames);

private:
    base::Result<void> prepare(const QSet<QString> &touchedNames);
    void seedTable(const SeedTable &table);
    [[nodiscard]] QVector<Oid> pendingParents(const SeedTable &table) const;
    /// How many rows went in; `failure` is why no more did.
    int insertRows(const SeedTable &table, const QVector<ColumnGroup> &groups, QString *failure);
    [[nodiscard]] QString rowText(const SeedTable &table, const QVector<ColumnGroup> &groups, int row,
                                  int attempt) const;
    base::Result<void> countRows();

    postgres::Session &m_session;
    SeedValues m_values;
    std::stop_token m_stop;
    SeedSchema m_schema;
    SeedSelection m_selection;
    QSet<Oid> m_done;
    SeedReport m_report;
};

base::Result<void> Seeder::prepare(const QSet<QString> &touchedNames)
{
    // Without statistics the server thinks queries over many tables worth compiling: they are not.
    for (const char *setting : { "SET search_path = ''", "SET session_replication_role = replica",
                                 "SET DateStyle = 'ISO, MDY'", "SET TimeZone = 'UTC'", "SET jit = off" }) {
        const auto done = m_session.execute(QLatin1String(setting));
        if (!done.has_value())
            return done.error();
    }
    auto schema = SeedSchema::read(m_session, m_stop);
    if (!schema.has_value())
        return schema.error();
    m_schema = std::move(*schema);
    m_selection = selectTables(m_schema, touchedNames);
    QVector<Oid> detailed = m_selection.tables;
    for (const Oid table : std::as_const(m_selection.tables)) {
        for (const SeedForeignKey &key : m_schema.find(table)->foreignKeys) {
            if (!detailed.contains(key.referenced))
                detailed.append(key.referenced);
        }
    }
    const auto read = m_schema.readDetails(m_session, detailed);
    if (!read.has_value())
        return read.error();
    QVector<Oid> types;
    for (const Oid table : std::as_const(m_selection.tables)) {
        for (const SeedColumn &column : m_schema.find(table)->columns)
            types.append(column.typeOid);
    }
    const auto values = m_values.readTypes(types);
    if (!values.has_value())
        return values;
    const auto path = searchEverySchema(m_session);
    return path.has_value() ? base::Result<void>() : path.error();
}

QVector<Oid> Seeder::pendingParents(const SeedTable &table) const
{
    QVector<Oid> pending;
    for (const SeedForeignKey &key : table.foreignKeys) {
        if (key.referenced == table.oid)
            continue;
        for (const Oid holder : rowHolders(m_schema, key.referenced)) {
            if (!m_done.contains(holder)) {
                pending.append(key.referenced);
                break;
            }
        }
    }
    return pending;
}

QString Seeder::rowText(const SeedTable &table, const QVector<ColumnGroup> &groups, int row,
                        int attempt) const
{
    QHash<int, SeedValue> values;
    for (int g = 0; g < groups.size(); ++g) {
        const ColumnGroup &group = groups[g];
        bool hasKey = false;
        for (const int number : group.columns)
            hasKey = hasKey || table.column(number)->isKey;
        // The last row repeats the first wherever nothing asks for a difference.
        int index = row == rowsEach - 1 && !hasKey ? 0 : row;
        if (attempt > 0)
            index = row + attempt * (hasKey ? 1 + g % 3 : 1) + attempt / 12 * g;
        const QVector<SeedValue> &choice = group.choices[index % group.choices.size()];
        for (int c = 0; c < group.columns.size(); ++c)
            values.insert(group.columns[c], choice[c]);
    }
    QStringList texts;
    for (const SeedColumn &column : table.columns) {
        const SeedValue value = values.value(column.number);
        texts.append(value ? schema::quoteLiteral(*value) + QStringLiteral("::") + column.type
                           : QStringLiteral("NULL"));
    }
    return QLatin1Char('(') + texts.join(QStringLiteral(", ")) + QLatin1Char(')');
}

int Seeder::insertRows(const SeedTable &table, const QVector<ColumnGroup> &groups, QString *failure)
{
    QStringList names;
    for (const SeedColumn &column : table.columns)
        names.append(schema::quoteIdent(column.name));
    // Without columns there is no other way to say "a row".
    const QString insert = names.isEmpty()
                               ? QStringLiteral("INSERT INTO %1 DEFAULT VALUES").arg(table.sqlName())
                               : QStringLiteral("INSERT INTO %1 (%2) OVERRIDING SYSTEM VALUE VALUES ")
                                     .arg(table.sqlName(), names.join(QStringLiteral(", ")));
    const auto rowOf = [&](int row, int attempt) {
        return names.isEmpty() ? QString() : rowText(table, groups, row, attempt);
    };
    QStringList all;
    for (int row = 0; row < rowsEach; ++row)
        all.append(rowOf(row, 0));
    if (!names.isEmpty() && m_session.execute(insert + all.join(QStringLiteral(", "))).has_value())
        return rowsEach;
    int rows = 0;
    for (int row = 0; row < rowsEach; ++row) {
        bool isIn = false;
        for (int attempt = 0; attempt < attemptsEach && !isIn; ++attempt) {
            const auto done = m_session.execute(insert + rowOf(row, attempt));
            isIn = done.has_value();
            if (!isIn)
                *failure = done.error().message;
            // Rows differ only in their values: without those a second attempt is the first again.
            if (names.isEmpty())
                break;
        }
        rows += isIn ? 1 : 0;
        if (!isIn && rows > 0)
            break; // The values that can be told apart are used up.
    }
    return rows;
}

void Seeder::seedTable(const SeedTable &table)
{
    m_done.insert(table.oid);
    const auto miss = [&](const QString &reason) {
        if (m_selection.tables.indexOf(table.oid) < m_selection.touched)
            m_report.isComplete = false;
        m_report.missing.append(QStringLiteral("table %1: %2.").arg(table.sqlName(), reason));
    };
    if (table.kind == QLatin1Char('f')) {
        miss(QStringLiteral("it is a foreign table, its rows are on another server"));
        return;
    }
    SeedSolver solver(m_session, m_values, m_schema);
    QVector<Oid> pending = pendingParents(table);
    const auto groups = solver.solve(table, pending);
    if (!groups.has_value()) {
        miss(groups.error().message);
        return;
    }
    QString failure;
    if (insertRows(table, *groups, &failure) == 0)
        miss(QStringLiteral("no row was taken (%1)").arg(failure));
}

/// What is there after the repair, not what went in.
base::Result<void> Seeder::countRows()
{
    QStringList names;
    for (const Oid oid : std::as_const(m_selection.tables))
        names.append(m_schema.find(oid)->sqlName());
    const auto counts = proof::countRows(m_session, names);
    if (!counts.has_value())
        return counts.error();
    for (const Oid oid : std::as_const(m_selection.tables)) {
        const SeedTable *table = m_schema.find(oid);
        if (const int rows = counts->value(table->sqlName()); rows > 0)
            m_report.tables.append({ table->schema, table->name, rows });
    }
    return {};
}

base::Result<SeedReport> Seeder::run(const QSet<QString> &touchedNames)
{
    const auto prepared = prepare(touchedNames);
    if (!prepared.has_value())
        return prepared.error();
    for (const Oid oid : std::as_const(m_selection.tables)) {
        if (m_stop.stop_requested())
            return base::canceled();
        seedTable(*m_schema.find(oid));
    }
    QVector<SeedForeignKey> keys;
    for (const SeedForeignKey &key : m_schema.foreignKeys()) {
        if (m_selection.tables.contains(key.table))
            keys.append(key);
    }
    const auto repaired = repairForeignKeys(m_session, m_schema, keys, OrphanCure::Repoint);
    if (!repaired.has_value())
        return repaired.error();
    const auto moved = moveSequencesPast(m_session, m_schema, m_selection.tables, &m_report.notes);
    if (!moved.has_value())
        return moved.error();
    const auto counted = countRows();
    if (!counted.has_value())
        return counted.error();
    if (m_selection.left > 0)
        m_report.notes.append(
            QStringLiteral("%1 tables have rows: %2 that the plan touches or that those refer to, and %3 "
                           "others; %4 tables stayed empty by choice.")
                .arg(m_report.tables.size())
                .arg(m_selection.touched)
                .arg(m_selection.others)
                .arg(m_selection.left));
    return m_report;
}

} // namespace

int SeedReport::rows() const
{
    int sum = 0;
    for (const SeededTable &table : tables)
        sum += table.rows;
    return sum;
}

base::Result<SeedReport> seedRows(postgres::Session &session, const QSet<QString> &touchedNames,
                                  const std::stop_token &stop)
{
    return Seeder(session, stop).run(touchedNames);
}

} // namespace lockstep::proof
