#include <widgets/common/banner.h>
#include <widgets/compare/comparepage.h>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::widgets;

namespace {

schema::Fact column(const QString &table, const QString &name, const QString &type)
{
    schema::ColumnAttributes attributes;
    attributes.position = 1;
    attributes.type = type;
    return { schema::subId(schema::Kind::Column, QStringLiteral("public"), table, name), attributes, {} };
}

schema::Fact table(const QString &name)
{
    return { schema::objectId(schema::Kind::Table, QStringLiteral("public"), name),
             schema::TableAttributes{},
             {} };
}

diff::ChangeSetPtr sampleChanges()
{
    const QString users = QStringLiteral("users");
    auto changes = std::make_shared<diff::ChangeSet>();
    const schema::Fact before = column(users, QStringLiteral("age"), QStringLiteral("integer"));
    const schema::Fact after = column(users, QStringLiteral("age"), QStringLiteral("bigint"));
    const schema::Fact dropped = column(users, QStringLiteral("user_name"), QStringLiteral("text"));
    const schema::Fact created = column(users, QStringLiteral("username"), QStringLiteral("text"));
    changes->current = std::make_shared<schema::Catalog>(150018, std::vector{ table(users), before, dropped },
                                                         std::vector<schema::Dependency>{});
    changes->target = std::make_shared<schema::Catalog>(150018, std::vector{ table(users), after, created },
                                                        std::vector<schema::Dependency>{});
    changes->changes = {
        diff::Altered{ before,
                       after,
                       { { QStringLiteral("type"), QStringLiteral("integer"), QStringLiteral("bigint") } } },
        diff::Dropped{ dropped }, diff::Created{ created }
    };
    changes->renameCandidates = { { dropped.id, created.id, 0.92, QStringLiteral("same type") } };
    changes->identical = 1;
    changes->unmodelled = { { QStringLiteral("cast"), QStringLiteral("text AS money") } };
    return changes;
}

template <typename T>
T *child(const QWidget &page, const char *name)
{
    return page.findChild<T *>(QLatin1String(name));
}

int visibleLeaves(const QTreeView *tree)
{
    int count = 0;
    for (int i = 0; i < tree->model()->rowCount(); ++i)
        count += tree->model()->rowCount(tree->model()->index(i, 0));
    return count;
}

} // namespace

class TestComparePage : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatToDoWhileEmpty();
    void showsTheSelectedChange();
    void filtersByName();
    void turnsATickedRenameIntoAnIntent();
    void namesWhatIsNotCompared();
    void saysWhenNothingDiffers();
};

void TestComparePage::saysWhatToDoWhileEmpty()
{
    ComparePage page;
    page.show();
    QVERIFY(child<QLabel>(page, "emptyTitle")->isVisible());
    QCOMPARE(page.stateLine(), QStringLiteral("nothing compared yet"));
}

void TestComparePage::showsTheSelectedChange()
{
    ComparePage page;
    page.show();
    page.setChanges(sampleChanges());
    auto *tree = child<QTreeView>(page, "changes");
    QVERIFY(tree->isVisible());
    QCOMPARE(visibleLeaves(tree), 3);
    QStringList titles;
    for (int group = 0; group < tree->model()->rowCount(); ++group) {
        const QModelIndex parent = tree->model()->index(group, 0);
        for (int row = 0; row < tree->model()->rowCount(parent); ++row) {
            tree->setCurrentIndex(tree->model()->index(row, 0, parent));
            titles << child<QLabel>(page, "changeTitle")->text();
            const bool isAltered = titles.last().endsWith(QStringLiteral("users.age"));
            QCOMPARE(child<QTreeView>(page, "differences")->isVisible(), isAltered);
        }
    }
    titles.sort();
    QCOMPARE(
        titles.join(QLatin1Char('|')),
        QStringLiteral("column public.users.age|column public.users.user_name|column public.users.username"));
}

void TestComparePage::filtersByName()
{
    ComparePage page;
    page.show();
    page.setChanges(sampleChanges());
    QTest::keyClicks(child<QLineEdit>(page, "filter"), QStringLiteral("AGE"));
    QCOMPARE(visibleLeaves(child<QTreeView>(page, "changes")), 1);
    child<QLineEdit>(page, "filter")->clear();
    QCOMPARE(visibleLeaves(child<QTreeView>(page, "changes")), 3);
}

void TestComparePage::turnsATickedRenameIntoAnIntent()
{
    ComparePage page;
    page.show();
    page.setChanges(sampleChanges());
    QVERIFY(page.hasOpenDecision());
    QVERIFY2(page.stateLine().startsWith(QStringLiteral("3 change")), qPrintable(page.stateLine()));
    QSignalSpy changed(&page, &ComparePage::intentsChanged);
    QAbstractItemModel *renames = child<QListView>(page, "renames")->model();
    QVERIFY(renames->setData(renames->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(changed.count(), 1);
    const auto intents = changed.first().first().value<plan::Intents>();
    QCOMPARE(intents.renames.size(), 1);
    QCOMPARE(intents.renames.first().from, QStringLiteral("public.users.user_name"));
    QCOMPARE(intents.renames.first().to, QStringLiteral("public.users.username"));
    QVERIFY(!page.hasOpenDecision());
}

void TestComparePage::namesWhatIsNotCompared()
{
    ComparePage page;
    page.show();
    page.setChanges(sampleChanges());
    auto *banner = child<Banner>(page, "unmodelled");
    QVERIFY(banner->isVisible());
    QVERIFY(banner->plainText().contains(QStringLiteral("cast text AS money")));
    page.setChanges(nullptr);
    QVERIFY(!banner->isVisible());
}

void TestComparePage::saysWhenNothingDiffers()
{
    ComparePage page;
    page.show();
    auto changes = std::make_shared<diff::ChangeSet>();
    changes->current = changes->target = std::make_shared<schema::Catalog>();
    changes->identical = 12;
    page.setChanges(changes);
    QVERIFY(child<QLabel>(page, "emptyTitle")->isVisible());
    QCOMPARE(page.stateLine(), QStringLiteral("identical"));
}

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
