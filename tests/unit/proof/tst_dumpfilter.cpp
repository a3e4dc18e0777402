#include <model/proof/dumpfilter.h>

#include <QTest>

using namespace lockstep;
using diff::Ignorable;
using diff::IgnoreRules;
using schema::Kind;

/// What ignore rules take out of pg_dump's text, and what they leave.
class DumpFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatIsIgnored_data();
    void leavesOutWhatIsIgnored();
    void leavesOutObjects_data();
    void leavesOutObjects();
    void keepsPlacesOfWhatStays();
    void comparesOwnersUnlessToldNotTo();
};

namespace {

/// One entry as pg_dump writes it.
QString entry(const char *name, const char *type, const char *schemaName, const char *sql)
{
    return QStringLiteral("--\n-- Name: %1; Type: %2; Schema: %3; Owner: bob\n--\n\n%4;\n\n\n")
        .arg(QString::fromLatin1(name), QString::fromLatin1(type), QString::fromLatin1(schemaName),
             QString::fromUtf8(sql));
}

QString dump()
{
    return entry("app", "SCHEMA", "-", "CREATE SCHEMA app")
           + entry(
               "f(integer)", "FUNCTION", "app",
               "CREATE FUNCTION app.f(integer) RETURNS integer\n    LANGUAGE sql\n    AS $_$SELECT   1$_$")
           + entry("t", "TABLE", "app",
                   "CREATE TABLE app.t (\n    a integer,\n    b text,\n    CONSTRAINT c CHECK ((a > 0))\n)\n"
                   "WITH (fillfactor='70')")
           + entry("TABLE t", "COMMENT", "app", "COMMENT ON TABLE app.t IS 'x'")
           + entry("COLUMN t.b", "COMMENT", "app", "COMMENT ON COLUMN app.t.b IS 'y'")
           + entry("t_a", "INDEX", "app", "CREATE INDEX t_a ON app.t USING btree (a) WITH (fillfactor='90')")
           + entry("TABLE t", "ACL", "app", "GRANT SELECT ON TABLE app.t TO bob")
           + entry("DEFAULT PRIVILEGES FOR TABLES", "DEFAULT ACL", "app",
                   "ALTER DEFAULT PRIVILEGES FOR ROLE bob IN SCHEMA app GRANT SELECT ON TABLES TO carol")
           + entry("p", "PUBLICATION", "-", "CREATE PUBLICATION p")
           + entry("p t", "PUBLICATION TABLE", "app", "ALTER PUBLICATION p ADD TABLE ONLY app.t");
}

schema::Catalog catalog()
{
    std::vector<schema::Fact> facts;
    const QString app = QStringLiteral("app");
    const QString t = QStringLiteral("t");
    facts.push_back({ schema::objectId(Kind::Table, app, t), schema::TableAttributes{}, {} });
    for (const char *name : { "a", "b" })
        facts.push_back({ schema::subId(Kind::Column, app, t, QString::fromLatin1(name)),
                          schema::ColumnAttributes{},
                          {} });
    facts.push_back(
        { schema::subId(Kind::Constraint, app, t, QStringLiteral("c")), schema::ConstraintAttributes{}, {} });
    schema::IndexAttributes index;
    index.table = facts.front().id;
    facts.push_back({ schema::objectId(Kind::Index, app, QStringLiteral("t_a")), index, {} });
    facts.push_back({ schema::routineId(Kind::Function, app, QStringLiteral("f"), QStringLiteral("integer")),
                      schema::RoutineAttributes{},
                      {} });
    return schema::Catalog(150018, std::move(facts), {});
}

QString filtered(const IgnoreRules &rules, const QString &text = dump())
{
    const schema::Catalog both = catalog();
    return proof::DumpFilter(rules, both, both).statements(text).join(QLatin1Char('\n'));
}

void checkWords(const QString &text, const QStringList &gone)
{
    const QString all = proof::DumpFilter().statements(dump()).join(QLatin1Char('\n'));
    for (const QString &word : gone) {
        QVERIFY2(all.contains(word), qPrintable(word));
        QVERIFY2(!text.contains(word), qPrintable(text));
    }
}

} // namespace

