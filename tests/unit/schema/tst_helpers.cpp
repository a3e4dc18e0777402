#include <model/schema/helpers.h>

#include <QTest>

using namespace lockstep::schema;

namespace {

const QString app = QStringLiteral("app");
const QString users = QStringLiteral("users");

Fact column(const QString &tableName, const QString &name)
{
    return { subId(Kind::Column, app, tableName, name), ColumnAttributes{}, {} };
}

} // namespace

/// What runs put beside people's objects for a while is told apart by its name.
class HelpersTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsHelpersByTheirNames_data();
    void knowsHelpersByTheirNames();
    void leavesThemOutWithTheirEdges();
    void givesTheSameCatalogWhereThereAreNone();
};

void HelpersTest::knowsHelpersByTheirNames_data()
{
    QTest::addColumn<ObjectId>("id");
    QTest::addColumn<bool>("isOne");
    const QString helper = helperName(QStringLiteral("0123456789ab_sync"));
    QTest::newRow("function") << objectId(Kind::Function, app, helper) << true;
    QTest::newRow("column") << subId(Kind::Column, app, users, helper) << true;
    QTest::newRow("trigger") << subId(Kind::Trigger, app, users, helper) << true;
    QTest::newRow("column of a helper table")
        << subId(Kind::Column, app, helper, QStringLiteral("id")) << true;
    QTest::newRow("comment on one") << commentId(subId(Kind::Column, app, users, helper)) << true;
    QTest::newRow("table") << objectId(Kind::Table, app, users) << false;
    QTest::newRow("named alike") << objectId(Kind::Table, app, QStringLiteral("lockstep_users")) << false;
}

void HelpersTest::knowsHelpersByTheirNames()
{
    QFETCH(ObjectId, id);
    QFETCH(bool, isOne);
    QCOMPARE(isHelper(id), isOne);
}

void HelpersTest::leavesThemOutWithTheirEdges()
{
    const QString helper = helperName(QStringLiteral("0123456789ab_copy"));
    const Fact table{ objectId(Kind::Table, app, users), TableAttributes{}, {} };
    const Fact id = column(users, QStringLiteral("id"));
    const Fact copy = column(users, helper);
    const auto catalog =
        std::make_shared<const Catalog>(150018, std::vector<Fact>{ copy, table, id },
                                        std::vector<Dependency>{ { 0, 1 }, { 2, 1 }, { 0, 2 } });
    const CatalogPtr without = withoutHelpers(catalog);
    QCOMPARE(without->facts().size(), size_t(2));
    QVERIFY(!without->find(copy.id));
    const int of = without->indexOf(id.id);
    QCOMPARE(without->needs(of).size(), size_t(1));
    QCOMPARE(without->needs(of)[0], without->indexOf(table.id));
    QCOMPARE(without->neededBy(of).size(), size_t(0));
    QCOMPARE(without->fingerprint(), Catalog(150018, { table, id }, {}).fingerprint());
}

void HelpersTest::givesTheSameCatalogWhereThereAreNone()
{
    const auto catalog = std::make_shared<const Catalog>(
        150018, std::vector<Fact>{ column(users, QStringLiteral("id")) }, std::vector<Dependency>{});
    QCOMPARE(withoutHelpers(catalog), catalog);
}

QTEST_GUILESS_MAIN(HelpersTest)
#include "tst_helpers.moc"
