#include "benchdatabase.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

using namespace lockstep;
using namespace lockstep::bench;

namespace {

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures design section 5 as ratios within one run."));
    parser.addHelpOption();
    parser.addOption({ QStringLiteral("tables"), QStringLiteral("Tables of the catalog."),
                       QStringLiteral("n"), QStringLiteral("2000") });
    parser.addOption({ QStringLiteral("rows"), QStringLiteral("Rows of the backfill."), QStringLiteral("n"),
                       QStringLiteral("1000000") });
    parser.addOption({ QStringLiteral("repeats"), QStringLiteral("Runs of which the fastest counts."),
                       QStringLiteral("n"), QStringLiteral("3") });
    parser.addOption(
        { QStringLiteral("only"), QStringLiteral("catalog or backfill."), QStringLiteral("part") });
    parser.process(app);
    Options options;
    options.tables = parser.value(QStringLiteral("tables")).toInt();
    options.rows = parser.value(QStringLiteral("rows")).toLongLong();
    options.repeats = parser.value(QStringLiteral("repeats")).toInt();
    options.only = parser.value(QStringLiteral("only"));
    return options;
}

QString peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return QStringLiteral("unknown");
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return QStringLiteral("%1 MB").arg(line.mid(6).simplified().split(' ').first().toLongLong()
                                               / 1024);
    }
    return QStringLiteral("unknown");
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
    const scratch::ScratchServerPtr server = require(scratch::ScratchServer::start({}), "scratch server");
    QTextStream(stdout) << "PostgreSQL " << server->version() << Qt::endl;
    Ratios ratios;
    if (options.only.isEmpty() || options.only == QLatin1String("catalog")) {
        ratios += measureCatalog(server, options);
        QTextStream(stdout) << "peak memory of the measuring process: " << peakMemory() << Qt::endl;
    }
    if (options.only.isEmpty() || options.only == QLatin1String("backfill"))
        ratios += measureBackfill(server, options);
    QTextStream(stdout) << "| what | time | against | time | ratio | aim | |\n|---|---|---|---|---|---|---|"
                        << Qt::endl;
    print(ratios);
    return 0;
}
