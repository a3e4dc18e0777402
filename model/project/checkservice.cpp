#include "checkservice.h"

#include "runthread.h"

namespace lockstep::project {

CheckService::CheckService(QObject *parent)
    : QObject(parent)
{ }

CheckService::~CheckService()
{
    cancel();
}

void CheckService::ask(const plan::PlanPtr &plan, const postgres::ConnectionTarget &target,
                       const PreflightOptions &options)
{
    const Latest::Ticket ticket = m_latest.begin();
    m_isWorking = true;
    const auto relay = std::make_shared<CheckRelay>();
    connect(relay.get(), &CheckRelay::ready, this, [this, ticket](const analysis::ChecklistPtr &list) {
        if (!m_latest.isCurrent(ticket.generation))
            return;
        m_isWorking = false;
        emit ready(list);
    });
    connect(relay.get(), &CheckRelay::failed, this, [this, ticket](const base::Error &error) {
        if (!m_latest.isCurrent(ticket.generation))
            return;
        m_isWorking = false;
        emit failed(error);
    });
    startThread([relay, plan, target, options, stop = ticket.stop] {
        const auto list = readChecklist(plan, target, options, stop);
        if (list.has_value())
            emit relay->ready(*list);
        else
            emit relay->failed(list.error());
    });
}

void CheckService::cancel()
{
    m_latest.abandon();
    m_isWorking = false;
}

} // namespace lockstep::project
