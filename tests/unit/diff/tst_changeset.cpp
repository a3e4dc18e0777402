#include "handmadecatalog.h"

#include <QTest>

#include <stop_token>

using namespace lockstep;
using namespace lockstep::schema;
using namespace lockstep::testing;

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
    void followsARenamedColumnThroughDefinitions();
    void followsARenamedTableToItsParts();
    void refusesARenameOfWhatIsNotThere();
    void joinsWhatEitherSideDoesNotModel();
    void stopsWhenAsked();
    void showsLongTextsWhereTheyDiffer_data();
    void showsLongTextsWhereTheyDiffer();
};

namespace {

Fact check(const QString &tableName, const QString &name, const QString &columnName,
           const QString &definition)
{
    ConstraintAttributes attributes;
    attributes.definition = definition;
    attributes.columns = { columnName };
    return { subId(Kind::Constraint, kPublic, tableName, name), attributes, {} };
}

} // namespace

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

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_changeset.moc"
