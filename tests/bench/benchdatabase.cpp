#include "benchdatabase.h"

#include <QFile>
#include <QTextStream>

#include <cstdlib>
#include <malloc.h>

namespace lockstep::bench {

void fail(const QString &what, const base::Error &error)
{
    QTextStream(stderr) << what << ": " << error.toText() << Qt::endl;
    std::exit(1);
}

plan::PlanPtr planOfOne(const plan::Step &step, int serverVersion)
{
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = serverVersion;
    plan->fingerprint = "sha256:before";
    plan->targetFingerprint = "sha256:after";
    plan->steps = { step };
    return plan;
}

void resetPeakMemory()
{
    malloc_trim(0);
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    if (references.open(QIODevice::WriteOnly))
        references.write("5");
}

int peakMemoryMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return int(line.mid(6).simplified().split(' ').first().toLongLong() / 1024);
    }
    return 0;
}

} // namespace lockstep::bench
