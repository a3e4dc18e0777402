#pragma once

#include <model/plan/plan.h>

#include <QString>
#include <QTimer>
#include <QVector>

namespace lockstep::widgets {

class SciWidget;

/// Something to see at a place in the SQL. Lines and columns count from 1; column 0: the line.
struct EditorNote
{
    int line = 1;
    int column = 0;
    plan::Severity severity = plan::Severity::Info;
    QString text;
};

/// Lines of a statement and what it blocks: a band in the margin, in the colours of the timeline.
struct EditorBand
{
    int firstLine = 1;
    int lastLine = 1;
    plan::Blocks blocks = plan::Blocks::Nothing;
    QString text; ///< What the tool tip over the band says.
};

/// The marks of one editor: squiggles, signs and bands in the margin. Thousands of them are painted in
/// turns, between which the window answers. Private to this folder.
class EditorMarks
{
public:
    explicit EditorMarks(SciWidget *editor);

    void setNotes(const QVector<EditorNote> &notes);
    [[nodiscard]] const QVector<EditorNote> &notes() const { return m_notes; }
    void setBands(const QVector<EditorBand> &bands);
    [[nodiscard]] const QVector<EditorBand> &bands() const { return m_bands; }
    void setSquigglesShown(bool shown);
    /// The lines of the statement that is looked at, from 1; 0: none.
    void setCurrent(int firstLine, int lastLine);
    void paint();

    /// What is under a squiggle at a line and column (from 1); empty where there is nothing.
    [[nodiscard]] QString textAt(int line, int column) const;
    /// What the margin has to say of a line.
    [[nodiscard]] QString textOfLine(int line) const;

private:
    void paintNotes();
    void paintBands();
    void paintSome();
    void paintNote(const EditorNote &note);
    void paintBand(const EditorBand &band);

    SciWidget *m_editor;
    QVector<EditorNote> m_notes;
    QVector<EditorBand> m_bands;
    bool m_hasSquiggles = true;
    QTimer m_rest; ///< Runs while there are marks that are not painted yet.
    qsizetype m_nextNote = 0;
    qsizetype m_nextBand = 0;
};

} // namespace lockstep::widgets
