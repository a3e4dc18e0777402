#include "transactionrules.h"

#include "bookkeeping.h"

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

/// Longer than this nobody wants all queries of a table to wait in the queue behind a statement.
constexpr qint64 longLockTimeoutMs = 10'000;

/// True if writes, or more, wait behind it.
bool takesStrongLock(const ScriptLine &line)
{
    return line.strongest && *line.strongest >= plan::LockMode::Share;
}

/// "public.orders" of the first line that `isMeant`, and " (and 3 more statements of this file)".
struct FirstOf
{
    int line = -1;
    int others = 0;
    [[nodiscard]] QString more() const
    {
        if (others == 0)
            return {};
        return others == 1 ? QStringLiteral(" So does 1 more statement here.")
                           : QStringLiteral(" So do %1 more statements here.").arg(others);
    }
};

template <typename Meant>
FirstOf firstOf(const ScriptInput &in, Meant isMeant)
{
    FirstOf result;
    for (size_t i = 0; i < in.lines.size(); ++i) {
        if (!isMeant(in.lines[i]))
            continue;
        if (result.line < 0)
            result.line = int(i);
        else
            ++result.others;
    }
    return result;
}

QVector<ScriptVerdict> verdictAt(int line, plan::Severity severity, const QString &message)
{
    return { { { severity, message }, line } };
}

} // namespace

QVector<ScriptVerdict> lockTimeoutMissing(const ScriptInput &in)
{
    const FirstOf first = firstOf(in, [](const ScriptLine &line) {
        return takesStrongLock(line) && line.session.lockTimeoutMs.value_or(0) <= 0;
    });
    if (first.line < 0)
        return {};
    const ScriptLine &line = in.lines[size_t(first.line)];
    return verdictAt(
        first.line, plan::Severity::Warning,
        QStringLiteral("Nothing limits how long this waits for %1 on %2, and behind it every later "
                       "query that conflicts waits too.%3 SET lock_timeout = '2s' before, and try again "
                       "when it runs out.")
            .arg(plan::name(*line.strongest), display(line.strongestOn), first.more()));
}

QVector<ScriptVerdict> lockTimeoutLong(const ScriptInput &in)
{
    const FirstOf first = firstOf(in, [](const ScriptLine &line) {
        return takesStrongLock(line) && line.session.lockTimeoutMs.value_or(0) > longLockTimeoutMs;
    });
    if (first.line < 0)
        return {};
    const ScriptLine &line = in.lines[size_t(first.line)];
    return verdictAt(
        first.line, plan::Severity::Warning,
        QStringLiteral("With a lock_timeout of %1 s queries on %2 can wait that long behind this, "
                       "without its having begun.%3 A few seconds, and another try later, is better.")
            .arg(*line.session.lockTimeoutMs / 1000)
            .arg(display(line.strongestOn), first.more()));
}

QVector<ScriptVerdict> statementTimeoutMissing(const ScriptInput &in)
{
    const FirstOf first = firstOf(in, [](const ScriptLine &line) {
        return takesStrongLock(line) && line.session.statementTimeoutMs.value_or(0) <= 0;
    });
    if (first.line < 0)
        return {};
    const ScriptLine &line = in.lines[size_t(first.line)];
    return verdictAt(
        first.line, plan::Severity::Info,
        QStringLiteral("Nothing limits how long this holds %1 on %2 if it takes longer than thought.%3 "
                       "SET statement_timeout before.")
            .arg(plan::name(*line.strongest), display(line.strongestOn), first.more()));
}

QVector<ScriptVerdict> idleTimeoutMissing(const ScriptInput &in)
{
    const FirstOf first = firstOf(in, [](const ScriptLine &line) {
        const auto *control = line.statement ? line.statement->as<sql::Transaction>() : nullptr;
        return control && control->action == sql::TransactionAction::Begin
               && line.session.idleTimeoutMs.value_or(0) <= 0;
    });
    if (first.line < 0)
        return {};
    return verdictAt(first.line, plan::Severity::Info,
                     QStringLiteral("If whoever runs this hangs in the transaction, its locks stay. SET "
                                    "idle_in_transaction_session_timeout before."));
}

namespace {

/// What BEGIN and COMMIT have left open.
class OpenTransaction
{
public:
    explicit OpenTransaction(bool isOpen)
        : m_isOpen(isOpen)
    { }
    void follow(const ScriptLine &line)
    {
        const auto *control = line.statement ? line.statement->as<sql::Transaction>() : nullptr;
        if (!control)
            return;
        if (control->action == sql::TransactionAction::Begin)
            m_isOpen = true;
        else if (control->action != sql::TransactionAction::Savepoint)
            m_isOpen = line.sql && line.sql->contains(andChain());
    }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

private:
    /// COMMIT AND CHAIN begins the next one.
    static const QRegularExpression &andChain()
    {
        static const QRegularExpression words(QStringLiteral("\\band\\s+chain\\b"),
                                              QRegularExpression::CaseInsensitiveOption);
        return words;
    }

