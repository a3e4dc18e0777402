#include <model/diff/changeset.h>

#include <QSet>
#include <QTest>

using namespace lockstep;
using namespace lockstep::schema;

Q_DECLARE_METATYPE(lockstep::schema::Fact)

/// Comparing two catalogs made by hand: what differs, what is only called otherwise.
class TestChangeSet : public QObject
{
    Q_OBJECT

private slots:
    void findsNothingBetweenEqualSides();
    void ignoresColumnOrder();
    void namesThePropertyThatDiffers();
    void listsPartsOfANewTableByThemselves();
    void sortsChangesById();
    void leavesOutCommentsAndGrantsOnRequest();
    void ranksRenameCandidates();
    void readsHumpsAndUnderscoresAsTheSameWords();
    void offersEveryKind_data();
    void offersEveryKind();
    void matchesOneToOneAndKeepsAlternatives();
    void looksAtTheData();
    void staysFastWithManyTables();
    void followsARenamedColumnThroughDefinitions();
    void followsARenamedTableToItsParts();
    void refusesARenameOfWhatIsNotThere();
    void joinsWhatEitherSideDoesNotModel();
    void stopsWhenAsked();
    void showsLongTextsWhereTheyDiffer_data();
    void showsLongTextsWhereTheyDiffer();
};

namespace {

const QString kPublic = QStringLiteral("public");

Fact table(const QString &name)
{
    return { objectId(Kind::Table, kPublic, name), TableAttributes{}, {} };
}

Fact column(const QString &tableName, const QString &name, const QString &type, int position)
{
    ColumnAttributes attributes;
    attributes.type = type;
    attributes.position = position;
    return { subId(Kind::Column, kPublic, tableName, name), attributes, {} };
}

Fact check(const QString &tableName, const QString &name, const QString &columnName,
           const QString &definition)
{
    ConstraintAttributes attributes;
    attributes.definition = definition;
    attributes.columns = { columnName };
    return { subId(Kind::Constraint, kPublic, tableName, name), attributes, {} };
}

Fact comment(const ObjectId &on, const QString &text)
{
    return { commentId(on), CommentAttributes{ text }, {} };
}

CatalogPtr catalog(std::vector<Fact> facts, std::vector<Dependency> edges = {},
                   std::vector<Unmodelled> unmodelled = {})
{
    return std::make_shared<const Catalog>(150018, std::move(facts), std::move(edges), std::move(unmodelled));
}

diff::ChangeSetPtr compare(const CatalogPtr &current, const CatalogPtr &target,
                           const diff::DiffOptions &options = {})
{
    const auto result = diff::diff(current, target, options, {});
    return result.has_value() ? result.value() : nullptr;
}

ObjectId columnId(const char *tableName, const char *name)
{
    return subId(Kind::Column, kPublic, QLatin1String(tableName), QLatin1String(name));
}

} // namespace

void TestChangeSet::showsLongTextsWhereTheyDiffer_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("shownBefore");
    QTest::addColumn<QString>("shownAfter");
    const QString same = QStringLiteral("a word and another word and yet another one ");
    QTest::newRow("short texts") << QStringLiteral("a\n  b") << QString() << QStringLiteral("a b")
                                 << QString();
    QTest::newRow("at the beginning") << QLatin1Char('x') + same << QLatin1Char('y') + same
                                      << QStringLiteral("xa word and another word and y…")
                                      << QStringLiteral("ya word and another word and y…");
    QTest::newRow("at the end") << same + QStringLiteral("old") << same + QStringLiteral("new")
                                << QStringLiteral("…and yet another one old")
                                << QStringLiteral("…and yet another one new");
}

void TestChangeSet::showsLongTextsWhereTheyDiffer()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto [shownBefore, shownAfter] =
        diff::excerpts({ QStringLiteral("definition"), before, after }, 30);
    QTEST(shownBefore, "shownBefore");
    QTEST(shownAfter, "shownAfter");
}

void TestChangeSet::findsNothingBetweenEqualSides()
{
    const auto side = catalog({ table(QStringLiteral("t")), column(QStringLiteral("t"), QStringLiteral("a"),
                                                                   QStringLiteral("text"), 1) });
    const auto changes = compare(side, side);
    QVERIFY(changes);
    QVERIFY(changes->changes.empty());
    QCOMPARE(changes->identical, 2);
}

void TestChangeSet::ignoresColumnOrder()
{
    const QString t = QStringLiteral("t");
    const auto changes =
        compare(catalog({ table(t), column(t, QStringLiteral("a"), QStringLiteral("text"), 1) }),
                catalog({ table(t), column(t, QStringLiteral("a"), QStringLiteral("text"), 2) }));
    QVERIFY(changes->changes.empty());
}

