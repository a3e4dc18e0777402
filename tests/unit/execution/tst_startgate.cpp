#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// What is looked at before the first step: nothing is begun that the server or somebody's decision forbids.
class StartGateTest : public QObject
{
    Q_OBJECT
private slots:
    void refusesAnUnprovedPlan();
    void refusesRolesThatTheServerDoesNotHave();
    void refusesDrift();
    void saysThatTheTargetIsReached();
    void refusesAReadOnlyDatabase();
    void listsAllMissingPrivileges();
    void saysBeforeTheFirstStepWhatTheRoleMayNotUse();
    void refusesToFillWhatRowSecurityHides();
};

void StartGateTest::refusesAnUnprovedPlan()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.requireProof = true;
    QVERIFY(isRefused(db.run(tierPlan(), options), QStringLiteral("not proved")));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void StartGateTest::refusesRolesThatTheServerDoesNotHave()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    plan::Step step = ddl(QStringLiteral("s01"),
                          { QStringLiteral("ALTER TABLE public.users OWNER TO \"No Such Role\""),
                            QStringLiteral("GRANT SELECT ON public.users TO PUBLIC, CURRENT_USER") },
                          { QStringLiteral("ALTER TABLE public.users OWNER TO CURRENT_USER") });
    step.title = QStringLiteral("Change owner of table public.users");
    QVERIFY(isRefused(db.run(planOf({ step })),
                      QStringLiteral("No Such Role (s01: Change owner of table public.users)")));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void StartGateTest::refusesDrift()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.skipFingerprintCheck = false;
    options.readFingerprint = [](postgres::Session &) {
        return base::Result<QByteArray>(QByteArray("sha256:other"));
    };
    QVERIFY(isRefused(db.run(tierPlan(), options), QStringLiteral("not the one this plan was made for")));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void StartGateTest::saysThatTheTargetIsReached()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.skipFingerprintCheck = false;
    options.readFingerprint = [](postgres::Session &) {
        return base::Result<QByteArray>(QByteArray("sha256:after"));
    };
    const auto outcome = db.run(tierPlan(), options);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QVERIFY(!db.shape().contains(QStringLiteral("tier")));
}

void StartGateTest::refusesAReadOnlyDatabase()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only "
                           "= on', current_database()); END $$"));
    QVERIFY(isRefused(db.run(tierPlan()), QStringLiteral("read-only")));
}

void StartGateTest::listsAllMissingPrivileges()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral(
        "DO $$ BEGIN IF to_regrole('run_guest') IS NULL THEN CREATE ROLE run_guest LOGIN; END IF; END $$"));
    db.exec(QStringLiteral("CREATE TABLE other (id bigint)"));
    auto target = db.target();
    target.text += target.text.contains(QLatin1String("://"))
                       ? (target.text.contains(QLatin1Char('?')) ? QStringLiteral("&user=run_guest")
                                                                 : QStringLiteral("?user=run_guest"))
                       : QStringLiteral(" user=run_guest");
    plan::Step step =
        ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users ADD COLUMN x integer") }, {});
    step.relations = { QStringLiteral("public.users"), QStringLiteral("public.other"),
                       QStringLiteral("public.notyet") };
    RunControl control;
    const auto outcome = runPlan(planOf({ step }), target, quickOptions(), control, db.events.sink(), {});
    QVERIFY(isRefused(outcome, QStringLiteral("run_guest lacks")));
    QVERIFY(outcome.error().message.contains(QStringLiteral("public.users")));
    QVERIFY(outcome.error().message.contains(QStringLiteral("public.other")));
    QVERIFY(outcome.error().message.contains(QStringLiteral("CREATE on database")));
    QVERIFY(!outcome.error().message.contains(QStringLiteral("notyet")));
    QVERIFY(outcome.error().hint.contains(QStringLiteral("Connect as the owner of these objects")));
    QVERIFY(!outcome.error().hint.contains(QStringLiteral("ROW LEVEL SECURITY")));
}

