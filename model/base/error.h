#pragma once

#include <QString>

#include <optional>

namespace lockstep::base {

/// Why something could not be done. The command line turns it into an exit code, the window into
/// the colour of a banner; nothing else may depend on an error's wording.
enum class ErrorKind {
    Canceled, ///< The user or a newer request stopped the work. Not a failure.
    Usage, ///< The call itself makes no sense (bad flag, bad intent).
    Input, ///< A file or source cannot be read or loaded.
    Connection, ///< A server cannot be reached or refuses us.
    Server, ///< PostgreSQL rejected a statement; `sqlstate` is set.
    Environment, ///< Something Lockstep needs is missing (no initdb, disk full).
    Refused, ///< Lockstep will not do it: drift, a gate, data loss not allowed.
    Proof, ///< The plan does not do what it says.
    Internal, ///< A broken promise between parts of Lockstep.
};

/// What the user can do about a run that stands, where that has another name in the window than on the
/// command line. `hint` says it for the command line.
enum class Remedy {
    None, ///< `hint` fits everywhere.
    EndBlockers, ///< A lock could not be had.
    CorrectRow, ///< A row cannot be written.
    AcceptDrift, ///< Somebody else changed what a step is about.
    AcceptFailover, ///< The server is another one by now.
    TakeOver, ///< Another runner is at work.
    StartAnew, ///< There is nothing to resume.
    FinishRollback,
    ResumeOrRollBack,
    WatchOther, ///< Another runner has taken the run over.
    FindWhatEndsIt, ///< The connection is lost again and again.
    Prove,
    PlanAnew, ///< The schema is not the one planned for. A journal that was removed leaves no other
              ///< trace.
};

/// A place in a text the user knows. Lines and columns count from 1; 0 means unknown.
struct TextPosition
{
    QString file;
    int line = 0;
    int column = 0;
};

/// What went wrong, where, and what to do about it, in whole sentences.
/// Never holds a password: whoever builds one from a connection string redacts it first.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< What happened, naming the object.
    QString hint; ///< What to do; may be empty.
    QString detail; ///< PostgreSQL's DETAIL or other evidence; may be empty.
    QString sqlstate; ///< Five characters where the server sent one.
    QString statement; ///< The SQL that failed, as sent; may be empty.
    QString object; ///< Constraint, table or column named by the server; may be empty.
    std::optional<TextPosition> position;
    Remedy remedy = Remedy::None;

    [[nodiscard]] bool isCanceled() const { return kind == ErrorKind::Canceled; }

    /// All of it as text for a terminal or a banner, most important line first.
    [[nodiscard]] QString toText() const;
};

[[nodiscard]] Error canceled();
[[nodiscard]] Error inputError(const QString &message, const QString &hint = {});
[[nodiscard]] Error internalError(const QString &message);

} // namespace lockstep::base
