#include <widgets/editor/sqleditor.h>

#include <QAction>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::widgets;

namespace {

items::CompletionScope usersOnly()
{
    using namespace schema;
    std::vector<Fact> facts{
        { objectId(Kind::Table, QStringLiteral("public"), QStringLiteral("users")), TableAttributes{}, {} },
        { subId(Kind::Column, QStringLiteral("public"), QStringLiteral("users"), QStringLiteral("tier")),
          ColumnAttributes{},
          {} },
    };
    items::CompletionScope scope;
    scope.current = std::make_shared<const Catalog>(150018, std::move(facts), std::vector<Dependency>{});
    return scope;
}

} // namespace

/// What the editor does for whoever writes SQL: words, replacing, going places, laying out.
class TestSqlEditorTools final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void completesWhatTheCatalogKnows();
    void offersNothingByItselfWhereThatIsSwitchedOff();
    void replaces_data();
    void replaces();
    void waitsForAnExpressionThatIsHalfTyped();
    void findsBackwardsAndAroundTheEnd();
    void goesToALine();
    void laysTheSelectionOut();
    void offersInItsMenuWhatCanBeDone_data();
    void offersInItsMenuWhatCanBeDone();

private:
    QWidget *text() { return m_editor->findChild<QWidget *>(QStringLiteral("sqlEditorText")); }
    template <typename T>
    T *part(const char *name)
    {
        return m_editor->findChild<T *>(QLatin1String(name));
    }
    std::unique_ptr<SqlEditor> m_editor;
};

void TestSqlEditorTools::init()
{
    m_editor = std::make_unique<SqlEditor>();
    m_editor->resize(700, 300);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    text()->setFocus();
}

void TestSqlEditorTools::cleanup()
{
    m_editor.reset();
}

void TestSqlEditorTools::completesWhatTheCatalogKnows()
{
    m_editor->setCompletionScope(usersOnly());
    QTest::keyClicks(text(), QStringLiteral("UPDATE use"));
    QTest::keyClick(text(), Qt::Key_Tab);
    QCOMPARE(m_editor->sqlText(), QStringLiteral("UPDATE public.users"));
    QTest::keyClicks(text(), QStringLiteral(" SET t"));
    QTest::keyClick(text(), Qt::Key_Space, Qt::ControlModifier);
    QTest::keyClick(text(), Qt::Key_Return);
    QCOMPARE(m_editor->sqlText(), QStringLiteral("UPDATE public.users SET tier"));
    m_editor->undo();
    QVERIFY(m_editor->sqlText().startsWith(QStringLiteral("UPDATE public.users SET")));
}

void TestSqlEditorTools::offersNothingByItselfWhereThatIsSwitchedOff()
{
    m_editor->setCompletionScope(usersOnly());
    m_editor->setCompletesWhileTyping(false);
    QTest::keyClicks(text(), QStringLiteral("SELECT use"));
    QTest::keyClick(text(), Qt::Key_Return);
    QCOMPARE(m_editor->sqlText(), QStringLiteral("SELECT use\n"));
}

void TestSqlEditorTools::replaces_data()
{
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("after");
    QTest::newRow("whatever the case") << QStringLiteral("user") << QStringLiteral("account") << QString()
                                       << QStringLiteral("account account_id account");
    QTest::newRow("as it is written")
        << QStringLiteral("user") << QStringLiteral("account") << QStringLiteral("findCase")
        << QStringLiteral("account account_id USER");
    QTest::newRow("whole words") << QStringLiteral("user") << QStringLiteral("account")
                                 << QStringLiteral("findWord") << QStringLiteral("account user_id account");
    QTest::newRow("an expression with what it found")
        << QStringLiteral("(user)_id") << QStringLiteral("\\1_key") << QStringLiteral("findExpression")
        << QStringLiteral("user user_key USER");
    QTest::newRow("a backslash as it is") << QStringLiteral("user_id") << QStringLiteral("a\\1") << QString()
                                          << QStringLiteral("user a\\1 USER");
}

