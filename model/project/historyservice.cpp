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
}

void HistoryService::readRuns(const postgres::ConnectionTarget &target)
{
    m_one.abandon();
    const Latest::Ticket ticket = m_list.begin();
    m_worker.post([this, ticket, target] {
        if (ticket.stop.stop_requested())
            return;
        const auto runs = execution::readRuns(target, ticket.stop);
        QMetaObject::invokeMethod(
            this,
            [this, ticket, runs] {
                if (!m_list.isCurrent(ticket.generation))
                    return;
                if (runs.has_value())
                    emit runsRead(*runs);
                else
                    emit failed(runs.error());
            },
            Qt::QueuedConnection);
    });
}

void HistoryService::readRun(const postgres::ConnectionTarget &target, const QString &runId)
{
    const Latest::Ticket ticket = m_one.begin();
    m_worker.post([this, ticket, target, runId] {
        if (ticket.stop.stop_requested())
            return;
        const auto run = execution::readRun(target, runId, ticket.stop);
        QMetaObject::invokeMethod(
            this,
            [this, ticket, run] {
                if (!m_one.isCurrent(ticket.generation))
                    return;
                if (run.has_value())
                    emit runRead(*run);
                else
                    emit failed(run.error());
            },
            Qt::QueuedConnection);
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
