#include "everypage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace lockstep;
using namespace lockstep::testing;

namespace {

/// What a person acts on or reads row by row; a screen reader must have a name for it.
bool needsName(QAccessible::Role role)
{
    static const QSet<QAccessible::Role> roles{
        QAccessible::PushButton,   QAccessible::CheckBox,       QAccessible::RadioButton,
        QAccessible::EditableText, QAccessible::ComboBox,       QAccessible::SpinBox,
        QAccessible::Slider,       QAccessible::Table,          QAccessible::Tree,
        QAccessible::List,         QAccessible::PageTab,        QAccessible::Link,
        QAccessible::ButtonMenu,   QAccessible::ProgressBar,    QAccessible::MenuItem,
        QAccessible::Chart,        QAccessible::ButtonDropDown, QAccessible::TreeItem,
    };
    return roles.contains(role);
}

QString describe(const QAccessibleInterface *node)
{
    const QObject *object = node->object();
    QString path =
        object ? QLatin1String(object->metaObject()->className()) + QLatin1Char(' ') + object->objectName()
               : QString();
    for (const QObject *parent = object ? object->parent() : nullptr; parent; parent = parent->parent()) {
        if (!parent->objectName().isEmpty())
            return path + QStringLiteral(" in ") + parent->objectName();
    }
    return path;
}

bool isPartOfAnother(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return parent
           && (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
               || qobject_cast<const QAbstractItemView *>(parent) || qobject_cast<const QLineEdit *>(parent)
               || widget->objectName().startsWith(QLatin1String("qt_")));
}

/// Walks the tree as a screen reader does; rows of lists are walked by their own tests.
void collectNameless(QAccessibleInterface *node, QStringList *nameless, int *seen)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    const auto *widget = qobject_cast<const QWidget *>(node->object());
    if (needsName(node->role()) && widget && !isPartOfAnother(widget)) {
        ++*seen;
        if (node->text(QAccessible::Name).trimmed().isEmpty())
            nameless->append(describe(node));
    }
    if (node->tableInterface())
        return;
    for (int i = 0; i < node->childCount(); ++i)
        collectNameless(node->child(i), nameless, seen);
}

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
           || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
           || qobject_cast<const QAbstractItemView *>(widget);
}

/// Every widget that Tab comes to, from wherever one is.
QSet<const QWidget *> tabChain(QWidget *window)
{
    QSet<const QWidget *> chain;
    const QWidget *widget = window;
    do {
        widget = widget->nextInFocusChain();
        if (widget->focusPolicy() & Qt::TabFocus)
            chain.insert(widget->focusProxy() ? widget->focusProxy() : widget);
    } while (widget != window);
    return chain;
}

/// Arrow keys go on within a group of which Tab comes to one.
bool hasNeighbourIn(const QSet<const QWidget *> &chain, const QAbstractButton *button)
{
    if (!button->autoExclusive() || !button->parentWidget())
        return false;
    const auto siblings =
        button->parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    return std::any_of(siblings.cbegin(), siblings.cend(), [&chain](const QAbstractButton *each) {
        return each->autoExclusive() && chain.contains(each);
    });
}

/// A menu does the same.
bool isInAMenu(const QWidget *window, const QAbstractButton *button)
{
    const auto *tool = qobject_cast<const QToolButton *>(button);
    const QAction *shown = tool ? tool->defaultAction() : nullptr;
    return shown && window->findChildren<QAction *>().contains(const_cast<QAction *>(shown));
}

} // namespace

/// Every page and panel as who cannot see it, or uses no mouse, meets it.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void namesEveryControl_data() { addSights(); }
    void namesEveryControl();
    void reachesEveryControlByKeyboard_data() { addSights(); }
    void reachesEveryControlByKeyboard();
    void namesEveryCommandOfTheMenus();
    void givesNoKeyToTwoCommands();

private:
    void addSights();
    QWidget *show(FilledWindow *filled);

    widgets::Theme m_theme;
};

void TestAccessibility::addSights()
{
    QTest::addColumn<QString>("sight");
    for (const Sight &sight : everySight())
        QTest::newRow(qPrintable(sight.name)) << sight.name;
}

QWidget *TestAccessibility::show(FilledWindow *filled)
{
    const QString wanted = QLatin1String(QTest::currentDataTag());
    QWidget *shown = nullptr;
    for (const Sight &sight : everySight()) {
        if (sight.name == wanted)
            shown = sight.show(&filled->window);
    }
    QApplication::processEvents();
    return shown;
}

void TestAccessibility::namesEveryControl()
{
    FilledWindow filled(&m_theme);
    QWidget *shown = show(&filled);
    QVERIFY(shown);
    QStringList nameless;
    int seen = 0;
    collectNameless(QAccessible::queryAccessibleInterface(shown), &nameless, &seen);
    QVERIFY(seen > 0);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void TestAccessibility::reachesEveryControlByKeyboard()
{
    FilledWindow filled(&m_theme);
    QWidget *shown = show(&filled);
    QVERIFY(shown);
    const QSet<const QWidget *> chain = tabChain(shown);
    QStringList unreachable;
    for (const QWidget *widget : shown->findChildren<QWidget *>()) {
        if (!isControl(widget) || !widget->isVisibleTo(shown) || widget->window() != shown
            || isPartOfAnother(widget) || chain.contains(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button
            && (!button->shortcut().isEmpty() || hasNeighbourIn(chain, button) || isInAMenu(shown, button)))
            continue;
        unreachable.append(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ')
                           + widget->objectName() + QLatin1Char(' ') + (button ? button->text() : QString()));
    }
    QVERIFY2(unreachable.isEmpty(), qPrintable(unreachable.join(QLatin1Char('\n'))));
}

void TestAccessibility::namesEveryCommandOfTheMenus()
{
    const FilledWindow filled(&m_theme);
    int commands = 0;
    for (const QMenu *menu : filled.window.menuBar()->findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            ++commands;
            QVERIFY2(!action->text().isEmpty(), qPrintable(menu->title() + action->objectName()));
        }
    }
    QVERIFY(commands > 30);
}

void TestAccessibility::givesNoKeyToTwoCommands()
{
    const FilledWindow filled(&m_theme);
    QHash<QString, QString> owners;
    for (const QAction *action : filled.window.findChildren<QAction *>()) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        for (const QKeySequence &keys : action->shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(!owners.contains(text), qPrintable(text + QStringLiteral(": ") + owners.value(text)
                                                        + QStringLiteral(" and ") + action->objectName()));
            owners.insert(text, action->objectName());
        }
    }
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