void TestSqlEditorTools::replaces()
{
    QFETCH(QString, find);
    QFETCH(QString, with);
    QFETCH(QString, option);
    const QString before = QStringLiteral("user user_id USER");
    m_editor->setSqlText(before);
    QTest::keyClick(text(), Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(part<QLineEdit>("findText"), find);
    QTest::keyClicks(part<QLineEdit>("replaceText"), with);
    if (!option.isEmpty())
        m_editor->findChild<QToolButton *>(option)->click();
    part<QPushButton>("replaceAll")->click();
    QTEST(m_editor->sqlText(), "after");
    m_editor->undo();
    QCOMPARE(m_editor->sqlText(), before);
}

void TestSqlEditorTools::waitsForAnExpressionThatIsHalfTyped()
{
    m_editor->setSqlText(QStringLiteral("f(x)"));
    m_editor->openReplaceBar();
    part<QToolButton>("findExpression")->click();
    QTest::keyClicks(part<QLineEdit>("findText"), QStringLiteral("f("));
    QCOMPARE(part<QWidget>("findCount")->property("text").toString(),
             QStringLiteral("not an expression yet"));
    part<QPushButton>("replaceAll")->click();
    QCOMPARE(m_editor->sqlText(), QStringLiteral("f(x)"));
}

void TestSqlEditorTools::findsBackwardsAndAroundTheEnd()
{
    m_editor->setSqlText(QStringLiteral("a x\nb x\nc x"));
    m_editor->openFindBar();
    QTest::keyClicks(part<QLineEdit>("findText"), QStringLiteral("x"));
    QCOMPARE(m_editor->caretLine(), 1);
    QTest::keyClick(text(), Qt::Key_F3);
    QCOMPARE(m_editor->caretLine(), 2);
    QTest::keyClick(text(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_editor->caretLine(), 1);
    QTest::keyClick(text(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_editor->caretLine(), 3);
    QTest::keyClick(text(), Qt::Key_F3);
    QCOMPARE(m_editor->caretLine(), 1);
}

void TestSqlEditorTools::goesToALine()
{
    m_editor->setSqlText(QStringLiteral("1\n2\n3\n4"));
    QTest::keyClick(text(), Qt::Key_G, Qt::ControlModifier);
    QTest::keyClicks(part<QLineEdit>("goToLine"), QStringLiteral("3"));
    QTest::keyClick(part<QLineEdit>("goToLine"), Qt::Key_Return);
    QCOMPARE(m_editor->caretLine(), 3);
    QVERIFY(!part<QLineEdit>("goToLine")->isVisible());
    QTest::keyClick(text(), Qt::Key_G, Qt::ControlModifier);
    QTest::keyClicks(part<QLineEdit>("goToLine"), QStringLiteral("99"));
    QTest::keyClick(part<QLineEdit>("goToLine"), Qt::Key_Return);
    QCOMPARE(m_editor->caretLine(), 4);
}

void TestSqlEditorTools::laysTheSelectionOut()
{
    const QString before = QStringLiteral("select   1;\nselect   2;");
    m_editor->setSqlText(before);
    QTest::keyClick(text(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(text(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(m_editor->sqlText(), QStringLiteral("SELECT 1;\nselect   2;"));
    QTest::keyClick(text(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(text(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(m_editor->sqlText(), QStringLiteral("SELECT 1;\nSELECT 2;"));
    m_editor->undo();
    m_editor->undo();
    QCOMPARE(m_editor->sqlText(), before);
}

void TestSqlEditorTools::offersInItsMenuWhatCanBeDone_data()
{
    QTest::addColumn<bool>("isReadOnly");
    QTest::newRow("to write") << false;
    QTest::newRow("to read") << true;
}

void TestSqlEditorTools::offersInItsMenuWhatCanBeDone()
{
    QFETCH(bool, isReadOnly);
    m_editor->setReadOnly(isReadOnly);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(20, 20),
                            m_editor->mapToGlobal(QPoint(20, 20)));
    QCoreApplication::sendEvent(m_editor.get(), &asked);
    auto *menu = part<QMenu>("sqlMenu");
    QVERIFY(menu && menu->isVisible());
    const auto isOffered = [&](const char *name) {
        const QList<QAction *> actions = menu->actions();
        return std::any_of(actions.begin(), actions.end(), [&](const QAction *action) {
            return action->objectName() == QLatin1String(name) && action->isVisible();
        });
    };
    QVERIFY(isOffered("sqlCopy"));
    QVERIFY(isOffered("sqlGoToLine"));
    QCOMPARE(isOffered("sqlPaste"), !isReadOnly);
    QCOMPARE(isOffered("sqlFormat"), !isReadOnly);
    menu->close();
}

QTEST_MAIN(TestSqlEditorTools)
#include "tst_sqleditortools.moc"
