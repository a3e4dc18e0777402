#include "handmadecatalog.h"

#include <model/diff/selectiongraph.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using schema::Kind;

/// What goes with what when changes are left out or taken.
class TestSelection final : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatNeedsIt();
    void takesWhatIsNeeded();
    void keepsWhatIsInAKeptTable();
    void keepsWhatAKeptViewReads();
    void leavesOutWhatWouldHaveTheNameOfWhatStays();
    void leavesOutASecondPrimaryKey();
    void dropsNothingThatIsNotTicked();
    void leavesTheTargetAsItIsInCurrent();
    void offersWhatIsLeftOutAsRenames();
};

namespace {

schema::Fact primaryKey(const QString &tableName, const QString &name, const QStringList &columns)
{
    schema::ConstraintAttributes attributes;
    attributes.type = schema::ConstraintType::PrimaryKey;
    attributes.columns = columns;
    attributes.indexName = name;
    attributes.definition = QStringLiteral("PRIMARY KEY (%1)").arg(columns.join(QStringLiteral(", ")));
    return { schema::subId(Kind::Constraint, kPublic, tableName, name), attributes, {} };
}

schema::Fact view(const QString &name)
{
    schema::ViewAttributes attributes;
    attributes.query = QStringLiteral("SELECT 1");
    return { schema::objectId(Kind::View, kPublic, name), attributes, {} };
}

diff::DiffOptions leavingOut(const QSet<schema::ObjectId> &ids)
{
    diff::DiffOptions options;
    options.selection.leftOut = ids;
    options.offersAll = true;
    return options;
}

QStringList names(const diff::Offer &offer, const std::vector<diff::Tied> &tied)
{
    QStringList result;
    for (const diff::Tied &each : tied)
        result << schema::displayName(diff::idOf(offer.changes[size_t(each.change)]));
    result.sort();
    return result;
}

QStringList changed(const diff::ChangeSet &changes)
{
    QStringList result;
    for (const diff::Change &change : changes.changes)
        result << schema::displayName(diff::idOf(change));
    return result;
}

const QString kT = QStringLiteral("t");
const QString kInt = QStringLiteral("integer");

} // namespace

void TestSelection::leavesOutWhatNeedsIt()
{
    const auto before = catalog({ table(kT) });
    const auto after = catalog(
        { table(kT), column(kT, QStringLiteral("a"), kInt, 1), view(QStringLiteral("v")) }, { { 2, 1 } });
    const auto set = compare(before, after, leavingOut({ columnId("t", "a") }));
    QVERIFY(set);
    QCOMPARE(changed(*set), QStringList());
    QCOMPARE(names(*set->offer, set->offer->leftOut),
             (QStringList{ QStringLiteral("column public.t.a"), QStringLiteral("view public.v") }));
    const auto why = set->offer->leftOut.back();
    QCOMPARE(why.because, 0);
    QCOMPARE(int(why.tie), int(diff::Tie::Needs));
}

void TestSelection::takesWhatIsNeeded()
{
    const auto before = catalog({ table(kT) });
    const auto after = catalog(
        { table(kT), column(kT, QStringLiteral("a"), kInt, 1), view(QStringLiteral("v")) }, { { 2, 1 } });
    const auto set = compare(before, after, leavingOut({}));
    QVERIFY(set->offer);
    QCOMPARE(int(set->changes.size()), 2);
    const int viewNumber = set->offer->numbers.value(QStringLiteral("view public.v"));
    QCOMPARE(names(*set->offer, set->offer->graph.selectedWith({ viewNumber })),
             QStringList{ QStringLiteral("column public.t.a") });
    const int columnNumber = set->offer->numbers.value(QStringLiteral("column public.t.a"));
    QVERIFY(set->offer->graph.selectedWith({ columnNumber }).empty());
}

void TestSelection::keepsWhatIsInAKeptTable()
{
    const auto a = column(kT, QStringLiteral("a"), kInt, 1);
    const auto before = catalog({ table(kT), a, comment(a.id, QStringLiteral("mine")) });
    const auto set = compare(before, catalog({}), leavingOut({ table(kT).id }));
    QVERIFY(set);
    QCOMPARE(changed(*set), QStringList());
    QCOMPARE(int(set->offer->leftOut.size()), 3);
}

