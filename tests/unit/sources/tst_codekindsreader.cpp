#include "catalogfixture.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::schema;
using namespace lockstep::testing;

Q_DECLARE_METATYPE(lockstep::schema::ObjectId)

/// Reading the kinds that extend the language: what each is called, its definition and its settings.
class CodeKindsReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_loaded = {}; }
    void readsDefinitionsAndSettings_data();
    void readsDefinitionsAndSettings();
    void knowsWhatNeedsWhat_data();
    void knowsWhatNeedsWhat();
    void leavesMembersOfExtensionsOut();
    void leavesWhatComesWithARangeOut();
    void namesWhatItDoesNotRead();
    void readsEveryFactOnce();

private:
    Loaded m_loaded;
};

namespace {

const char *const codeKinds = R"(
CREATE SCHEMA app;
CREATE EXTENSION citext SCHEMA public;
CREATE TYPE app.num;
CREATE FUNCTION app.num_in(cstring) RETURNS app.num IMMUTABLE STRICT LANGUAGE internal AS 'int4in';
CREATE FUNCTION app.num_out(app.num) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'int4out';
CREATE FUNCTION app.num_recv(internal) RETURNS app.num IMMUTABLE STRICT LANGUAGE internal AS 'int4recv';
CREATE TYPE app.num (INPUT = app.num_in, OUTPUT = app.num_out, RECEIVE = app.num_recv, LIKE = integer);
CREATE TYPE app.husk;
CREATE FUNCTION app.lt(app.num, app.num) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4lt';
CREATE FUNCTION app.gt(app.num, app.num) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4gt';
CREATE FUNCTION app.cmp(app.num, app.num) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'btint4cmp';
CREATE FUNCTION app.as_int(app.num) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'int4up';
CREATE OPERATOR app.< (FUNCTION = app.lt, LEFTARG = app.num, RIGHTARG = app.num, COMMUTATOR = OPERATOR(app.>),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR app.> (FUNCTION = app.gt, LEFTARG = app.num, RIGHTARG = app.num, COMMUTATOR = OPERATOR(app.<));
CREATE OPERATOR app.@#@ (FUNCTION = app.as_int, RIGHTARG = app.num);
CREATE OPERATOR CLASS app.num_ops DEFAULT FOR TYPE app.num USING btree AS
    OPERATOR 1 app.<, OPERATOR 5 app.>, FUNCTION 1 app.cmp(app.num, app.num);
ALTER OPERATOR FAMILY app.num_ops USING btree ADD OPERATOR 3 pg_catalog.= (int, bigint);
CREATE CAST (app.num AS int) WITH FUNCTION app.as_int(app.num) AS ASSIGNMENT;
CREATE DEFAULT CONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE FUNCTION app.h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE pl HANDLER app.h;
CREATE TRANSFORM FOR app.num LANGUAGE pl (TO SQL WITH FUNCTION app.num_recv(internal));
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE app.t (a app.num PRIMARY KEY, b int) USING heap2;
CREATE VIEW app.v AS SELECT a::int AS b FROM app.t;
CREATE TYPE app.span AS RANGE (SUBTYPE = app.num);
CREATE COLLATION app.c (provider = icu, locale = 'de', deterministic = false);
CREATE STATISTICS app.s (mcv) ON a, b FROM app.t;
ALTER STATISTICS app.s SET STATISTICS 77;
CREATE FUNCTION app.ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER e ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION app.ev();
ALTER EVENT TRIGGER e ENABLE REPLICA;
CREATE AGGREGATE app.share(float8 ORDER BY float8) (SFUNC = ordered_set_transition, STYPE = internal,
    FINALFUNC = percentile_cont_float8_final);
CREATE OPERATOR app.<<< (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(app.>>>));
)";

ObjectId signedId(Kind kind, const char *name, const char *signature)
{
    return routineId(kind, QStringLiteral("app"), QLatin1String(name), QLatin1String(signature));
}

ObjectId bare(Kind kind, const char *name, const char *signature = "")
{
    return routineId(kind, {}, QLatin1String(name), QLatin1String(signature));
}

QString settingsText(const QVector<Setting> &settings)
{
    QStringList lines;
    for (const Setting &setting : settings)
        lines << setting.name + QLatin1Char('=') + setting.value;
    return lines.join(QLatin1Char('|'));
}

} // namespace

void CodeKindsReaderTest::initTestCase()
{
    QString why;
    QVERIFY2(server(&why), qPrintable(why));
    m_loaded = loadCatalog(QString::fromUtf8(codeKinds));
}

