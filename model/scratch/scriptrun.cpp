#include "scriptrun.h"

#include "subscriptions.h"

#include <model/base/log.h>
#include <model/base/secrets.h>

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::scratch {

using base::ScriptStatement;

namespace {

/// Something is missing that a later statement of the script may bring.
bool mayComeLater(const QString &sqlstate)
{
    const auto codes = { "42P01", "42704", "42883", "42703", "3F000",
                         "42P02", "42809", "42830", "55000", "42939" };
    return std::any_of(codes.begin(), codes.end(),
                       [&](const char *code) { return sqlstate == QLatin1String(code); });
}

QString extensionName(const QString &sql)
{
    static const QRegularExpression pattern(
        QStringLiteral("extension\\s+(?:if\\s+not\\s+exists\\s+)?(\"[^\"]+\"|[^\\s;]+)"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(sql).captured(1).remove(QLatin1Char('"'));
}

bool usesPsqlVariable(const base::Error &error)
{
    static const QRegularExpression variable(QStringLiteral("(^|[^:])(:[A-Za-z_]\\w*|:'\\w+'|:\"\\w+\")"));
    return error.sqlstate == QLatin1String("42601") && error.message.contains(QLatin1String("\":\""))
           && variable.match(error.statement).hasMatch();
}

} // namespace

ScriptRun::ScriptRun(postgres::Session &session, const QString &text, const QString &fileName,
                     const QVector<ScriptStatement> &statements, bool withRows, std::stop_token stop)
    : m_session(session)
    , m_text(text)
    , m_fileName(fileName)
    , m_statements(statements)
    , m_withRows(withRows)
    , m_stop(std::move(stop))
{ }

base::Result<LoadReport> ScriptRun::load()
{
    const postgres::CancelOnStop canceller(m_session, m_stop);
    m_session.setNoticeHandler([this](const QString &, const QString &message) {
        // A database in an encoding of one byte a letter can hold longer names than a UTF-8 one.
        if (message.contains(QLatin1String("will be truncated to")))
            m_report.warnings.append(
                QStringLiteral("A name is too long for a UTF-8 database and was cut: %1.").arg(message));
    });
    auto done = prepare();
    if (done.has_value())
        done = firstRound();
    if (done.has_value())
        done = laterRounds();
    m_session.setNoticeHandler({});
    const auto reset = m_session.executeScript(QStringLiteral("RESET SESSION AUTHORIZATION; RESET ALL"));
    if (!done.has_value())
        return done.error();
    if (!reset.has_value())
        return reset.error();
    if (m_rowStatements > 0)
        m_report.skippedStatements.append(
            QStringLiteral("%1 statements that only load or change rows").arg(m_rowStatements));
    return m_report;
}

base::Result<void> ScriptRun::prepare()
{
    // Only a superuser may choose the language of messages; without it missing roles go unnoticed.
    if (!m_session.execute(QStringLiteral("SET lc_messages = 'C'")).has_value())
        base::log::debug("scratch", QStringLiteral("lc_messages cannot be set on the scratch server."));
    const auto settings = useDefaultSettings(m_session);
    if (!settings.has_value())
        return settings.error();
    return readContext();
}

base::Result<void> ScriptRun::firstRound()
{
    m_report.rounds = 1;
    for (qsizetype i = 0; i < m_statements.size();) {
        if (m_stop.stop_requested())
            return base::canceled();
        const qsizetype many = m_isReplay ? 0 : takeMany(i);
        i += many;
        if (many > 0)
            continue;
        const auto done = take(m_statements[i++]);
        if (!done.has_value())
            return done.error();
    }
    return {};
}

/// One round trip and one commit for a block of plain definitions: that is most of the time a big
/// dump takes. If anything in it fails nothing of it happened, and each is taken by itself.
qsizetype ScriptRun::takeMany(qsizetype first)
{
    constexpr qsizetype fewest = 20;
    constexpr qsizetype most = 100;
    if (first < m_singlyUntil || m_statements.size() - first < fewest)
        return 0;
    QString block;
    qsizetype end = first;
    for (; end < m_statements.size() && end - first < most; ++end) {
        const ScriptStatement &statement = m_statements[end];
        if (kindOf(statement.sql) != StatementKind::Definition)
            break;
        block += statement.sql + QStringLiteral("\n;\n");
    }
    if (end - first < fewest)
        return 0;
    if (m_session.executeScript(block).has_value())
        return end - first;
    m_singlyUntil = end;
    return 0;
}

base::Result<void> ScriptRun::laterRounds()
{
    while (!m_pending.isEmpty()) {
        if (m_stop.stop_requested())
            return base::canceled();
        ++m_report.rounds;
        const auto progressed = repeatPending();
        if (!progressed.has_value())
            return progressed.error();
        if (*progressed)
            continue;
        const Pending &first = m_pending.first();
        return located(*first.statement, first.error);
    }
    return {};
}

/// Value: whether any of them worked now.
base::Result<bool> ScriptRun::repeatPending()
{
    const QVector<Pending> before = std::exchange(m_pending, {});
    bool progressed = false;
    for (const Pending &pending : before) {
        if (m_stop.stop_requested())
            return base::canceled();
        const auto restored = restore(pending.context);
        if (!restored.has_value())
            return restored.error();
        const qsizetype stillPending = m_pending.size();
        const auto done = pending.kind == StatementKind::Subscription
                              ? takeSubscription(*pending.statement)
                              : takeDefinition(*pending.statement, pending.kind);
        if (!done.has_value())
            return done.error();
        progressed = progressed || m_pending.size() == stillPending;
    }
    if (progressed)
        return true;
    // The last resort for an extension that never loads is to go on without it.
    for (qsizetype i = 0; i < m_pending.size(); ++i) {
        if (m_pending[i].kind != StatementKind::Extension)
            continue;
        const QString name = extensionName(m_pending[i].statement->sql);
        m_missingExtensions.append(name);
        m_report.warnings.append(
            QStringLiteral("The extension %1 cannot be created on the scratch server: %2.")
                .arg(name, m_pending[i].error.message));
        m_pending.removeAt(i);
        return true;
    }
    return false;
}

base::Result<void> ScriptRun::take(const ScriptStatement &statement)
{
    const StatementKind kind = kindOf(statement.sql);
    switch (kind) {
    case StatementKind::Definition:
    case StatementKind::Drop:
    case StatementKind::Extension:
    case StatementKind::Role: return takeDefinition(statement, kind);
    case StatementKind::Subscription: return takeSubscription(statement);
    case StatementKind::Settings: return takeSettings(statement);
    case StatementKind::Rows: return takeRows(statement);
    case StatementKind::OtherDatabase:
        m_report.warnings.append(QStringLiteral("Line %1 was left out, it is not about this database: %2")
                                     .arg(statement.line)
                                     .arg(statement.sql.simplified().left(80)));
        return {};
    case StatementKind::Begin:
    case StatementKind::Commit:
    case StatementKind::Rollback:
    case StatementKind::Maintenance:
        if (m_isReplay && controlsTransaction(statement.sql))
            return takeControl(statement);
        skip(statement);
        return {};
    case StatementKind::IgnoredSettings: skip(statement); return {};
    }
    return {};
}

base::Result<void> ScriptRun::takeDefinition(const ScriptStatement &statement, StatementKind kind)
{
    const auto done = runWithRoles(statement);
    if (done.has_value() && kind == StatementKind::Role)
        markOwnRole(statement);
    return done.has_value() ? base::Result<void>() : takeRefused(statement, kind, done.error());
}

base::Result<void> ScriptRun::takeRefused(const ScriptStatement &statement, StatementKind kind,
                                          const base::Error &error)
{
    if (error.kind != base::ErrorKind::Server)
        return located(statement, error);
    if (isThereFromTheStart(kind, statement.sql, error.sqlstate))
        return {};
    if (kind == StatementKind::Drop && mayComeLater(error.sqlstate) && !m_isReplay) {
        m_report.warnings.append(QStringLiteral("Line %1 drops something that is not there: %2")
                                     .arg(statement.line)
                                     .arg(statement.sql.simplified().left(80)));
        return {};
    }
    const bool isAboutMissing =
        std::any_of(m_missingExtensions.begin(), m_missingExtensions.end(), [&](const QString &extension) {
            return statement.sql.contains(QLatin1String("extension"), Qt::CaseInsensitive)
                   && extensionName(statement.sql) == extension;
        });
    if (isAboutMissing) {
        skip(statement);
        return {};
    }
    if (kind == StatementKind::Extension
        && (error.sqlstate == QLatin1String("0A000") || error.sqlstate.startsWith(QLatin1String("58")))) {
        m_missingExtensions.append(extensionName(statement.sql));
        m_report.warnings.append(
            QStringLiteral(
                "The extension %1 is not installed on the scratch server; loading goes on without it.")
                .arg(m_missingExtensions.last()));
        return {};
    }
    if (kind != StatementKind::Drop && !m_isReplay
        && (mayComeLater(error.sqlstate) || kind == StatementKind::Extension)) {
        m_pending.append({ &statement, kind, m_context, error });
        return {};
    }
    return located(statement, error);
}

/// A scratch server must not take the replication slot of the real subscriber.
base::Result<void> ScriptRun::takeSubscription(const ScriptStatement &statement)
{
    const QuietStatement quiet = withoutConnecting(statement.sql);
    const QString warning =
        QStringLiteral("Line %1 would connect to a publisher, which a scratch server never does: %2")
            .arg(statement.line)
            .arg(base::withoutSecrets(statement.sql).simplified().left(80));
    if (quiet.isChanged && !m_report.warnings.contains(warning))
        m_report.warnings.append(warning);
    for (const QString &sql : quiet.sql) {
        ScriptStatement part = statement;
        part.sql = sql;
        const auto done = runWithRoles(part);
        if (!done.has_value())
            return takeRefused(statement, StatementKind::Subscription, done.error());
    }
    return {};
}

base::Result<void> ScriptRun::takeSettings(const ScriptStatement &statement)
{
    // Blocks are taken apart, so what was meant for one block holds until the next SET.
    static const QRegularExpression local(QStringLiteral("^set\\s+local\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    ScriptStatement set = statement;
    if (!m_isReplay)
        set.sql.replace(local, QStringLiteral("SET"));
    const auto done = runWithRoles(set);
    if (!done.has_value()) {
        if (done.error().kind != base::ErrorKind::Server || done.error().sqlstate == QLatin1String("42601"))
            return located(statement, done.error());
        // pg_dump 17 sets transaction_timeout on servers that do not know it.
        skip(statement);
        return {};
    }
    return readContext();
}

base::Result<void> ScriptRun::takeRows(const ScriptStatement &statement)
{
    if (!m_withRows) {
        ++m_rowStatements;
        return {};
    }
    if (!statement.isCopy)
        return takeDefinition(statement, StatementKind::Rows);
    const auto copied = m_session.copyIn(statement.sql, statement.copyData);
    if (!copied.has_value())
        return located(statement, copied.error());
    return {};
}

base::Result<void> ScriptRun::runWithRoles(const ScriptStatement &statement)
{
    // One statement may name several roles; each attempt finds one more.
    constexpr int mostRoles = 100;
    for (int attempt = 0; attempt < mostRoles; ++attempt) {
        const auto done = runOne(statement.sql);
        if (done.has_value())
            return {};
        if (m_isReplay && m_session.isConnected() && !readContext().has_value())
            return done.error();
        if (createMissing(done.error()).has_value())
            continue;
        const auto raised = raiseRole(statement, done.error());
        if (!raised.has_value() || !*raised)
            return done.error();
    }
    return base::internalError(
        QStringLiteral("The statement names more than %1 missing roles.").arg(mostRoles));
}

base::Result<void> ScriptRun::restore(const ScriptContext &context)
{
    if (context == m_context)
        return {};
    const auto done = restoreScriptContext(m_session, context);
    if (!done.has_value())
        return done.error();
    m_context = context;
    return {};
}

base::Result<void> ScriptRun::readContext()
{
    auto context = readScriptContext(m_session);
    if (!context.has_value())
        return context.error();
    m_context = std::move(*context);
    return {};
}

void ScriptRun::skip(const ScriptStatement &statement)
{
    m_report.skippedStatements.append(statement.sql.simplified().left(120));
}

base::Error ScriptRun::located(const ScriptStatement &statement, base::Error error) const
{
    if (error.kind != base::ErrorKind::Server && error.kind != base::ErrorKind::Input)
        return error;
    error.kind = base::ErrorKind::Input;
    error.statement = base::withoutSecrets(statement.sql);
    base::TextPosition where = base::positionAt(m_text, statement.offset);
    if (error.position) {
        where.column =
            error.position->line > 1 ? error.position->column : where.column + error.position->column - 1;
        where.line += error.position->line - 1;
    }
    where.file = m_fileName;
    error.position = where;
    if (usesPsqlVariable(error))
        error.hint =
            QStringLiteral("psql variables (:name) are not replaced: write their values into the file.");
    if (error.sqlstate == QLatin1String("42501") && error.hint.isEmpty())
        error.hint =
            QStringLiteral("The role %1 may not do this on the scratch server: name one with a superuser "
                           "(--scratch), or leave it to a private one.")
                .arg(m_session.server().user);
    static const QRegularExpression provider(
        QStringLiteral("security label provider(?:s have been| \".*\" is not) loaded"));
    if (provider.match(error.message).hasMatch()
        || error.message.contains(QLatin1String("no security label")))
        error.hint =
            QStringLiteral("Security labels need their provider's library on the scratch server: name a "
                           "server that loads it with --scratch.");
    if (error.hint.isEmpty() && !m_missingTablespaces.isEmpty())
        error.hint = QStringLiteral("Not on the scratch server: tablespace %1. Create it there, or leave "
                                    "tablespaces out (pg_dump --no-tablespaces).")
                         .arg(m_missingTablespaces.join(QStringLiteral(", ")));
    if (error.hint.isEmpty() && !m_missingExtensions.isEmpty())
        error.hint =
            QStringLiteral("Not installed on the scratch server: %1. Install the extensions there, or name a "
                           "server that has them with --scratch.")
                .arg(m_missingExtensions.join(QStringLiteral(", ")));
    return error;
}

} // namespace lockstep::scratch
