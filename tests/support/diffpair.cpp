#include "diffpair.h"

#include "postgrestest.h"

#include <model/analysis/analysis.h>
#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/plan/script.h>
#include <model/proof/dumpcompare.h>
#include <model/proof/proof.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

#include <QFile>
#include <QProcess>

#include <set>

namespace lockstep::testing {

using base::Result;
using scratch::ScratchDatabase;

namespace {

const QString oldFile = QStringLiteral("old.sql");
const QString newFile = QStringLiteral("new.sql");

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A syntax that is not known, or something that is not there: the version is too old for the pair.
bool isOfVersion(const base::Error &error)
{
    static const QStringList states{ QStringLiteral("42601"), QStringLiteral("42704"),
                                     QStringLiteral("22023"), QStringLiteral("0A000"),
                                     QStringLiteral("42883"), QStringLiteral("42P17") };
    return error.kind == base::ErrorKind::Input && states.contains(error.sqlstate);
}

} // namespace

QString PairOutcome::reason() const
{
    if (!unloadable.isEmpty())
        return QStringLiteral("not loaded: ") + unloadable.simplified();
    if (!forward.isEmpty())
        return QStringLiteral("forward: ") + forward.simplified();
    if (!back.isEmpty())
        return QStringLiteral("back: ") + back.simplified();
    return noop.isEmpty() ? QString() : QStringLiteral("not empty: ") + noop;
}

QVector<PairName> pairNames(const QStringList &suites)
{
    QVector<PairName> names;
    for (const QString &line :
         readText(corporaDirectory() + QStringLiteral("/diff/index.tsv")).split(QLatin1Char('\n'))) {
        const QStringList fields = line.split(QLatin1Char('\t'));
        if (fields.size() > 2 && suites.contains(fields[0]))
            names.append({ fields[0], fields[1], fields[2] == QLatin1String("noop") });
    }
    return names;
}

Result<void> createRoles(const scratch::ScratchServerPtr &server, const QVector<PairName> &pairs)
{
    std::set<QString> roles;
    for (const PairName &pair : pairs) {
        const QString text =
            readText(corporaDirectory() + QStringLiteral("/diff/%1/roles.txt").arg(pair.path()));
        for (const QString &role : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            roles.insert(role.trimmed());
    }
    const auto session = postgres::Session::open(server->maintenance());
    if (!session.has_value())
        return session.error();
    for (const QString &role : roles) {
        const auto created = (*session)->execute(QStringLiteral("CREATE ROLE ") + schema::quoteIdent(role));
        if (!created.has_value() && created.error().sqlstate != QLatin1String("42710"))
            return created.error();
    }
    return {};
}

/// One schema in a database of its own, read by both observers.
struct DiffPair::Side
{
    std::unique_ptr<ScratchDatabase> database;
    schema::CatalogPtr catalog;
    QString dump;
};

DiffPair::DiffPair(scratch::ScratchServerPtr server, PairName name)
    : m_server(std::move(server))
    , m_name(std::move(name))
    , m_old(std::make_unique<Side>())
    , m_new(std::make_unique<Side>())
{ }

DiffPair::~DiffPair() = default;

PairOutcome DiffPair::check()
{
    PairOutcome outcome;
    if (const Result<void> loaded = loadSides(); !loaded.has_value()) {
        const QString text = loaded.error().toText();
        if (isOfVersion(loaded.error()))
            outcome.unloadable = text;
        else
            outcome.forward = outcome.back = QStringLiteral("not loaded: ") + text;
        return outcome;
    }
    const Result<plan::PlanPtr> plan = makePlan();
    if (!plan.has_value()) {
        outcome.forward = outcome.back = QStringLiteral("no plan: ") + plan.error().toText();
        return outcome;
    }
    if (m_name.isNoop && !(*plan)->steps.isEmpty())
        outcome.noop = (*plan)->steps.first().title;
    const QString forward = plan::forwardScript(**plan);
    const QString back = plan::rollbackScript(**plan);
    outcome.scripts = QStringLiteral("-- forward\n%1\n-- rollback\n%2\n").arg(forward, back);
    const auto work = ScratchDatabase::create(m_server, QStringLiteral("work"), m_old->database->name());
    if (!work.has_value()) {
        outcome.forward = outcome.back = work.error().toText();
        return outcome;
    }
    outcome.forward = runAndCompare((*work)->target(), forward, *m_new);
    outcome.back = outcome.forward.startsWith(QLatin1String("psql"))
                       ? QStringLiteral("not tried")
                       : runAndCompare((*work)->target(), back, *m_old);
    return outcome;
}

Result<plan::PlanPtr> DiffPair::prove()
{
    if (const Result<void> loaded = loadSides(); !loaded.has_value())
        return loaded.error();
    const Result<plan::PlanPtr> plan = makePlan();
    if (!plan.has_value())
        return plan.error();
    const auto analysed = analysis::analyse(*plan, m_old->catalog, {}, {});
    return analysed.has_value() ? proof::prove(*analysed, m_server, {}, {}) : analysed;
}

Result<void> DiffPair::loadSides()
{
    const Result<void> loaded = load(m_old.get());
    return loaded.has_value() ? load(m_new.get()) : loaded;
}

Result<void> DiffPair::load(Side *side)
{
    const QString file = fileOf(side);
    auto database = ScratchDatabase::create(m_server, QStringLiteral("pair"));
    if (!database.has_value())
        return database.error();
    side->database = std::move(*database);
    {
        const auto session = side->database->open();
        if (!session.has_value())
            return session.error();
        const auto report = scratch::loadScript(**session, textOf(file), file, false);
        if (!report.has_value())
            return report.error();
        const auto catalog = sources::readCatalog(**session);
        if (!catalog.has_value())
            return catalog.error();
        side->catalog = *catalog;
    }
    const auto dump = sources::dumpSchema(side->database->target(), m_server->toolDirectory(), {});
    if (!dump.has_value())
        return dump.error();
    side->dump = *dump;
    return {};
}

Result<plan::PlanPtr> DiffPair::makePlan() const
{
    const auto changes = diff::diff(m_old->catalog, m_new->catalog, {}, {});
    if (!changes.has_value())
        return changes.error();
    plan::PlanOptions options;
    options.currentScript = { fileOf(m_old.get()), textOf(fileOf(m_old.get())) };
    options.targetScript = { fileOf(m_new.get()), textOf(fileOf(m_new.get())) };
    return plan::makePlan(*changes, nullptr, options, {});
}

QString DiffPair::fileOf(const Side *side) const
{
    return (side == m_old.get()) != m_name.isReversed ? oldFile : newFile;
}

QString DiffPair::textOf(const QString &file) const
{
    return readText(corporaDirectory() + QStringLiteral("/diff/%1/%2").arg(m_name.path(), file));
}

QString DiffPair::runAndCompare(const postgres::ConnectionTarget &target, const QString &script,
                                const Side &expected) const
{
    const QString failure = runPsql(target, script);
    if (!failure.isEmpty())
        return failure;
    const auto dump = sources::dumpSchema(target, m_server->toolDirectory(), {});
    if (!dump.has_value())
        return dump.error().toText();
    const QString byDump = proof::compareDumps(*dump, expected.dump).join(QLatin1Char('\n'));
    const QString byReader = compareByReader(target, expected);
    if (byDump.isEmpty() || byReader.isEmpty())
        return byDump + byReader;
    return byDump + QLatin1Char('\n') + byReader;
}

QString DiffPair::compareByReader(const postgres::ConnectionTarget &target, const Side &expected) const
{
    const auto session = postgres::Session::open(target);
    if (!session.has_value())
        return session.error().toText();
    const auto reached = sources::readCatalog(**session);
    if (!reached.has_value())
        return reached.error().toText();
    const auto rest = diff::diff(*reached, expected.catalog, {}, {});
    if (!rest.has_value())
        return rest.error().toText();
    QStringList names;
    for (const diff::Change &change : (*rest)->changes) {
        QString name = schema::displayName(diff::idOf(change));
        if (const auto *altered = std::get_if<diff::Altered>(&change)) {
            for (const diff::Difference &difference : altered->differences)
                name += QStringLiteral(" [%1: %2 | %3]")
                            .arg(difference.property, difference.before, difference.after);
        }
        names.append(name);
    }
    return names.isEmpty() ? QString() : QStringLiteral("by our reader: ") + names.join(QStringLiteral(", "));
}

QString DiffPair::runPsql(const postgres::ConnectionTarget &target, const QString &script) const
{
    QProcess psql;
    psql.start(m_server->toolDirectory() + QStringLiteral("/psql"),
               { QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-v"),
                 QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-d"),
                 postgres::forProcess(target).conninfo });
    psql.write(script.toUtf8());
    psql.closeWriteChannel();
    psql.waitForFinished(60000);
    if (psql.exitStatus() == QProcess::NormalExit && psql.exitCode() == 0)
        return {};
    const QString messages = QString::fromUtf8(psql.readAllStandardError());
    const int line =
        messages.section(QStringLiteral("ERROR:"), 0, 0).section(QLatin1Char(':'), -2, -2).toInt();
    const QStringList lines = script.split(QLatin1Char('\n'));
    return QStringLiteral("psql: %1at line %2: %3")
        .arg(messages.right(1500))
        .arg(line)
        .arg(lines.mid(qMax(0, line - 3), 5).join(QStringLiteral("\n    ")));
}

} // namespace lockstep::testing
