#include "sqllexer.h"

namespace lockstep::widgets {

namespace {

/// Statements and clauses; drawn as keywords.
constexpr const char *sqlWords =
    "abort access action add after all alter always analyze and any array as asc atomic attach attribute "
    "begin "
    "before between both by cache call cascade case cast check checkpoint close cluster collate collation "
    "column "
    "comment commit concurrently conflict constraint copy create cross cube current current_catalog "
    "current_date "
    "current_role current_schema current_time current_timestamp current_user cursor cycle data database "
    "deallocate "
    "declare default deferrable deferred definer delete desc detach disable discard distinct do domain drop "
    "each "
    "else enable end enforced enum event except exclude exclusive execute exists explain extension external "
    "false "
    "fetch filter first for force foreign from full function generated global grant group grouping having "
    "identity "
    "if ilike immediate immutable in include increment index inherit inherits initially inner inout input "
    "instead "
    "intersect interval into invoker is isnull isolation join key language last lateral leading left level "
    "like "
    "limit local lock locked logged match materialized maxvalue merge minvalue mode move natural next no "
    "none not "
    "nothing notify notnull nowait null nulls of off offset on only operator option options or order "
    "ordinality out "
    "outer over overlaps owned owner parallel partition policy position preceding prepare primary privileges "
    "procedure publication range read reassign recursive references refresh reindex release rename "
    "repeatable "
    "replace replica reset restart restrict return returning returns revoke right role rollback rollup "
    "routine row "
    "rows rule savepoint schema scroll security select sequence serializable server session set setof share "
    "show "
    "similar skip some stable start statement statistics storage stored strict subscription symmetric system "
    "table "
    "tablesample tablespace temp temporary then ties to trailing transaction trigger true truncate trusted "
    "type "
    "unbounded union unique unlisten unlogged until update user using vacuum valid validate validator value "
    "values "
    "variadic verbose version view volatile when where window with within without work write xml yes zone";

/// Types; drawn like keywords, but quieter.
constexpr const char *sqlTypes = "bigint bigserial bit bool boolean box bytea char character cidr circle "
                                 "citext date daterange decimal double "
                                 "float4 float8 hstore inet int int2 int4 int4range int8 int8range integer "
                                 "json jsonb jsonpath line lseg macaddr "
                                 "money name numeric numrange oid path point polygon precision real regclass "
                                 "regtype serial smallint smallserial "
                                 "text time timestamp timestamptz timetz tsquery tsrange tstzrange tsvector "
                                 "uuid varbit varchar varying void xid";

} // namespace

SqlLexer::SqlLexer(QObject *parent)
    : QsciLexerSQL(parent)
{
    setDottedWords(false);
    setHashComments(false);
    setBackslashEscapes(false);
    setFoldComments(true);
    setFoldCompact(false);
}

const char *SqlLexer::keywords(int set) const
{
    // 1: statements, 5 and up: user word lists of Scintilla's SQL lexer.
    if (set == 1)
        return m_words.isEmpty() ? sqlWords : m_words.constData();
    if (set == 5)
        return sqlTypes;
    return nullptr;
}

void SqlLexer::setWords(const QStringList &words)
{
    static const QList<QByteArray> types = QByteArray(sqlTypes).split(' ');
    QByteArrayList taken;
    for (const QString &word : words) {
        const QByteArray name = word.toUtf8();
        if (!types.contains(name))
            taken.append(name);
    }
    m_words = taken.join(' ');
}

void SqlLexer::setColors(const Colors &colors)
{
    const QFont font = monospaceFont();
    setDefaultColor(colors.text);
    setDefaultPaper(colors.base);
    setDefaultFont(font);
    setColor(colors.text, -1);
    setPaper(colors.base, -1);
    setFont(font, -1);
    for (const int style : { Keyword, KeywordSet5, PlusKeyword })
        setColor(colors.keyword, style);
    for (const int style :
         { Comment, CommentLine, CommentDoc, CommentLineHash, CommentDocKeyword, PlusComment })
        setColor(colors.comment, style);
    for (const int style : { SingleQuotedString, QuotedOperator })
        setColor(colors.string, style);
    setColor(colors.text, DoubleQuotedString);
    setColor(colors.number, Number);
}

} // namespace lockstep::widgets