void DumpFilterTest::leavesOutWhatIsIgnored_data()
{
    QTest::addColumn<int>("ignorable");
    QTest::addColumn<QStringList>("gone");
    QTest::addColumn<int>("statements");
    QTest::newRow("comments") << int(Ignorable::Comments) << QStringList{ QStringLiteral("COMMENT ON") } << 8;
    QTest::newRow("privileges") << int(Ignorable::Privileges) << QStringList{ QStringLiteral("GRANT SELECT") }
                                << 8;
    QTest::newRow("publications") << int(Ignorable::Publications)
                                  << QStringList{ QStringLiteral("PUBLICATION") } << 8;
    QTest::newRow("storage parameters")
        << int(Ignorable::StorageParameters) << QStringList{ QStringLiteral("fillfactor") } << 10;
    QTest::newRow("whitespace") << int(Ignorable::Whitespace) << QStringList{ QStringLiteral("SELECT   1") }
                                << 10;
    QTest::newRow("subscriptions, of which there are none")
        << int(Ignorable::Subscriptions) << QStringList() << 10;
}

void DumpFilterTest::leavesOutWhatIsIgnored()
{
    QFETCH(const int, ignorable);
    QFETCH(const QStringList, gone);
    IgnoreRules rules;
    rules.add(Ignorable(ignorable));
    checkWords(filtered(rules), gone);
    const schema::Catalog both = catalog();
    QTEST(int(proof::DumpFilter(rules, both, both).statements(dump()).size()), "statements");
}

void DumpFilterTest::leavesOutObjects_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("gone");
    QTest::addColumn<QString>("kept");
    QTest::newRow("function") << QStringLiteral("function:app.f*")
                              << QStringList{ QStringLiteral("CREATE FUNCTION") }
                              << QStringLiteral("CREATE TABLE app.t");
    QTest::newRow("column, with its comment")
        << QStringLiteral("app.t.b") << QStringList{ QStringLiteral("b text"), QStringLiteral("app.t.b IS") }
        << QStringLiteral("a integer");
    QTest::newRow("constraint") << QStringLiteral("constraint:app.t.c")
                                << QStringList{ QStringLiteral("CONSTRAINT c") } << QStringLiteral("b text");
    QTest::newRow("index") << QStringLiteral("index:app.t_a") << QStringList{ QStringLiteral("CREATE INDEX") }
                           << QStringLiteral("CREATE TABLE app.t");
    QTest::newRow("table, with all of it")
        << QStringLiteral("table:app.t")
        << QStringList{ QStringLiteral("CREATE TABLE"), QStringLiteral("CREATE INDEX"),
                        QStringLiteral("ON TABLE app.t"), QStringLiteral("app.t.b IS") }
        << QStringLiteral("CREATE FUNCTION");
}

void DumpFilterTest::leavesOutObjects()
{
    QFETCH(const QString, pattern);
    QFETCH(const QStringList, gone);
    QFETCH(const QString, kept);
    IgnoreRules rules;
    rules.objects = { pattern };
    const QString text = filtered(rules);
    checkWords(text, gone);
    QVERIFY2(text.contains(kept), qPrintable(text));
}

/// pg_dump sets them before the header of what they are for, which is that of the object before.
void DumpFilterTest::keepsPlacesOfWhatStays()
{
    const QString text = entry("t", "TABLE", "app", "CREATE TABLE app.t (\n    a integer\n)")
                         + QStringLiteral("SET default_tablespace = fast;\n\n")
                         + entry("u", "TABLE", "app", "CREATE TABLE app.u (\n    a integer\n)");
    IgnoreRules rules;
    rules.objects = { QStringLiteral("table:app.t") };
    const QString kept = filtered(rules, text);
    QVERIFY2(kept.contains(QStringLiteral("in tablespace fast")) && !kept.contains(QStringLiteral("app.t ")),
             qPrintable(kept));
    rules.add(Ignorable::Tablespaces);
    QVERIFY(!filtered(rules, text).contains(QStringLiteral("tablespace")));
}

void DumpFilterTest::comparesOwnersUnlessToldNotTo()
{
    QVERIFY(proof::DumpFilter().comparesOwners());
    IgnoreRules rules;
    rules.add(Ignorable::Owners);
    const schema::Catalog both = catalog();
    QVERIFY(!proof::DumpFilter(rules, both, both).comparesOwners());
}

QTEST_GUILESS_MAIN(DumpFilterTest)
#include "tst_dumpfilter.moc"
