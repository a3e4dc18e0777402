#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::schema;

namespace {

/// One of nearly everything.
const char *const everything = R"(
CREATE ROLE ls_reader;
CREATE ROLE ls_writer;
CREATE SCHEMA app;
CREATE EXTENSION citext SCHEMA public;
CREATE COLLATION app.german (provider = libc, lc_collate = 'C', lc_ctype = 'C');
CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'it''s great');
CREATE DOMAIN app.price AS numeric(10,2) DEFAULT 0 NOT NULL CONSTRAINT positive CHECK (VALUE >= 0);
CREATE TYPE app.address AS (street text COLLATE "C", zip varchar(10));
CREATE TYPE app.span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE SEQUENCE app.counter AS integer START 5 INCREMENT 5 MINVALUE 5 MAXVALUE 500 CACHE 3 CYCLE;
CREATE FUNCTION app.tier_of(id bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'free' $$;
CREATE FUNCTION app.dice() RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT 4 $$;
CREATE TABLE app.users (
    id bigint GENERATED ALWAYS AS IDENTITY (START 100 CACHE 20) PRIMARY KEY,
    email citext NOT NULL UNIQUE NULLS NOT DISTINCT,
    name varchar(50) COLLATE "C" DEFAULT 'x''y',
    mood app.mood DEFAULT 'ok',
    home app.address,
    balance app.price,
    luck integer DEFAULT app.dice(),
    token uuid DEFAULT gen_random_uuid(),
    upper_name text GENERATED ALWAYS AS (upper(name)) STORED,
    CONSTRAINT name_length CHECK (length(name) > 1) NO INHERIT
) WITH (fillfactor = 80, toast.autovacuum_enabled = false);
ALTER TABLE app.users ALTER COLUMN name SET STATISTICS 500, ALTER COLUMN name SET STORAGE EXTERNAL,
    ALTER COLUMN name SET (n_distinct = -0.5), ALTER COLUMN upper_name SET COMPRESSION pglz;
CREATE TABLE app.orders (
    id serial PRIMARY KEY,
    user_id bigint REFERENCES app.users ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    span app.span,
    note text,
    EXCLUDE USING gist (span WITH &&)
);
ALTER TABLE app.orders ADD CONSTRAINT note_given CHECK (note IS NOT NULL) NOT VALID;
CREATE INDEX orders_user_idx ON app.orders (user_id, lower(note) DESC) INCLUDE (id) WHERE note IS NOT NULL;
CREATE TABLE app.events (at timestamptz NOT NULL, body text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE app.events_1 PARTITION OF app.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE app.events_rest PARTITION OF app.events DEFAULT;
CREATE INDEX events_body_idx ON app.events (body);
CREATE TABLE app.parent (a int);
CREATE TABLE app.child (b int) INHERITS (app.parent);
CREATE VIEW app.user_orders WITH (security_barrier = true) AS
    SELECT u.id, u.email, count(o.id) AS orders FROM app.users u LEFT JOIN app.orders o ON o.user_id = u.id GROUP BY u.id;
CREATE MATERIALIZED VIEW app.totals AS SELECT count(*) AS n FROM app.user_orders WITH NO DATA;
CREATE UNIQUE INDEX totals_n ON app.totals (n);
CREATE FUNCTION app.orders_of(who bigint) RETURNS SETOF app.orders LANGUAGE sql STABLE
    AS $$ SELECT * FROM app.orders WHERE user_id = who $$;
CREATE PROCEDURE app.nothing(a int, INOUT b text) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE OF note ON app.orders FOR EACH ROW EXECUTE FUNCTION app.touch();
ALTER TABLE app.orders DISABLE TRIGGER touch;
CREATE TRIGGER touch_event AFTER INSERT ON app.events FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE RULE keep AS ON DELETE TO app.parent DO INSTEAD NOTHING;
ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON app.orders AS RESTRICTIVE FOR SELECT TO ls_reader, ls_writer USING (user_id > 0);
CREATE STATISTICS app.both (dependencies) ON id, user_id FROM app.orders;
CREATE PUBLICATION pub FOR TABLE app.orders (id, note) WHERE (id > 5) WITH (publish = 'insert');
COMMENT ON TABLE app.users IS 'People';
COMMENT ON COLUMN app.users.name IS 'Name';
COMMENT ON CONSTRAINT positive ON DOMAIN app.price IS 'No debts';
COMMENT ON COLUMN app.user_orders.orders IS 'How many';
COMMENT ON INDEX app.users_pkey IS 'Key';
COMMENT ON FUNCTION app.dice() IS 'Fair';
GRANT SELECT, INSERT ON app.users TO ls_reader;
GRANT UPDATE (name) ON app.users TO ls_reader WITH GRANT OPTION;
GRANT USAGE ON SCHEMA app TO PUBLIC;
REVOKE EXECUTE ON FUNCTION app.dice() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO ls_reader;
CREATE CAST (app.mood AS app.address) WITH INOUT;
CREATE SCHEMA lockstep;
CREATE TABLE lockstep.run (id int);
CREATE TABLE "We""ird Schema.x" (id int);
CREATE TABLE app."Käse 🧀" ("Select" int, "user" text CHECK ("user" <> ''));
)";

struct Loaded
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    CatalogPtr catalog;
};