void TestChangeSet::namesThePropertyThatDiffers()
{
    const QString t = QStringLiteral("t");
    const auto changes =
        compare(catalog({ table(t), column(t, QStringLiteral("a"), QStringLiteral("integer"), 1) }),
                catalog({ table(t), column(t, QStringLiteral("a"), QStringLiteral("bigint"), 1) }));
    QCOMPARE(changes->changes.size(), size_t(1));
    const auto *altered = std::get_if<diff::Altered>(&changes->changes[0]);
    QVERIFY(altered);
    QCOMPARE(altered->differences.size(), 1);
    QCOMPARE(altered->differences[0].property, QStringLiteral("type"));
    QCOMPARE(altered->differences[0].before, QStringLiteral("integer"));
    QCOMPARE(altered->differences[0].after, QStringLiteral("bigint"));
}

void TestChangeSet::listsPartsOfANewTableByThemselves()
{
    const QString t = QStringLiteral("t");
    const auto changes =
        compare(catalog({}), catalog({ table(t), column(t, QStringLiteral("a"), QStringLiteral("text"), 1),
                                       comment(objectId(Kind::Table, kPublic, t), QStringLiteral("x")) }));
    QCOMPARE(changes->changes.size(), size_t(3));
    for (const diff::Change &change : changes->changes)
        QVERIFY(std::holds_alternative<diff::Created>(change));
}

void TestChangeSet::sortsChangesById()
{
    const auto changes = compare(catalog({ table(QStringLiteral("b")), table(QStringLiteral("d")) }),
                                 catalog({ table(QStringLiteral("a")), table(QStringLiteral("c")) }));
    QCOMPARE(changes->changes.size(), size_t(4));
    for (size_t i = 1; i < changes->changes.size(); ++i)
        QVERIFY(diff::idOf(changes->changes[i - 1]) < diff::idOf(changes->changes[i]));
}

void TestChangeSet::leavesOutCommentsAndGrantsOnRequest()
{
    const QString t = QStringLiteral("t");
    const ObjectId id = objectId(Kind::Table, kPublic, t);
    const Fact grant{ grantId(id, QString()), GrantAttributes{ { QStringLiteral("SELECT") }, {}, {} }, {} };
    const auto bare = catalog({ table(t) });
    const auto full = catalog({ table(t), comment(id, QStringLiteral("x")), grant });
    diff::DiffOptions options;
    QCOMPARE(compare(bare, full, options)->changes.size(), size_t(2));
    options.ignore.add(diff::Ignorable::Comments);
    QCOMPARE(compare(bare, full, options)->changes.size(), size_t(1));
    options.ignore.add(diff::Ignorable::Privileges);
    QVERIFY(compare(bare, full, options)->changes.empty());
}

void TestChangeSet::ranksRenameCandidates()
{
    const QString t = QStringLiteral("t");
    const auto changes =
        compare(catalog({ table(t), column(t, QStringLiteral("user_name"), QStringLiteral("text"), 1) }),
                catalog({ table(t), column(t, QStringLiteral("note"), QStringLiteral("text"), 2),
                          column(t, QStringLiteral("username"), QStringLiteral("text"), 1) }));
    QVERIFY(!changes->renameCandidates.empty());
    const auto &best = changes->renameCandidates.front();
    QCOMPARE(best.from, columnId("t", "user_name"));
    QCOMPARE(best.to, columnId("t", "username"));
    QVERIFY(best.likeness > 0.9);
    QVERIFY(best.reason.contains(QLatin1String("same type and position")));
    QVERIFY(best.isBest);
    for (const auto &candidate : changes->renameCandidates) {
        QVERIFY(candidate.likeness <= best.likeness);
        QVERIFY(candidate.reason.front().isUpper() && candidate.reason.endsWith(QLatin1Char('.')));
    }
}

void TestChangeSet::readsHumpsAndUnderscoresAsTheSameWords()
{
    const QString t = QStringLiteral("t");
    const auto changes =
        compare(catalog({ table(t), column(t, QStringLiteral("createdAt"), QStringLiteral("date"), 1) }),
                catalog({ table(t), column(t, QStringLiteral("created_at"), QStringLiteral("date"), 1) }));
    QCOMPARE(changes->renameCandidates.size(), size_t(1));
    QVERIFY(changes->renameCandidates[0].reason.contains(QLatin1String("100 %")));
}

