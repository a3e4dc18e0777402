#include "catalogfixture.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::schema;
using namespace lockstep::testing;

namespace {

bool needs(const Catalog &catalog, const ObjectId &from, const ObjectId &to)
{
    const int target = catalog.indexOf(to);
    const auto needed = catalog.needs(catalog.indexOf(from));
    return target >= 0 && std::find(needed.begin(), needed.end(), target) != needed.end();
}

} // namespace

/// Which object the catalog says needs which.
class CatalogDependenciesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_loaded = {}; }
    void dependencyIsRecorded_data();
    void dependencyIsRecorded();

private:
    Loaded m_loaded;
};

void CatalogDependenciesTest::initTestCase()
{
    QString why;
    QVERIFY2(server(&why), qPrintable(why));
    m_loaded = loadCatalog(forServer(everything));
}

void CatalogDependenciesTest::dependencyIsRecorded_data()
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
    const ObjectId member =
        subId(Kind::PublicationMember, {}, QStringLiteral("pub"), QStringLiteral("TABLE app.orders"));
    QTest::newRow("member of a publication")
        << member << objectId(Kind::Publication, {}, QStringLiteral("pub"));
    QTest::newRow("published table") << member << app(Kind::Table, "orders");
    if (server()->version() >= 150000)
        QTest::newRow("column list") << member << app(Kind::Column, "orders", "note");
}

void CatalogDependenciesTest::dependencyIsRecorded()
{
    QFETCH(const ObjectId, from);
    QFETCH(const ObjectId, to);
    QVERIFY2(m_loaded.catalog->find(from), qPrintable(displayName(from)));
    QVERIFY2(needs(*m_loaded.catalog, from, to), qPrintable(displayName(from)));
}

QTEST_GUILESS_MAIN(CatalogDependenciesTest)
#include "tst_catalogdependencies.moc"
