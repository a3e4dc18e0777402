#include <model/plan/planner.h>
#include <model/plan/script.h>

#include <QRegularExpression>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::plan;

/// What a person writes into the UPDATE of a backfill, of which SET and the condition are taken.
class TestEditedBackfill : public QObject
{
    Q_OBJECT

private slots:
    void commentsSwallowNothing_data();
    void commentsSwallowNothing();
};

namespace {

PlanPtr backfillPlan()
{
    auto plan = std::make_shared<Plan>();
    Step step;
    step.id = QStringLiteral("s01");
    step.kind = StepKind::Backfill;
    step.backfill = BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"),
                                                   QStringLiteral("users")),
                                  QStringLiteral("tier = 'free'"),
                                  QStringLiteral("tier IS NULL"),
                                  Batcher::Keyset,
                                  { QStringLiteral("id") },
                                  { QStringLiteral("bigint") } };
    plan->steps = { step };
    return plan;
}

} // namespace

void TestEditedBackfill::commentsSwallowNothing_data()
{
    QTest::addColumn<QString>("typed");
    const auto add = [](const char *name, const char *typed) {
        QTest::newRow(name) << QString::fromLatin1(typed);
    };
    add("behind SET", "UPDATE public.users SET tier = '--free' -- everyone starts free\n"
                      "WHERE id > :from AND id <= :to AND tier IS NULL");
    add("behind the condition", "UPDATE public.users SET tier = '--free'\n"
                                "WHERE id > :from AND id <= :to AND tier IS NULL -- the others have paid");
    add("in between", "UPDATE /* all */ public.users SET tier = /* 1 /* 2 */ */ '--free'\n"
                      "-- WHERE id > :from AND id <= :to AND id = 0\n"
                      "WHERE id > :from -- a\n AND id <= :to\n-- b\nAND tier -- c\n IS NULL");
}

void TestEditedBackfill::commentsSwallowNothing()
{
    QFETCH(QString, typed);
    const auto edited = withEditedSql(backfillPlan(), QStringLiteral("s01"), SqlPart::Forward, typed);
    QVERIFY2(edited.has_value(), edited.has_value() ? "" : qPrintable(edited.error().toText()));
    const Step &step = edited.value()->steps[0];
    const QString statement = backfillStatement(*step.backfill, QStringLiteral("id = 2"));
    QCOMPARE(statement.simplified(),
             QStringLiteral("UPDATE public.users SET tier = '--free' WHERE id = 2 AND (tier IS NULL)"));
    // What was typed stays to be read.
    QVERIFY(step.sql.value(0).contains(QRegularExpression(QStringLiteral("everyone|others|all"))));
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    const auto database = scratch::ScratchDatabase::create(server, QStringLiteral("edited"));
    QVERIFY(database.has_value());
    const auto session = std::move((*database)->open()).value();
    QVERIFY(
        session
            ->executeScript(QStringLiteral(
                "CREATE TABLE users (id bigint PRIMARY KEY, tier text);"
                "INSERT INTO users SELECT i, CASE WHEN i > 5 THEN 'paid' END FROM generate_series(1, 9) i"))
            .has_value());
    const auto filled = session->execute(backfillBlock(*step.backfill, 3));
    QVERIFY2(filled.has_value(), filled.has_value() ? "" : qPrintable(filled.error().toText()));
    const auto rows = session->query(QStringLiteral("SELECT string_agg(tier, ' ' ORDER BY id) FROM users"));
    QVERIFY(rows.has_value());
    QCOMPARE(rows->text(0, 0), QStringLiteral("--free --free --free --free --free paid paid paid paid"));
}

QTEST_GUILESS_MAIN(TestEditedBackfill)
#include "tst_editedbackfill.moc"