void TestChangeSet::offersEveryKind_data()
{
    QTest::addColumn<schema::Fact>("from");
    QTest::addColumn<schema::Fact>("to");
    const auto add = [](Kind kind, const ObjectId &from, const ObjectId &to, const Attributes &attributes) {
        QTest::newRow(qPrintable(kindName(kind)))
            << Fact{ from, attributes, {} } << Fact{ to, attributes, {} };
    };
    const auto whole = [&](Kind kind, const Attributes &attributes) {
        add(kind, objectId(kind, kPublic, QStringLiteral("before")),
            objectId(kind, kPublic, QStringLiteral("after")), attributes);
    };
    const auto part = [&](Kind kind, const Attributes &attributes) {
        add(kind, subId(kind, kPublic, QStringLiteral("t"), QStringLiteral("before")),
            subId(kind, kPublic, QStringLiteral("t"), QStringLiteral("after")), attributes);
    };
    IndexAttributes index;
    index.table = objectId(Kind::Table, kPublic, QStringLiteral("t"));
    whole(Kind::Index, index);
    whole(Kind::View, ViewAttributes{ QStringLiteral("SELECT 1 AS a"), {}, {} });
    MaterializedViewAttributes materialized;
    materialized.query = QStringLiteral("SELECT 1 AS a");
    whole(Kind::MaterializedView, materialized);
    whole(Kind::Sequence, SequenceAttributes{});
    whole(Kind::Enum, EnumAttributes{ { QStringLiteral("a"), QStringLiteral("b") } });
    DomainAttributes domain;
    domain.type = QStringLiteral("text");
    whole(Kind::Domain, domain);
    whole(Kind::CompositeType,
          CompositeAttributes{ { { QStringLiteral("a"), QStringLiteral("text"), {} } } });
    RoutineAttributes routine;
    routine.body = QStringLiteral("SELECT 1");
    whole(Kind::Function, routine);
    whole(Kind::Procedure, routine);
    part(Kind::Constraint, ConstraintAttributes{});
    part(Kind::Trigger, TriggerAttributes{});
    part(Kind::Policy, PolicyAttributes{});
    part(Kind::Rule, RuleAttributes{});
    ObjectId before = schemaId(QStringLiteral("app"));
    add(Kind::Schema, before, schemaId(QStringLiteral("app2")), SchemaAttributes{});
}

void TestChangeSet::offersEveryKind()
{
    QFETCH(schema::Fact, from);
    QFETCH(schema::Fact, to);
    const Fact t = table(QStringLiteral("t"));
    const auto changes = compare(catalog({ t, from }), catalog({ t, to }));
    QVERIFY(changes);
    QCOMPARE(changes->renameCandidates.size(), size_t(1));
    QCOMPARE(changes->renameCandidates[0].from, from.id);
    QCOMPARE(changes->renameCandidates[0].to, to.id);
    QVERIFY(changes->renameCandidates[0].reason.endsWith(QLatin1String(" % alike.")));
}

void TestChangeSet::matchesOneToOneAndKeepsAlternatives()
{
    const QString t = QStringLiteral("t");
    const auto text = QStringLiteral("text");
    const auto changes = compare(catalog({ table(t), column(t, QStringLiteral("name_a"), text, 1),
                                           column(t, QStringLiteral("name_b"), text, 2) }),
                                 catalog({ table(t), column(t, QStringLiteral("name_c"), text, 1),
                                           column(t, QStringLiteral("name_d"), text, 2) }));
    QCOMPARE(changes->renameCandidates.size(), size_t(4));
    QSet<ObjectId> sources;
    for (const auto &candidate : changes->renameCandidates) {
        if (!candidate.isBest)
            continue;
        QVERIFY(!sources.contains(candidate.from));
        sources.insert(candidate.from);
        const bool isFirst = candidate.from == columnId("t", "name_a");
        QCOMPARE(candidate.to, columnId("t", isFirst ? "name_c" : "name_d"));
    }
    QCOMPARE(sources.size(), 2);
}

