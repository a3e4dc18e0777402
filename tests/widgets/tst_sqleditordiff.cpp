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
    void marksWordsThatDiffer_data();
    void marksWordsThatDiffer();
    void knowsWhitespace();
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
    QTest::newRow("only a comma") << QStringLiteral("a b c") << QStringLiteral("a b, c,")
                                  << QStringLiteral("===");
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

void TestSqlEditorDiff::marksWordsThatDiffer_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("expected"); ///< Marked words in brackets, left | right.
    const auto add = [](const char *name, const char *left, const char *right, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(left) << QString::fromUtf8(right)
                            << QString::fromUtf8(expected);
    };
    add("one word", "age integer NOT NULL", "age bigint NOT NULL",
        "age [integer] NOT NULL|age [bigint] NOT NULL");
    add("words that were added", "age integer", "age integer NOT NULL", "age integer|age integer [NOT NULL]");
    add("part of brackets", "name varchar(50),", "name varchar(100),",
        "name varchar([50]),|name varchar([100]),");
    add("two places", "a b c d", "a x c y", "a [b] c [d]|a [x] c [y]");
    add("nothing in common", "a b", "x y", "a b|x y");
    add("only blanks", "a  b", "a b", "a  b|a b");
    add("names of several letters", "über_1 x", "über_2 x", "[über_1] x|[über_2] x");
}

void TestSqlEditorDiff::marksWordsThatDiffer()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    const WordMarks marks = diffWords(left, right);
    const auto drawnWith = [](QString line, const QVector<WordMark> &marked) {
        for (auto it = marked.rbegin(); it != marked.rend(); ++it) {
            line.insert(it->from + it->length, QLatin1Char(']'));
            line.insert(it->from, QLatin1Char('['));
        }
        return line;
    };
    const QString result = drawnWith(left, marks.left) + QLatin1Char('|') + drawnWith(right, marks.right);
    QTEST(result, "expected");
}

void TestSqlEditorDiff::knowsWhitespace()
{
    QVERIFY(differInWhitespaceOnly(QStringLiteral("a\n  b"), QStringLiteral("a b")));
    QVERIFY(!differInWhitespaceOnly(QStringLiteral("a b"), QStringLiteral("a b")));
    QVERIFY(!differInWhitespaceOnly(QStringLiteral("a b"), QStringLiteral("a c")));
    DiffView view;
    view.setTexts(QStringLiteral("SELECT 1;\nSELECT 2;"), QStringLiteral("  SELECT 1;\nSELECT  2;"));
    QVERIFY(view.differsInWhitespaceOnly());
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
