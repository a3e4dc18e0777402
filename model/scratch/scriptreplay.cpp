#include "scriptrun.h"

namespace lockstep::scratch {

base::Error neverCommitted(const base::ScriptStatement &begin, const QString &fileName)
{
    base::Error error = base::inputError(
        QStringLiteral("The transaction that is begun here is never committed, so that nothing "
                       "of it would stay."),
        QStringLiteral("End it with COMMIT."));
    error.position = base::TextPosition{ fileName, begin.line, 1 };
    error.statement = begin.sql;
    return error;
}

base::Result<LoadReport> ScriptRun::replay()
{
    m_isReplay = true;
    auto report = load();
    if (!report.has_value() || !m_begun)
        return report;
    return neverCommitted(*m_begun, m_fileName);
}

base::Result<void> ScriptRun::takeControl(const base::ScriptStatement &statement)
{
    const auto done = m_session.execute(statement.sql);
    if (!done.has_value())
        return located(statement, done.error());
    const bool isOpen = m_session.inTransaction();
    if (isOpen && !m_begun)
        m_begun = &statement;
    else if (!isOpen)
        m_begun = nullptr;
    return {};
}

/// A statement that fails must not end a transaction in which it may be tried again, once the role
/// that it names is there.
base::Result<void> ScriptRun::runOne(const QString &sql)
{
    if (!m_session.inTransaction())
        return m_session.execute(sql);
    const auto marked = m_session.execute(QStringLiteral("SAVEPOINT lockstep_statement"));
    if (!marked.has_value())
        return marked;
    auto done = m_session.execute(sql);
    const auto released =
        m_session.executeScript(done.has_value() ? QStringLiteral("RELEASE SAVEPOINT lockstep_statement")
                                                 : QStringLiteral("ROLLBACK TO SAVEPOINT lockstep_statement; "
                                                                  "RELEASE SAVEPOINT lockstep_statement"));
    return released.has_value() || !done.has_value() ? done : released;
}

} // namespace lockstep::scratch
