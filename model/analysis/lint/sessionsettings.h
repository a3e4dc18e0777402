#pragma once

#include "../rules/scene.h"

#include <model/sql/statement.h>

namespace lockstep::analysis::lint {

/// Follows what SET says of timeouts and of the search path, for the session and for the transaction.
class SessionSettings
{
public:
    explicit SessionSettings(QStringList searchPath)
        : m_searchPathAtFirst(searchPath)
        , m_searchPath(std::move(searchPath))
    { }
    void apply(const sql::Set &set);
    /// The same of all SETs that a statement is, or runs: DO blocks and set_config() too.
    void apply(const sql::Statement &statement);
    /// What SET LOCAL said holds no more.
    void endTransaction();
    /// Another file or migration: it may well be run by itself on another day.
    void forgetTimeouts() { m_session = {}; }

    [[nodiscard]] rules::SessionFacts facts() const;
    [[nodiscard]] const QStringList &searchPath() const
    {
        return m_localSearchPath ? *m_localSearchPath : m_searchPath;
    }

private:
    rules::SessionFacts m_session;
    rules::SessionFacts m_local;
    QStringList m_searchPathAtFirst;
    QStringList m_searchPath;
    std::optional<QStringList> m_localSearchPath;
};

/// "2s", "500", "1min" as milliseconds, as PostgreSQL reads them; nothing where it reads none. Measured on 12
/// to 18: numbers without a unit are milliseconds, units are case-sensitive.
[[nodiscard]] std::optional<qint64> durationMs(const QString &text);

} // namespace lockstep::analysis::lint
