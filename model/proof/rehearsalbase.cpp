#include "rehearsalbase.h"

#include "bulkseeder.h"
#include "restore.h"
#include "rowproof.h"

#include <model/analysis/sizes.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <thread>

namespace lockstep::proof {

namespace {

constexpr int shownDifferences = 8;

/// "120 000 made-up rows in 4 tables".
QString rowsText(qint64 rows, qsizetype tables, const QString &what)
{
    return QStringLiteral("%1 %2 in %3 %4")
        .arg(analysis::grouped(rows),
             rows == 1 && what == QLatin1String("rows") ? QStringLiteral("row") : what)
        .arg(tables)
        .arg(tables == 1 ? QStringLiteral("table") : QStringLiteral("tables"));
}

class BaseMaker
{
public:
    BaseMaker(const plan::Plan &plan, const PlanSides &sides, scratch::ScratchServerPtr scratch,
              const RehearsalOptions &options, const RehearsalSink &sink, const std::stop_token &stop)
        : m_plan(plan)
        , m_sides(sides)
        , m_scratch(std::move(scratch))
        , m_options(options)
        , m_sink(sink)
        , m_stop(stop)
    { }

    base::Result<RehearsalBase> operator()(const SeededMaterial &material);
    base::Result<RehearsalBase> operator()(const ArchiveMaterial &material);
    base::Result<RehearsalBase> operator()(const DatabaseMaterial &material);

private:
    void report(const QString &text, int done = 0, int total = 0) const
    {
        if (m_sink)
            m_sink({ text, done, total, {}, execution::StepState::Pending, 0 });
    }
    /// A few rows in the current schema that the plan passes.
    base::Result<void> seedSome(RehearsalBase *base);
    base::Result<bool> takeSurvivors(RehearsalBase *base);
    base::Result<void> checkSchema(const postgres::ConnectionTarget &database, const QString &path);
    base::Result<void> countTables(RehearsalBase *base);