Loaded loadCatalog(const QString &sql)
{
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("catalog"));
    if (!database.has_value())
        qFatal("%s", qPrintable(database.error().toText()));
    auto session = (*database)->open();
    if (!session.has_value())
        qFatal("%s", qPrintable(session.error().toText()));
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("test.sql"), false);
    if (!report.has_value())
        qFatal("%s", qPrintable(report.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        qFatal("%s", qPrintable(catalog.error().toText()));
    return { std::move(*database), *catalog };
}

bool needs(const Catalog &catalog, const ObjectId &from, const ObjectId &to)
{
    const int target = catalog.indexOf(to);
    const auto needed = catalog.needs(catalog.indexOf(from));
    return target >= 0 && std::find(needed.begin(), needed.end(), target) != needed.end();
}

ObjectId inApp(Kind kind, const QString &name, const QString &sub = {})
{
    return subId(kind, QStringLiteral("app"), name, sub);
}

} // namespace

/// Reading the catalog of a real server.
class CatalogReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_loaded = {}; }
    void readsTypes();
    void readsTablesAndColumns();
    void readsDefaultsAndTheirVolatility();
    void readsConstraints();
    void readsIndexes();
    void readsPartitionsAndChildren();
    void readsViews();
    void readsRoutines();
    void readsTriggersRulesAndPolicies();
    void readsSequences();
    void readsCommentsAndGrants();
    void readsWholeDefinitions();
    void namesWhatIsNotModelled();
    void leavesTheJournalOut();
    void keepsUnusualNames();
    void untouchedDatabaseHasOnlyPublicAndPlpgsql();
    void dependencyIsRecorded_data();
    void dependencyIsRecorded();
    void internalColumnOptionsAreLeftOut();
    void dumpLoadedAgainHasTheSameFingerprint();
    void dumpsOfTheCorpusLoadToTheSameFingerprint();
    void settingsOfTheDatabaseDoNotMatter();
    void statisticsKnowRowsAndSizes();
    void stopIsObeyed();

private:
    template <typename T>
    const T &attributes(const ObjectId &id) const
    {
        const T *found = m_loaded.catalog->attributes<T>(id);
        if (!found)
            qFatal("There is no %s", qPrintable(displayName(id)));
        return *found;
    }
    Loaded m_loaded;
};

void CatalogReaderTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_loaded = loadCatalog(QString::fromUtf8(everything));
}

void CatalogReaderTest::readsTypes()
{
    QCOMPARE(attributes<EnumAttributes>(inApp(Kind::Enum, QStringLiteral("mood"))).labels,
             QStringList({ QStringLiteral("sad"), QStringLiteral("ok"), QStringLiteral("it's great") }));
    const auto &price = attributes<DomainAttributes>(inApp(Kind::Domain, QStringLiteral("price")));
    QCOMPARE(price.type, QStringLiteral("numeric(10,2)"));
    QCOMPARE(price.defaultExpression, QStringLiteral("0"));
    QVERIFY(price.notNull);
    const auto &check = attributes<ConstraintAttributes>(
        inApp(Kind::DomainConstraint, QStringLiteral("price"), QStringLiteral("positive")));
    QCOMPARE(check.expression, QStringLiteral("(VALUE >= (0)::numeric)"));
    const auto &address =
        attributes<CompositeAttributes>(inApp(Kind::CompositeType, QStringLiteral("address")));
    QCOMPARE(address.fields.size(), 2);
    QCOMPARE(address.fields[0].collation, QStringLiteral("pg_catalog.\"C\""));
    QCOMPARE(address.fields[1].type, QStringLiteral("character varying(10)"));
}

