#include "serverprobe.h"

#include "runthread.h"

namespace lockstep::project {

ServerProbe::ServerProbe(QObject *parent)
    : QObject(parent)
{ }

void ServerProbe::ask(const QString &tag, const postgres::ConnectionTarget &target)
{
    const auto relay = std::make_shared<ProbeRelay>();
    connect(relay.get(), &ProbeRelay::answered, this,
            [this, tag](const auto &server) { emit answered(tag, server); });
    connect(relay.get(), &ProbeRelay::failed, this,
            [this, tag](const auto &error) { emit failed(tag, error); });
    startThread([relay, target] {
        const auto session = postgres::Session::open(target);
        if (session.has_value())
            emit relay->answered((*session)->server());
        else
            emit relay->failed(session.error());
    });
}

} // namespace lockstep::project