    bool m_isOpen;
};

const sql::Set *settingOf(const ScriptLine &line)
{
    return line.statement ? line.statement->as<sql::Set>() : nullptr;
}

bool isOff(const sql::Set &set)
{
    const QString value = set.values.value(0);
    return value.isEmpty() || value == QLatin1String("0");
}

} // namespace

QVector<ScriptVerdict> applicationNameMissing(const ScriptInput &in)
{
    bool isNamed = false;
    const FirstOf first = firstOf(in, [&isNamed](const ScriptLine &line) {
        const sql::Set *set = settingOf(line);
        isNamed |= set && set->name == QLatin1String("application_name");
        return !isNamed && takesStrongLock(line);
    });
    if (first.line < 0)
        return {};
    return verdictAt(
        first.line, plan::Severity::Info,
        QStringLiteral("Whoever finds others waiting for this sees in pg_stat_activity only which program "
                       "runs it. SET application_name before, to the name of the change."));
}

QVector<ScriptVerdict> setLocalIgnored(const ScriptInput &in)
{
    QVector<ScriptVerdict> verdicts;
    OpenTransaction transaction(in.inTransaction);
    for (size_t i = 0; i < in.lines.size(); ++i) {
        transaction.follow(in.lines[i]);
        const sql::Set *set = settingOf(in.lines[i]);
        if (!set || !set->isLocal || transaction.isOpen())
            continue;
        verdicts.append({ { plan::Severity::Warning,
                            QStringLiteral("No transaction is open here, so that SET LOCAL %1 has no effect; "
                                           "PostgreSQL only warns. SET without LOCAL, or BEGIN before.")
                                .arg(set->name) },
                          int(i) });
    }
    return verdicts;
}

QVector<ScriptVerdict> transactionTimeoutIgnored(const ScriptInput &in)
{
    QVector<ScriptVerdict> verdicts;
    OpenTransaction transaction(in.inTransaction);
    bool isSet = false;
    for (size_t i = 0; i < in.lines.size(); ++i) {
        transaction.follow(in.lines[i]);
        const sql::Set *set = settingOf(in.lines[i]);
        if (!set || set->name != QLatin1String("transaction_timeout"))
            continue;
        if (in.serverVersion < 170000)
            verdicts.append(
                { { plan::Severity::Error,
                    QStringLiteral("PostgreSQL %1 does not know transaction_timeout, so this fails; 17 "
                                   "is the first that does.")
                        .arg(in.serverVersion / 10000) },
                  int(i) });
        else if (transaction.isOpen() && isSet && !isOff(*set))
            verdicts.append(
                { { plan::Severity::Warning,
                    QStringLiteral("The transaction_timeout that was set before is running already, and "
                                   "this does not change it. SET it before BEGIN.") },
                  int(i) });
        isSet = !isOff(*set);
    }
    return verdicts;
}

namespace {

/// A relation that has been locked against everybody since earlier in the transaction, and would not be so by
/// this statement alone.
std::optional<Key> heldExclusively(const RuleInput &in)
{
    if (in.transaction.exclusive.isEmpty())
        return std::nullopt;
    Keys own;
    for (const KeyLock &lock : locksOf(in.occurrence, in.state, in.serverVersion)) {
        if (lock.mode == plan::LockMode::AccessExclusive)
            own.append(lock.key);
    }
    const Keys &held = in.transaction.exclusive;
    const auto it =
        std::find_if(held.begin(), held.end(), [&](const Key &key) { return !own.contains(key); });
    return it == held.end() ? std::nullopt : std::optional(*it);
}

bool readsOrWritesMany(const RuleInput &in)
{
    const auto *insert = in.statement.as<sql::Insert>();
    const auto *validate = in.command<sql::ValidateConstraint>();
    // validate-in-same-transaction names what was added NOT VALID just before.
    const bool isNamed =
        validate && in.transaction.addedNotValid.contains(in.relation() + QLatin1Char(' ') + validate->name);
    if ((insert && insert->sources.isEmpty()) || isNamed || isBookkeeping(in.occurrence.own))
        return false;
    switch (entry(in.occurrence.form).work) {
    case Work::Scan:
    case Work::IndexBuild:
    case Work::Rewrite:
    case Work::FileCopy:
    case Work::ForeignKeyCheck: return !in.ownIsNew();
    case Work::Data: return in.occurrence.form != Form::LockTable;
    case Work::Metadata:
    case Work::NewFile:
    case Work::ConcurrentBuild:
    case Work::Sample:
    case Work::Wait: break;
    }
    return false;
}

} // namespace

