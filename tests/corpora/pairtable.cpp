// The table of all pairs on one server: see run.sh beside this file.

#include <tests/support/diffpair.h>
#include <tests/support/postgrestest.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTextStream>

#include <atomic>
#include <thread>

using namespace lockstep;
using testing::PairName;
using testing::PairOutcome;

namespace {

struct Tally
{
    int pairs = 0;
    int unloadable = 0;
    int forward = 0;
    int back = 0;
    int noops = 0;
    int emptyNoops = 0;
};

Tally tallyOf(const QString &group, const QVector<PairName> &names, const std::vector<PairOutcome> &outcomes)
{
    Tally tally;
    for (int i = 0; i < names.size(); ++i) {
        const PairOutcome &outcome = outcomes[size_t(i)];
        if (names[i].group() != group)
            continue;
        if (!outcome.unloadable.isEmpty()) {
            ++tally.unloadable;
            continue;
        }
        ++tally.pairs;
        tally.forward += outcome.forward.isEmpty() ? 1 : 0;
        tally.back += outcome.back.isEmpty() ? 1 : 0;
        tally.noops += names[i].isNoop ? 1 : 0;
        tally.emptyNoops += names[i].isNoop && outcome.noop.isEmpty() ? 1 : 0;
    }
    return tally;
}

/// Every pair, by so many threads; each pair has databases of its own.
std::vector<PairOutcome> checkAll(const scratch::ScratchServerPtr &server, const QVector<PairName> &names,
                                  int jobs)
{
    std::vector<PairOutcome> outcomes(size_t(names.size()));
    std::atomic<int> next = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < jobs; ++i) {
        threads.emplace_back([&] {
            for (int at = next++; at < names.size(); at = next++)
                outcomes[size_t(at)] = testing::DiffPair(server, names[at]).check();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return outcomes;
}

bool printTable(QTextStream &out, int version, const QVector<PairName> &names,
                const std::vector<PairOutcome> &outcomes)
{
    out << QStringLiteral("PostgreSQL %1.%2\n").arg(version / 10000).arg(version % 10000);
    out << QStringLiteral("  %1  pairs  forward   back  noop empty  of a newer version\n")
               .arg(QStringLiteral("suite"), -17);
    QStringList groups;
    for (const PairName &name : names) {
        if (!groups.contains(name.group()))
            groups.append(name.group());
    }
    for (const QString &group : groups) {
        const Tally tally = tallyOf(group, names, outcomes);
        out << QStringLiteral("  %1  %2  %3  %4  %5  %6\n")
                   .arg(group, -17)
                   .arg(tally.pairs, 5)
                   .arg(tally.forward, 7)
                   .arg(tally.back, 5)
                   .arg(QStringLiteral("%1 of %2").arg(tally.emptyNoops).arg(tally.noops), 10)
                   .arg(tally.unloadable, 18);
    }
    bool isGood = true;
    for (int i = 0; i < names.size(); ++i) {
        const PairOutcome &outcome = outcomes[size_t(i)];
        if (!outcome.unloadable.isEmpty()) {
            out << "  newer  " << names[i].text() << ": " << outcome.reason().left(200) << "\n";
        } else if (!outcome.isGood()) {
            out << "  FAILS  " << names[i].text() << ": " << outcome.reason().left(200) << "\n";
            isGood = false;
        }
    }
    out << "\n";
    return isGood;
}

void writeReport(const QString &path, const QVector<PairName> &names,
                 const std::vector<PairOutcome> &outcomes)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::WriteOnly))
        return;
    QTextStream out(&file);
    for (int i = 0; i < names.size(); ++i) {
        const PairOutcome &outcome = outcomes[size_t(i)];
        if (!outcome.isGood() && outcome.unloadable.isEmpty())
            out << QStringLiteral("### %1\nforward: %2\nback: %3\n%4\n\n")
                       .arg(names[i].text(), outcome.forward, outcome.back, outcome.scripts);
    }
}

/// Everything about one pair, for whoever mends it.
int showPair(QTextStream &out, const scratch::ScratchServerPtr &server, const PairName &name)
{
    const PairOutcome outcome = testing::DiffPair(server, name).check();
    const auto shown = [](const QString &text) { return text.isEmpty() ? QStringLiteral("equal") : text; };
    out << outcome.scripts << "\n== forward: " << shown(outcome.forward + outcome.unloadable)
        << "\n== back: " << shown(outcome.back) << "\n";
    return outcome.isGood() ? 0 : 1;
}

struct Arguments
{
    QVector<PairName> names;
    QString report;
    bool isSinglePair = false;
    int jobs = 1;
};

Arguments readArguments(const QStringList &texts)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Checks old/new pairs both ways and prints a table."));
    parser.addHelpOption();
    parser.addOptions(
        { { QStringLiteral("suite"), QStringLiteral("Suites, separated by commas."), QStringLiteral("names"),
            QStringLiteral("migra,pgschema,pg-delta") },
          { QStringLiteral("pair"), QStringLiteral("One pair, shown in full."),
            QStringLiteral("suite/name") },
          { QStringLiteral("reversed"), QStringLiteral("Plan every pair from new to old, too.") },
          { QStringLiteral("report"), QStringLiteral("Scripts and differences of failures."),
            QStringLiteral("file") },
          { QStringLiteral("jobs"), QStringLiteral("Pairs at a time."), QStringLiteral("n"),
            QStringLiteral("2") } });
    parser.process(texts);
    Arguments arguments;
    const QString pair = parser.value(QStringLiteral("pair"));
    const QString suites =
        pair.isEmpty()
            ? parser.value(QStringLiteral("suite"))
            : pair.section(QLatin1Char('/'), 0, 0).remove(QRegularExpression(QStringLiteral("-reversed$")));
    const bool isReversed = parser.isSet(QStringLiteral("reversed")) || !pair.isEmpty();
    arguments.isSinglePair = !pair.isEmpty();
    QVector<PairName> names = testing::pairNames(suites.split(QLatin1Char(','), Qt::SkipEmptyParts));
    for (int i = 0, count = isReversed ? int(names.size()) : 0; i < count; ++i) {
        names.append(names[i]);
        names.last().isReversed = true;
    }
    for (const PairName &name : names) {
        if (pair.isEmpty() || name.text() == pair)
            arguments.names.append(name);
    }
    arguments.report = parser.value(QStringLiteral("report"));
    arguments.jobs = qMax(1, parser.value(QStringLiteral("jobs")).toInt());
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const Arguments arguments = readArguments(application.arguments());
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (arguments.names.isEmpty()) {
        err << "There are no such pairs; LOCKSTEP_CORPORA names the directory that holds them.\n";
        return 2;
    }
    QString why;
    const scratch::ScratchServerPtr server = testing::server(&why);
    if (!server) {
        err << why << "\n";
        return 3;
    }
    const auto roles = testing::createRoles(server, arguments.names);
    if (!roles.has_value()) {
        err << roles.error().toText() << "\n";
        return 3;
    }
    if (arguments.isSinglePair)
        return showPair(out, server, arguments.names.first());
    const auto outcomes = checkAll(server, arguments.names, arguments.jobs);
    writeReport(arguments.report, arguments.names, outcomes);
    return printTable(out, server->version(), arguments.names, outcomes) ? 0 : 1;
}
