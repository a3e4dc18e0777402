#include "sqleditor.h"

#include "completer.h"
#include "findbar.h"
#include "gotobar.h"
#include "sciwidget.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QToolTip>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

constexpr int typingPauseMs = 300;

} // namespace

SqlEditor::SqlEditor(QWidget *parent)
    : QWidget(parent)
    , m_editor(new SciWidget(this))
    , m_findBar(new FindBar(m_editor, this))
    , m_goToBar(new GoToBar(m_editor, this))
    , m_completer(new Completer(m_editor))
    , m_marks(m_editor)
    , m_placeholder(new QLabel(m_editor->viewport()))
{
    setObjectName(QStringLiteral("sqlEditor"));
    m_editor->setObjectName(QStringLiteral("sqlEditorText"));
    m_editor->setAccessibleName(tr("SQL of the step"));
    setFocusProxy(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_findBar);
    layout->addWidget(m_goToBar);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { emit edited(sqlText()); });
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        showPlaceholder();
        if (m_isSetting)
            return;
        m_pause.start();
        emit typed();
    });
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this,
            [this](int line, int index) { emit caretMoved(line + 1, index + 1); });
    m_placeholder->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_placeholder->setForegroundRole(QPalette::PlaceholderText);
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    m_placeholder->setMargin(24);
    m_placeholder->hide();
    m_editor->viewport()->installEventFilter(this);
    m_editor->setContextMenuPolicy(Qt::NoContextMenu); // Its own menu does not know ours.
    addEditActions();
    addFindActions();
}

template <typename Slot>
void SqlEditor::add(const char *name, const QString &text, const QList<QKeySequence> &keys, Slot slot)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
}

void SqlEditor::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    addAction(separator);
}

void SqlEditor::addEditActions()
{
    // Without keys: those that QScintilla knows by itself.
    add("sqlUndo", tr("&Undo typing"), {}, &SqlEditor::undo);
    add("sqlRedo", tr("&Redo typing"), {}, &SqlEditor::redo);
    addSeparator();
    add("sqlCut", tr("Cu&t"), {}, [this] { m_editor->cut(); });
    add("sqlCopy", tr("&Copy"), {}, [this] { m_editor->copy(); });
    add("sqlPaste", tr("&Paste"), {}, [this] { m_editor->paste(); });
    add("sqlSelectAll", tr("Select &all"), {}, [this] { m_editor->selectAll(); });
    addSeparator();
    add("sqlComplete", tr("Co&mplete the word"), { QKeySequence(Qt::CTRL | Qt::Key_Space) },
        &SqlEditor::complete);
    add("sqlComment", tr("Comment &in or out"), { QKeySequence(Qt::CTRL | Qt::Key_Slash) },
        &SqlEditor::toggleComment);
    add("sqlFormat", tr("&Lay out for reading"), { QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L) },
        &SqlEditor::format);
}

void SqlEditor::addFindActions()
{
    addSeparator();
    add("sqlFind", tr("&Find\u2026"), { QKeySequence::Find }, &SqlEditor::openFindBar);
    add("sqlFindNext", tr("Find &next"), { QKeySequence(Qt::Key_F3) }, [this] { m_findBar->findNext(); });
    add("sqlFindPrevious", tr("Find pre&vious"), { QKeySequence(Qt::SHIFT | Qt::Key_F3) },
        [this] { m_findBar->findPrevious(); });
    add("sqlReplace", tr("R&eplace\u2026"), { QKeySequence(Qt::CTRL | Qt::Key_H) },
        &SqlEditor::openReplaceBar);
    add("sqlGoToLine", tr("&Go to line\u2026"),
        { QKeySequence(Qt::CTRL | Qt::Key_G), QKeySequence(Qt::CTRL | Qt::Key_L) }, &SqlEditor::openGoToBar);
}

void SqlEditor::contextMenuEvent(QContextMenuEvent *event)
{
    static const QStringList writing{ QStringLiteral("sqlUndo"),     QStringLiteral("sqlRedo"),
                                      QStringLiteral("sqlCut"),      QStringLiteral("sqlPaste"),
                                      QStringLiteral("sqlComplete"), QStringLiteral("sqlComment"),
                                      QStringLiteral("sqlFormat"),   QStringLiteral("sqlReplace") };
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("sqlMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    for (QAction *action : actions()) {
        if (isReadOnly() && writing.contains(action->objectName()))
            action->setVisible(false);
    }
    connect(menu, &QMenu::aboutToHide, this, [this] {
        for (QAction *action : actions())
            action->setVisible(true);
    });
    menu->popup(event->globalPos());
}

QString SqlEditor::sqlText() const
{
    return m_editor->text();
}

void SqlEditor::setSqlText(const QString &sql)
{
    m_pause.stop();
    if (sql == m_editor->text())
        return;
    m_isSetting = true;
    m_editor->setWholeText(sql);
    m_isSetting = false;
    m_marks.paint();
}

void SqlEditor::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly);
    m_editor->setCaretLineVisible(!readOnly);
}

bool SqlEditor::isReadOnly() const
{
    return m_editor->isReadOnly();
}

void SqlEditor::setNotes(const QVector<EditorNote> &notes)
{
    m_marks.setNotes(notes);
}

void SqlEditor::setBands(const QVector<EditorBand> &bands)
{
    m_marks.setBands(bands);
}