std::optional<Verdict> workUnderLock(const RuleInput &in)
{
    const std::optional<Key> held = readsOrWritesMany(in) ? heldExclusively(in) : std::nullopt;
    if (!held)
        return std::nullopt;
    const bool isSized = in.sizes.of(in.occurrence.own, in.state).isKnown();
    const Work work = entry(in.occurrence.form).work;
    const QString howLong = isSized ? QLatin1Char(' ') + in.howLong(work, in.occurrence.own) : QString();
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "%1 has been under ACCESS EXCLUSIVE since earlier in this transaction, and nobody "
                        "reads or writes it while this goes on%2. COMMIT before, or do this first.")
                        .arg(display(*held), howLong) };
}

namespace {

const sql::AlterTable *plainAlter(const ScriptLine &line)
{
    const auto *alter = line.statement ? line.statement->as<sql::AlterTable>() : nullptr;
    if (!alter || alter->kind != sql::ObjectKind::Table || !line.strongest)
        return nullptr;
    const bool standsAlone =
        std::any_of(alter->commands.begin(), alter->commands.end(), [](const sql::Subcommand &command) {
            return std::holds_alternative<sql::AttachPartition>(command.detail)
                   || std::holds_alternative<sql::DetachPartition>(command.detail)
                   || std::holds_alternative<sql::ValidateConstraint>(command.detail);
        });
    return standsAlone ? nullptr : alter;
}

} // namespace

QVector<ScriptVerdict> combineAlterTable(const ScriptInput &in)
{
    QVector<ScriptVerdict> verdicts;
    for (size_t i = 1; i < in.lines.size(); ++i) {
        const sql::AlterTable *before = plainAlter(in.lines[i - 1]);
        const sql::AlterTable *alter = plainAlter(in.lines[i]);
        if (!before || !alter || !(before->relation == alter->relation)
            || in.lines[i - 1].strongest != in.lines[i].strongest)
            continue;
        verdicts.append(
            { { plan::Severity::Info,
                QStringLiteral("This and the statement before change %1 under the same lock: in one "
                               "ALTER TABLE they wait for it once, and read or write the rows once.")
                    .arg(display(in.state.resolve(alter->relation))) },
              int(i) });
    }
    return verdicts;
}

QVector<ScriptVerdict> transactionNesting(const ScriptInput &in)
{
    const QString byTool = in.inTransaction
                               ? QStringLiteral("The tool that runs this file has opened a transaction")
                               : QStringLiteral("A transaction is open");
    QVector<ScriptVerdict> verdicts;
    OpenTransaction transaction(in.inTransaction);
    for (size_t i = 0; i < in.lines.size(); ++i) {
        const auto *control = in.lines[i].statement ? in.lines[i].statement->as<sql::Transaction>() : nullptr;
        QString message;
        if (control && control->action == sql::TransactionAction::Begin && transaction.isOpen())
            message = byTool
                      + QStringLiteral(
                          " already. PostgreSQL only warns of this BEGIN, and the next COMMIT ends the "
                          "whole transaction.");
        const bool ends = control
                          && (control->action == sql::TransactionAction::Commit
                              || control->action == sql::TransactionAction::Rollback);
        if (ends && !transaction.isOpen())
            message = QStringLiteral(
                "No transaction is open here. PostgreSQL only warns, and every statement before "
                "has been committed one by one.");
        else if (ends && in.inTransaction)
            message = QStringLiteral(
                "This ends the transaction that the tool which runs this file has opened: what "
                "follows runs without one.");
        if (!message.isEmpty())
            verdicts.append({ { plan::Severity::Warning, message }, int(i) });
        transaction.follow(in.lines[i]);
    }
    return verdicts;
}

QVector<ScriptVerdict> transactionNeverCommitted(const ScriptInput &in)
{
    OpenTransaction transaction(false);
    int begin = -1;
    for (size_t i = 0; i < in.lines.size(); ++i) {
        const bool wasOpen = transaction.isOpen();
        transaction.follow(in.lines[i]);
        if (!wasOpen && transaction.isOpen())
            begin = int(i);
    }
    if (!transaction.isOpen() || in.inTransaction)
        return {};
    return verdictAt(
        begin, plan::Severity::Error,
        QStringLiteral("This transaction is never committed: everything from here on is rolled back "
                       "when the session ends."));
}

} // namespace lockstep::analysis::rules
