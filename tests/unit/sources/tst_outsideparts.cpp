#include "catalogfixture.h"

#include <model/schema/snapshot.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::schema;
using namespace lockstep::testing;

/// What the reader makes of foreign data, text search, replication and labels, and of what it may
/// not read.
class OutsidePartsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsDefinitionsAndSettings_data();
    void readsDefinitionsAndSettings();
    void readsForeignTables();
    void hidesSecrets();
    void leavesOutWhatExtensionsMake();
    void readsSecurityLabels();
    void namesWhatTheRoleMayNotRead();

private:
    Loaded m_loaded;
};

namespace {

const char *const outside = R"(
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION unaccent;
CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION words (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR word WITH unaccent, stems;
CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;
CREATE SERVER far TYPE 'pg' VERSION '15' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', sslkey 'geheim');
CREATE ROLE ls_mapped;
CREATE USER MAPPING FOR ls_mapped SERVER far OPTIONS ("user" 'u', password 'geheim');
CREATE FOREIGN TABLE ft (a int OPTIONS (column_name 'b')) SERVER far OPTIONS (table_name 't');
CREATE SUBSCRIPTION sub CONNECTION 'host=h password=geheim' PUBLICATION p WITH (connect = false, synchronous_commit = 'local');
)";

QString settingsText(const QVector<Setting> &settings)
{
    QStringList texts;
    for (const Setting &setting : settings) {
        if (setting.name != QLatin1String("streaming")) // Not the same on every server.
            texts << setting.name + QLatin1Char(' ') + setting.value;
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace

void OutsidePartsTest::initTestCase()
{
    QString why;
    QVERIFY2(server(&why), qPrintable(why));
    m_loaded = loadCatalog(QString::fromUtf8(outside));
}

void OutsidePartsTest::readsDefinitionsAndSettings_data()
{
    QTest::addColumn<ObjectId>("id");
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("settings");
    const auto row = [](Kind kind, const char *schema, const char *name, const char *definition,
                        const char *settings) {
        QTest::newRow(name) << objectId(kind, QLatin1String(schema), QLatin1String(name))
                            << QString::fromLatin1(definition) << QString::fromLatin1(settings);
    };
    row(Kind::TextSearchDictionary, "public", "stems",
        "CREATE TEXT SEARCH DICTIONARY public.stems (TEMPLATE = pg_catalog.snowball)", "language 'english'");
    row(Kind::TextSearchConfiguration, "public", "words",
        "CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = pg_catalog.\"default\")",
        "word public.unaccent, public.stems");
    row(Kind::ForeignDataWrapper, "", "w", "CREATE FOREIGN DATA WRAPPER w",
        "validator postgresql_fdw_validator");
    row(Kind::ForeignServer, "", "far", "CREATE SERVER far TYPE 'pg' FOREIGN DATA WRAPPER postgres_fdw",
        "option host 'h', option sslkey '********', version '15'");
    row(Kind::Subscription, "", "sub", "CREATE SUBSCRIPTION sub",
        "connection 'host=h password=********', publication p, slot_name 'sub', synchronous_commit 'local'");
}

void OutsidePartsTest::readsDefinitionsAndSettings()
{
    QFETCH(const ObjectId, id);
    QFETCH(const QString, definition);
    QFETCH(const QString, settings);
    const auto *attributes = m_loaded.catalog->attributes<DefinitionAttributes>(id);
    QVERIFY(attributes);
    QCOMPARE(attributes->definition, definition);
    QCOMPARE(settingsText(attributes->settings), settings);
}

void OutsidePartsTest::readsForeignTables()
{
    const ObjectId id = objectId(Kind::Table, QStringLiteral("public"), QStringLiteral("ft"));
    const Fact *fact = m_loaded.catalog->find(id);
    QVERIFY(fact && isForeignTable(*fact));
    QCOMPARE(displayName(*fact), QStringLiteral("foreign table public.ft"));
    QCOMPARE(fact->as<TableAttributes>()->foreignOptions, QStringList(QStringLiteral("table_name=t")));
    const auto columns = m_loaded.catalog->columnsOf(id);
    QCOMPARE(columns.size(), size_t(1));
    QCOMPARE(columns[0]->as<ColumnAttributes>()->foreignOptions,
             QStringList(QStringLiteral("column_name=b")));
    const int index = m_loaded.catalog->indexOf(id);
    const auto needs = m_loaded.catalog->needs(index);
    const int wanted = m_loaded.catalog->indexOf(objectId(Kind::ForeignServer, {}, QStringLiteral("far")));
    QVERIFY(std::find(needs.begin(), needs.end(), wanted) != needs.end());
}

void OutsidePartsTest::hidesSecrets()
{
    const QByteArray json = toJson(Snapshot{ m_loaded.catalog, nullptr, {}, {} });
    QVERIFY(json.contains("********"));
    QVERIFY(!json.contains("geheim"));
}

void OutsidePartsTest::leavesOutWhatExtensionsMake()
{
    const Catalog &catalog = *m_loaded.catalog;
    QVERIFY(!catalog.find(objectId(Kind::ForeignDataWrapper, {}, QStringLiteral("postgres_fdw"))));
    QVERIFY(!catalog.find(
        objectId(Kind::TextSearchDictionary, QStringLiteral("public"), QStringLiteral("unaccent"))));
    QCOMPARE(catalog.unmodelled(), std::vector<Unmodelled>());
}

/// No provider is at hand, but the catalog takes labels from a superuser.
void OutsidePartsTest::readsSecurityLabels()
{
    const Loaded loaded =
        loadCatalog(QStringLiteral("CREATE TABLE t (a int); SET allow_system_table_mods = on;"
                                   "DO $$ BEGIN INSERT INTO pg_catalog.pg_seclabel VALUES ('t'::regclass, "
                                   "'pg_class'::regclass, 1, 'guard', 'top');"
                                   "END $$; CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);"));
    const ObjectId id = securityLabelId(
        subId(Kind::Column, QStringLiteral("public"), QStringLiteral("t"), QStringLiteral("a")),
        QStringLiteral("guard"));
    const auto *label = loaded.catalog->attributes<CommentAttributes>(id);
    QVERIFY(label);
    QCOMPARE(label->text, QStringLiteral("top"));
    QCOMPARE(displayName(id), QStringLiteral("security label of guard on column public.t.a"));
}

void OutsidePartsTest::namesWhatTheRoleMayNotRead()
{
    auto session = m_loaded.database->open();
    QVERIFY(session.has_value());
    QVERIFY((*session)->execute(QStringLiteral("CREATE ROLE ls_nobody")).has_value());
    QVERIFY((*session)->execute(QStringLiteral("SET ROLE ls_nobody")).has_value());
    const auto catalog = sources::readCatalog(**session);
    QVERIFY2(catalog.has_value(), catalog.has_value() ? "" : qPrintable(catalog.error().toText()));
    QCOMPARE((*catalog)->unmodelled(),
             std::vector<Unmodelled>(
                 { { QStringLiteral("subscription that this role may not read"), QStringLiteral("sub") },
                   { QStringLiteral("user mapping with options that this role may not read"),
                     QStringLiteral("FOR ls_mapped SERVER far") } }));
}

QTEST_GUILESS_MAIN(OutsidePartsTest)
#include "tst_outsideparts.moc"
