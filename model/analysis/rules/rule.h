#pragma once

#include "../estimator.h"
#include "../occurrence.h"
#include "../sizes.h"
#include "scene.h"

#include <span>
#include <variant>

/// Findings: one small unit a rule, listed in one registry. A rule looks at one occurrence of a statement
/// form, at one statement, or at a script as a whole, and changes nothing.
namespace lockstep::analysis::rules {

struct StatementInput
{
    const Scene &scene;
    const TransactionFacts &transaction;
    const QString &sql;
    const sql::Statement &statement;
    const SchemaState &state; ///< Before the statement.
    const Sizes &sizes;
    int serverVersion = 0; ///< 150018
    const Rates &rates;

    /// "public.orders (50 000 000 rows, 12 GB)"; the name alone where its size is not known.
    [[nodiscard]] QString sized(const Key &relation) const;
    /// "its 50 000 000 rows (12 GB)"; "its rows" where their number is not known.
    [[nodiscard]] QString itsRows(const Key &relation) const;
    /// "for about 4 min"; "until it is done" where the size is not known.
    [[nodiscard]] QString howLong(Work work, const Key &relation) const;
    /// Warning, or information where nobody minds: a small table, a maintenance window.
    [[nodiscard]] plan::Severity blocking(const Key &relation) const;
};

struct RuleInput : StatementInput
{
    const Occurrence &occurrence;

    [[nodiscard]] QString relation() const { return display(occurrence.own); }
    [[nodiscard]] bool ownIsNew() const { return state.isNew(occurrence.own); }
    [[nodiscard]] QString sized() const { return StatementInput::sized(occurrence.own); }
    [[nodiscard]] plan::Severity blocking() const { return StatementInput::blocking(occurrence.own); }
    /// Null if the occurrence is no such subcommand.
    template <typename T>
    [[nodiscard]] const T *command() const
    {
        return occurrence.subcommand ? std::get_if<T>(&occurrence.subcommand->detail) : nullptr;
    }
};

/// One statement of a script that has been read to its end.
struct ScriptLine
{
    const sql::Statement *statement = nullptr; ///< Null where it does not parse.
    const QString *sql = nullptr;
    bool startsUnit = false; ///< First of its file, or of its migration within a file.
    std::optional<plan::LockMode> strongest; ///< Of its locks on relations that others know.
    Key strongestOn;
    SessionFacts session; ///< Before it.
};
struct ScriptInput
{
    const std::vector<ScriptLine> &lines;
    const SchemaState &state; ///< After all of them.
    int serverVersion = 0;
    bool inTransaction = false; ///< The tool that runs it puts it into a transaction.
};

struct Verdict
{
    plan::Severity severity = plan::Severity::Info;
    QString message;
    int line = 1; ///< Within the statement. Those of an occurrence are moved to its line.
};
struct ScriptVerdict
{
    Verdict verdict;
    int statement = 0; ///< Index into ScriptInput::lines.
};
using Verdicts = QVector<Verdict>;

using OccurrenceCheck = std::optional<Verdict> (*)(const RuleInput &);
using StatementCheck = Verdicts (*)(const StatementInput &);
using ScriptCheck = QVector<ScriptVerdict> (*)(const ScriptInput &);

/// Where a rule speaks without being asked.
enum class Default {
    Everywhere, ///< Of the steps of a plan too.
    Scripts, ///< Of scripts and of edited steps: planned ones cannot have it, or the target decides it.
    OnRequest, ///< Where a project turns it on: a matter of taste.
};

struct Rule
{
    const char *id; ///< Its documentation is resources/rules/<id>.md.
    Default speaks;
    /// None: what reads scripts finds it.
    std::variant<std::monostate, OccurrenceCheck, StatementCheck, ScriptCheck> check;
};

/// Every rule there is.
[[nodiscard]] std::span<const Rule> registry();
/// True if the rule is asked in such a scene; what a project turns off is left out of the report later.
[[nodiscard]] inline bool speaks(const Rule &rule, const Scene &scene)
{
    return rule.speaks == Default::Everywhere || scene.isScript
           || (scene.isEdited && rule.speaks == Default::Scripts)
           || (rule.speaks == Default::OnRequest && scene.requested.contains(QLatin1String(rule.id)));
}
/// Null if there is none of that id.
[[nodiscard]] const Rule *findRule(const QString &id);

} // namespace lockstep::analysis::rules
