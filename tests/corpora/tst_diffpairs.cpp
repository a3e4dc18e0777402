#include <model/analysis/analysis.h>
#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/plan/script.h>
#include <model/proof/dumpcompare.h>
#include <model/proof/proof.h>
#include <model/scratch/scratchserver.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTest>
#include <QTextStream>

#include <set>
#include <tests/support/postgrestest.h>

using namespace lockstep;
using base::Result;
using scratch::ScratchDatabase;

namespace {

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// One schema in a database of its own, read by both observers.
struct Side
{
    std::unique_ptr<ScratchDatabase> database;
    schema::CatalogPtr catalog;
    QString dump;
};

/// What came of one pair: empty where all is well, else the reason.
struct PairOutcome
{
    QString forward;
    QString back;
    QString plan; ///< Both scripts, for reading.
};

class Pair
{
public:
    Pair(scratch::ScratchServerPtr server, const QString &name)
        : m_server(std::move(server))
        , m_name(name)
    { }

    [[nodiscard]] PairOutcome check()
    {
        PairOutcome outcome;
        const Result<plan::PlanPtr> plan = makePlan();
        if (!plan.has_value()) {
            outcome.forward = outcome.back = QStringLiteral("no plan: ") + plan.error().toText();
            return outcome;
        }
        const QString forward = plan::forwardScript(**plan);
        const QString back = plan::rollbackScript(**plan);
        outcome.plan = QStringLiteral("-- forward\n%1\n-- rollback\n%2\n").arg(forward, back);
        const auto work = ScratchDatabase::create(m_server, QStringLiteral("work"), m_old.database->name());
        if (!work.has_value()) {
            outcome.forward = outcome.back = work.error().toText();
            return outcome;
        }
        outcome.forward = runAndCompare((*work)->target(), forward, m_new.dump);
        outcome.back = outcome.forward.startsWith(QLatin1String("psql"))
                           ? QStringLiteral("not tried")
                           : runAndCompare((*work)->target(), back, m_old.dump);
        return outcome;
    }

    /// The plan with its proof, from the scripts alone.
    [[nodiscard]] Result<plan::PlanPtr> prove()
    {
        const Result<plan::PlanPtr> plan = makePlan();
        if (!plan.has_value())
            return plan.error();
        const auto analysed = analysis::analyse(*plan, m_old.catalog, {}, {});
        return analysed.has_value() ? proof::prove(*analysed, m_server, {}, {}) : analysed;
    }

private:
    Result<plan::PlanPtr> makePlan()
    {
        for (const auto &[side, file] : { std::pair(&m_old, "old.sql"), std::pair(&m_new, "new.sql") }) {
            const Result<void> loaded = load(side, QLatin1String(file));
            if (!loaded.has_value())
                return loaded.error();
        }
        const auto changes = diff::diff(m_old.catalog, m_new.catalog, {}, {});
        if (!changes.has_value())
            return changes.error();
        plan::PlanOptions options;
        options.currentScript = { QStringLiteral("old.sql"), textOf(QStringLiteral("old.sql")) };
        options.targetScript = { QStringLiteral("new.sql"), textOf(QStringLiteral("new.sql")) };
        return plan::makePlan(*changes, nullptr, options, {});
    }

    [[nodiscard]] QString textOf(const QString &file) const
    {
        return readText(testing::corporaDirectory() + QStringLiteral("/diff/%1/%2").arg(m_name, file));
    }

