#include <model/schema/catalog.h>

#include <QTest>

using namespace lockstep::schema;

namespace {

const QString app = QStringLiteral("app");

Fact table(const QString &name)
{
    return { objectId(Kind::Table, app, name), TableAttributes{}, {} };
}

Fact column(const QString &tableName, const QString &name, int position,
            const QString &type = QStringLiteral("text"))
{
    ColumnAttributes attributes;
    attributes.position = position;
    attributes.type = type;
    return { subId(Kind::Column, app, tableName, name), attributes, {} };
}

QByteArray fingerprint(std::vector<Fact> facts)
{
    return Catalog(150018, std::move(facts), {}).fingerprint();
}

} // namespace

/// Sorting, looking up, edges and the fingerprint of a catalog.
class CatalogTest : public QObject
{
    Q_OBJECT

private slots:
    void findsFactsWhateverTheirOrder();
    void edgesFollowTheSortedFacts();
    void dropsDuplicateAndLostEdges();
    void equalIdsCollapse();
    void partsAndColumnsOfATable();
    void fingerprintIgnoresOrderOwnerAndPosition();
    void fingerprintSeesEveryComparedField();
    void emptyCatalogIsUsable();
};

void CatalogTest::findsFactsWhateverTheirOrder()
{
    const Catalog catalog(150018,
                          { table(QStringLiteral("b")), column(QStringLiteral("a"), QStringLiteral("x"), 1),
                            table(QStringLiteral("a")) },
                          {});
    QVERIFY(std::is_sorted(catalog.facts().begin(), catalog.facts().end(),
                           [](const Fact &a, const Fact &b) { return a.id < b.id; }));
    for (const Fact &fact : catalog.facts())
        QCOMPARE(catalog.find(fact.id), &fact);
    QCOMPARE(catalog.indexOf(objectId(Kind::View, app, QStringLiteral("a"))), -1);
    QVERIFY(catalog.attributes<ColumnAttributes>(
        subId(Kind::Column, app, QStringLiteral("a"), QStringLiteral("x"))));
}

void CatalogTest::edgesFollowTheSortedFacts()
{
    // Given backwards: column before table, both before the schema.
    const Catalog catalog(150018,
                          { column(QStringLiteral("t"), QStringLiteral("x"), 1), table(QStringLiteral("t")),
                            Fact{ schemaId(app), SchemaAttributes{}, {} } },
                          { { 0, 1 }, { 1, 2 } });
    const int tableIndex = catalog.indexOf(objectId(Kind::Table, app, QStringLiteral("t")));
    QCOMPARE(catalog.needs(tableIndex).size(), size_t(1));
    QCOMPARE(catalog.needs(tableIndex)[0], catalog.indexOf(schemaId(app)));
    QCOMPARE(catalog.neededBy(tableIndex).size(), size_t(1));
    QCOMPARE(catalog.facts()[size_t(catalog.neededBy(tableIndex)[0])].id.sub, QStringLiteral("x"));
    QVERIFY(catalog.needs(99).empty());
    QVERIFY(catalog.neededBy(-1).empty());
}

void CatalogTest::dropsDuplicateAndLostEdges()
{
    const Catalog catalog(150018, { table(QStringLiteral("a")), table(QStringLiteral("b")) },
                          { { 0, 1 }, { 0, 1 }, { 0, 0 }, { 0, 7 }, { -1, 1 } });
    QCOMPARE(catalog.needs(0).size(), size_t(1));
    QCOMPARE(catalog.neededBy(1).size(), size_t(1));
}

void CatalogTest::equalIdsCollapse()
{
    const Catalog catalog(
        150018, { table(QStringLiteral("a")), table(QStringLiteral("a")), table(QStringLiteral("b")) },
        { { 1, 2 } });
    QCOMPARE(catalog.facts().size(), size_t(2));
    QCOMPARE(catalog.needs(0)[0], 1);
}

void CatalogTest::partsAndColumnsOfATable()
{
    const QString name = QStringLiteral("t");
    const Catalog catalog(
        150018,
        { table(name), table(QStringLiteral("t2")), column(name, QStringLiteral("a"), 2),
          column(name, QStringLiteral("b"), 1), column(QStringLiteral("t2"), QStringLiteral("c"), 1),
          Fact{ subId(Kind::Default, app, name, QStringLiteral("a")), DefaultAttributes{}, {} },
          Fact{ subId(Kind::Policy, app, name, QStringLiteral("p")), PolicyAttributes{}, {} } },
        {});
    QCOMPARE(catalog.partsOf(objectId(Kind::Table, app, name)).size(), size_t(4));
    const auto columns = catalog.columnsOf(objectId(Kind::Table, app, name));
    QCOMPARE(columns.size(), size_t(2));
    QCOMPARE(columns[0]->id.sub, QStringLiteral("b"));
}

void CatalogTest::fingerprintIgnoresOrderOwnerAndPosition()
{
    Fact owned = table(QStringLiteral("a"));
    owned.owner = QStringLiteral("bob");
    const QByteArray one =
        fingerprint({ table(QStringLiteral("a")), column(QStringLiteral("a"), QStringLiteral("x"), 1) });
    QCOMPARE(fingerprint({ column(QStringLiteral("a"), QStringLiteral("x"), 7), owned }), one);
    QVERIFY(one.startsWith("sha256:"));
    QCOMPARE(one.size(), 71);
}

void CatalogTest::fingerprintSeesEveryComparedField()
{
    const auto with = [](auto change) {
        ConstraintAttributes attributes;
        change(attributes);
        return fingerprint({ Fact{
            subId(Kind::Constraint, app, QStringLiteral("t"), QStringLiteral("k")), attributes, {} } });
    };
    const QList<QByteArray> prints{
        with([](ConstraintAttributes &) {}),
        with([](ConstraintAttributes &c) { c.type = ConstraintType::Unique; }),
        with([](ConstraintAttributes &c) { c.definition = QStringLiteral("x"); }),
        with([](ConstraintAttributes &c) { c.expression = QStringLiteral("x"); }),
        with([](ConstraintAttributes &c) { c.validated = false; }),
        with([](ConstraintAttributes &c) { c.deferrable = true; }),
        with([](ConstraintAttributes &c) {
            c.columns = QStringList{ QStringLiteral("a"), QStringLiteral("b") };
        }),
        with([](ConstraintAttributes &c) { c.columns = QStringList{ QStringLiteral("ab") }; }),
        with([](ConstraintAttributes &c) {
            c.includedColumns = QStringList{ QStringLiteral("a"), QStringLiteral("b") };
        }),
        with([](ConstraintAttributes &c) {
            c.referencedTable = objectId(Kind::Table, app, QStringLiteral("r"));
        }),
    };
    QCOMPARE(QSet<QByteArray>(prints.begin(), prints.end()).size(), prints.size());
}

void CatalogTest::emptyCatalogIsUsable()
{
    const Catalog catalog(150018, {}, {});
    QCOMPARE(catalog.indexOf(schemaId(app)), -1);
    QVERIFY(catalog.needs(0).empty());
    QVERIFY(catalog.partsOf(objectId(Kind::Table, app, QStringLiteral("t"))).empty());
}

QTEST_GUILESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
