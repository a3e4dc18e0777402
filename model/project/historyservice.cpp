#include "historyservice.h"

#include "eventlogfile.h"

namespace lockstep::project {

HistoryService::HistoryService(QObject *parent)
    : QObject(parent)
{ }

HistoryService::~HistoryService()
{
    m_list.abandon();
    m_one.abandon();
    m_plan.abandon();
}

template <typename Value, typename Read>
void HistoryService::ask(Latest *latest, void (HistoryService::*answered)(const Value &), Read read)
{
    const Latest::Ticket ticket = latest->begin();
    m_worker.post([this, latest, ticket, answered, read] {
        if (ticket.stop.stop_requested())
            return;
        const base::Result<Value> value = read(ticket.stop);
        QMetaObject::invokeMethod(
            this,
            [this, latest, ticket, answered, value] {
                if (!latest->isCurrent(ticket.generation))
                    return;
                if (value.has_value())
                    emit(this->*answered)(*value);
                else
                    emit failed(value.error());
            },
            Qt::QueuedConnection);
    });
}

void HistoryService::readRuns(const postgres::ConnectionTarget &target)
{
    m_one.abandon();
    ask(&m_list, &HistoryService::runsRead,
        [target](std::stop_token stop) { return execution::readRuns(target, std::move(stop)); });
}

void HistoryService::readRun(const postgres::ConnectionTarget &target, const QString &runId)
{
    ask(&m_one, &HistoryService::runRead,
        [target, runId](std::stop_token stop) { return execution::readRun(target, runId, std::move(stop)); });
}

void HistoryService::readPlan(const postgres::ConnectionTarget &target, const QString &runId)
{
    ask(&m_plan, &HistoryService::planRead, [target, runId](std::stop_token stop) {
        return execution::readRunPlan(target, runId, std::move(stop));
    });
}

void HistoryService::saveEvents(const QString &path, const QString &runId,
                                const QVector<execution::LogLine> &events)
{
    m_worker.post([this, path, runId, events] {
        const auto written = writeEventLog(path, runId, events);
        QMetaObject::invokeMethod(
            this,
            [this, path, written] {
                if (written.has_value())
                    emit saved(path);
                else
                    emit failed(written.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace lockstep::project