void CatalogReaderTest::readsTablesAndColumns()
{
    const auto &users = attributes<TableAttributes>(inApp(Kind::Table, QStringLiteral("users")));
    QCOMPARE(users.options, QStringList({ QStringLiteral("fillfactor=80"),
                                          QStringLiteral("toast.autovacuum_enabled=false") }));
    const auto columns = m_loaded.catalog->columnsOf(inApp(Kind::Table, QStringLiteral("users")));
    QCOMPARE(columns.size(), size_t(9));
    QCOMPARE(columns[2]->id.sub, QStringLiteral("name"));
    const auto &id = *columns[0]->as<ColumnAttributes>();
    QVERIFY(id.identity == Identity::Always && id.notNull);
    QCOMPARE(id.identitySequence->start, 100);
    QCOMPARE(id.identitySequence->cache, 20);
    QCOMPARE(id.identitySequenceName, QStringLiteral("users_id_seq"));
    QCOMPARE(m_loaded.catalog->indexOf(inApp(Kind::Sequence, QStringLiteral("users_id_seq"))), -1);
    const auto &name = *columns[2]->as<ColumnAttributes>();
    QCOMPARE(name.collation, QStringLiteral("pg_catalog.\"C\""));
    QCOMPARE(name.statistics, 500);
    QCOMPARE(name.storage, QStringLiteral("EXTERNAL"));
    QCOMPARE(name.options, QStringList(QStringLiteral("n_distinct=-0.5")));
    const auto &upper = *columns[8]->as<ColumnAttributes>();
    QVERIFY(upper.generated == Generated::Stored);
    QCOMPARE(upper.compression, QStringLiteral("pglz"));
    QVERIFY(attributes<TableAttributes>(inApp(Kind::Table, QStringLiteral("orders"))).forceRowSecurity);
}

void CatalogReaderTest::readsDefaultsAndTheirVolatility()
{
    const auto value = [this](const QString &column) {
        return attributes<DefaultAttributes>(inApp(Kind::Default, QStringLiteral("users"), column));
    };
    QCOMPARE(value(QStringLiteral("name")).expression, QStringLiteral("'x''y'::character varying"));
    QVERIFY(!value(QStringLiteral("name")).isVolatile);
    QVERIFY(value(QStringLiteral("luck")).isVolatile); // A function of ours.
    QVERIFY(value(QStringLiteral("token")).isVolatile); // A pinned one: no row in pg_depend.
    QVERIFY(value(QStringLiteral("upper_name")).isGenerated);
    QVERIFY(!value(QStringLiteral("upper_name")).isVolatile);
}

void CatalogReaderTest::readsConstraints()
{
    const auto constraint = [this](const char *table, const char *name) {
        return attributes<ConstraintAttributes>(
            inApp(Kind::Constraint, QLatin1String(table), QLatin1String(name)));
    };
    const auto key = constraint("users", "users_pkey");
    QVERIFY(key.type == ConstraintType::PrimaryKey);
    QCOMPARE(key.columns, QStringList(QStringLiteral("id")));
    QCOMPARE(key.indexName, QStringLiteral("users_pkey"));
    QVERIFY(constraint("users", "users_email_key").nullsNotDistinct);
    const auto check = constraint("users", "name_length");
    QVERIFY(check.noInherit);
    QCOMPARE(check.expression, QStringLiteral("(length((name)::text) > 1)"));
    const auto foreign = constraint("orders", "orders_user_id_fkey");
    QVERIFY(foreign.deferrable && foreign.initiallyDeferred && foreign.validated);
    QCOMPARE(foreign.referencedTable, inApp(Kind::Table, QStringLiteral("users")));
    QCOMPARE(foreign.referencedColumns, QStringList(QStringLiteral("id")));
    QVERIFY(foreign.definition.contains(QLatin1String("REFERENCES app.users(id) ON DELETE CASCADE")));
    const auto notValid = constraint("orders", "note_given");
    QVERIFY(!notValid.validated);
    QCOMPARE(notValid.definition, QStringLiteral("CHECK ((note IS NOT NULL))"));
    QVERIFY(constraint("orders", "orders_span_excl").type == ConstraintType::Exclude);
    QVERIFY(constraint("events_1", "events_1_pkey").inherited);
}

