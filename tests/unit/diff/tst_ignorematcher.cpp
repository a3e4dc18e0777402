#include "handmadecatalog.h"

#include <model/diff/ignorerules.h>

#include <QTest>

using namespace lockstep;
using diff::Ignorable;
using diff::IgnoreRules;
using schema::Kind;

/// Which facts a rule means, and how rules are read and told.
class IgnoreMatcherTest : public QObject
{
    Q_OBJECT

private slots:
    void matchesByPattern_data();
    void matchesByPattern();
    void leavesKindsAside_data();
    void leavesKindsAside();
    void refusesPatternsOfNothing_data();
    void refusesPatternsOfNothing();
    void tellsTheRules();
    void readsWhatItWrites();
    void seesWhitespaceOnly_data();
    void seesWhitespaceOnly();
};

namespace {

/// Tables public.users and audit.log with a column, an index, a comment and a grant each.
schema::CatalogPtr sample()
{
    std::vector<schema::Fact> facts;
    for (const auto &[schemaName, name] : { std::pair(QStringLiteral("public"), QStringLiteral("users")),
                                            std::pair(QStringLiteral("audit"), QStringLiteral("log")) }) {
        const schema::ObjectId table = schema::objectId(Kind::Table, schemaName, name);
        facts.push_back({ table, schema::TableAttributes{}, {} });
        facts.push_back({ schema::subId(Kind::Column, schemaName, name, QStringLiteral("id")),
                          schema::ColumnAttributes{},
                          {} });
        schema::IndexAttributes index;
        index.table = table;
        facts.push_back(
            { schema::objectId(Kind::Index, schemaName, name + QStringLiteral("_id")), index, {} });
        facts.push_back({ schema::commentId(table), schema::CommentAttributes{}, {} });
        facts.push_back({ schema::grantId(table, QStringLiteral("bob")), schema::GrantAttributes{}, {} });
    }
    facts.push_back({ schema::routineId(Kind::Function, QStringLiteral("public"), QStringLiteral("f"),
                                        QStringLiteral("integer, text")),
                      schema::RoutineAttributes{},
                      {} });
    return testing::catalog(std::move(facts));
}

QStringList named(const schema::CatalogPtr &catalog, const IgnoreRules &rules)
{
    const diff::IgnoreMatcher matcher(rules, *catalog);
    QStringList names;
    for (const schema::Fact &fact : catalog->facts()) {
        if (matcher.ignores(fact))
            names << schema::displayName(fact.id);
    }
    names.sort();
    return names;
}

const QStringList &ofLog()
{
    static const QStringList all{ QStringLiteral("column audit.log.id"),
                                  QStringLiteral("comment on table audit.log"),
                                  QStringLiteral("index audit.log_id"),
                                  QStringLiteral("privileges of bob on table audit.log"),
                                  QStringLiteral("table audit.log") };
    return all;
}

} // namespace

void IgnoreMatcherTest::matchesByPattern_data()
{
    QTest::addColumn<QStringList>("objects");
    QTest::addColumn<QStringList>("only");
    QTest::addColumn<int>("ignored");
    const auto row = [](const char *name, const QStringList &objects, const QStringList &only, int ignored) {
        QTest::newRow(name) << objects << only << ignored;
    };
    row("nothing", {}, {}, 0);
    row("a table with what is in and on it", { QStringLiteral("audit.log") }, {}, 5);
    row("a schema by its kind", { QStringLiteral("schema:audit") }, {}, 5);
    row("a schema by stars", { QStringLiteral("audit.*") }, {}, 5);
    row("stars cover dots", { QStringLiteral("*log*") }, {}, 5);
    row("one letter", { QStringLiteral("audit.lo?") }, {}, 5);
    row("not more than one letter", { QStringLiteral("audit.l?") }, {}, 0);
    row("a column alone", { QStringLiteral("audit.log.id") }, {}, 1);
    row("an index by its kind", { QStringLiteral("index:*") }, {}, 2);
    row("kinds do not mix", { QStringLiteral("view:audit.*") }, {}, 0);
    row("case matters", { QStringLiteral("audit.LOG") }, {}, 0);
    row("a dot is a dot", { QStringLiteral("auditxlog") }, {}, 0);
    row("a function with its arguments", { QStringLiteral("public.f(integer, text)") }, {}, 1);
    row("a function by its name", { QStringLiteral("public.f") }, {}, 1);
    row("only one schema", {}, { QStringLiteral("schema:public") }, 5);
    row("only what is there", {}, { QStringLiteral("*") }, 0);
    row("both", { QStringLiteral("public.users") }, { QStringLiteral("schema:public") }, 10);
}

