#include "benchbackfill.h"
#include "benchestimates.h"
#include "benchwaits.h"

#include <model/base/log.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace lockstep;
using namespace lockstep::bench;

namespace {

constexpr qint64 lintStatements = 10000;

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures design section 5 as ratios within one run."));
    parser.addHelpOption();
    parser.addOption({ QStringLiteral("tables"),
                       QStringLiteral("Tables of the catalog, several sizes with commas."),
                       QStringLiteral("n"), QStringLiteral("2000") });
    parser.addOption({ QStringLiteral("catalog"),
                       QStringLiteral("Only the catalog, at 1 000, 10 000 and 50 000 tables unless told.") });
    parser.addOption(
        { QStringLiteral("verbose"), QStringLiteral("Debug messages: the time of each query.") });
    parser.addOption({ QStringLiteral("server"),
                       QStringLiteral("Connection to a server that may be used instead of a private one."),
                       QStringLiteral("uri"), QStringLiteral("auto") });
    parser.addOption({ QStringLiteral("database"),
                       QStringLiteral("Only reads this database, against pg_dump -s of it."),
                       QStringLiteral("uri") });
    parser.addOption(
        { QStringLiteral("rows"),
          QStringLiteral("Rows of the backfill (5000000), of each scenario (300000), of the estimates "
                         "(2000000); statements of lint (10000)."),
          QStringLiteral("n") });
    parser.addOption({ QStringLiteral("scenarios"),
                       QStringLiteral("Of the waits those whose file starts so: s12,s14."),
                       QStringLiteral("names") });
    parser.addOption({ QStringLiteral("parts"),
                       QStringLiteral("Of the backfill those: speed,loop,size,journal,traffic,workers."),
                       QStringLiteral("names") });
    parser.addOption({ QStringLiteral("batch-ms"),
                       QStringLiteral("Time that a batch takes at most beside the traffic, in ms."),
                       QStringLiteral("n") });
    parser.addOption({ QStringLiteral("beside-others"),
                       QStringLiteral("Share of the time that batches take beside the traffic, 0 to 1."),
                       QStringLiteral("share") });
    parser.addOption({ QStringLiteral("repeats"), QStringLiteral("Runs of which the fastest counts."),
                       QStringLiteral("n"), QStringLiteral("3") });
    parser.addOption({ QStringLiteral("only"), QStringLiteral("catalog, backfill, lint, waits or estimates."),
                       QStringLiteral("part") });
    parser.process(app);
    Options options;
    const bool onlyCatalog = parser.isSet(QStringLiteral("catalog"));
    const QString sizes = onlyCatalog && !parser.isSet(QStringLiteral("tables"))
                              ? QStringLiteral("1000,10000,50000")
                              : parser.value(QStringLiteral("tables"));
    options.tables.clear();
    for (const QString &size : sizes.split(QLatin1Char(',')))
        options.tables.append(size.toInt());
    if (parser.isSet(QStringLiteral("rows")))
        options.rows = parser.value(QStringLiteral("rows")).toLongLong();
    options.scenarios = parser.value(QStringLiteral("scenarios")).split(QLatin1Char(','));
    if (parser.isSet(QStringLiteral("parts")))
        options.parts = parser.value(QStringLiteral("parts")).split(QLatin1Char(','));
    options.batchMs = parser.value(QStringLiteral("batch-ms")).toInt();
    options.shareBesideOthers = parser.value(QStringLiteral("beside-others")).toDouble();
    options.repeats = parser.value(QStringLiteral("repeats")).toInt();
    options.database = parser.value(QStringLiteral("database"));
    options.server = parser.value(QStringLiteral("server"));
    options.only = onlyCatalog ? QStringLiteral("catalog") : parser.value(QStringLiteral("only"));
    if (!base::log::configure(parser.isSet(QStringLiteral("verbose")) ? base::log::Level::Debug
                                                                      : base::log::Level::Warning,
                              {}))
        QTextStream(stderr) << "Messages cannot be written." << Qt::endl;
    return options;
}

void print(const Ratios &ratios)
{
    QTextStream out(stdout);
    for (const Ratio &ratio : ratios) {
        // A lower limit is one on speed, and speeds relate as the times do the other way round.
        const double value = ratio.atLeast ? ratio.againstMs / ratio.ms : ratio.ms / ratio.againstMs;
        const bool met = ratio.atLeast ? value >= ratio.aim : value <= ratio.aim;
        out << QStringLiteral("| %1 | %2 ms | %3 | %4 ms | %5 | %6 %7 | %8 |")
                   .arg(ratio.what)
                   .arg(ratio.ms, 0, 'f', 0)
                   .arg(ratio.against)
                   .arg(ratio.againstMs, 0, 'f', 0)
                   .arg(value, 0, 'f', 2)
                   .arg(ratio.atLeast ? QStringLiteral(">=") : QStringLiteral("<="))
                   .arg(ratio.aim)
                   .arg(met ? QStringLiteral("met") : QStringLiteral("missed"))
            << Qt::endl;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const Options options = readOptions(app);
    if (options.only == QLatin1String("waits")) {
        measureWaits(options.rows.value_or(waitsRows), options.scenarios);
        return 0;
    }
    if (options.only == QLatin1String("lint")) {
        measureLint(int(options.rows.value_or(lintStatements)), options.repeats);
        return 0;
    }
    const scratch::ScratchServerPtr server =
        require(scratch::ScratchServer::start({ options.server }), "scratch server");
    QTextStream(stdout) << "PostgreSQL " << server->version() << Qt::endl;
    if (options.only == QLatin1String("estimates")) {
        measureEstimates(server, options.rows.value_or(estimateRows), options.repeats);
        return 0;
    }
    if (options.only == QLatin1String("backfill")) {
        measureBackfill(server, options);
        return 0;
    }
    Ratios ratios;
    if (!options.database.isEmpty())
        ratios += measureDatabase(server, options);
    else if (options.only.isEmpty() || options.only == QLatin1String("catalog"))
        ratios += measureCatalog(server, options);
    QTextStream(stdout) << "| what | time | against | time | ratio | aim | |\n|---|---|---|---|---|---|---|"
                        << Qt::endl;
    print(ratios);
    if (options.database.isEmpty() && options.only.isEmpty())
        measureBackfill(server, options);
    return 0;
}
