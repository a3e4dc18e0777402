#include <model/execution/statementprobe.h>

#include <QTest>

using namespace lockstep::execution;
using Kind = ProbeTarget::Kind;

class StatementProbeTest : public QObject
{
    Q_OBJECT
private slots:
    void readsStatements_data();
    void readsStatements();
    void comparesDefinitions_data();
    void comparesDefinitions();
    void tellsWhatIsAlreadyDone_data();
    void tellsWhatIsAlreadyDone();
    void readsKeyColumnsOfADuplicate();
};

void StatementProbeTest::readsStatements_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("relation");
    QTest::addColumn<QString>("label");
    const QString none;
    QTest::newRow("create") << QStringLiteral("CREATE INDEX CONCURRENTLY i ON public.t USING btree (a)")
                            << int(Kind::CreateIndex) << QStringLiteral("i") << QStringLiteral("public.t")
                            << none;
    QTest::newRow("create unique, quoted")
        << QStringLiteral("create unique index concurrently if not exists \"My \"\"I\" on \"S\".\"T x\" (a)")
        << int(Kind::CreateIndex) << QStringLiteral("My \"I") << QStringLiteral("\"S\".\"T x\"") << none;
    QTest::newRow("create on only") << QStringLiteral("CREATE INDEX i ON ONLY p (a)")
                                    << int(Kind::CreateIndex) << QStringLiteral("i") << QStringLiteral("p")
                                    << none;
    QTest::newRow("folded name") << QStringLiteral("CREATE INDEX CONCURRENTLY MyIdx ON T (a)")
                                 << int(Kind::CreateIndex) << QStringLiteral("myidx") << QStringLiteral("t")
                                 << none;
    QTest::newRow("drop") << QStringLiteral("DROP INDEX CONCURRENTLY IF EXISTS public.i")
                          << int(Kind::DropIndex) << QStringLiteral("public.i") << none << none;
    QTest::newRow("drop two") << QStringLiteral("DROP INDEX a, b") << int(Kind::Other) << none << none
                              << none;
    QTest::newRow("label") << QStringLiteral("ALTER TYPE public.mood ADD VALUE 'it''s fine' AFTER 'ok'")
                           << int(Kind::AddEnumLabel) << QStringLiteral("public.mood") << none
                           << QStringLiteral("it's fine");
    QTest::newRow("rename label") << QStringLiteral("ALTER TYPE mood RENAME VALUE 'a' TO 'b'")
                                  << int(Kind::Other) << none << none << none;
    QTest::newRow("detach") << QStringLiteral(
        "ALTER TABLE public.p DETACH PARTITION \"S\".\"P 1\" CONCURRENTLY")
                            << int(Kind::DetachPartition) << QStringLiteral("\"S\".\"P 1\"")
                            << QStringLiteral("public.p") << none;
    QTest::newRow("detach in a transaction")
        << QStringLiteral("ALTER TABLE p DETACH PARTITION p1") << int(Kind::Other) << none << none << none;
    QTest::newRow("comments and line breaks")
        << QStringLiteral("/* a */ CREATE -- b\n INDEX\tCONCURRENTLY\n\"I\" ON ONLY\n\"S\" . t(a)")
        << int(Kind::CreateIndex) << QStringLiteral("I") << QStringLiteral("\"S\".t") << none;
    QTest::newRow("index without a name")
        << QStringLiteral("CREATE INDEX CONCURRENTLY ON t (a)") << int(Kind::Other) << none << none << none;
    QTest::newRow("unicode label") << QStringLiteral("ALTER TYPE \"M\" ADD VALUE IF NOT EXISTS E'a\\nb'")
                                   << int(Kind::AddEnumLabel) << QStringLiteral("\"M\"") << none
                                   << QStringLiteral("a\nb");
    QTest::newRow("drop with cascade")
        << QStringLiteral("DROP INDEX CONCURRENTLY \"S\".\"I\" RESTRICT;") << int(Kind::DropIndex)
        << QStringLiteral("\"S\".\"I\"") << none << none;
    QTest::newRow("in a DO block") << QStringLiteral("DO $$BEGIN EXECUTE 'CREATE INDEX i ON t (a)'; END$$")
                                   << int(Kind::Other) << none << none << none;
    QTest::newRow("reindex") << QStringLiteral("REINDEX (TABLESPACE fast) INDEX CONCURRENTLY a.b")
                             << int(Kind::Reindex) << QStringLiteral("b") << QStringLiteral("a.b") << none;
    QTest::newRow("reindex of a schema")
        << QStringLiteral("REINDEX SCHEMA CONCURRENTLY a") << int(Kind::Other) << none << none << none;
    QTest::newRow("vacuum") << QStringLiteral("VACUUM t") << int(Kind::Other) << none << none << none;
}

