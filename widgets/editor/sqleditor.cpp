#include "sqleditor.h"

#include "findbar.h"
#include "sciwidget.h"

#include <Qsci/qsciapis.h>

#include <QDropEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QMimeData>
#include <QShortcut>
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
    addShortcuts();
}

void SqlEditor::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(QKeySequence::Find, &SqlEditor::openFindBar);
    add(QKeySequence(Qt::CTRL | Qt::Key_Slash), &SqlEditor::toggleComment);
    add(QKeySequence(Qt::Key_F3), [this] { m_findBar->findNext(); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_findBar->findPrevious(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Space), [this] { m_editor->autoCompleteFromAll(); });
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

void SqlEditor::setCompletions(const QStringList &words)
{
    // The lexer owns its words; a new set replaces the old one.
    auto *apis = new QsciAPIs(m_editor->lexer());
    for (const QString &word : words)
        apis->add(word);
    apis->prepare();
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
    if (m_editor->isReadOnly())
        return;
    int from = 0;
    int to = 0;
    int index = 0;
    int endIndex = 0;
    m_editor->getSelection(&from, &index, &to, &endIndex);
    if (from < 0) {
        m_editor->getCursorPosition(&from, &index);
        to = from;
    } else if (endIndex == 0 && to > from) {
        --to;
    }
    bool isAllCommented = true;
    for (int line = from; line <= to; ++line)
        isAllCommented &= m_editor->text(line).trimmed().startsWith(QLatin1String("--"));
    m_editor->beginUndoAction();
    for (int line = from; line <= to; ++line) {
        const QString content = m_editor->text(line);
        if (isAllCommented) {
            const int at = int(content.indexOf(QLatin1String("--")));
            m_editor->setSelection(line, at, line,
                                   at + (content.mid(at + 2, 1) == QLatin1String(" ") ? 3 : 2));
            m_editor->removeSelectedText();
        } else {
            m_editor->insertAt(QStringLiteral("-- "), line, 0);
        }
    }
    m_editor->endUndoAction();
    m_editor->setCursorPosition(to, 0);
}

void SqlEditor::openFindBar()
{
    m_findBar->open();
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

SqlView::SqlView(QWidget *parent)
    : QWidget(parent)
    , m_view(new SciWidget(this))
{
    setObjectName(QStringLiteral("sqlView"));
    m_view->setObjectName(QStringLiteral("sqlViewText"));
    m_view->setAccessibleName(tr("SQL"));
    m_view->setReadOnly(true);
    m_view->setCaretLineVisible(false);
    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
}

QString SqlView::sqlText() const
{
    return m_view->text();
}

void SqlView::setSqlText(const QString &sql)
{
    if (sql != m_view->text())
        m_view->setWholeText(sql);
}

} // namespace lockstep::widgets
