#include "comparedesk.h"

#include <model/plan/planner.h>

#include <QTest>
#include <QToolButton>

namespace lockstep::testing {

using widgets::ComparePage;

CompareDesk::CompareDesk(const plan::Intents &decided)
    : intents(decided)
{
    if (!intents.drop)
        intents.drop = QStringList();
    QObject::connect(&page, &ComparePage::intentsChanged, &page, [this](const plan::Intents &next) {
        intents = next;
        compare();
    });
    page.resize(1500, 900);
    page.show();
    compare();
}

void CompareDesk::compare()
{
    const QString users = QStringLiteral("users");
    auto view =
        schema::Fact{ schema::objectId(schema::Kind::View, kPublic, QStringLiteral("v")),
                      schema::ViewAttributes{ QStringLiteral("SELECT username FROM public.users"), {}, {} },
                      {} };
    const auto before =
        catalog({ table(users), column(users, QStringLiteral("age"), QStringLiteral("integer"), 1),
                  column(users, QStringLiteral("user_name"), QStringLiteral("text"), 2),
                  table(QStringLiteral("old")) },
                {}, { { QStringLiteral("cast"), QStringLiteral("text AS money") } });
    wanted = catalog({ table(users), column(users, QStringLiteral("age"), QStringLiteral("bigint"), 1),
                       column(users, QStringLiteral("username"), QStringLiteral("text"), 2), view },
                     { { 3, 2 } });
    QVector<plan::StaleDecision> stale;
    auto options =
        plan::diffOptions(plan::usableIntents(intents, *before, *wanted, &stale), *before, *wanted);
    QVERIFY(options.has_value());
    options->offersAll = true;
    const auto set = diff::diff(before, wanted, *options, {});
    QVERIFY(set.has_value());
    found = *set;
    auto statistics = std::make_shared<schema::Statistics>();
    statistics->relations[table(QStringLiteral("old")).id].rows = 41000;
    page.setIntents(intents);
    page.setChanges({ found, statistics, wanted });
    page.setStaleDecisions(stale);
}

QModelIndex CompareDesk::line(const QString &name) const
{
    QAbstractItemModel *model = tree()->model();
    for (int group = 0; group < model->rowCount(); ++group) {
        const QModelIndex parent = model->index(group, 0);
        for (int row = 0; row < model->rowCount(parent); ++row) {
            if (model->index(row, 0, parent).data().toString() == name)
                return model->index(row, 0, parent);
        }
    }
    return {};
}

int CompareDesk::lines() const
{
    int count = 0;
    for (int i = 0; i < tree()->model()->rowCount(); ++i)
        count += tree()->model()->rowCount(tree()->model()->index(i, 0));
    return count;
}

void CompareDesk::choose(const QString &name)
{
    tree()->setCurrentIndex(line(name));
}

bool CompareDesk::isTicked(const QString &name) const
{
    return line(name).data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

void CompareDesk::press(const char *name)
{
    QTest::mouseClick(child<QToolButton>(name), Qt::LeftButton);
}

} // namespace lockstep::testing
