#include <widgets/editor/diffview.h>
#include <widgets/editor/linediff.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/editor/sqlview.h>

#include <QTest>

using namespace lockstep::widgets;

Q_DECLARE_METATYPE(QVector<lockstep::widgets::DiffRow>)

/// Two texts side by side.
class TestSqlEditorDiff final : public QObject
{
    Q_OBJECT
private slots:
    void alignsLines_data();
    void alignsLines();
    void namesEveryLineOnce();
    void countsRunsOfDifferences();
    void showsSqlToReadOnly();
};

namespace {

QString drawn(const QVector<DiffRow> &rows)
{
    QString text;
    for (const DiffRow &row : rows)
        text += QLatin1Char("=~-+"[int(row.kind)]);
    return text;
}

} // namespace

void TestSqlEditorDiff::alignsLines_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("expected");
    QTest::newRow("equal") << QStringLiteral("a b c") << QStringLiteral("a b c") << QStringLiteral("===");
    QTest::newRow("changed line") << QStringLiteral("a b c") << QStringLiteral("a x c")
                                  << QStringLiteral("=~=");
    QTest::newRow("added line") << QStringLiteral("a c") << QStringLiteral("a b c") << QStringLiteral("=+=");
    QTest::newRow("removed lines") << QStringLiteral("a b b c") << QStringLiteral("a c")
                                   << QStringLiteral("=--=");
    QTest::newRow("only right") << QString() << QStringLiteral("a b") << QStringLiteral("++");
    QTest::newRow("only left") << QStringLiteral("a b") << QString() << QStringLiteral("--");
    QTest::newRow("changed and added")
        << QStringLiteral("a b c") << QStringLiteral("a x y c") << QStringLiteral("=~+=");
    QTest::newRow("two places") << QStringLiteral("a b c d e") << QStringLiteral("a c d x")
                                << QStringLiteral("=-==~");
    QTest::newRow("nothing in common")
        << QStringLiteral("a b") << QStringLiteral("x y z") << QStringLiteral("~~+");
}

void TestSqlEditorDiff::alignsLines()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    const auto rows = diffLines(left.split(QLatin1Char(' '), Qt::SkipEmptyParts),
                                right.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QTEST(drawn(rows), "expected");
}

void TestSqlEditorDiff::namesEveryLineOnce()
{
    const QStringList left{ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                            QStringLiteral("d") };
    const QStringList right{ QStringLiteral("b"), QStringLiteral("x"), QStringLiteral("d"),
                             QStringLiteral("y") };
    int nextLeft = 0;
    int nextRight = 0;
    for (const DiffRow &row : diffLines(left, right)) {
        if (row.left >= 0)
            QCOMPARE(row.left, nextLeft++);
        if (row.right >= 0)
            QCOMPARE(row.right, nextRight++);
    }
    QCOMPARE(nextLeft, 4);
    QCOMPARE(nextRight, 4);
}

void TestSqlEditorDiff::countsRunsOfDifferences()
{
    DiffView view;
    view.setTexts(QStringLiteral("a\nb\nc\nd"), QStringLiteral("a\nx\ny\nc\nz"));
    QCOMPARE(view.differenceCount(), 2);
    view.setTexts(QStringLiteral("a"), QStringLiteral("a"));
    QCOMPARE(view.differenceCount(), 0);
    view.setTexts(QString(), QStringLiteral("a\nb"));
    QCOMPARE(view.differenceCount(), 1);
}

void TestSqlEditorDiff::showsSqlToReadOnly()
{
    SqlView view;
    view.setSqlText(QStringLiteral("SELECT 1"));
    QTest::keyClicks(view.findChild<QWidget *>(QStringLiteral("sqlViewText")), QStringLiteral("x"));
    QCOMPARE(view.sqlText(), QStringLiteral("SELECT 1"));
}

QTEST_MAIN(TestSqlEditorDiff)
#include "tst_sqleditordiff.moc"