void CodeKindsReaderTest::readsDefinitionsAndSettings_data()
{
    QTest::addColumn<ObjectId>("id");
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("settings");
    const auto row = [](const char *name, const ObjectId &id, const char *definition,
                        const char *settings = "") {
        QTest::newRow(name) << id << QString::fromLatin1(definition) << QString::fromLatin1(settings);
    };
    row("base type", signedId(Kind::BaseType, "num", ""),
        "CREATE TYPE app.num (\n    INPUT = app.num_in,\n    OUTPUT = app.num_out,\n    INTERNALLENGTH = 4,\n"
        "    PASSEDBYVALUE\n)",
        "RECEIVE=app.num_recv");
    row("shell type", signedId(Kind::BaseType, "husk", ""), "CREATE TYPE app.husk");
    row("operator", signedId(Kind::Operator, "<", "app.num, app.num"),
        "CREATE OPERATOR app.< (\n    FUNCTION = app.lt,\n    LEFTARG = app.num,\n    RIGHTARG = app.num\n)",
        "COMMUTATOR=OPERATOR(app.>)|JOIN=scalarltjoinsel|RESTRICT=scalarltsel");
    row("prefix operator", signedId(Kind::Operator, "@#@", "NONE, app.num"),
        "CREATE OPERATOR app.@#@ (\n    FUNCTION = app.as_int,\n    RIGHTARG = app.num\n)");
    row("operator family", signedId(Kind::OperatorFamily, "num_ops", "btree"),
        "CREATE OPERATOR FAMILY app.num_ops USING btree", "OPERATOR 3 (integer, bigint)==(integer,bigint)");
    row("operator class", signedId(Kind::OperatorClass, "num_ops", "btree"),
        "CREATE OPERATOR CLASS app.num_ops DEFAULT FOR TYPE app.num USING btree FAMILY app.num_ops AS\n"
        "    STORAGE app.num,\n    OPERATOR 1 app.<(app.num,app.num),\n    OPERATOR 5 "
        "app.>(app.num,app.num),\n"
        "    FUNCTION 1 (app.num, app.num) app.cmp(app.num,app.num)");
    row("cast", bare(Kind::Cast, "", "app.num AS integer"),
        "CREATE CAST (app.num AS integer) WITH FUNCTION app.as_int(app.num) AS ASSIGNMENT");
    row("conversion", signedId(Kind::Conversion, "latin", ""),
        "CREATE DEFAULT CONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8");
    row("language", bare(Kind::Language, "pl"), "CREATE TRUSTED LANGUAGE pl HANDLER app.h");
    row("transform", bare(Kind::Transform, "pl", "app.num"),
        "CREATE TRANSFORM FOR app.num LANGUAGE pl (TO SQL WITH FUNCTION app.num_recv(internal))");
    row("access method", bare(Kind::AccessMethod, "heap2"),
        "CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler");
    row("collation", signedId(Kind::Collation, "c", ""),
        "CREATE COLLATION app.c (provider = icu, locale = 'de', deterministic = false)");
    row("statistics object", signedId(Kind::StatisticsObject, "s", ""),
        "CREATE STATISTICS app.s (mcv) ON a, b FROM app.t", "STATISTICS=77");
    row("event trigger", bare(Kind::EventTrigger, "e"),
        "CREATE EVENT TRIGGER e ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION app.ev()",
        "STATE=ENABLE REPLICA");
}

void CodeKindsReaderTest::readsDefinitionsAndSettings()
{
    QFETCH(ObjectId, id);
    QFETCH(QString, definition);
    QFETCH(QString, settings);
    const auto *found = m_loaded.catalog->attributes<DefinitionAttributes>(id);
    QVERIFY2(found, qPrintable(displayName(id)));
    QCOMPARE(found->definition, definition);
    QCOMPARE(settingsText(found->settings), settings);
}

