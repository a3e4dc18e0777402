#pragma once

#include <model/plan/plan.h>

#include <QTimer>
#include <QVector>
#include <QWidget>

namespace lockstep::widgets {

class FindBar;
class SciWidget;

/// Something to see at a place in the SQL. Lines and columns count from 1; column 0: the line.
struct EditorNote
{
    int line = 1;
    int column = 0;
    plan::Severity severity = plan::Severity::Info;
    QString text;
};

/// An editor for the SQL of one step. Says what the user typed, once typing pauses; text that is
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
    [[nodiscard]] const QVector<EditorNote> &notes() const { return m_notes; }
    /// The text under a squiggle at a line and column (from 1); empty where there is none.
    [[nodiscard]] QString noteAt(int line, int column) const;
    void setSquigglesShown(bool shown);
    /// Words offered by Ctrl+Space beside those of the text.
    void setCompletions(const QStringList &words);
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;

public slots:
    void goTo(int line, int column = 1);
    void undo();
    void redo();
    void toggleComment();
    void openFindBar();
    /// Emits a pending edit now: before another step is shown, before a run.
    void flush();

signals:
    void edited(const QString &sql); ///< 300 ms after the last key.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addShortcuts();
    void paintNotes();
    bool showNote(QEvent *event);

    SciWidget *m_editor;
    FindBar *m_findBar;
    QTimer m_pause;
    QVector<EditorNote> m_notes;
    bool m_isSetting = false;
    bool m_hasSquiggles = true;
};

/// SQL to read and copy.
class SqlView final : public QWidget
{
    Q_OBJECT
public:
    explicit SqlView(QWidget *parent = nullptr);
    [[nodiscard]] QString sqlText() const;

public slots:
    void setSqlText(const QString &sql);

private:
    SciWidget *m_view;
};

} // namespace lockstep::widgets
