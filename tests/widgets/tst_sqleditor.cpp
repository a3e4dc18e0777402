#include <widgets/editor/sqleditor.h>

#include <tests/support/patience.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;
using namespace lockstep::widgets;

class TestSqlEditor final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void saysWhatWasTypedOnceTypingPauses();
    void doesNotEchoTextSetFromOutside();
    void saysAPendingEditAtOnceWhenAsked();
    void dropsAPendingEditWhenOtherTextComes();
    void keepsUnicode();
    void undoesAndRedoes();
    void forgetsTheUndoOfAnotherText();
    void showsNotesWhereTheyBelong_data();
    void showsNotesWhereTheyBelong();
    void togglesComments();
    void findsAsOneTypes();
    void refusesTypingWhenReadOnly();

private:
    QWidget *text() { return m_editor->findChild<QWidget *>(QStringLiteral("sqlEditorText")); }
    std::unique_ptr<SqlEditor> m_editor;
};

void TestSqlEditor::init()
{
    m_editor = std::make_unique<SqlEditor>();
    m_editor->resize(500, 300);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    text()->setFocus();
}

void TestSqlEditor::cleanup()
{
    m_editor.reset();
}

void TestSqlEditor::saysWhatWasTypedOnceTypingPauses()
{
    QSignalSpy edited(m_editor.get(), &SqlEditor::edited);
    QTest::keyClicks(text(), QStringLiteral("SELECT 1"));
    QCOMPARE(edited.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(edited.count(), 1, testing::longEnoughMs);
    QCOMPARE(edited.first().first().toString(), QStringLiteral("SELECT 1"));
    QTest::qWait(400);
    QCOMPARE(edited.count(), 1);
}

void TestSqlEditor::doesNotEchoTextSetFromOutside()
{
    QSignalSpy edited(m_editor.get(), &SqlEditor::edited);
    m_editor->setSqlText(QStringLiteral("SELECT 2"));
    m_editor->flush();
    QTest::qWait(400);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(m_editor->sqlText(), QStringLiteral("SELECT 2"));
}

void TestSqlEditor::saysAPendingEditAtOnceWhenAsked()
{
    QSignalSpy edited(m_editor.get(), &SqlEditor::edited);
    QTest::keyClicks(text(), QStringLiteral("X"));
    m_editor->flush();
    QCOMPARE(edited.count(), 1);
    m_editor->flush();
    QCOMPARE(edited.count(), 1);
}

void TestSqlEditor::dropsAPendingEditWhenOtherTextComes()
{
    QSignalSpy edited(m_editor.get(), &SqlEditor::edited);
    QTest::keyClicks(text(), QStringLiteral("X"));
    m_editor->setSqlText(QStringLiteral("other"));
    QTest::qWait(400);
    QCOMPARE(edited.count(), 0);
}

void TestSqlEditor::keepsUnicode()
{
    const QString sql = QStringLiteral("COMMENT ON TABLE t IS 'gr\u00f6\u00dfe \u8868'");
    m_editor->setSqlText(sql);
    QCOMPARE(m_editor->sqlText(), sql);
    m_editor->setNotes({ { 1, 24, plan::Severity::Error, QStringLiteral("here") } });
    QCOMPARE(m_editor->noteAt(1, 25), QStringLiteral("here"));
}

void TestSqlEditor::undoesAndRedoes()
{
    m_editor->setSqlText(QStringLiteral("a"));
    QTest::keyClick(text(), Qt::Key_End);
    QTest::keyClicks(text(), QStringLiteral("b"));
    QVERIFY(m_editor->canUndo());
    m_editor->undo();
    QCOMPARE(m_editor->sqlText(), QStringLiteral("a"));
    m_editor->redo();
    QCOMPARE(m_editor->sqlText(), QStringLiteral("ab"));
}

void TestSqlEditor::forgetsTheUndoOfAnotherText()
{
    QTest::keyClicks(text(), QStringLiteral("step one"));
    m_editor->setSqlText(QStringLiteral("step two"));
    QVERIFY(!m_editor->canUndo());
    m_editor->undo();
    QCOMPARE(m_editor->sqlText(), QStringLiteral("step two"));
}

void TestSqlEditor::showsNotesWhereTheyBelong_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("covered");
    QTest::newRow("first letter") << 2 << 5 << true;
    QTest::newRow("indentation") << 2 << 2 << false;
    QTest::newRow("last sign") << 2 << 14 << true;
    QTest::newRow("behind the line") << 2 << 15 << false;
    QTest::newRow("line before") << 1 << 5 << false;
}

void TestSqlEditor::showsNotesWhereTheyBelong()
{
    QFETCH(int, line);
    QFETCH(int, column);
    m_editor->setSqlText(QStringLiteral("ALTER TABLE t\n    ADD x int;"));
    m_editor->setNotes({ { 2, 0, plan::Severity::Warning, QStringLiteral("a finding") } });
    QTEST(!m_editor->noteAt(line, column).isEmpty(), "covered");
    m_editor->setNotes({});
    QVERIFY(m_editor->noteAt(line, column).isEmpty());
}

void TestSqlEditor::togglesComments()
{
    m_editor->setSqlText(QStringLiteral("SELECT 1;\nSELECT 2;"));
    m_editor->goTo(2);
    m_editor->toggleComment();
    QCOMPARE(m_editor->sqlText(), QStringLiteral("SELECT 1;\n-- SELECT 2;"));
    m_editor->toggleComment();
    QCOMPARE(m_editor->sqlText(), QStringLiteral("SELECT 1;\nSELECT 2;"));
}

void TestSqlEditor::findsAsOneTypes()
{
    m_editor->setSqlText(QStringLiteral("one two one"));
    m_editor->openFindBar();
    auto *field = m_editor->findChild<QLineEdit *>(QStringLiteral("findText"));
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("one"));
    QCOMPARE(m_editor->findChild<QWidget *>(QStringLiteral("findCount"))->property("text").toString().left(1),
             QStringLiteral("2"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
}

void TestSqlEditor::refusesTypingWhenReadOnly()
{
    m_editor->setSqlText(QStringLiteral("a"));
    m_editor->setReadOnly(true);
    QTest::keyClicks(text(), QStringLiteral("b"));
    m_editor->toggleComment();
    QCOMPARE(m_editor->sqlText(), QStringLiteral("a"));
    m_editor->setSqlText(QStringLiteral("set from outside"));
    QCOMPARE(m_editor->sqlText(), QStringLiteral("set from outside"));
}

QTEST_MAIN(TestSqlEditor)
#include "tst_sqleditor.moc"