void CatalogReaderTest::readsIndexes()
{
    const auto &index = attributes<IndexAttributes>(inApp(Kind::Index, QStringLiteral("orders_user_idx")));
    QCOMPARE(index.columns, QStringList({ QStringLiteral("user_id"), QStringLiteral("lower(note)") }));
    QCOMPARE(index.predicate, QStringLiteral("(note IS NOT NULL)"));
    QVERIFY(index.valid && !index.unique);
    QVERIFY(index.definition.contains(QLatin1String("INCLUDE (id)")));
    const auto &partition =
        attributes<IndexAttributes>(inApp(Kind::Index, QStringLiteral("events_1_body_idx")));
    QCOMPARE(partition.partitionOf, inApp(Kind::Index, QStringLiteral("events_body_idx")));
    QCOMPARE(attributes<IndexAttributes>(inApp(Kind::Index, QStringLiteral("totals_n"))).table,
             inApp(Kind::MaterializedView, QStringLiteral("totals")));
    QCOMPARE(m_loaded.catalog->indexOf(inApp(Kind::Index, QStringLiteral("users_pkey"))), -1);
}

void CatalogReaderTest::readsPartitionsAndChildren()
{
    QCOMPARE(attributes<TableAttributes>(inApp(Kind::Table, QStringLiteral("events"))).partitionKey,
             QStringLiteral("RANGE (at)"));
    const auto &partition = attributes<TableAttributes>(inApp(Kind::Table, QStringLiteral("events_1")));
    QCOMPARE(partition.partitionOf, inApp(Kind::Table, QStringLiteral("events")));
    QCOMPARE(partition.partitionBound,
             QStringLiteral("FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00')"));
    QCOMPARE(attributes<TableAttributes>(inApp(Kind::Table, QStringLiteral("events_rest"))).partitionBound,
             QStringLiteral("DEFAULT"));
    QCOMPARE(attributes<TableAttributes>(inApp(Kind::Table, QStringLiteral("child"))).inherits,
             QVector<ObjectId>({ inApp(Kind::Table, QStringLiteral("parent")) }));
    QVERIFY(attributes<ColumnAttributes>(inApp(Kind::Column, QStringLiteral("child"), QStringLiteral("a")))
                .inherited);
    QVERIFY(!attributes<ColumnAttributes>(inApp(Kind::Column, QStringLiteral("child"), QStringLiteral("b")))
                 .inherited);
}

void CatalogReaderTest::readsViews()
{
    const auto &view = attributes<ViewAttributes>(inApp(Kind::View, QStringLiteral("user_orders")));
    QVERIFY(view.query.startsWith(QLatin1String("SELECT u.id")));
    QVERIFY(!view.query.contains(QLatin1Char(';')));
    QCOMPARE(view.options, QStringList(QStringLiteral("security_barrier=true")));
    QCOMPARE(view.columns.size(), 3);
    QCOMPARE(view.columns[2].type, QStringLiteral("bigint"));
    const auto &totals =
        attributes<MaterializedViewAttributes>(inApp(Kind::MaterializedView, QStringLiteral("totals")));
    QVERIFY(!totals.populated);
}

void CatalogReaderTest::readsRoutines()
{
    const auto &tier = attributes<RoutineAttributes>(routineId(
        Kind::Function, QStringLiteral("app"), QStringLiteral("tier_of"), QStringLiteral("bigint")));
    QVERIFY(tier.volatility == Volatility::Immutable);
    QCOMPARE(tier.arguments, QStringLiteral("id bigint"));
    QCOMPARE(tier.result, QStringLiteral("text"));
    QVERIFY(tier.definition.startsWith(QLatin1String("CREATE OR REPLACE FUNCTION app.tier_of(id bigint)")));
    const auto &procedure = attributes<RoutineAttributes>(routineId(
        Kind::Procedure, QStringLiteral("app"), QStringLiteral("nothing"), QStringLiteral("integer, text")));
    QCOMPARE(procedure.language, QStringLiteral("plpgsql"));
    const auto &aggregate = attributes<RoutineAttributes>(routineId(
        Kind::Aggregate, QStringLiteral("app"), QStringLiteral("total"), QStringLiteral("integer")));
    QVERIFY(aggregate.definition.startsWith(QLatin1String("CREATE AGGREGATE app.total(integer) (")));
    QVERIFY(aggregate.definition.contains(QLatin1String("INITCOND = '0'")));
}