void TestSelection::keepsWhatAKeptViewReads()
{
    const auto before = catalog({ table(kT), view(QStringLiteral("v")) }, { { 1, 0 } });
    const auto set = compare(before, catalog({}), leavingOut({ view(QStringLiteral("v")).id }));
    QVERIFY(set);
    QCOMPARE(changed(*set), QStringList());
    // The other way round the table goes only with the view.
    const int tableNumber = set->offer->numbers.value(QStringLiteral("table public.t"));
    QCOMPARE(names(*set->offer, set->offer->graph.selectedWith({ tableNumber })),
             QStringList{ QStringLiteral("view public.v") });
}

void TestSelection::leavesOutWhatWouldHaveTheNameOfWhatStays()
{
    const auto set = compare(catalog({ table(kT) }), catalog({ view(kT) }), leavingOut({ table(kT).id }));
    QVERIFY(set);
    QCOMPARE(changed(*set), QStringList());
    QCOMPARE(int(set->offer->leftOut.back().tie), int(diff::Tie::SameName));
}

void TestSelection::leavesOutASecondPrimaryKey()
{
    const auto a = column(kT, QStringLiteral("a"), kInt, 1);
    const auto old = primaryKey(kT, QStringLiteral("old_pkey"), { QStringLiteral("a") });
    const auto fresh = primaryKey(kT, QStringLiteral("t_pkey"), { QStringLiteral("a") });
    const auto set =
        compare(catalog({ table(kT), a, old }), catalog({ table(kT), a, fresh }), leavingOut({ old.id }));
    QVERIFY(set);
    QCOMPARE(changed(*set), QStringList());
    QCOMPARE(int(set->offer->leftOut.back().tie), int(diff::Tie::OnePrimaryKey));
}

void TestSelection::dropsNothingThatIsNotTicked()
{
    const auto a = column(kT, QStringLiteral("a"), kInt, 1);
    const auto b = column(kT, QStringLiteral("b"), kInt, 2);
    const auto before = catalog(
        { table(kT), a, b, table(QStringLiteral("old")), comment(table(kT).id, QStringLiteral("x")) });
    const auto after = catalog({ table(kT), column(kT, QStringLiteral("c"), kInt, 1) });
    diff::DiffOptions options;
    options.selection.dropsOnlyTicked = true;
    options.selection.drops = { b.id };
    const auto set = compare(before, after, options);
    QVERIFY(set);
    // What says something about another object is no loss by itself.
    QCOMPARE(changed(*set),
             (QStringList{ QStringLiteral("column public.t.b"), QStringLiteral("column public.t.c"),
                           QStringLiteral("comment on table public.t") }));
    QCOMPARE(names(*set->offer, set->offer->leftOut),
             (QStringList{ QStringLiteral("column public.t.a"), QStringLiteral("table public.old") }));
}

void TestSelection::leavesTheTargetAsItIsInCurrent()
{
    const auto before = catalog({ table(kT), column(kT, QStringLiteral("a"), kInt, 1) });
    const auto after = catalog({ table(kT), column(kT, QStringLiteral("a"), QStringLiteral("bigint"), 1) });
    const auto set = compare(before, after, leavingOut({ columnId("t", "a") }));
    QVERIFY(set);
    QVERIFY(set->changes.empty());
    QCOMPARE(set->target->fingerprint(), before->fingerprint());
    QCOMPARE(set->targetFingerprint, before->fingerprint());
    QCOMPARE(int(set->offer->changes.size()), 1);
}

void TestSelection::offersWhatIsLeftOutAsRenames()
{
    const auto before =
        catalog({ table(kT), column(kT, QStringLiteral("user_name"), QStringLiteral("text"), 1) });
    const auto after =
        catalog({ table(kT), column(kT, QStringLiteral("username"), QStringLiteral("text"), 1) });
    diff::DiffOptions options;
    options.selection.dropsOnlyTicked = true;
    const auto set = compare(before, after, options);
    QVERIFY(set);
    QCOMPARE(int(set->changes.size()), 1);
    QCOMPARE(int(set->renameCandidates.size()), 1);
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
