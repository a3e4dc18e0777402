#include "handmadecatalog.h"

#include <QSet>
#include <QTest>

using namespace lockstep;
using namespace lockstep::schema;
using namespace lockstep::testing;

Q_DECLARE_METATYPE(lockstep::schema::Fact)

/// What may be the same object under another name: found, ranked and explained.
class TestRenameCandidates : public QObject
{
    Q_OBJECT

private slots:
    void ranksRenameCandidates();
    void readsHumpsAndUnderscoresAsTheSameWords();
    void offersEveryKind_data();
    void offersEveryKind();
    void matchesOneToOneAndKeepsAlternatives();
    void looksAtTheData();
    void staysFastWithManyTables();
};

void TestRenameCandidates::ranksRenameCandidates()
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

void TestRenameCandidates::readsHumpsAndUnderscoresAsTheSameWords()
{
    const QString t = QStringLiteral("t");
    const auto changes =
        compare(catalog({ table(t), column(t, QStringLiteral("createdAt"), QStringLiteral("date"), 1) }),
                catalog({ table(t), column(t, QStringLiteral("created_at"), QStringLiteral("date"), 1) }));
    QCOMPARE(changes->renameCandidates.size(), size_t(1));
    QVERIFY(changes->renameCandidates[0].reason.contains(QLatin1String("100 %")));
}

void TestRenameCandidates::offersEveryKind_data()
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

void TestRenameCandidates::offersEveryKind()
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

void TestRenameCandidates::matchesOneToOneAndKeepsAlternatives()
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

void TestRenameCandidates::looksAtTheData()
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
void TestRenameCandidates::staysFastWithManyTables()
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

QTEST_GUILESS_MAIN(TestRenameCandidates)
#include "tst_renamecandidates.moc"
