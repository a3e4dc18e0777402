#include "sessionsettings.h"

#include <QRegularExpression>

namespace lockstep::analysis::lint {

std::optional<qint64> durationMs(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(us|ms|s|min|h|d)?\\s*$"));
    static const QHash<QString, double> units = {
        { QString(), 1 },
        { QStringLiteral("us"), 0.001 },
        { QStringLiteral("ms"), 1 },
        { QStringLiteral("s"), 1000 },
        { QStringLiteral("min"), 60000 },
        { QStringLiteral("h"), 3600000 },
        { QStringLiteral("d"), 86400000 },
    };
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return qRound64(match.captured(1).toDouble() * units.value(match.captured(2), 1));
}

void SessionSettings::apply(const sql::Statement &statement)
{
    if (statement.isExplained)
        return;
    if (const auto *set = statement.as<sql::Set>())
        apply(*set);
    for (const sql::Statement &nested : statement.nested)
        apply(nested);
}

void SessionSettings::apply(const sql::Set &set)
{
    if (set.isAll) {
        *this = SessionSettings(m_searchPathAtFirst);
        return;
    }
    const QString name = set.name.toLower();
    if (name == QLatin1String("search_path")) {
        const QStringList path = set.values.isEmpty() ? m_searchPathAtFirst : set.values;
        // What is said of the session later counts before what was said of the transaction.
        if (!set.isLocal)
            m_searchPath = path;
        m_localSearchPath = set.isLocal ? std::optional(path) : std::nullopt;
        return;
    }
    const std::optional<qint64> duration = durationMs(set.values.value(0));
    const auto keep = [&](std::optional<qint64> rules::SessionFacts::*limit) {
        if (!set.isLocal)
            m_session.*limit = duration;
        m_local.*limit = set.isLocal ? duration : std::nullopt;
    };
    if (name == QLatin1String("lock_timeout"))
        keep(&rules::SessionFacts::lockTimeoutMs);
    else if (name == QLatin1String("statement_timeout"))
        keep(&rules::SessionFacts::statementTimeoutMs);
    else if (name == QLatin1String("idle_in_transaction_session_timeout"))
        keep(&rules::SessionFacts::idleTimeoutMs);
}

void SessionSettings::endTransaction()
{
    m_local = {};
    m_localSearchPath.reset();
}

rules::SessionFacts SessionSettings::facts() const
{
    rules::SessionFacts facts = m_session;
    if (m_local.lockTimeoutMs)
        facts.lockTimeoutMs = m_local.lockTimeoutMs;
    if (m_local.statementTimeoutMs)
        facts.statementTimeoutMs = m_local.statementTimeoutMs;
    if (m_local.idleTimeoutMs)
        facts.idleTimeoutMs = m_local.idleTimeoutMs;
    return facts;
}

} // namespace lockstep::analysis::lint