void CatalogReaderTest::readsTriggersRulesAndPolicies()
{
    const auto &touch = attributes<TriggerAttributes>(
        inApp(Kind::Trigger, QStringLiteral("orders"), QStringLiteral("touch")));
    QVERIFY(touch.state == TriggerState::Disabled);
    QCOMPARE(touch.function, routineId(Kind::Function, QStringLiteral("app"), QStringLiteral("touch"), {}));
    QVERIFY(attributes<TriggerAttributes>(
                inApp(Kind::Trigger, QStringLiteral("events_1"), QStringLiteral("touch_event")))
                .inherited);
    QVERIFY(attributes<RuleAttributes>(inApp(Kind::Rule, QStringLiteral("parent"), QStringLiteral("keep")))
                .definition.contains(QLatin1String("DO INSTEAD NOTHING")));
    const auto &mine =
        attributes<PolicyAttributes>(inApp(Kind::Policy, QStringLiteral("orders"), QStringLiteral("mine")));
    QCOMPARE(mine.command, QStringLiteral("SELECT"));
    QVERIFY(!mine.permissive);
    QCOMPARE(mine.roles, QStringList({ QStringLiteral("ls_reader"), QStringLiteral("ls_writer") }));
    QCOMPARE(mine.usingExpression, QStringLiteral("(user_id > 0)"));
}

void CatalogReaderTest::readsSequences()
{
    const auto &counter = attributes<SequenceAttributes>(inApp(Kind::Sequence, QStringLiteral("counter")));
    QCOMPARE(counter.type, QStringLiteral("integer"));
    QCOMPARE(counter.maximum, 500);
    QVERIFY(counter.cycle && !counter.ownedBy);
    QCOMPARE(attributes<SequenceAttributes>(inApp(Kind::Sequence, QStringLiteral("orders_id_seq"))).ownedBy,
             inApp(Kind::Column, QStringLiteral("orders"), QStringLiteral("id")));
}

void CatalogReaderTest::readsCommentsAndGrants()
{
    const auto text = [this](const ObjectId &id) {
        return attributes<CommentAttributes>(commentId(id)).text;
    };
    QCOMPARE(text(inApp(Kind::Table, QStringLiteral("users"))), QStringLiteral("People"));
    QCOMPARE(text(inApp(Kind::Column, QStringLiteral("users"), QStringLiteral("name"))),
             QStringLiteral("Name"));
    QCOMPARE(text(inApp(Kind::DomainConstraint, QStringLiteral("price"), QStringLiteral("positive"))),
             QStringLiteral("No debts"));
    QCOMPARE(text(inApp(Kind::Column, QStringLiteral("user_orders"), QStringLiteral("orders"))),
             QStringLiteral("How many"));
    QCOMPARE(text(inApp(Kind::Index, QStringLiteral("users_pkey"))), QStringLiteral("Key"));

    const auto grant = [this](const ObjectId &id, const char *who) {
        return attributes<GrantAttributes>(grantId(id, QLatin1String(who)));
    };
    QCOMPARE(grant(inApp(Kind::Table, QStringLiteral("users")), "ls_reader").granted,
             QStringList({ QStringLiteral("INSERT"), QStringLiteral("SELECT") }));
    const auto onColumn =
        grant(inApp(Kind::Column, QStringLiteral("users"), QStringLiteral("name")), "ls_reader");
    QCOMPARE(onColumn.grantable, QStringList(QStringLiteral("UPDATE")));
    QCOMPARE(grant(schemaId(QStringLiteral("app")), "").granted, QStringList(QStringLiteral("USAGE")));
    QCOMPARE(grant(routineId(Kind::Function, QStringLiteral("app"), QStringLiteral("dice"), {}), "").revoked,
             QStringList(QStringLiteral("EXECUTE")));
    ObjectId defaults =
        subId(Kind::DefaultPrivilege, QStringLiteral("app"), QStringLiteral("postgres"), QStringLiteral("r"));
    defaults.name = m_loaded.catalog->find(schemaId(QStringLiteral("app")))->owner;
    defaults.grantee = QStringLiteral("ls_reader");
    QCOMPARE(attributes<GrantAttributes>(defaults).granted, QStringList(QStringLiteral("SELECT")));
}

