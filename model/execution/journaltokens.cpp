#include "journal.h"
#include "journalgone.h"

#include <array>
#include <utility>

namespace lockstep::execution {

namespace {

constexpr std::array runTokens{
    std::pair{ RunState::NotStarted, "not_started" },
    std::pair{ RunState::Checking, "checking" },
    std::pair{ RunState::Running, "running" },
    std::pair{ RunState::WaitingLock, "waiting_lock" },
    std::pair{ RunState::Throttled, "throttled" },
    std::pair{ RunState::Paused, "paused" },
    std::pair{ RunState::WaitingGate, "waiting_gate" },
    std::pair{ RunState::Stopping, "stopping" },
    std::pair{ RunState::Stopped, "stopped" },
    std::pair{ RunState::Failed, "failed" },
    std::pair{ RunState::Done, "done" },
    std::pair{ RunState::RollingBack, "rolling_back" },
    std::pair{ RunState::RolledBack, "rolled_back" },
};
constexpr std::array stepTokens{
    std::pair{ StepState::Pending, "pending" }, std::pair{ StepState::Intent, "intent" },
    std::pair{ StepState::Running, "running" }, std::pair{ StepState::WaitingLock, "waiting_lock" },
    std::pair{ StepState::Paused, "paused" },   std::pair{ StepState::WaitingGate, "waiting_gate" },
    std::pair{ StepState::Done, "done" },       std::pair{ StepState::Failed, "failed" },
    std::pair{ StepState::Undone, "undone" },   std::pair{ StepState::Skipped, "skipped" },
};

constexpr std::array levelTokens{
    std::pair{ EventLevel::Info, "info" },       std::pair{ EventLevel::Done, "done" },
    std::pair{ EventLevel::Retry, "retry" },     std::pair{ EventLevel::Slowed, "slowed" },
    std::pair{ EventLevel::Warning, "warning" }, std::pair{ EventLevel::Error, "error" },
};

template <typename Table, typename State>
QString tokenIn(const Table &table, State state)
{
    for (const auto &[value, text] : table) {
        if (value == state)
            return QString::fromLatin1(text);
    }
    return {};
}

template <typename Table, typename State>
State stateIn(const Table &table, const QString &token, State otherwise)
{
    for (const auto &[value, text] : table) {
        if (token == QLatin1String(text))
            return value;
    }
    return otherwise;
}

/// What the journal is made of: a schema, a table, a column.
bool saysMissing(const QString &sqlstate)
{
    static const QStringList missing{ QStringLiteral("3F000"), QStringLiteral("42P01"),
                                      QStringLiteral("42703") };
    return missing.contains(sqlstate);
}

} // namespace

QString token(RunState state)
{
    return tokenIn(runTokens, state);
}

QString token(StepState state)
{
    return tokenIn(stepTokens, state);
}

RunState runState(const QString &token)
{
    return stateIn(runTokens, token, RunState::NotStarted);
}

StepState stepState(const QString &token)
{
    return stateIn(stepTokens, token, StepState::Pending);
}

QString token(EventLevel level)
{
    return tokenIn(levelTokens, level);
}

EventLevel eventLevel(const QString &token)
{
    return stateIn(levelTokens, token, EventLevel::Info);
}

base::Error journalError(base::Error error)
{
    if (error.kind != base::ErrorKind::Server || !saysMissing(error.sqlstate))
        return error;
    base::Error gone = refused(
        QStringLiteral("The journal (schema lockstep) was removed from this database, or changed by somebody "
                       "else: %1.")
            .arg(error.message),
        QStringLiteral("What was committed is kept, and nothing more is changed. A new run can go on from "
                       "the step at which this one stood, if the database looks as it should then."));
    gone.sqlstate = error.sqlstate;
    gone.statement = error.statement;
    return gone;
}

bool isJournalGone(const base::Error &error)
{
    return error.kind == base::ErrorKind::Refused && saysMissing(error.sqlstate);
}

base::Error refused(const QString &message, const QString &hint, base::Remedy remedy)
{
    base::Error error;
    error.kind = base::ErrorKind::Refused;
    error.message = message;
    error.hint = hint;
    error.remedy = remedy;
    return error;
}

} // namespace lockstep::execution