    const plan::Plan &m_plan;
    const PlanSides &m_sides;
    scratch::ScratchServerPtr m_scratch;
    const RehearsalOptions &m_options;
    const RehearsalSink &m_sink;
    const std::stop_token &m_stop;
    QSet<QString> m_chosen; ///< Tables of which the plan does not pass all of the first rows.
};

QSet<QString> touchedBy(const plan::Plan &plan)
{
    QSet<QString> touched;
    for (const plan::Step &step : plan.steps) {
        touched += QSet<QString>(step.relations.begin(), step.relations.end());
        for (const plan::RelationLock &lock : step.assessment.locks)
            touched.insert(lock.relation);
    }
    return touched;
}

/// Rows that the plan does not pass are found among a few, and are not made in masses.
base::Result<bool> BaseMaker::takeSurvivors(RehearsalBase *base)
{
    const RowProofInput input{ m_plan, m_sides.current, m_sides.renames, touchedBy(m_plan) };
    auto passed = passRows(
        input, m_scratch, [this](const QString &text) { report(text); }, m_stop);
    if (!passed.has_value())
        return passed.error();
    base->prepare = passed->proof.prepare;
    for (auto it = passed->removed.begin(); it != passed->removed.end(); ++it) {
        if (it.value() > 0)
            m_chosen.insert(it.key());
    }
    for (const QString &missing : passed->proof.notSeeded)
        base->notRehearsed.append(QStringLiteral("Without rows: ") + missing);
    if (!passed->survivors)
        return false;
    const auto differences =
        differencesFrom(m_sides.current, passed->survivors->target(), m_scratch->toolDirectory(), {}, m_stop);
    if (!differences.has_value())
        return differences.error();
    if (!differences->isEmpty())
        return false;
    base->database = std::move(passed->survivors);
    return true;
}

base::Result<void> BaseMaker::seedSome(RehearsalBase *base)
{
    const auto taken = takeSurvivors(base);
    if (!taken.has_value())
        return taken.error();
    if (*taken)
        return {};
    auto database = scratch::ScratchDatabase::create(m_scratch, QStringLiteral("rehearsal"),
                                                     m_sides.current.database->name());
    if (!database.has_value())
        return database.error();
    base->database = std::move(*database);
    const auto session = base->database->open();
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, m_stop);
    const auto seeded = seedRows(**session, touchedBy(m_plan), m_stop);
    return seeded.has_value() ? base::Result<void>() : seeded.error();
}

base::Result<RehearsalBase> BaseMaker::operator()(const SeededMaterial &material)
{
    RehearsalBase base;
    if (const auto some = seedSome(&base); !some.has_value())
        return some.error();
    base.target = base.database->target();
    const auto session = base.database->open();
    if (!session.has_value())
        return session.error();
    const auto target = m_sides.target.database->open();
    if (!target.has_value())
        return target.error();
    const postgres::CancelOnStop canceler(**session, m_stop);
    const auto onTable = [this](const QString &table, int done, int total) {
        report(QStringLiteral("Making rows for %1.").arg(table), done, total);
    };
    const auto seeded =
        seedBulk(**session, **target, { material.rows, material.seed, m_chosen, m_options.production },
                 onTable, m_stop);
    if (!seeded.has_value())
        return seeded.error();
    for (const BulkTable &table : seeded->tables)
        base.tables.append({ table.schema, table.name, table.rows });
    base.notes = seeded->missing;
    base.description = rowsText(seeded->rows(), base.tables.size(), QStringLiteral("made-up rows"));
    base.notRehearsed.append(QStringLiteral(
        "The rows are made up: they meet the constraints of both schemas, so duplicates, orphans "
        "and values that do not convert, as production may have them, were not met. A restored "
        "backup or the checks before the run find those."));
    return base;
}

base::Result<void> BaseMaker::checkSchema(const postgres::ConnectionTarget &database, const QString &path)
{
    const auto differences =
        differencesFrom(m_sides.current, database, m_scratch->toolDirectory(), m_sides.filter, m_stop);
    if (!differences.has_value())
        return differences.error();
    if (differences->isEmpty())
        return {};
    base::Error error = base::inputError(
        QStringLiteral("The schema in \"%1\" is not the current schema of the plan: %2")
            .arg(path, differences->mid(0, shownDifferences).join(QLatin1Char(' '))),
        QStringLiteral(
            "Make the plan from this backup (\"%1\" as current), or leave out what does not matter by the "
            "ignore rules of the comparison.")
            .arg(path));
    return error;
}

base::Result<void> BaseMaker::countTables(RehearsalBase *base)
{
    auto session = postgres::Session::open(base->target);
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, m_stop);
    report(QStringLiteral("Gathering statistics."));
    if (const auto analysed = (*session)->execute(QStringLiteral("ANALYZE")); !analysed.has_value())
        return m_stop.stop_requested() ? base::canceled() : analysed.error();
    const auto rows = (*session)->query(
        QStringLiteral("SELECT n.nspname, c.relname, greatest(c.reltuples, 0)::bigint FROM pg_class c JOIN "
                       "pg_namespace n ON "
                       "n.oid = c.relnamespace WHERE c.relkind = 'r' AND c.reltuples > 0 AND "
                       "c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname NOT IN "
                       "('information_schema', 'lockstep') ORDER BY 1, 2"));
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i)
        base->tables.append({ rows->text(i, 0), rows->text(i, 1), rows->integer(i, 2) });
    return {};
}

qint64 rowsIn(const QVector<RehearsedTable> &tables)
{
    qint64 sum = 0;
    for (const RehearsedTable &table : tables)
        sum += table.rows;
    return sum;
}

