#include <model/proof/contentcompare.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::proof;

/// Rows in the beginning against rows now, with what the plan says of them: no server is needed for that.
class ContentCompareTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsGone_data();
    void findsWhatIsGone();
    void takesThePlanAtItsWord_data();
    void takesThePlanAtItsWord();
    void findsRenamedThings();
    void doesNotMindRowsItRemovedItself();
    void followsAncestors();
};

namespace {

using Rows = QVector<QVector<std::optional<QString>>>;

std::optional<QString> text(const char *value)
{
    return value ? std::optional(QString::fromUtf8(value)) : std::nullopt;
}

TableContent tableOf(const QStringList &columns, const Rows &rows)
{
    TableContent table;
    table.schema = QStringLiteral("public");
    table.name = QStringLiteral("t");
    for (const QString &column : columns) {
        const QStringList parts = column.split(QLatin1Char(':'));
        table.columns.append({ parts[0], parts.value(1, QStringLiteral("text")), false, {} });
    }
    table.rows = rows;
    return table;
}

Content contentOf(const TableContent &table)
{
    return { { table.sqlName(), table } };
}

/// Two rows: (1, a), (2, NULL).
TableContent start()
{
    return tableOf({ QStringLiteral("id"), QStringLiteral("v") },
                   { { text("1"), text("a") }, { text("2"), text(nullptr) } });
}

plan::Plan planLosing(const plan::Loss &loss)
{
    plan::Plan plan;
    plan::Step step;
    step.id = QStringLiteral("s07");
    step.relations = { QStringLiteral("public.t") };
    step.loses = { loss };
    plan.steps = { step };
    return plan;
}

} // namespace

void ContentCompareTest::findsWhatIsGone_data()
{
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<QString>("lost");
    const auto row = [](const char *name, const QStringList &columns, const Rows &rows, const char *lost) {
        QTest::newRow(name) << columns << rows << QString::fromUtf8(lost);
    };
    const QStringList both{ QStringLiteral("id"), QStringLiteral("v") };
    row("same", both, start().rows, "");
    row("other order", both, { { text("2"), text(nullptr) }, { text("1"), text("a") } }, "");
    row("new column", both + QStringList{ QStringLiteral("w") },
        { { text("1"), text("a"), text("x") }, { text("2"), text(nullptr), text("x") } }, "");
    row("columns in another order", { QStringLiteral("v"), QStringLiteral("id") },
        { { text("a"), text("1") }, { text(nullptr), text("2") } }, "");
    row("fewer rows", both, { { text("1"), text("a") } },
        "Table public.t has 1 rows after the plan instead of 2.");
    row("value", both, { { text("1"), text("b") }, { text("2"), text(nullptr) } },
        "Column public.t.v does not hold the same values after the plan. For example, 'a' is gone.");
    row("NULL became empty", both, { { text("1"), text("a") }, { text("2"), text("") } },
        "Column public.t.v does not hold the same values after the plan. For example, NULL is gone.");
    row("values in other rows", both, { { text("2"), text("a") }, { text("1"), text(nullptr) } },
        "The values of table public.t are in other rows than before after the plan.");
    row("column", { QStringLiteral("id") }, { { text("1") }, { text("2") } },
        "Column public.t.v is gone after the plan with 1 values, and no step says that it is lost.");
    row("other type, same number", { QStringLiteral("id"), QStringLiteral("v:bytea") },
        { { text("1"), text("\\x61") }, { text("2"), text(nullptr) } }, "");
    row("other type, fewer values", { QStringLiteral("id"), QStringLiteral("v:bytea") },
        { { text("1"), text(nullptr) }, { text("2"), text(nullptr) } },
        "Column public.t.v became bytea, and 1 of its values became NULL.");
}

void ContentCompareTest::findsWhatIsGone()
{
    QFETCH(const QStringList, columns);
    QFETCH(const Rows, rows);
    QFETCH(const QString, lost);
    const ContentFindings findings = compareContent(contentOf(start()), contentOf(tableOf(columns, rows)),
                                                    Expectation({}, {}), Moment::AfterPlan, {});
    QCOMPARE(findings.lost.join(QLatin1Char('\n')), lost);
}