void CatalogReaderTest::readsWholeDefinitions()
{
    const auto definition = [this](const ObjectId &id) {
        return attributes<DefinitionAttributes>(id).definition;
    };
    QVERIFY(definition(inApp(Kind::RangeType, QStringLiteral("span")))
                .startsWith(QLatin1String("CREATE TYPE app.span AS RANGE (subtype = double precision")));
    QCOMPARE(
        definition(inApp(Kind::Collation, QStringLiteral("german"))),
        QStringLiteral("CREATE COLLATION app.german (provider = libc, lc_collate = 'C', lc_ctype = 'C')"));
    QVERIFY(definition(inApp(Kind::StatisticsObject, QStringLiteral("both")))
                .startsWith(QLatin1String("CREATE STATISTICS app.\"both\"")));
    QCOMPARE(definition(objectId(Kind::Publication, {}, QStringLiteral("pub"))),
             QStringLiteral("CREATE PUBLICATION pub FOR TABLE ONLY app.orders (id, note) WHERE ((id > 5)) "
                            "WITH (publish = 'insert')"));
}

void CatalogReaderTest::namesWhatIsNotModelled()
{
    QCOMPARE(
        m_loaded.catalog->unmodelled(),
        std::vector<Unmodelled>({ { QStringLiteral("cast"), QStringLiteral("app.mood AS app.address") } }));
}

void CatalogReaderTest::leavesTheJournalOut()
{
    for (const Fact &fact : m_loaded.catalog->facts()) {
        QVERIFY(fact.id.schema != QLatin1String("lockstep"));
        QVERIFY(fact.id.name != QLatin1String("lockstep"));
    }
}

void CatalogReaderTest::keepsUnusualNames()
{
    const ObjectId table = inApp(Kind::Table, QString::fromUtf8("Käse 🧀"));
    QVERIFY(m_loaded.catalog->find(table));
    const auto columns = m_loaded.catalog->columnsOf(table);
    QCOMPARE(columns.at(0)->id.sub, QStringLiteral("Select"));
    QVERIFY(m_loaded.catalog->find(
        objectId(Kind::Table, QStringLiteral("public"), QStringLiteral("We\"ird Schema.x"))));
}

void CatalogReaderTest::untouchedDatabaseHasOnlyPublicAndPlpgsql()
{
    const Loaded empty = loadCatalog(QString());
    QStringList names;
    for (const Fact &fact : empty.catalog->facts())
        names.append(displayName(fact.id));
    QCOMPARE(names, QStringList({ QStringLiteral("schema public"), QStringLiteral("extension plpgsql") }));
}

