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
                                 << int(Kind::CreateIndex) << QStringLiteral("myidx") << QStringLiteral("T")
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
    QTest::newRow("other method") << QStringLiteral("CREATE INDEX i ON public.t USING hash (a)")
                                  << QStringLiteral("CREATE INDEX i ON public.t USING btree (a)") << false;
}

void StatementProbeTest::comparesDefinitions()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(indexDefinitionKey(a) == indexDefinitionKey(b), "same");
}

void StatementProbeTest::readsKeyColumnsOfADuplicate()
{
    QCOMPARE(duplicateKeyColumns(QStringLiteral("Key (lower(email), b)=(x, 1) is duplicated.")),
             QStringLiteral("lower(email), b"));
    QCOMPARE(duplicateKeyColumns(QStringLiteral("Something else.")), QString());
}

QTEST_GUILESS_MAIN(StatementProbeTest)
#include "tst_statementprobe.moc"