    Result<void> load(Side *side, const QString &file)
    {
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

    QString runAndCompare(const postgres::ConnectionTarget &target, const QString &script,
                          const QString &expected)
    {
        const QString failure = runPsql(target, script);
        if (!failure.isEmpty())
            return failure;
        const auto dump = sources::dumpSchema(target, m_server->toolDirectory(), {});
        return dump.has_value() ? proof::compareDumps(*dump, expected).join(QLatin1Char('\n'))
                                : dump.error().toText();
    }

    QString runPsql(const postgres::ConnectionTarget &target, const QString &script)
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

    scratch::ScratchServerPtr m_server;
    QString m_name;
    Side m_old;
    Side m_new;
};

/// Roles belong to the cluster, so all that any case needs are made once.
Result<void> createRoles(const scratch::ScratchServerPtr &server, const QStringList &pairs)
{
    std::set<QString> roles;
    for (const QString &pair : pairs) {
        const QString text =
            readText(testing::corporaDirectory() + QStringLiteral("/diff/%1/roles.txt").arg(pair));
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

/// "suite/case" of every line of index.tsv whose suite is wanted.
QStringList pairNames(const QStringList &suites)
{
    QStringList names;
    for (const QString &line :
         readText(testing::corporaDirectory() + QStringLiteral("/diff/index.tsv")).split(QLatin1Char('\n'))) {
        const QStringList fields = line.split(QLatin1Char('\t'));
        if (fields.size() > 1 && suites.contains(fields[0]))
            names.append(fields[0] + QLatin1Char('/') + fields[1]);
    }
    return names;
}

/// Prints everything about one pair, for whoever mends it.
int showPair(const QString &name)
{
    const scratch::ScratchServerPtr server = testing::server();
    QTextStream out(stdout);
    if (!server || !createRoles(server, { name }).has_value()) {
        out << "The scratch server cannot be used.\n";
        return 1;
    }
    const PairOutcome outcome = Pair(server, name).check();
    out << outcome.plan
        << "\n== forward: " << (outcome.forward.isEmpty() ? QStringLiteral("equal") : outcome.forward)
        << "\n== back: " << (outcome.back.isEmpty() ? QStringLiteral("equal") : outcome.back) << "\n";
    return outcome.forward.isEmpty() && outcome.back.isEmpty() ? 0 : 1;
}

} // namespace

/// Other people's old/new pairs: planned, run by psql, compared by pg_dump, taken back, compared.
class DiffPairsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void suiteConvergesBothWays_data();
    void suiteConvergesBothWays();
    void migraPlansAreProved_data();
    void migraPlansAreProved();

private:
    scratch::ScratchServerPtr m_server;
};

void DiffPairsTest::initTestCase()
{
    if (testing::corporaDirectory().isEmpty())
        QSKIP("No corpora: set LOCKSTEP_CORPORA.");
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
}

void DiffPairsTest::suiteConvergesBothWays_data()
{
    QTest::addColumn<QString>("suite");
    QTest::addColumn<int>("needed"); // Per cent of the pairs.
    const QString chosen = qEnvironmentVariable("LOCKSTEP_SUITE", QStringLiteral("migra,pgschema"));
    for (const QString &suite : chosen.split(QLatin1Char(','), Qt::SkipEmptyParts))
        QTest::addRow("%s", qPrintable(suite)) << suite << (suite == QLatin1String("migra") ? 100 : 90);
}

void DiffPairsTest::suiteConvergesBothWays()
{
    QFETCH(const QString, suite);
    QFETCH(const int, needed);
    const QStringList names = pairNames({ suite });
    QVERIFY(!names.isEmpty());
    const Result<void> roles = createRoles(m_server, names);
    QVERIFY2(roles.has_value(), roles.has_value() ? "" : qPrintable(roles.error().toText()));

    QMap<QString, PairOutcome> failures;
    int forward = 0;
    int back = 0;
    for (const QString &name : names) {
        const PairOutcome outcome = Pair(m_server, name).check();
        forward += outcome.forward.isEmpty() ? 1 : 0;
        back += outcome.back.isEmpty() ? 1 : 0;
        if (!outcome.forward.isEmpty() || !outcome.back.isEmpty())
            failures.insert(name, outcome);
    }
    const QString summary = QStringLiteral("%1: %2 pairs, forward %3, back %4")
                                .arg(suite)
                                .arg(names.size())
                                .arg(forward)
                                .arg(back);
    QFile report(qEnvironmentVariable("LOCKSTEP_PAIRS_REPORT"));
    const bool isReporting = !report.fileName().isEmpty() && report.open(QIODevice::Append);
    if (isReporting)
        report.write((summary + QLatin1Char('\n')).toUtf8());
    qInfo("%s", qPrintable(summary));
    for (auto it = failures.cbegin(); it != failures.cend(); ++it) {
        const bool isForward = !it->forward.isEmpty();
        const QString reason = isForward ? it->forward : it->back;
        qInfo("%s %s: %s", qPrintable(it.key()), isForward ? "forward" : "back",
              qPrintable(reason.simplified().left(300)));
        if (isReporting)
            report.write(QStringLiteral("\n### %1\nforward: %2\nback: %3\n")
                             .arg(it.key(), it->forward, it->back)
                             .toUtf8());
    }
    QVERIFY2((names.size() - failures.size()) * 100 >= needed * names.size(), qPrintable(summary));
}

void DiffPairsTest::migraPlansAreProved_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         pairNames(qEnvironmentVariable("LOCKSTEP_PROVE", QStringLiteral("migra")).split(QLatin1Char(','))))
        QTest::newRow(qPrintable(name)) << name;
}

void DiffPairsTest::migraPlansAreProved()
{
    QFETCH(const QString, name);
    const Result<void> roles = createRoles(m_server, { name });
    QVERIFY2(roles.has_value(), roles.has_value() ? "" : qPrintable(roles.error().toText()));
    const Result<plan::PlanPtr> proved = Pair(m_server, name).prove();
    QVERIFY2(proved.has_value(), proved.has_value() ? "" : qPrintable(proved.error().toText()));
    const plan::Proof &proof = (*proved)->proof;
    if (qEnvironmentVariableIsSet("LOCKSTEP_PAIRS_NOTES"))
        qInfo("%s", qPrintable(proof.notes.join(QLatin1Char('\n'))));
    QVERIFY2(proof.status == plan::ProofStatus::Proved,
             qPrintable((proof.forward + proof.rollback).join(QLatin1Char('\n'))));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 2 && QString::fromLocal8Bit(argv[1]).contains(QLatin1Char('/')))
        return showPair(QString::fromLocal8Bit(argv[1]));
    DiffPairsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_diffpairs.moc"