void StatementProbeTest::readsStatements()
{
    QFETCH(QString, sql);
    const ProbeTarget target = probeTargetOf(sql);
    QTEST(int(target.kind), "kind");
    QTEST(target.name, "name");
    QTEST(target.relation, "relation");
    QTEST(target.label, "label");
}

void StatementProbeTest::comparesDefinitions_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    const QString printed = QStringLiteral("CREATE INDEX i ON public.t USING btree (a, b)");
    QTest::newRow("concurrently") << QStringLiteral("CREATE INDEX CONCURRENTLY i ON public.t (a,b)")
                                  << printed << true;
    QTest::newRow("other column") << QStringLiteral("CREATE INDEX CONCURRENTLY i ON public.t (a)") << printed
                                  << false;
    QTest::newRow("unique") << QStringLiteral("CREATE UNIQUE INDEX CONCURRENTLY i ON public.t (a, b)")
                            << printed << false;
    QTest::newRow("names that differ in case") << QStringLiteral("CREATE INDEX i ON public.t (\"A\")")
                                               << QStringLiteral("CREATE INDEX i ON public.t (a)") << false;
    QTest::newRow("quotes that are not needed")
        << QStringLiteral("CREATE INDEX \"i\" ON public.t (\"a\", b)") << printed << true;
    QTest::newRow("comments") << QStringLiteral("CREATE INDEX /* x */ i ON public.t\n(a, -- y\n b);")
                              << printed << true;
    QTest::newRow("texts that differ in case")
        << QStringLiteral("CREATE INDEX i ON t (a) WHERE b = 'X'")
        << QStringLiteral("CREATE INDEX i ON t (a) WHERE b = 'x'") << false;
    QTest::newRow("other method") << QStringLiteral("CREATE INDEX i ON public.t USING hash (a)")
                                  << QStringLiteral("CREATE INDEX i ON public.t USING btree (a)") << false;
}

void StatementProbeTest::comparesDefinitions()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(indexDefinitionKey(a) == indexDefinitionKey(b), "same");
}

void StatementProbeTest::tellsWhatIsAlreadyDone_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sqlstate");
    QTest::addColumn<bool>("done");
    const QString table = QStringLiteral("CREATE TABLE t (a nosuchtype)");
    QTest::newRow("table is there") << table << QStringLiteral("42P07") << true;
    QTest::newRow("its type is not") << table << QStringLiteral("42704") << false;
    QTest::newRow("dropped") << QStringLiteral("DROP TABLE t") << QStringLiteral("42P01") << true;
    QTest::newRow("others depend on it")
        << QStringLiteral("DROP TABLE t") << QStringLiteral("2BP01") << false;
    QTest::newRow("column is there") << QStringLiteral("ALTER TABLE t ADD COLUMN a integer")
                                     << QStringLiteral("42701") << true;
    QTest::newRow("its table is not")
        << QStringLiteral("ALTER TABLE t ADD COLUMN a integer") << QStringLiteral("42P01") << false;
    QTest::newRow("column is gone") << QStringLiteral("ALTER TABLE t DROP COLUMN a")
                                    << QStringLiteral("42703") << true;
    QTest::newRow("a query") << QStringLiteral("SELECT 1 FROM t") << QStringLiteral("42P01") << false;
    QTest::newRow("unreadable") << QStringLiteral("CREATE SOMETHING") << QStringLiteral("42P07") << false;
}

void StatementProbeTest::tellsWhatIsAlreadyDone()
{
    QFETCH(QString, sql);
    QFETCH(QString, sqlstate);
    QTEST(saysAlreadyDone(sql, sqlstate), "done");
}

void StatementProbeTest::readsKeyColumnsOfADuplicate()
{
    QCOMPARE(duplicateKeyColumns(QStringLiteral("Key (lower(email), b)=(x, 1) is duplicated.")),
             QStringLiteral("lower(email), b"));
    QCOMPARE(duplicateKeyColumns(QStringLiteral("Something else.")), QString());
}

QTEST_GUILESS_MAIN(StatementProbeTest)
#include "tst_statementprobe.moc"