void SqlEditor::setCurrentLines(int firstLine, int lastLine)
{
    m_marks.setCurrent(firstLine, lastLine);
}

void SqlEditor::setSquigglesShown(bool shown)
{
    m_marks.setSquigglesShown(shown);
}

QString SqlEditor::noteAt(int line, int column) const
{
    return m_marks.textAt(line, column);
}

void SqlEditor::setPlaceholderText(const QString &text)
{
    m_placeholder->setText(text);
    m_placeholder->setAccessibleName(text);
    showPlaceholder();
}

void SqlEditor::showPlaceholder()
{
    m_placeholder->setGeometry(m_editor->viewport()->rect());
    m_placeholder->setVisible(!m_placeholder->text().isEmpty() && m_editor->length() == 0);
}

void SqlEditor::setForScripts()
{
    m_editor->setParametersColored(false);
    m_editor->setFoldsShown(true);
    m_editor->setAccessibleName(tr("SQL of the script"));
}

void SqlEditor::replaceText(qsizetype offset, qsizetype length, const QString &text)
{
    const QString whole = m_editor->text();
    const auto bytesTo = [&whole](qsizetype end) {
        return long(QStringView(whole).left(end).toUtf8().size());
    };
    m_editor->beginUndoAction();
    m_editor->replaceRange(bytesTo(offset), bytesTo(offset + length), text);
    m_editor->endUndoAction();
}

int SqlEditor::caretLine() const
{
    int line = 0;
    int index = 0;
    m_editor->getCursorPosition(&line, &index);
    return line + 1;
}

int SqlEditor::caretColumn() const
{
    int line = 0;
    int index = 0;
    m_editor->getCursorPosition(&line, &index);
    return index + 1;
}

void SqlEditor::setCompletionScope(const items::CompletionScope &scope)
{
    m_completer->setScope(scope);
}

void SqlEditor::setCompletesWhileTyping(bool isWanted)
{
    m_completer->setWhileTyping(isWanted);
}

void SqlEditor::complete()
{
    m_completer->offer();
}

bool SqlEditor::canUndo() const
{
    return m_editor->isUndoAvailable();
}

bool SqlEditor::canRedo() const
{
    return m_editor->isRedoAvailable();
}

void SqlEditor::goTo(int line, int column)
{
    showPlace(line, column);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void SqlEditor::showPlace(int line, int column)
{
    m_editor->setCursorPosition(qMax(0, line - 1), qMax(0, column - 1));
    m_editor->ensureLineVisible(qMax(0, line - 1));
}

void SqlEditor::undo()
{
    m_editor->undo();
}

void SqlEditor::redo()
{
    m_editor->redo();
}

void SqlEditor::toggleComment()
{
    if (!m_editor->isReadOnly())
        m_editor->toggleLineComments();
}

void SqlEditor::openFindBar()
{
    m_findBar->open();
}

void SqlEditor::openReplaceBar()
{
    m_findBar->openReplace();
}

void SqlEditor::openGoToBar()
{
    m_goToBar->open();
}

void SqlEditor::format()
{
    if (m_editor->isReadOnly())
        return;
    using Sci = QsciScintillaBase;
    const bool hasSelection = m_editor->hasSelectedText();
    const QString before = hasSelection ? m_editor->selectedText() : m_editor->text();
    const QString after = items::laidOut(before);
    if (after == before)
        return;
    const long from = hasSelection ? m_editor->SendScintilla(Sci::SCI_GETSELECTIONSTART) : 0;
    const long to = m_editor->SendScintilla(hasSelection ? Sci::SCI_GETSELECTIONEND : Sci::SCI_GETLENGTH);
    const int line = caretLine();
    m_editor->beginUndoAction();
    m_editor->replaceRange(from, to, after);
    m_editor->endUndoAction();
    showPlace(line, 1);
}

void SqlEditor::flush()
{
    if (!m_pause.isActive())
        return;
    m_pause.stop();
    emit edited(sqlText());
}

bool SqlEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        return showNote(event);
    if (event->type() == QEvent::Resize)
        showPlaceholder();
    // Files are the page's or the window's, which QScintilla would take for itself.
    const bool isDrag = event->type() == QEvent::DragEnter || event->type() == QEvent::Drop;
    if (isDrag && static_cast<QDropEvent *>(event)->mimeData()->hasUrls()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool SqlEditor::showNote(QEvent *event)
{
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto positionAt = [&](unsigned int message) {
        return m_editor->SendScintilla(message, static_cast<unsigned long>(help->pos().x()),
                                       long(help->pos().y()));
    };
    int margins = 0;
    for (const int margin : { 0, 1, 2 })
        margins += m_editor->marginWidth(margin);
    const bool isInMargin = help->pos().x() < margins;
    const long position = positionAt(isInMargin ? QsciScintillaBase::SCI_POSITIONFROMPOINT
                                                : QsciScintillaBase::SCI_POSITIONFROMPOINTCLOSE);
    QString text;
    if (position >= 0) {
        int line = 0;
        int index = 0;
        m_editor->lineIndexFromPosition(int(position), &line, &index);
        text = isInMargin ? marginNote(line + 1) : noteAt(line + 1, index + 1);
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, m_editor);
    return true;
}

} // namespace lockstep::widgets
