#include "indextwin.h"

#include <model/sql/tokens.h>

namespace lockstep::execution {

namespace {

/// Nobody can tell what it is: one that this run set about to make is taken for its own.
base::Result<void> takeUncompared(RunContext &context, const plan::Step &step, const ProbeTarget &target,
                                  const IndexThere &there, const base::Error &error)
{
    if (error.kind == base::ErrorKind::Connection || context.stopRequested())
        return error;
    const auto isOurs = context.journal.owns(step.id, QStringLiteral("index"), target.name);
    if (!isOurs.has_value())
        return isOurs.error();
    if (*isOurs) {
        context.log(
            EventLevel::Warning, step.id,
            QStringLiteral("The index %1 is taken for the one that this run set about to make, though "
                           "they could not be compared: %2")
                .arg(there.name, error.message));
        return {};
    }
    base::Error unknown =
        refused(QStringLiteral("There already is an index %1, and it could not be compared with the one that "
                               "this step makes: %2")
                    .arg(there.name, error.message),
                QStringLiteral("They are compared by making the step's on an empty temporary copy of the "
                               "table. Let that be possible and resume the run, or rename or drop the "
                               "index."));
    unknown.detail = there.definition;
    return unknown;
}

/// All that makes an index what it is but its names, its table and where it is kept.
QString factsOf(const QString &index)
{
    return QStringLiteral(
               "(SELECT concat_ws('|', i.indisunique, i.indnkeyatts, i.indclass, i.indcollation, i.indoption,"
               " to_jsonb(i) ->> 'indnullsnotdistinct', c.relam, c.reloptions, pg_get_expr(i.indpred, "
               "i.indrelid), (SELECT string_agg(pg_get_indexdef(i.indexrelid, k, false), ',' ORDER BY k)"
               " FROM generate_series(1, i.indnatts) k),"
               // The parameters of operator classes.
               " (SELECT jsonb_object_agg(a.attnum, a.attoptions) FROM pg_attribute a"
               "  WHERE a.attrelid = i.indexrelid AND a.attoptions IS NOT NULL))"
               " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indexrelid = %1)")
        .arg(index);
}

base::Result<bool> compareWithTwin(postgres::Session &session, const QString &script, const QString &relation,
                                   const QString &index)
{
    // Before the copy is there: it has the table's name.
    const auto isOfTable = session.query(QStringLiteral("SELECT 1 FROM pg_index WHERE indexrelid = "
                                                        "to_regclass($1) AND indrelid = to_regclass($2)"),
                                         { index, relation });
    if (!isOfTable.has_value())
        return isOfTable.error();
    if (isOfTable->count() == 0)
        return false;
    // Who has the table for himself is not waited for: the step says that it could not look.
    if (const auto made = session.executeScript(QStringLiteral("SET LOCAL lock_timeout = '2s'; ") + script);
        !made.has_value())
        return made.error();
    const auto same = session.query(QStringLiteral("SELECT %1 = %2")
                                        .arg(factsOf(QStringLiteral("to_regclass($1)")),
                                             factsOf(QStringLiteral("'pg_temp.lockstep_twin'::regclass"))),
                                    { index });
    if (!same.has_value())
        return same.error();
    return same->boolean(0, 0);
}

/// What makes the copy and its index, pg_temp.lockstep_twin. Empty for anything but CREATE INDEX with a name.
QString twinScript(const QString &createIndex, const QString &relation)
{
    const auto tokens = sql::tokenize(createIndex);
    const auto isWord = [&](qsizetype i, const char *word) {
        return i < tokens.size() && tokens[i].kind == sql::TokenKind::Word
               && tokens[i].word == QLatin1String(word);
    };
    qsizetype at = 0;
    while (at < tokens.size() && !isWord(at, "on"))
        ++at;
    at += isWord(at + 1, "only") ? 2 : 1; // The first part of the table's name.
    while (at + 2 < tokens.size() && tokens[at + 1].word == QLatin1String("."))
        at += 2;
    if (probeTargetOf(createIndex).kind != ProbeTarget::Kind::CreateIndex || at + 1 >= tokens.size())
        return {};
    // Of the same name, by which expressions may call it.
    const QString table = createIndex.mid(tokens[at].begin, tokens[at].end - tokens[at].begin);
    return QStringLiteral("CREATE TEMP TABLE %1 (LIKE %2) ON COMMIT DROP; ").arg(table, relation)
           + (isWord(1, "unique") ? QStringLiteral("CREATE UNIQUE INDEX ") : QStringLiteral("CREATE INDEX "))
           + QStringLiteral("lockstep_twin ON pg_temp.") + createIndex.mid(tokens[at].begin);
}

base::Result<bool> isIndexBy(postgres::Session &session, const QString &createIndex, const QString &relation,
                             const QString &index)
{
    const QString script = twinScript(createIndex, relation);
    if (script.isEmpty())
        return base::inputError(QStringLiteral("The statement cannot be made for another table."));
    if (const auto begun = session.execute(QStringLiteral("BEGIN")); !begun.has_value())
        return begun.error();
    const auto same = compareWithTwin(session, script, relation, index);
    if (!session.isConnected())
        return same;
    if (const auto ended = session.execute(QStringLiteral("ROLLBACK")); !ended.has_value())
        return ended.error();
    return same;
}

} // namespace

base::Result<void> checkIndex(RunContext &context, const plan::Step &step, const QString &createIndex,
                              const ProbeTarget &target, const IndexThere &there)
{
    if (indexDefinitionKey(there.definition) == indexDefinitionKey(createIndex))
        return {};
    const auto same = isIndexBy(*context.work, createIndex, target.relation, there.name);
    if (!same.has_value())
        return takeUncompared(context, step, target, there, same.error());
    if (*same)
        return {};
    // That one of this name was begun once does not make the one that is there ours.
    base::Error error =
        refused(QStringLiteral("There already is an index %1 with another definition.").arg(there.name),
                QStringLiteral("Rename or drop it, or plan again."));
    error.detail = there.definition;
    return error;
}

} // namespace lockstep::execution