/// A table of one's own is not enough for foreign keys, types, functions, schemas and owners of others.
void StartGateTest::saysBeforeTheFirstStepWhatTheRoleMayNotUse()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral(
        "DO $$ BEGIN IF to_regrole('run_user') IS NULL THEN CREATE ROLE run_user LOGIN; CREATE "
        "ROLE run_other; END IF; EXECUTE format('GRANT CREATE ON DATABASE %I TO run_user', "
        "current_database()); END $$"));
    for (const char *sql :
         { "CREATE SCHEMA theirs", "GRANT USAGE ON SCHEMA theirs TO run_user",
           "CREATE TABLE theirs.accounts (id bigint PRIMARY KEY)", "CREATE TYPE theirs.mood AS ENUM ('ok')",
           "REVOKE USAGE ON TYPE theirs.mood FROM PUBLIC",
           "CREATE FUNCTION theirs.stamp() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
           "CREATE FUNCTION theirs.tier_of(bigint) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$",
           "CREATE FUNCTION theirs.allowed(bigint) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$",
           "REVOKE EXECUTE ON FUNCTION theirs.stamp(), theirs.tier_of(bigint) FROM PUBLIC",
           "ALTER TABLE users OWNER TO run_user" })
        db.exec(QLatin1String(sql));
    auto target = db.target();
    target.text += QStringLiteral(" user=run_user");
    const QVector<std::pair<const char *, const char *>> needs{
        { "ALTER TABLE public.users ADD COLUMN mood theirs.mood", "USAGE on type theirs.mood (step s01)" },
        { "ALTER TABLE public.users ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES theirs.accounts NOT VALID",
          "REFERENCES on theirs.accounts (step s02)" },
        { "CREATE TRIGGER stamped BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION theirs.stamp()",
          "EXECUTE on function theirs.stamp (step s03)" },
        { "CREATE TABLE theirs.more (id bigint)", "CREATE on schema theirs (step s04)" },
        { "ALTER TABLE public.users OWNER TO run_other", "membership in role run_other (step s05)" },
        { "ALTER TABLE public.users ADD CHECK (theirs.allowed(id) = 'x') NOT VALID", nullptr },
    };
    QVector<plan::Step> steps;
    for (const auto &need : needs)
        steps << ddl(QStringLiteral("s%1").arg(steps.size() + 1, 2, 10, QLatin1Char('0')),
                     { QLatin1String(need.first) }, {});
    steps << backfill(QStringLiteral("s07"), QStringLiteral("users"),
                      QStringLiteral("name = theirs.tier_of(id), n = 1"), QStringLiteral("name IS NULL"));
    RunControl control;
    const auto outcome = runPlan(planOf(steps), target, quickOptions(), control, db.events.sink(), {});
    QVERIFY(isRefused(outcome, QStringLiteral("run_user lacks")));
    const QString text = outcome.error().message;
    for (const auto &need : needs)
        QVERIFY2(!need.second || text.contains(QLatin1String(need.second)), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("EXECUTE on function theirs.tier_of (step s07)")),
             qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("allowed")), qPrintable(text));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
    // With all of them granted, the same steps run as that role.
    for (const char *sql :
         { "GRANT USAGE ON TYPE theirs.mood TO run_user", "GRANT REFERENCES ON theirs.accounts TO run_user",
           "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA theirs TO run_user",
           "GRANT CREATE ON SCHEMA theirs, public TO run_user", "GRANT CREATE ON SCHEMA public TO run_other",
           "GRANT run_other TO run_user" })
        db.exec(QLatin1String(sql));
    const auto done = runPlan(planOf(steps), target, quickOptions(), control, db.events.sink(), {});
    db.exec(QStringLiteral("REVOKE run_other FROM run_user"));
    VERIFY_OK(done);
}

void StartGateTest::refusesToFillWhatRowSecurityHides()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral(
        "DO $$ BEGIN IF to_regrole('run_owner') IS NULL THEN CREATE ROLE run_owner LOGIN; END IF; EXECUTE "
        "format('GRANT CREATE ON DATABASE %I TO run_owner', current_database()); END $$"));
    for (const char *sql :
         { "ALTER TABLE users OWNER TO run_owner", "ALTER TABLE users ENABLE ROW LEVEL SECURITY",
           "CREATE POLICY few ON users USING (id <= 10)" })
        db.exec(QLatin1String(sql));
    auto target = db.target();
    target.text += QStringLiteral(" user=run_owner");
    const auto plan =
        planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("name = 'done'"),
                          QStringLiteral("name IS DISTINCT FROM 'done'")) });
    RunControl control;
    // Policies bind an owner only where they are forced.
    db.exec(QStringLiteral("ALTER TABLE users FORCE ROW LEVEL SECURITY"));
    const auto outcome = runPlan(plan, target, quickOptions(), control, db.events.sink(), {});
    QVERIFY2(isRefused(outcome, QStringLiteral("BYPASSRLS, for row-level security may hide rows of "
                                               "public.users (step s01)")),
             qPrintable(outcome.has_value() ? QString() : outcome.error().toText()));
    QVERIFY(outcome.error().hint.contains(QStringLiteral("NO FORCE ROW LEVEL SECURITY")));
    QVERIFY(!outcome.error().hint.contains(QStringLiteral("grant the missing rights")));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
    db.exec(QStringLiteral("ALTER TABLE users NO FORCE ROW LEVEL SECURITY"));
    VERIFY_OK(runPlan(plan, target, quickOptions(), control, db.events.sink(), {}));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE name = 'done'")), QStringLiteral("100"));
}

QTEST_GUILESS_MAIN(StartGateTest)
#include "tst_startgate.moc"