void CodeKindsReaderTest::knowsWhatNeedsWhat_data()
{
    QTest::addColumn<ObjectId>("from");
    QTest::addColumn<ObjectId>("to");
    const ObjectId num = signedId(Kind::BaseType, "num", "");
    const ObjectId less = signedId(Kind::Operator, "<", "app.num, app.num");
    const ObjectId family = signedId(Kind::OperatorFamily, "num_ops", "btree");
    const ObjectId opclass = signedId(Kind::OperatorClass, "num_ops", "btree");
    QTest::newRow("type and input") << num << signedId(Kind::Function, "num_in", "cstring");
    QTest::newRow("input and type") << signedId(Kind::Function, "num_in", "cstring") << num;
    QTest::newRow("operator and function") << less << signedId(Kind::Function, "lt", "app.num, app.num");
    QTest::newRow("operator and type") << less << num;
    QTest::newRow("class and operator") << opclass << less;
    QTest::newRow("class and support function")
        << opclass << signedId(Kind::Function, "cmp", "app.num, app.num");
    QTest::newRow("class and family") << opclass << family;
    QTest::newRow("class and type") << opclass << num;
    QTest::newRow("key and class") << inApp(Kind::Constraint, QStringLiteral("t"), QStringLiteral("t_pkey"))
                                   << opclass;
    const ObjectId cast = bare(Kind::Cast, "", "app.num AS integer");
    QTest::newRow("cast and function") << cast << signedId(Kind::Function, "as_int", "app.num");
    QTest::newRow("view and cast") << inApp(Kind::View, QStringLiteral("v")) << cast;
    QTest::newRow("language and handler") << bare(Kind::Language, "pl") << signedId(Kind::Function, "h", "");
    QTest::newRow("transform and language")
        << bare(Kind::Transform, "pl", "app.num") << bare(Kind::Language, "pl");
    QTest::newRow("transform and type") << bare(Kind::Transform, "pl", "app.num") << num;
    QTest::newRow("table and access method")
        << inApp(Kind::Table, QStringLiteral("t")) << bare(Kind::AccessMethod, "heap2");
    QTest::newRow("range and class of its subtype")
        << inApp(Kind::RangeType, QStringLiteral("span")) << opclass;
    QTest::newRow("event trigger and function")
        << bare(Kind::EventTrigger, "e") << signedId(Kind::Function, "ev", "");
}

void CodeKindsReaderTest::knowsWhatNeedsWhat()
{
    QFETCH(ObjectId, from);
    QFETCH(ObjectId, to);
    const Catalog &catalog = *m_loaded.catalog;
    const int index = catalog.indexOf(from);
    const int needed = catalog.indexOf(to);
    QVERIFY(index >= 0 && needed >= 0);
    const auto needs = catalog.needs(index);
    QVERIFY(std::find(needs.begin(), needs.end(), needed) != needs.end());
}

/// citext brings a base type, operators, classes, families and casts.
void CodeKindsReaderTest::leavesMembersOfExtensionsOut()
{
    for (const Fact &fact : m_loaded.catalog->facts())
        QVERIFY2(!displayName(fact.id).contains(QLatin1String("citext")) || fact.id.kind == Kind::Extension
                     || isTargeting(fact.id.kind),
                 qPrintable(displayName(fact.id)));
}

void CodeKindsReaderTest::leavesWhatComesWithARangeOut()
{
    for (const Fact &fact : m_loaded.catalog->facts())
        QVERIFY2(!displayName(fact.id).contains(QLatin1String("span")) || fact.id.kind == Kind::RangeType,
                 qPrintable(displayName(fact.id)));
}

void CodeKindsReaderTest::namesWhatItDoesNotRead()
{
    QCOMPARE(m_loaded.catalog->unmodelled(),
             std::vector<Unmodelled>(
                 { { QStringLiteral("shell operator"), QStringLiteral("app.>>>(integer, integer)") } }));
    const auto added = loadCatalog(QStringLiteral(
        "CREATE FUNCTION cmp(int, text) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'btint4cmp';"
        "ALTER OPERATOR FAMILY pg_catalog.integer_ops USING btree ADD FUNCTION 1 (int, text) cmp(int, "
        "text);"));
    QCOMPARE(added.catalog->unmodelled(),
             std::vector<Unmodelled>({ { QStringLiteral("operator family member"),
                                         QStringLiteral("FUNCTION 1 public.cmp(integer,text)") } }));
    const auto marked =
        loadCatalog(QStringLiteral("CREATE EXTENSION citext; CREATE FUNCTION f() RETURNS int LANGUAGE "
                                   "sql AS 'SELECT 1'; ALTER FUNCTION f() DEPENDS ON EXTENSION citext;"));
    QCOMPARE(marked.catalog->unmodelled(),
             std::vector<Unmodelled>({ { QStringLiteral("dependence on an extension"),
                                         QStringLiteral("public.f() on citext") } }));
}

void CodeKindsReaderTest::readsEveryFactOnce()
{
    const auto &facts = m_loaded.catalog->facts();
    for (size_t i = 1; i < facts.size(); ++i)
        QVERIFY2(facts[i - 1].id != facts[i].id, qPrintable(displayName(facts[i].id)));
}

QTEST_GUILESS_MAIN(CodeKindsReaderTest)
#include "tst_codekindsreader.moc"