void CatalogReaderTest::dependencyIsRecorded_data()
{
    QTest::addColumn<ObjectId>("from");
    QTest::addColumn<ObjectId>("to");
    const auto app = [](Kind kind, const char *name, const char *sub = "") {
        return inApp(kind, QLatin1String(name), QLatin1String(sub));
    };
    const auto routine = [](const char *name, const char *signature) {
        return routineId(Kind::Function, QStringLiteral("app"), QLatin1String(name),
                         QLatin1String(signature));
    };
    QTest::newRow("table in schema") << app(Kind::Table, "users") << schemaId(QStringLiteral("app"));
    QTest::newRow("column of table") << app(Kind::Column, "users", "id") << app(Kind::Table, "users");
    QTest::newRow("column of enum") << app(Kind::Column, "users", "mood") << app(Kind::Enum, "mood");
    QTest::newRow("column of extension type")
        << app(Kind::Column, "users", "email") << objectId(Kind::Extension, {}, QStringLiteral("citext"));
    QTest::newRow("column of composite")
        << app(Kind::Column, "users", "home") << app(Kind::CompositeType, "address");
    QTest::newRow("default calls function") << app(Kind::Default, "users", "luck") << routine("dice", "");
    QTest::newRow("default of column")
        << app(Kind::Default, "users", "luck") << app(Kind::Column, "users", "luck");
    QTest::newRow("generated from column")
        << app(Kind::Default, "users", "upper_name") << app(Kind::Column, "users", "name");
    QTest::newRow("serial default") << app(Kind::Default, "orders", "id")
                                    << app(Kind::Sequence, "orders_id_seq");
    QTest::newRow("serial sequence") << app(Kind::Sequence, "orders_id_seq")
                                     << app(Kind::Column, "orders", "id");
    QTest::newRow("key of column") << app(Kind::Constraint, "users", "users_pkey")
                                   << app(Kind::Column, "users", "id");
    QTest::newRow("foreign key to key") << app(Kind::Constraint, "orders", "orders_user_id_fkey")
                                        << app(Kind::Constraint, "users", "users_pkey");
    QTest::newRow("index of column") << app(Kind::Index, "orders_user_idx")
                                     << app(Kind::Column, "orders", "note");
    QTest::newRow("partition") << app(Kind::Table, "events_1") << app(Kind::Table, "events");
    QTest::newRow("attached index") << app(Kind::Index, "events_1_body_idx")
                                    << app(Kind::Index, "events_body_idx");
    QTest::newRow("child") << app(Kind::Table, "child") << app(Kind::Table, "parent");
    QTest::newRow("view of column") << app(Kind::View, "user_orders") << app(Kind::Column, "users", "email");
    QTest::newRow("view grouped by key")
        << app(Kind::View, "user_orders") << app(Kind::Constraint, "users", "users_pkey");
    QTest::newRow("view of view") << app(Kind::MaterializedView, "totals") << app(Kind::View, "user_orders");
    QTest::newRow("index of view") << app(Kind::Index, "totals_n") << app(Kind::MaterializedView, "totals");
    QTest::newRow("row type result") << routine("orders_of", "bigint") << app(Kind::Table, "orders");
    QTest::newRow("trigger function") << app(Kind::Trigger, "orders", "touch") << routine("touch", "");
    QTest::newRow("policy of column")
        << app(Kind::Policy, "orders", "mine") << app(Kind::Column, "orders", "user_id");
    QTest::newRow("domain check") << app(Kind::DomainConstraint, "price", "positive")
                                  << app(Kind::Domain, "price");
    QTest::newRow("comment") << commentId(app(Kind::Table, "users")) << app(Kind::Table, "users");
    QTest::newRow("comment on key's index")
        << commentId(app(Kind::Index, "users_pkey")) << app(Kind::Constraint, "users", "users_pkey");
    QTest::newRow("grant") << grantId(app(Kind::Table, "users"), QStringLiteral("ls_reader"))
                           << app(Kind::Table, "users");
    QTest::newRow("publication") << objectId(Kind::Publication, {}, QStringLiteral("pub"))
                                 << app(Kind::Table, "orders");
}

void CatalogReaderTest::dependencyIsRecorded()
{
    QFETCH(const ObjectId, from);
    QFETCH(const ObjectId, to);
    QVERIFY2(m_loaded.catalog->find(from), qPrintable(displayName(from)));
    QVERIFY2(needs(*m_loaded.catalog, from, to), qPrintable(displayName(from)));
}