void TestChangeSet::looksAtTheData()
{
    const QString t = QStringLiteral("t");
    const auto text = QStringLiteral("text");
    const auto statistics = [&](const QString &columnName, double nulls) {
        auto all = std::make_shared<Statistics>();
        RelationStatistics relation;
        relation.columns.insert(columnName, { nulls, 100, 8 });
        all->relations.insert(objectId(Kind::Table, kPublic, t), relation);
        return all;
    };
    const auto before = catalog({ table(t), column(t, QStringLiteral("aaa"), text, 1) });
    const auto after = catalog({ table(t), column(t, QStringLiteral("zzz"), text, 1) });
    diff::DiffOptions options;
    options.currentStatistics = statistics(QStringLiteral("aaa"), 0.5);
    options.targetStatistics = statistics(QStringLiteral("zzz"), 0.5);
    const auto alike = compare(before, after, options);
    QCOMPARE(alike->renameCandidates.size(), size_t(1));
    QVERIFY(alike->renameCandidates[0].reason.contains(QLatin1String("their data have nearly the same")));
    options.targetStatistics = statistics(QStringLiteral("zzz"), 0);
    const auto unlike = compare(before, after, options);
    QVERIFY(unlike->renameCandidates.empty()
            || unlike->renameCandidates[0].likeness < alike->renameCandidates[0].likeness);
}

/// 10 000 dropped and 10 000 created tables of the same shape: pairs, not squares.
void TestChangeSet::staysFastWithManyTables()
{
    const auto side = [](const QString &prefix) {
        std::vector<Fact> facts;
        for (int i = 0; i < 10000; ++i) {
            const QString name = prefix + QString::number(i);
            facts.push_back(table(name));
            facts.push_back(column(name, QStringLiteral("id"), QStringLiteral("integer"), 1));
        }
        return catalog(std::move(facts));
    };
    const auto changes = compare(side(QStringLiteral("old_")), side(QStringLiteral("new_")));
    QVERIFY(changes);
    QVERIFY(!changes->renameCandidates.empty());
    QVERIFY(changes->renameCandidates.size() <= size_t(40000));
}

void TestChangeSet::followsARenamedColumnThroughDefinitions()
{
    const QString t = QStringLiteral("t");
    const QString c = QStringLiteral("c");
    const auto current =
        catalog({ table(t), column(t, QStringLiteral("old"), QStringLiteral("text"), 1),
                  check(t, c, QStringLiteral("old"), QStringLiteral("CHECK ((old <> 'old'::text))")) },
                { { 1, 0 }, { 2, 1 } });
    const auto target =
        catalog({ table(t), column(t, QStringLiteral("new"), QStringLiteral("text"), 1),
                  check(t, c, QStringLiteral("new"), QStringLiteral("CHECK ((new <> 'old'::text))")) },
                { { 1, 0 }, { 2, 1 } });
    diff::DiffOptions options;
    options.renames = { { columnId("t", "old"), columnId("t", "new") } };
    const auto changes = compare(current, target, options);
    QVERIFY(changes);
    QCOMPARE(changes->changes.size(), size_t(1));
    QVERIFY(std::holds_alternative<diff::Renamed>(changes->changes[0]));
    QCOMPARE(changes->identical, 3);
}

void TestChangeSet::followsARenamedTableToItsParts()
{
    const QString before = QStringLiteral("before");
    const QString after = QStringLiteral("after");
    const auto side = [](const QString &name) {
        return catalog(
            { table(name), column(name, QStringLiteral("a"), QStringLiteral("text"), 1),
              comment(subId(Kind::Column, kPublic, name, QStringLiteral("a")), QStringLiteral("x")) });
    };
    diff::DiffOptions options;
    options.renames = { { objectId(Kind::Table, kPublic, before), objectId(Kind::Table, kPublic, after) } };
    const auto changes = compare(side(before), side(after), options);
    QVERIFY(changes);
    QCOMPARE(changes->changes.size(), size_t(1));
}

void TestChangeSet::refusesARenameOfWhatIsNotThere()
{
    diff::DiffOptions options;
    options.renames = { { columnId("t", "nothing"), columnId("t", "a") } };
    const auto result = diff::diff(catalog({}), catalog({}), options, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, base::ErrorKind::Usage);
    QVERIFY(result.error().message.contains(QLatin1String("public.t.nothing")));
}

void TestChangeSet::joinsWhatEitherSideDoesNotModel()
{
    const Unmodelled both{ QStringLiteral("cast"), QStringLiteral("a") };
    const Unmodelled one{ QStringLiteral("operator"), QStringLiteral("b") };
    const auto changes = compare(catalog({}, {}, { one, both }), catalog({}, {}, { both }));
    QCOMPARE(changes->unmodelled, (std::vector<Unmodelled>{ both, one }));
}

void TestChangeSet::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    const auto side = catalog({ table(QStringLiteral("t")) });
    const auto result = diff::diff(side, side, {}, source.get_token());
    QVERIFY(!result.has_value());
    QVERIFY(result.error().isCanceled());
}

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_changeset.moc"
