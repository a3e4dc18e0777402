#include "sqleditor.h"

#include "findbar.h"
#include "sciwidget.h"

#include <Qsci/qsciapis.h>

#include <QHelpEvent>
#include <QShortcut>
#include <QToolTip>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

constexpr int typingPauseMs = 300;

SciWidget::Indicator squiggleOf(plan::Severity severity)
{
    switch (severity) {
    case plan::Severity::Info: return SciWidget::InfoSquiggle;
    case plan::Severity::Warning: return SciWidget::WarningSquiggle;
    case plan::Severity::Error: return SciWidget::ErrorSquiggle;
    }
    return SciWidget::InfoSquiggle;
}

/// What a note covers of its line: a word from its column, or all but the indentation.
QPair<int, int> coveredBy(const EditorNote &note, const QString &line)
{
    int from = 0;
    int to = int(line.size());
    while (to > 0 && line.at(to - 1).isSpace())
        --to;
    if (note.column > 0) {
        from = qMin(note.column - 1, qMax(0, to - 1));
        int end = from;
        while (end < to && (line.at(end).isLetterOrNumber() || line.at(end) == QLatin1Char('_')))
            ++end;
        to = qMax(end, qMin(from + 1, to));
    } else {
        while (from < to && line.at(from).isSpace())
            ++from;
    }
    return { from, to };
}

} // namespace

SqlEditor::SqlEditor(QWidget *parent)
    : QWidget(parent)
    , m_editor(new SciWidget(this))
    , m_findBar(new FindBar(m_editor, this))
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
        if (!m_isSetting)
            m_pause.start();
    });
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
    paintNotes();
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
    m_notes = notes;
    paintNotes();
}

void SqlEditor::setSquigglesShown(bool shown)
{
    m_hasSquiggles = shown;
    paintNotes();
}

void SqlEditor::paintNotes()
{
    const int last = m_editor->lines() - 1;
    for (const int indicator :
         { SciWidget::InfoSquiggle, SciWidget::WarningSquiggle, SciWidget::ErrorSquiggle })
        m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), indicator);
    if (!m_hasSquiggles)
        return;
    for (const EditorNote &note : std::as_const(m_notes)) {
        const int line = qBound(0, note.line - 1, last);
        const auto [from, to] = coveredBy(note, m_editor->text(line));
        if (to > from)
            m_editor->fillIndicatorRange(line, from, line, to, squiggleOf(note.severity));
    }
}

QString SqlEditor::noteAt(int line, int column) const
{
    QStringList texts;
    for (const EditorNote &note : m_notes) {
        const int noteLine = qBound(0, note.line - 1, m_editor->lines() - 1);
        const auto [from, to] = coveredBy(note, m_editor->text(noteLine));
        if (noteLine == line - 1 && column - 1 >= from && column - 1 < to)
            texts.append(note.text);
    }
    return texts.join(QStringLiteral("\n\n"));
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
    m_editor->setCursorPosition(qMax(0, line - 1), qMax(0, column - 1));
    m_editor->ensureLineVisible(qMax(0, line - 1));
    m_editor->setFocus(Qt::OtherFocusReason);
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
    return QWidget::eventFilter(watched, event);
}

bool SqlEditor::showNote(QEvent *event)
{
    const auto *help = static_cast<QHelpEvent *>(event);
    const long position =
        m_editor->SendScintilla(QsciScintillaBase::SCI_POSITIONFROMPOINTCLOSE,
                                static_cast<unsigned long>(help->pos().x()), long(help->pos().y()));
    QString text;
    if (position >= 0) {
        int line = 0;
        int index = 0;
        m_editor->lineIndexFromPosition(int(position), &line, &index);
        text = noteAt(line + 1, index + 1);
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
