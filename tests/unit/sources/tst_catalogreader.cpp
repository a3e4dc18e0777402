#include "catalogfixture.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::schema;
using namespace lockstep::testing;

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
    void internalColumnOptionsAreLeftOut();
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
    [[nodiscard]] static int major() { return server()->version() / 10000; }
    Loaded m_loaded;
};

void CatalogReaderTest::initTestCase()
{
    QString why;
    QVERIFY2(server(&why), qPrintable(why));
    m_loaded = loadCatalog(forServer(everything));
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
    QCOMPARE(upper.compression, major() >= 14 ? QStringLiteral("pglz") : QString());
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
    QCOMPARE(constraint("users", "users_email_key").nullsNotDistinct, major() >= 15);
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
    ObjectId defaults = subId(Kind::DefaultPrivilege, QStringLiteral("app"), {}, QStringLiteral("r"));
    defaults.grantee = QStringLiteral("ls_reader");
    QCOMPARE(attributes<GrantAttributes>(defaults).granted, QStringList(QStringLiteral("SELECT")));
}

void CatalogReaderTest::readsWholeDefinitions()
{
    const auto definition = [this](const ObjectId &id) {
        return attributes<DefinitionAttributes>(id).definition;
    };
    QVERIFY(
        definition(inApp(Kind::RangeType, QStringLiteral("span")))
            .startsWith(QLatin1String("CREATE TYPE app.span AS RANGE (\n    SUBTYPE = double precision")));
    QCOMPARE(
        definition(inApp(Kind::Collation, QStringLiteral("german"))),
        QStringLiteral("CREATE COLLATION app.german (provider = libc, lc_collate = 'C', lc_ctype = 'C')"));
    QVERIFY(definition(inApp(Kind::StatisticsObject, QStringLiteral("both")))
                .startsWith(QLatin1String("CREATE STATISTICS app.\"both\"")));
    const ObjectId publication = objectId(Kind::Publication, {}, QStringLiteral("pub"));
    QCOMPARE(definition(publication), QStringLiteral("CREATE PUBLICATION pub"));
    QCOMPARE(attributes<DefinitionAttributes>(publication).settings,
             QVector<Setting>({ { QStringLiteral("publish"), QStringLiteral("'insert'") } }));
    QCOMPARE(definition(subId(Kind::PublicationMember, {}, QStringLiteral("pub"),
                              QStringLiteral("TABLE app.orders"))),
             QStringLiteral("ALTER PUBLICATION pub ADD TABLE ONLY app.orders")
                 + (major() >= 15 ? QStringLiteral(" (id, note) WHERE ((id > 5))") : QString()));
}

void CatalogReaderTest::namesWhatIsNotModelled()
{
    QCOMPARE(m_loaded.catalog->unmodelled(),
             std::vector<Unmodelled>(
                 { { QStringLiteral("shell operator"), QStringLiteral("app.>>>(integer, integer)") } }));
}

void CatalogReaderTest::leavesTheJournalOut()
{
    for (const Fact &fact : m_loaded.catalog->facts()) {
        QVERIFY(!fact.id.schema.startsWith(QLatin1String("lockstep")));
        QVERIFY(!fact.id.name.startsWith(QLatin1String("lockstep")));
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
