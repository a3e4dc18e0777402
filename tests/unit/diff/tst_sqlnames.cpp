#include <model/diff/sqlnames.h>

#include <QTest>

using namespace lockstep::diff;

/// New names in texts as PostgreSQL prints them, without touching anything that only looks like the name.
class SqlNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void replacesQualifiedNames_data();
    void replacesQualifiedNames();
    void replacesColumns_data();
    void replacesColumns();
    void replacesSchemas_data();
    void replacesSchemas();
    void replacesLabels_data();
    void replacesLabels();
    void replacesNamesAfterKeywords_data();
    void replacesNamesAfterKeywords();
    void replacesIdentifiers_data();
    void replacesIdentifiers();
};

namespace {

void addTexts()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
}

/// `expected` null: the text stays as it is.
void text(const char *name, const char *sql, const char *expected = nullptr)
{
    QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(expected ? expected : sql);
}

} // namespace

void SqlNamesTest::replacesQualifiedNames_data()
{
    addTexts();
    text("relation", "SELECT a FROM public.old", "SELECT a FROM app.\"New\"");
    text("column reference through it", "public.old.a > 1", "app.\"New\".a > 1");
    text("regclass", "nextval('public.old'::regclass)", "nextval('app.\"New\"'::regclass)");
    text("quoted", "SELECT \"public\".\"old\"", "SELECT app.\"New\"");
    text("twice", "public.old JOIN public.old", "app.\"New\" JOIN app.\"New\"");
    text("longer word", "SELECT a FROM public.older");
    text("word that ends so", "SELECT a FROM public.very_old");
    text("other schema", "SELECT a FROM private.old");
    text("third part", "SELECT db.public.old");
    text("part of a string", "SELECT 'public.old thing'");
    text("without a schema", "SELECT old");
    text("dollar-quoted body", "AS $$SELECT 1 FROM public.old$$");
    text("tagged body", "AS $f$SELECT 1 FROM public.old$f$ -- public.x");
    text("doubled quotes", "SELECT '''public.old'");
    text("dollar in a word", "SELECT a$b FROM public.old$");
}

void SqlNamesTest::replacesQualifiedNames()
{
    QFETCH(const QString, sql);
    QTEST(withQualifiedName(sql, QStringLiteral("public"), QStringLiteral("old"), QStringLiteral("app"),
                            QStringLiteral("New")),
          "expected");
}

void SqlNamesTest::replacesColumns_data()
{
    addTexts();
    text("bare", "(old > 1)", "(\"new name\" > 1)");
    text("after an alias", "t.old", "t.\"new name\"");
    text("quoted", "\"old\" IS NULL", "\"new name\" IS NULL");
    text("several", "old + coalesce(old, 0)", "\"new name\" + coalesce(\"new name\", 0)");
    text("in a list", "PRIMARY KEY (a, old)", "PRIMARY KEY (a, \"new name\")");
    text("function of the same name", "old(a)");
    text("type of a cast", "a::old");
    text("relation of the schema", "public.old");
    text("alias before a dot", "old.a");
    text("string", "a = 'old'");
    text("longer word", "old_price > 1");
    text("name of an index", "CREATE INDEX old ON t USING btree (old)",
         "CREATE INDEX old ON t USING btree (\"new name\")");
    text("name of a trigger", "CREATE TRIGGER old BEFORE UPDATE OF old",
         "CREATE TRIGGER old BEFORE UPDATE OF \"new name\"");
    text("capitals are a keyword", "OLD.a");
}

void SqlNamesTest::replacesColumns()
{
    QFETCH(const QString, sql);
    QTEST(withColumnName(sql, QStringLiteral("public"), QStringLiteral("old"), QStringLiteral("new name")),
          "expected");
}

void SqlNamesTest::replacesSchemas_data()
{
    addTexts();
    text("qualification", "old.t JOIN old.u", "fresh.t JOIN fresh.u");
    text("regclass", "nextval('old.s'::regclass)", "nextval('fresh.s'::regclass)");
    text("regprocedure", "'old.f(integer)'::regprocedure", "'fresh.f(integer)'::regprocedure");
    text("text of a string", "'old.s'::text");
    text("string without a cast", "'old.s'");
    text("column through a table", "t.old.x");
    text("bare word", "old = 1");
    text("longer word", "older.t");
}

void SqlNamesTest::replacesSchemas()
{
    QFETCH(const QString, sql);
    QTEST(withSchemaName(sql, QStringLiteral("old"), QStringLiteral("fresh")), "expected");
}

void SqlNamesTest::replacesLabels_data()
{
    addTexts();
    text("label", "x = 'sad'::public.mood", "x = 'it''s fine'::public.mood");
    text("array member", "'{sad,ok}'::public.mood[]", "'{\"it''s fine\",ok}'::public.mood[]");
    text("last member", "'{ok,sad}'::public.mood[]", "'{ok,\"it''s fine\"}'::public.mood[]");
    text("label of another type", "x = 'sad'::public.temper");
    text("text", "x = 'sad'::text");
    text("part of a label", "x = 'sadder'::public.mood");
    text("part of a member", "'{\"sad,ok\"}'::public.mood[]");
    text("without a cast", "x = 'sad'");
}

void SqlNamesTest::replacesLabels()
{
    QFETCH(const QString, sql);
    QTEST(withLabel(sql, QStringLiteral("public.mood"), QStringLiteral("sad"), QStringLiteral("it's fine")),
          "expected");
}

void SqlNamesTest::replacesNamesAfterKeywords_data()
{
    addTexts();
    text("index", "CREATE UNIQUE INDEX old ON old USING btree (old)",
         "CREATE UNIQUE INDEX fresh ON old USING btree (old)");
    text("line break before it", "CREATE INDEX\n  old ON t", "CREATE INDEX\n  fresh ON t");
    text("another index", "CREATE INDEX other ON old USING btree (a)");
    text("trigger", "CREATE TRIGGER old AFTER INSERT ON t");
}

void SqlNamesTest::replacesNamesAfterKeywords()
{
    QFETCH(const QString, sql);
    QTEST(withNameAfter(sql, QStringLiteral("INDEX"), QStringLiteral("old"), QStringLiteral("fresh")),
          "expected");
}

void SqlNamesTest::replacesIdentifiers_data()
{
    addTexts();
    text("word", "old + 1", "fresh + 1");
    text("with a dot", "new.old", "new.fresh");
    text("function", "old(1)");
    text("string", "'old'");
    text("keyword in capitals", "SELECT OLD.x");
}

void SqlNamesTest::replacesIdentifiers()
{
    QFETCH(const QString, sql);
    QTEST(withIdentifier(sql, QStringLiteral("old"), QStringLiteral("fresh")), "expected");
}

QTEST_GUILESS_MAIN(SqlNamesTest)
#include "tst_sqlnames.moc"