void IgnoreMatcherTest::matchesByPattern()
{
    QFETCH(const QStringList, objects);
    QFETCH(const QStringList, only);
    QFETCH(const int, ignored);
    IgnoreRules rules;
    rules.objects = objects;
    rules.only = only;
    const QStringList found = named(sample(), rules);
    QVERIFY2(found.size() == ignored, qPrintable(found.join(QStringLiteral(", "))));
    if (ignored == 5)
        QCOMPARE(found, ofLog());
}

void IgnoreMatcherTest::leavesKindsAside_data()
{
    QTest::addColumn<int>("ignorable");
    QTest::addColumn<int>("ignored");
    QTest::newRow("comments") << int(Ignorable::Comments) << 2;
    QTest::newRow("privileges") << int(Ignorable::Privileges) << 2;
    QTest::newRow("owners are no facts") << int(Ignorable::Owners) << 0;
    QTest::newRow("publications") << int(Ignorable::Publications) << 0;
}

void IgnoreMatcherTest::leavesKindsAside()
{
    QFETCH(const int, ignorable);
    IgnoreRules rules;
    rules.add(Ignorable(ignorable));
    rules.add(Ignorable(ignorable));
    QCOMPARE(rules.what.size(), 1);
    QTEST(int(named(sample(), rules).size()), "ignored");
}

void IgnoreMatcherTest::refusesPatternsOfNothing_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("name") << QStringLiteral("public.t") << true;
    QTest::newRow("kind") << QStringLiteral("table:public.t") << true;
    QTest::newRow("kind of two words") << QStringLiteral("materialized view:*") << true;
    QTest::newRow("cast") << QStringLiteral("a::b") << true;
    QTest::newRow("no such kind") << QStringLiteral("tabel:public.t") << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("kind of nothing") << QStringLiteral("table: ") << false;
}

void IgnoreMatcherTest::refusesPatternsOfNothing()
{
    QFETCH(const QString, pattern);
    IgnoreRules rules;
    rules.only = { pattern };
    const auto checked = diff::checkRules(rules);
    QTEST(checked.has_value(), "isGood");
    if (!checked.has_value()) {
        QCOMPARE(checked.error().kind, base::ErrorKind::Usage);
        QVERIFY(checked.error().message.contains(QLatin1Char('"') + pattern + QLatin1Char('"')));
    }
}

void IgnoreMatcherTest::tellsTheRules()
{
    IgnoreRules rules;
    QCOMPARE(diff::describe(rules), QString());
    rules.add(Ignorable::StorageParameters);
    rules.add(Ignorable::Owners);
    rules.objects = { QStringLiteral("a.*"), QStringLiteral("b.*") };
    rules.only = { QStringLiteral("schema:app") };
    QCOMPARE(
        diff::describe(rules),
        QStringLiteral("Ignored by rule: owners, storage parameters, objects like a.* or b.*, everything "
                       "not like schema:app."));
    QCOMPARE(diff::describeLeftAside(1), QStringLiteral("1 difference left aside"));
    QCOMPARE(diff::describeLeftAside(0), QStringLiteral("0 differences left aside"));
}

void IgnoreMatcherTest::readsWhatItWrites()
{
    for (int i = 0; i < diff::kIgnorableCount; ++i)
        QCOMPARE(diff::parseIgnorable(diff::ignorableName(Ignorable(i))), std::optional(Ignorable(i)));
    QCOMPARE(diff::parseIgnorable(QStringLiteral("Owners")), std::nullopt);
}

void IgnoreMatcherTest::seesWhitespaceOnly_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char *name, const char *language, const char *a, const char *b, bool isSame) {
        QTest::newRow(name) << QString::fromLatin1(language) << QString::fromUtf8(a) << QString::fromUtf8(b)
                            << isSame;
    };
    row("blanks", "sql", "SELECT  1", "SELECT 1", true);
    row("line breaks", "plpgsql", "BEGIN\n\n  RETURN 1;\nEND", "BEGIN RETURN 1; END", true);
    row("string", "sql", "SELECT 'a  b'", "SELECT 'a b'", false);
    row("quoted name", "sql", "SELECT \"a  b\"", "SELECT \"a b\"", false);
    row("letters", "sql", "SELECT 1", "SELECT 2", false);
    row("words that grow together", "sql", "SELECT a b", "SELECT ab", false);
    row("indentation that means something", "plpython3u", "if x:\n  y\nz", "if x:\n  y\n  z", false);
}

void IgnoreMatcherTest::seesWhitespaceOnly()
{
    QFETCH(const QString, language);
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QTEST(diff::withoutWhitespace(a, language) == diff::withoutWhitespace(b, language), "isSame");
}

QTEST_GUILESS_MAIN(IgnoreMatcherTest)
#include "tst_ignorematcher.moc"
