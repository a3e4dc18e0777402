#pragma once

#include "editormarks.h"

#include <model/items/completions.h>

#include <QTimer>
#include <QVector>
#include <QWidget>

class QLabel;

namespace lockstep::widgets {

class Completer;
class FindBar;
class GoToBar;
class SciWidget;

/// An editor for SQL: of one step, or of a script. Says what the user typed, once typing pauses; text that is
/// set from outside is never echoed.
class SqlEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit SqlEditor(QWidget *parent = nullptr);

    [[nodiscard]] QString sqlText() const;
    /// Does nothing if the text is the same: caret and undo history stay. Drops a pending edit.
    void setSqlText(const QString &sql);
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const;
    /// Squiggles with tool tips; replaces those before.
    void setNotes(const QVector<EditorNote> &notes);
    [[nodiscard]] const QVector<EditorNote> &notes() const { return m_marks.notes(); }
    /// What each statement blocks, beside its lines; replaces those before.
    void setBands(const QVector<EditorBand> &bands);
    [[nodiscard]] const QVector<EditorBand> &bands() const { return m_marks.bands(); }
    /// Sets the lines of a statement off, from 1; 0: none.
    void setCurrentLines(int firstLine, int lastLine);
    /// The text under a squiggle at a line and column (from 1); empty where there is none.
    [[nodiscard]] QString noteAt(int line, int column) const;
    /// What the margin says of a line: its findings, and what its statement blocks.
    [[nodiscard]] QString marginNote(int line) const { return m_marks.textOfLine(line); }
    void setSquigglesShown(bool shown);
    /// What to do with an editor that is empty.
    void setPlaceholderText(const QString &text);
    /// For whole scripts: no colours for parameters, which steps have.
    void setForScripts();
    /// Puts `text` in place of `length` UTF-16 units from `offset` on; can be undone. Counts as typed.
    void replaceText(qsizetype offset, qsizetype length, const QString &text);
    [[nodiscard]] int caretLine() const; ///< From 1.
    [[nodiscard]] int caretColumn() const;
    /// Where the names come from that are offered by Ctrl+Space, and while one types if that is wanted.
    void setCompletionScope(const items::CompletionScope &scope);
    void setCompletesWhileTyping(bool isWanted);
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    /// True between a key and what edited() says of it.
    [[nodiscard]] bool isTyping() const { return m_pause.isActive(); }

public slots:
    void goTo(int line, int column = 1);
    void showPlace(int line, int column); ///< The same; the keyboard stays where it is.
    void undo();
    void redo();
    void toggleComment();
    void openFindBar();
    void openReplaceBar();
    void openGoToBar();
    void complete();
    /// Lays the selected statements out, or all of them; can be undone.
    void format();
    /// Emits a pending edit now: before another step is shown, before a run.
    void flush();

signals:
    void edited(const QString &sql); ///< 300 ms after the last key.
    void typed(); ///< At once.
    void caretMoved(int line, int column); ///< From 1.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void addEditActions();
    void addFindActions();
    void addSeparator();
    template <typename Slot>
    void add(const char *name, const QString &text, const QList<QKeySequence> &keys, Slot slot);
    void showPlaceholder();
    bool showNote(QEvent *event);

    SciWidget *m_editor;
    FindBar *m_findBar;
    GoToBar *m_goToBar;
    Completer *m_completer;
    QTimer m_pause;
    EditorMarks m_marks;
    QLabel *m_placeholder;
    bool m_isSetting = false;
};

} // namespace lockstep::widgets