base::Result<RehearsalBase> BaseMaker::operator()(const ArchiveMaterial &material)
{
    const auto backup = openBackup(material.path, m_scratch, m_stop);
    if (!backup.has_value())
        return backup.error();
    report(QStringLiteral("Comparing the backup's schema with the plan's."));
    {
        // Loading it makes the roles that it names, and it is known soon if it is another schema.
        const auto schema =
            loadSide(m_scratch, QStringLiteral("backup"), backup->script, material.path, m_stop);
        if (!schema.has_value())
            return schema.error();
        if (const auto same = checkSchema(schema->database->target(), material.path); !same.has_value())
            return same.error();
    }
    RehearsalBase base;
    auto database = scratch::ScratchDatabase::create(m_scratch, QStringLiteral("rehearsal"));
    if (!database.has_value())
        return database.error();
    base.database = std::move(*database);
    base.target = base.database->target();
    constexpr int mostJobs = 8;
    const int jobs =
        material.jobs > 0 ? material.jobs : std::clamp(int(std::thread::hardware_concurrency()), 1, mostJobs);
    const auto onEntry = [this](const QString &what, int done, int total) {
        report(QStringLiteral("Restoring: %1").arg(what), done, total);
    };
    const auto restored = restoreBackup(*backup, base.target, jobs, onEntry, m_stop);
    if (!restored.has_value())
        return restored.error();
    for (const QString &complaint : restored->complaints.mid(0, shownDifferences))
        base.notes.append(QStringLiteral("While restoring: ") + complaint);
    if (const auto same = checkSchema(base.target, material.path); !same.has_value()) {
        base::Error error = same.error();
        error.detail = restored->complaints.join(QLatin1Char('\n'));
        return error;
    }
    if (const auto counted = countTables(&base); !counted.has_value())
        return counted.error();
    base.description = QStringLiteral("%1, restored from %2")
                           .arg(rowsText(rowsIn(base.tables), base.tables.size(), QStringLiteral("rows")),
                                QFileInfo(material.path).fileName());
    return base;
}

base::Result<RehearsalBase> BaseMaker::operator()(const DatabaseMaterial &material)
{
    RehearsalBase base;
    base.target = material.target;
    {
        const auto session = postgres::Session::open(material.target, m_stop);
        if (!session.has_value())
            return session.error();
        const auto catalog = sources::readLoadedCatalog(**session, m_stop);
        if (!catalog.has_value())
            return catalog.error();
        base.named.catalog = *catalog;
        const auto journal =
            (*session)->query(QStringLiteral("SELECT to_regnamespace('lockstep') IS NOT NULL"));
        base.hadJournal = !journal.has_value() || journal->boolean(0, 0);
    }
    const auto dump = sources::dumpSchema(material.target, m_scratch->toolDirectory(), {}, m_stop);
    if (!dump.has_value())
        return dump.error();
    base.named.dump = *dump;
    if (const auto counted = countTables(&base); !counted.has_value())
        return counted.error();
    base.description = QStringLiteral("%1 of the database %2")
                           .arg(rowsText(rowsIn(base.tables), base.tables.size(), QStringLiteral("rows")),
                                material.target.display());
    base.notRehearsed.append(QStringLiteral("The ways back from the gates: a named database is not copied, "
                                            "so there was one way to the end and back."));
    return base;
}

/// What the rows depend on; empty for those of a named database, which are its own.
QByteArray stockKey(const plan::Plan &plan, const RehearsalMaterial &material)
{
    QByteArray text = plan.current.sql.toUtf8();
    if (const auto *seeded = std::get_if<SeededMaterial>(&material)) {
        text += plan.digest() + plan.target.sql.toUtf8();
        text += QStringLiteral(" %1 %2").arg(seeded->rows).arg(seeded->seed).toUtf8();
    } else if (const auto *archive = std::get_if<ArchiveMaterial>(&material)) {
        const QFileInfo file(archive->path);
        text += file.absoluteFilePath().toUtf8();
        text +=
            QStringLiteral(" %1 %2").arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch()).toUtf8();
    } else {
        return {};
    }
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

} // namespace

base::Result<std::shared_ptr<RehearsalBase>> makeBase(const plan::Plan &plan, const PlanSides &sides,
                                                      const scratch::ScratchServerPtr &scratch,
                                                      const RehearsalOptions &options,
                                                      const RehearsalSink &sink, const std::stop_token &stop)
{
    const QByteArray key = stockKey(plan, options.material);
    RehearsalStock *stock = key.isEmpty() ? nullptr : options.stock.get();
    if (stock && stock->base && stock->server == scratch && stock->key == key) {
        if (sink)
            sink({ QStringLiteral("Using the rows of the last rehearsal."),
                   0,
                   0,
                   {},
                   execution::StepState::Pending,
                   0 });
        return stock->base;
    }
    if (stock)
        stock->base.reset(); // Room for the next one.
    auto made = std::visit(BaseMaker(plan, sides, scratch, options, sink, stop), options.material);
    if (!made.has_value())
        return made.error();
    auto base = std::make_shared<RehearsalBase>(std::move(*made));
    if (stock)
        *stock = { scratch, key, base };
    return base;
}

} // namespace lockstep::proof
