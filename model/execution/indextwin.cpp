#include "indextwin.h"

#include "statementprobe.h"

#include <model/sql/tokens.h>

namespace lockstep::execution {

namespace {

/// All that makes an index what it is but its names, its table and where it is kept.
QString factsOf(const QString &index)
{
    return QStringLiteral(
               "(SELECT concat_ws('|', i.indisunique, i.indnkeyatts, i.indclass, i.indcollation, i.indoption,"
               " to_jsonb(i) ->> 'indnullsnotdistinct', c.relam, c.reloptions, pg_get_expr(i.indpred, "
               "i.indrelid), (SELECT string_agg(pg_get_indexdef(i.indexrelid, k, false), ',' ORDER BY k)"
               " FROM generate_series(1, i.indnatts) k))"
               " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indexrelid = %1)")
        .arg(index);
}

} // namespace

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

bool isIndexBy(postgres::Session &session, const QString &createIndex, const QString &relation,
               const QString &index)
{
    const QString script = twinScript(createIndex, relation);
    if (script.isEmpty() || !session.execute(QStringLiteral("BEGIN")).has_value())
        return false;
    // Who has the table for himself is not waited for: the step says that the index is another one.
    const bool isMade =
        session.executeScript(QStringLiteral("SET LOCAL lock_timeout = '2s'; ") + script).has_value();
    const auto same =
        isMade ? session.query(QStringLiteral("SELECT %1 = %2")
                                   .arg(factsOf(QStringLiteral("to_regclass($1)")),
                                        factsOf(QStringLiteral("'pg_temp.lockstep_twin'::regclass"))),
                               { index })
               : base::Result<postgres::Rows>(base::canceled());
    return session.execute(QStringLiteral("ROLLBACK")).has_value() && same.has_value() && same->boolean(0, 0);
}

} // namespace lockstep::execution