void CatalogReaderTest::internalColumnOptionsAreLeftOut()
{
    // No DDL can set such an option, so it is put where the newest minor releases put it.
    const Loaded loaded = loadCatalog(QStringLiteral("CREATE TABLE t (a int, b int);"));
    const auto session = loaded.database->open();
    const auto done = (*session)->execute(
        QStringLiteral("UPDATE pg_attribute SET attoptions = '{n_distinct=5,pg_attver=30677344}' WHERE "
                       "attname = 'b' AND attrelid = 't'::regclass"));
    QVERIFY2(done.has_value(), done.has_value() ? "" : qPrintable(done.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    QVERIFY(catalog.has_value());
    const ObjectId column =
        subId(Kind::Column, QStringLiteral("public"), QStringLiteral("t"), QStringLiteral("b"));
    QCOMPARE((*catalog)->attributes<ColumnAttributes>(column)->options,
             QStringList(QStringLiteral("n_distinct=5")));
}

namespace {

/// Names of facts that differ, for the message of a failed comparison.
QString differingFacts(const Catalog &a, const Catalog &b)
{
    QStringList names;
    for (const Catalog *one : { &a, &b }) {
        const Catalog &other = one == &a ? b : a;
        for (const Fact &fact : one->facts()) {
            const Fact *same = other.find(fact.id);
            if (!same || !(same->attributes == fact.attributes))
                names.append(displayName(fact.id));
        }
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QString differencesAfterReload(const Loaded &loaded)
{
    const auto dump = sources::dumpSchema(loaded.database->target(), testing::server()->toolDirectory(), {});
    if (!dump.has_value())
        return dump.error().toText();
    const Loaded again = loadCatalog(*dump);
    return again.catalog->fingerprint() == loaded.catalog->fingerprint()
               ? QString()
               : differingFacts(*loaded.catalog, *again.catalog);
}

} // namespace

void CatalogReaderTest::dumpLoadedAgainHasTheSameFingerprint()
{
    QCOMPARE(differencesAfterReload(m_loaded), QString());
}

void CatalogReaderTest::dumpsOfTheCorpusLoadToTheSameFingerprint()
{
    const QString root = testing::corporaDirectory();
    if (root.isEmpty())
        QSKIP("No corpora: set LOCKSTEP_CORPORA.");
    QStringList failures;
    for (const QString &suite :
         qEnvironmentVariable("LOCKSTEP_SUITE", QStringLiteral("migra")).split(QLatin1Char(','))) {
        const QDir cases(root + QStringLiteral("/diff/") + suite);
        for (const QString &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(cases.filePath(name + QStringLiteral("/new.sql")));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString differing = differencesAfterReload(loadCatalog(QString::fromUtf8(file.readAll())));
            if (!differing.isEmpty())
                failures.append(name + QStringLiteral(": ") + differing);
        }
    }
    QCOMPARE(failures.join(QLatin1Char('\n')), QString());
}

void CatalogReaderTest::settingsOfTheDatabaseDoNotMatter()
{
    const QString sql = QStringLiteral(
        "CREATE TABLE t (at timestamptz DEFAULT '2024-01-01 00:00+00', f float8 DEFAULT 0.1);");
    const Loaded plain = loadCatalog(sql);
    const Loaded other = loadCatalog(sql);
    {
        const auto session = other.database->open();
        const QString alter =
            QStringLiteral("ALTER DATABASE %1 SET ").arg(quoteIdent(other.database->name()));
        for (const char *setting : { "TimeZone = 'Asia/Tokyo'", "DateStyle = 'German'",
                                     "extra_float_digits = 0", "search_path = pg_catalog, public" })
            QVERIFY((*session)->execute(alter + QLatin1String(setting)).has_value());
    }
    const auto session = other.database->open();
    const auto again = sources::readCatalog(**session);
    QVERIFY(again.has_value());
    QCOMPARE((*again)->fingerprint(), plain.catalog->fingerprint());
}

void CatalogReaderTest::statisticsKnowRowsAndSizes()
{
    const Loaded loaded = loadCatalog(QStringLiteral("CREATE TABLE t (a int PRIMARY KEY, b text);"));
    const auto session = loaded.database->open();
    QVERIFY(
        (*session)
            ->execute(QStringLiteral(
                "INSERT INTO t SELECT i, CASE WHEN i % 2 = 0 THEN 'x' END FROM generate_series(1, 1000) i"))
            .has_value());
    QVERIFY((*session)->execute(QStringLiteral("ANALYZE t")).has_value());
    const auto statistics = sources::readStatistics(**session);
    QVERIFY(statistics.has_value());
    const auto *table =
        (*statistics)->find(objectId(Kind::Table, QStringLiteral("public"), QStringLiteral("t")));
    QVERIFY(table);
    QCOMPARE(table->rows, 1000);
    QVERIFY(table->heapBytes > 0 && table->indexBytes > 0 && table->pages > 0);
    QCOMPARE(table->columns.value(QStringLiteral("b")).nullFraction, 0.5);
    QCOMPARE(table->columns.value(QStringLiteral("a")).distinct, -1.0);
    QVERIFY((*statistics)->find(objectId(Kind::Index, QStringLiteral("public"), QStringLiteral("t_pkey"))));
    QVERIFY((*statistics)->databaseBytes > 1000000);
}

void CatalogReaderTest::stopIsObeyed()
{
    const auto session = m_loaded.database->open();
    std::stop_source source;
    source.request_stop();
    const auto catalog = sources::readCatalog(**session, source.get_token());
    QVERIFY(!catalog.has_value());
    QVERIFY(catalog.error().isCanceled());
    QVERIFY(!(*session)->inTransaction());
}

QTEST_GUILESS_MAIN(CatalogReaderTest)
#include "tst_catalogreader.moc"
