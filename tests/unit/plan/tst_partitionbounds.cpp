#include <model/plan/plain/partitionbounds.h>

#include <QTest>

using lockstep::plan::plain::mayOverlap;

/// Which bounds can be told apart from their texts; whatever cannot be told counts as an overlap.
class TestPartitionBounds : public QObject
{
    Q_OBJECT

private slots:
    void saysWhetherBoundsMayOverlap_data();
    void saysWhetherBoundsMayOverlap();
};

void TestPartitionBounds::saysWhetherBoundsMayOverlap_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("overlap");
    const auto row = [](const char *name, const char *one, const char *other, bool overlap) {
        QTest::newRow(name) << QString::fromUtf8(one) << QString::fromUtf8(other) << overlap;
    };
    row("years one after the other", "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
        "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')", false);
    row("a year and its last quarter", "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
        "FOR VALUES FROM ('2024-10-01') TO ('2025-01-01')", true);
    row("a day and a moment", "FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')",
        "FOR VALUES FROM ('2024-02-01 00:00:00') TO ('2024-03-01 00:00:00')", true);
    row("numbers are no texts", "FOR VALUES FROM (0) TO (90)", "FOR VALUES FROM (100) TO (170)", false);
    row("quoted numbers", "FOR VALUES FROM ('9') TO ('90')", "FOR VALUES FROM ('100') TO ('170')", false);
    row("numbers that overlap", "FOR VALUES FROM (0) TO (101)", "FOR VALUES FROM (100) TO (170)", true);
    row("from the beginning", "FOR VALUES FROM (MINVALUE) TO (0)", "FOR VALUES FROM (0) TO (MAXVALUE)",
        false);
    row("to the end", "FOR VALUES FROM (0) TO (MAXVALUE)", "FOR VALUES FROM (100) TO (170)", true);
    row("negative numbers", "FOR VALUES FROM ('-20') TO ('-10')", "FOR VALUES FROM (0) TO (10)", false);
    row("two columns", "FOR VALUES FROM (1, 1) TO (2, 1)", "FOR VALUES FROM (5, 1) TO (6, 1)", true);
    row("texts have an order of their own", "FOR VALUES FROM ('a') TO ('b')",
        "FOR VALUES FROM ('c') TO ('d')", true);
    row("other lists", "FOR VALUES IN ('a', 'b')", "FOR VALUES IN ('c')", false);
    row("lists that share one", "FOR VALUES IN ('a', 'b')", "FOR VALUES IN ('b', 'c')", true);
    row("lists that differ in case", "FOR VALUES IN ('a')", "FOR VALUES IN ('A')", true);
    row("lists with NULL", "FOR VALUES IN (1, NULL)", "FOR VALUES IN (2)", true);
    row("decimals may be equal in other words", "FOR VALUES IN (1.0)", "FOR VALUES IN (1.00)", true);
    row("a text with a comma", "FOR VALUES IN ('a, b')", "FOR VALUES IN ('c')", true);
    row("other remainders", "FOR VALUES WITH (modulus 4, remainder 0)",
        "FOR VALUES WITH (modulus 4, remainder 1)", false);
    row("other moduli", "FOR VALUES WITH (modulus 4, remainder 0)",
        "FOR VALUES WITH (modulus 8, remainder 1)", true);
    row("a default partition", "DEFAULT", "FOR VALUES IN (1)", true);
}

void TestPartitionBounds::saysWhetherBoundsMayOverlap()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, overlap);
    QCOMPARE(mayOverlap(one, other), overlap);
    QCOMPARE(mayOverlap(other, one), overlap);
}

QTEST_GUILESS_MAIN(TestPartitionBounds)
#include "tst_partitionbounds.moc"
