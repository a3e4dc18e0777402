#include "statementkind.h"

#include <QRegularExpression>
#include <QStringList>

namespace lockstep::scratch {

namespace {

/// The first words in lower case, comments between them left out.
QStringList leadingWords(const QString &sql)
{
    constexpr int enough = 400;
    constexpr int wanted = 6;
    static const QRegularExpression pattern(
        QStringLiteral("--[^\\n]*|/\\*.*?\\*/|([A-Za-z_][A-Za-z_0-9.$]*|\"[^\"]*\")|[(='$]"),
        QRegularExpression::DotMatchesEverythingOption);
    QStringList words;
    auto matches = pattern.globalMatch(sql.left(enough));
    while (matches.hasNext() && words.size() < wanted) {
        const auto match = matches.next();
        if (!match.captured(1).isEmpty())
            words.append(match.captured(1).toLower());
        else if (!match.captured(0).startsWith(QLatin1String("--"))
                 && !match.captured(0).startsWith(QLatin1String("/*")))
            break;
    }
    return words;
}

StatementKind kindOfSet(const QStringList &words)
{
    const bool scoped =
        words.value(1) == QLatin1String("local") || words.value(1) == QLatin1String("session");
    const QString name = words.value(scoped ? 2 : 1);
    if (name == QLatin1String("transaction") || name == QLatin1String("constraints")
        || name == QLatin1String("characteristics"))
        return StatementKind::Maintenance;
    for (const char *ours :
         { "client_encoding", "names", "check_function_bodies", "lc_messages", "client_min_messages" }) {
        if (name == QLatin1String(ours))
            return StatementKind::IgnoredSettings;
    }
    return StatementKind::Settings;
}

/// What a query is that calls one function and nothing else.
StatementKind kindOfSelect(const QStringList &words)
{
    QString function = words.size() == 2 ? words[1] : QString();
    function.remove(QLatin1String("pg_catalog."));
    if (function == QLatin1String("set_config"))
        return StatementKind::Settings;
    const bool isOfRows = function == QLatin1String("setval") || function == QLatin1String("lowrite")
                          || function.startsWith(QLatin1String("lo_"));
    return isOfRows ? StatementKind::Rows : StatementKind::Definition;
}

StatementKind kindOfDefinition(const QStringList &words)
{
    const QString &verb = words.first();
    const QString object = words.value(1);
    if (object == QLatin1String("database") || object == QLatin1String("tablespace")
        || object == QLatin1String("system"))
        return StatementKind::OtherDatabase;
    if (object == QLatin1String("subscription"))
        return StatementKind::Subscription;
    const bool isRole = object == QLatin1String("role") || object == QLatin1String("group")
                        || (object == QLatin1String("user") && words.value(2) != QLatin1String("mapping"));
    if (isRole)
        return verb == QLatin1String("drop") ? StatementKind::OtherDatabase : StatementKind::Role;
    if (verb == QLatin1String("create") && object == QLatin1String("extension"))
        return StatementKind::Extension;
    return verb == QLatin1String("drop") ? StatementKind::Drop : StatementKind::Definition;
}

StatementKind kindOfRollback(const QStringList &words)
{
    return words.contains(QLatin1String("to")) ? StatementKind::Maintenance : StatementKind::Rollback;
}

} // namespace

StatementKind kindOf(const QString &sql)
{
    const QStringList words = leadingWords(sql);
    const QString verb = words.value(0);
    const auto isOneOf = [&verb](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(),
                           [&verb](const char *name) { return verb == QLatin1String(name); });
    };
    if (verb == QLatin1String("set"))
        return kindOfSet(words);
    // What says that an index is invalid. Like a setting it may fail, for want of a superuser.
    const bool isAboutIndex =
        verb == QLatin1String("update") && words.value(1) == QLatin1String("pg_catalog.pg_index");
    if (verb == QLatin1String("reset") || isAboutIndex)
        return StatementKind::Settings;
    if (verb == QLatin1String("select"))
        return kindOfSelect(words);
    if (isOneOf({ "create", "alter", "drop" }))
        return kindOfDefinition(words);
    if (isOneOf({ "insert", "update", "delete", "merge", "copy", "truncate", "refresh" }))
        return StatementKind::Rows;
    if (isOneOf({ "begin", "start" }))
        return StatementKind::Begin;
    if (isOneOf({ "commit", "end" }))
        return StatementKind::Commit;
    if (isOneOf({ "rollback", "abort" }))
        return kindOfRollback(words);
    if (isOneOf({ "vacuum", "analyze", "analyse", "cluster", "reindex", "lock", "savepoint", "release",
                  "discard", "checkpoint", "notify", "listen", "unlisten", "show", "explain", "prepare",
                  "deallocate" }))
        return StatementKind::Maintenance;
    return StatementKind::Definition;
}

bool isThereFromTheStart(StatementKind kind, const QString &sql, const QString &sqlstate)
{
    static const QRegularExpression statement(
        QStringLiteral("^create\\s+schema\\s+(?:public|\"public\")\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    return (kind == StatementKind::Role && sqlstate == QLatin1String("42710"))
           || (sqlstate == QLatin1String("42P06") && statement.match(sql).hasMatch());
}

bool controlsTransaction(const QString &sql)
{
    switch (kindOf(sql)) {
    case StatementKind::Begin:
    case StatementKind::Commit:
    case StatementKind::Rollback: return true;
    default: break;
    }
    const QString verb = leadingWords(sql).value(0);
    return verb == QLatin1String("savepoint") || verb == QLatin1String("release")
           || verb == QLatin1String("rollback");
}

} // namespace lockstep::scratch
