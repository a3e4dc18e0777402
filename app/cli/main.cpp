#include "commands.h"
#include "interrupt.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("lockstep-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LOCKSTEP_VERSION));
    const lockstep::cli::Interrupt interrupt;
    return lockstep::cli::runCli(QCoreApplication::arguments().mid(1), interrupt.token());
}
