#pragma once

#include "scriptcontext.h"
#include "scriptloader.h"
#include "statementkind.h"

#include <model/base/sqlscript.h>

namespace lockstep::scratch {

/// What is wrong with a script whose last block of this BEGIN has no end.
[[nodiscard]] base::Error neverCommitted(const base::ScriptStatement &begin, const QString &fileName);

/// One loading of one script: the statements in order, then those that did not work again and
/// again while that helps.
class ScriptRun
{
public:
    /// `statements` without transaction control; their positions are those in `text`.
    ScriptRun(postgres::Session &session, const QString &text, const QString &fileName,
              const QVector<base::ScriptStatement> &statements, bool withRows, std::stop_token stop);

    base::Result<LoadReport> load();
    /// The same in the order written and with its transactions; `statements` holds their control too.
    base::Result<LoadReport> replay();

private:
    struct Pending
    {
        const base::ScriptStatement *statement = nullptr;
        StatementKind kind = StatementKind::Definition;
        ScriptContext context;
        base::Error error; ///< Why it did not work last time.
    };

    base::Result<void> prepare();
    base::Result<void> firstRound();
    base::Result<void> laterRounds();
    base::Result<bool> repeatPending();
    base::Result<void> take(const base::ScriptStatement &statement);
    base::Result<void> takeDefinition(const base::ScriptStatement &statement, StatementKind kind);
    base::Result<void> takeSubscription(const base::ScriptStatement &statement);
    base::Result<void> takeSettings(const base::ScriptStatement &statement);
    base::Result<void> takeRows(const base::ScriptStatement &statement);
    base::Result<void> takeRefused(const base::ScriptStatement &statement, StatementKind kind,
                                   const base::Error &error);
    qsizetype takeMany(qsizetype first);
    base::Result<void> takeControl(const base::ScriptStatement &statement);
    base::Result<void> runOne(const QString &sql);
    base::Result<void> runWithRoles(const base::ScriptStatement &statement);
    base::Result<void> createMissing(const base::Error &error);
    base::Result<void> createRole(const QString &name);
    [[nodiscard]] QString roleMark(const QString &name) const;
    void markOwnRole(const base::ScriptStatement &statement);
    base::Result<void> createTablespace(const QString &name);
    base::Result<void> asOwnRole(const QStringList &statements);
    base::Result<bool> raiseRole(const base::ScriptStatement &statement, const base::Error &error);
    base::Result<void> restore(const ScriptContext &context);
    base::Result<void> readContext();
    [[nodiscard]] base::Error located(const base::ScriptStatement &statement, base::Error error) const;
    void skip(const base::ScriptStatement &statement);

    postgres::Session &m_session;
    const QString &m_text;
    const QString &m_fileName;
    const QVector<base::ScriptStatement> &m_statements;
    const bool m_withRows;
    const std::stop_token m_stop;
    ScriptContext m_context;
    QVector<Pending> m_pending;
    QStringList m_missingExtensions;
    QStringList m_missingTablespaces;
    QStringList m_raisedRoles;
    LoadReport m_report;
    qint64 m_rowStatements = 0;
    bool m_isReplay = false;
    const base::ScriptStatement *m_begun = nullptr; ///< Of the transaction a replay is in.
    qsizetype m_singlyUntil = 0; ///< A block that failed as a whole ends here.
};

} // namespace lockstep::scratch
