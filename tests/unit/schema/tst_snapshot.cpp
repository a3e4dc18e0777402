#include <model/schema/snapshot.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::schema;

namespace {

const QString app = QStringLiteral("app");

/// Facts whose fields hold something unusual: the largest number, an empty optional, defaults
/// that are not zero.
std::vector<Fact> richFacts()
{
    SequenceAttributes sequence;
    sequence.type = QStringLiteral("bigint");
    sequence.maximum = std::numeric_limits<qint64>::max();
    sequence.minimum = std::numeric_limits<qint64>::min() + 1;
    sequence.ownedBy = subId(Kind::Column, app, QStringLiteral("t"), QStringLiteral("id"));
    ColumnAttributes identity;
    identity.position = 1;
    identity.type = QStringLiteral("bigint");
    identity.identity = Identity::ByDefault;
    identity.identitySequence = sequence;
    identity.notNullValidated = false;
    ConstraintAttributes key;
    key.type = ConstraintType::ForeignKey;
    key.validated = false;
    key.columns = QStringList{ QStringLiteral("we\"ird"), QString::fromUtf8("🧀") };
    key.referencedTable = objectId(Kind::Table, app, QStringLiteral("r"));
    TableAttributes table;
    table.inherits = { objectId(Kind::Table, app, QStringLiteral("p")) };
    table.options = QStringList{ QStringLiteral("fillfactor=80") };
    CompositeAttributes composite;
    composite.fields = { { QStringLiteral("a"), QStringLiteral("text"), {} },
                         { QStringLiteral("b"), QStringLiteral("int"), {} } };
    DefaultAttributes value{ QStringLiteral("E'line\\nbreak \"quoted\"'"), false, true };
    return {
        { schemaId(app), SchemaAttributes{}, QStringLiteral("bob") },
        { objectId(Kind::Table, app, QStringLiteral("t")), table, {} },
        { subId(Kind::Column, app, QStringLiteral("t"), QStringLiteral("id")), identity, {} },
        { subId(Kind::Default, app, QStringLiteral("t"), QStringLiteral("id")), value, {} },
        { subId(Kind::Constraint, app, QStringLiteral("t"), QStringLiteral("k")), key, {} },
        { objectId(Kind::Sequence, app, QStringLiteral("s")), sequence, {} },
        { objectId(Kind::CompositeType, app, QStringLiteral("c")), composite, {} },
        { grantId(objectId(Kind::Table, app, QStringLiteral("t")), {}),
          GrantAttributes{ { QStringLiteral("SELECT") }, {}, {} },
          {} },
    };
}

Snapshot richSnapshot()
{
    auto statistics = std::make_shared<Statistics>();
    statistics->takenAt =
        QDateTime::fromString(QStringLiteral("2024-05-06T07:08:09.123Z"), Qt::ISODateWithMs);
    statistics->databaseBytes = 123456789012LL;
    RelationStatistics relation;
    relation.rows = 2300000;
    relation.writesPerSecond = 350.25;
    relation.columns.insert(QStringLiteral("id"), { 0.125, -0.5, 8 });
    statistics->relations.insert(objectId(Kind::Table, app, QStringLiteral("t")), relation);
    Snapshot snapshot;
    snapshot.catalog = std::make_shared<const Catalog>(
        150018, richFacts(), std::vector<Dependency>{ { 1, 0 }, { 2, 1 }, { 3, 2 } },
        std::vector<Unmodelled>{ { QStringLiteral("cast"), QStringLiteral("a AS b") } });
    snapshot.statistics = statistics;
    snapshot.script = QStringLiteral("CREATE SCHEMA app;\n-- \"quotes\" and \\backslashes\n");
    snapshot.origin = QStringLiteral("shop @ db1");
    return snapshot;
}

} // namespace

/// The snapshot file.
class SnapshotTest : public QObject
{
    Q_OBJECT

private slots:
    void comesBackByteForByte();
    void keepsEverything();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
};

void SnapshotTest::comesBackByteForByte()
{
    const QByteArray json = toJson(richSnapshot());
    const auto read = fromJson(json);
    QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
    QCOMPARE(toJson(*read), json);
    QVERIFY(json.startsWith("{\"format\":\"lockstep-snapshot/1\""));
    QVERIFY(json.endsWith("}\n"));
}

void SnapshotTest::keepsEverything()
{
    const Snapshot before = richSnapshot();
    const auto read = fromJson(toJson(before));
    QVERIFY(read.has_value());
    QCOMPARE(read->catalog->fingerprint(), before.catalog->fingerprint());
    QCOMPARE(read->catalog->serverVersion(), 150018);
    QCOMPARE(read->catalog->unmodelled(), before.catalog->unmodelled());
    QCOMPARE(read->script, before.script);
    QCOMPARE(read->origin, before.origin);
    for (size_t i = 0; i < before.catalog->facts().size(); ++i) {
        const Fact &fact = before.catalog->facts()[i];
        QCOMPARE(read->catalog->facts()[i].id, fact.id);
        QVERIFY2(read->catalog->facts()[i].attributes == fact.attributes, qPrintable(displayName(fact.id)));
        QCOMPARE(read->catalog->facts()[i].owner, fact.owner);
        QVERIFY(std::ranges::equal(read->catalog->needs(int(i)), before.catalog->needs(int(i))));
    }
    const ObjectId column = subId(Kind::Column, app, QStringLiteral("t"), QStringLiteral("id"));
    QCOMPARE(read->catalog->attributes<ColumnAttributes>(column)->position, 1);
    ObjectId value = column;
    value.kind = Kind::Default;
    QVERIFY(read->catalog->attributes<DefaultAttributes>(value)->isVolatile);
    const auto *relation = read->statistics->find(objectId(Kind::Table, app, QStringLiteral("t")));
    QVERIFY(relation);
    QCOMPARE(relation->columns.value(QStringLiteral("id")).distinct, -0.5);
    QCOMPARE(read->statistics->takenAt, before.statistics->takenAt);
}

void SnapshotTest::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const QByteArray good = toJson(richSnapshot());
    const auto changed = [&good](const char *from, const char *to) {
        QByteArray json = good;
        return json.replace(from, to);
    };
    QTest::newRow("cut in half") << good.left(good.size() / 2) << QStringLiteral("not complete JSON");
    QTest::newRow("no JSON") << QByteArray("CREATE TABLE t ();") << QStringLiteral("not complete JSON");
    QTest::newRow("other JSON") << QByteArray("{}") << QStringLiteral("not a snapshot");
    QTest::newRow("newer") << changed("lockstep-snapshot/1", "lockstep-snapshot/2")
                           << QStringLiteral("newer");
    QTest::newRow("unknown kind") << changed("\"composite type\"", "\"cheese\"")
                                  << QStringLiteral("kind is not known");
    QTest::newRow("unknown word") << changed("\"by default\"", "\"sometimes\"")
                                  << QStringLiteral("\"identity\"");
    QTest::newRow("changed by hand") << changed("fillfactor=80", "fillfactor=90")
                                     << QStringLiteral("fingerprint");
}

void SnapshotTest::refusesWhatItCannotRead()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, says);
    const auto read = fromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, base::ErrorKind::Input);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    QVERIFY(!read.error().hint.isEmpty());
}

QTEST_GUILESS_MAIN(SnapshotTest)
#include "tst_snapshot.moc"