void ContentCompareTest::takesThePlanAtItsWord_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("part");
    QTest::addColumn<bool>("isGone");
    QTest::addColumn<QStringList>("lost");
    QTest::newRow("column that goes")
        << QStringLiteral("column public.t.v") << QString() << true << QStringList();
    QTest::newRow("another column") << QStringLiteral("column public.t.w") << QString() << true
                                    << QStringList{ QStringLiteral(
                                           "Column public.t.v is gone after the plan with 1 values, and no "
                                           "step says that it is lost.") };
    QTest::newRow("part of the values")
        << QStringLiteral("column public.t.v") << QStringLiteral("the time of day") << false << QStringList();
    QTest::newRow("a part is no leave to drop it")
        << QStringLiteral("column public.t.v") << QStringLiteral("the time of day") << true
        << QStringList{ QStringLiteral(
               "Column public.t.v is gone after the plan with 1 values, and no step says that it is lost.") };
    QTest::newRow("part of another") << QStringLiteral("column public.t.w")
                                     << QStringLiteral("the time of day") << false
                                     << QStringList{ QStringLiteral(
                                            "Column public.t.v does not hold the same values after the plan. "
                                            "For example, 'a' is gone.") };
}

void ContentCompareTest::takesThePlanAtItsWord()
{
    QFETCH(const QString, what);
    QFETCH(const QString, part);
    QFETCH(const bool, isGone);
    const plan::Plan plan = planLosing({ what, -1, -1, part });
    TableContent after = start();
    if (isGone)
        after = tableOf({ QStringLiteral("id") }, { { text("1") }, { text("2") } });
    else
        after.rows[0][1] = text("changed");
    const ContentFindings findings =
        compareContent(contentOf(start()), contentOf(after), Expectation(plan, {}), Moment::AfterPlan, {});
    QTEST(findings.lost, "lost");
}

void ContentCompareTest::findsRenamedThings()
{
    const schema::ObjectId before = schema::subId(schema::Kind::Column, QStringLiteral("public"),
                                                  QStringLiteral("t"), QStringLiteral("v"));
    schema::ObjectId after = before;
    after.sub = QStringLiteral("w");
    const TableContent now = tableOf({ QStringLiteral("id"), QStringLiteral("w") }, start().rows);
    const Expectation known({}, { diff::RenameStep{ before, after } });
    QCOMPARE(compareContent(contentOf(start()), contentOf(now), known, Moment::AfterPlan, {}).lost,
             QStringList());
    // Back it has to have its old name.
    QCOMPARE(compareContent(contentOf(start()), contentOf(now), known, Moment::AfterRollback, {}).lost.size(),
             1);
    // Steps name a column as it is called after the renames.
    const Expectation losing(planLosing({ QStringLiteral("column public.t.w"), -1, -1, {} }),
                             { diff::RenameStep{ before, after } });
    const TableContent less = tableOf({ QStringLiteral("id") }, { { text("1") }, { text("2") } });
    QCOMPARE(compareContent(contentOf(start()), contentOf(less), losing, Moment::AfterPlan, {}).lost,
             QStringList());
}

void ContentCompareTest::doesNotMindRowsItRemovedItself()
{
    const TableContent now =
        tableOf({ QStringLiteral("id"), QStringLiteral("v") }, { { text("2"), text(nullptr) } });
    const QHash<QString, int> removed{ { QStringLiteral("public.t"), 1 } };
    QCOMPARE(
        compareContent(contentOf(start()), contentOf(now), Expectation({}, {}), Moment::AfterPlan, removed)
            .lost,
        QStringList());
    const ContentFindings gone =
        compareContent(contentOf(start()), {}, Expectation({}, {}), Moment::AfterRollback, removed);
    QCOMPARE(gone.lost,
             QStringList{ QStringLiteral("Table public.t is gone with its 1 rows, and no step says "
                                         "that it is lost.") });
}

void ContentCompareTest::followsAncestors()
{
    TableContent child = start();
    child.ancestors = { { QStringLiteral("public"), QStringLiteral("parent") } };
    const Expectation said(planLosing({ QStringLiteral("table public.parent"), -1, -1, {} }), {});
    const ContentFindings findings = compareContent(contentOf(child), {}, said, Moment::AfterPlan, {});
    QCOMPARE(findings.lost, QStringList());
    QCOMPARE(findings.notes,
             QStringList{ QStringLiteral("Table public.t is gone with its 2 rows, as s07 says.") });
}

QTEST_GUILESS_MAIN(ContentCompareTest)
#include "tst_contentcompare.moc"
