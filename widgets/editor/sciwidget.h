#pragma once

#include <Qsci/qsciscintilla.h>

namespace lockstep::widgets {

class SqlLexer;

/// QScintilla dressed as Lockstep's: UTF-8, the theme's colours in every corner it has, line
/// numbers as wide as needed. Private to this folder: nobody else sees QScintilla.
class SciWidget final : public QsciScintilla
{
    Q_OBJECT
public:
    enum Indicator { InfoSquiggle = 8, WarningSquiggle, ErrorSquiggle, ParameterColor, FoundMark };
    enum Marker {
        RemovedLine = 1,
        AddedLine,
        ChangedLine,
        FillerLine,
        MinusSign,
        PlusSign,
        TildeSign,
        CurrentLines,
        InfoSign,
        WarningSign,
        ErrorSign,
        NothingBand,
        DdlBand,
        WritesBand,
        ReadsAndWritesBand,
    };

    explicit SciWidget(QWidget *parent);
    /// Files that are dropped on it are opened by the window, not inserted as their names.
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void setLineNumbers(bool shown);
    void setDiffMargin();
    /// Of the server whose SQL it is; empty: those known without one.
    void setKeywords(const QStringList &words);
    /// A margin with the signs of findings; takes no room while it is not shown.
    void setSignsShown(bool shown);
    /// A thin margin that says what a statement blocks.
    void setBandsShown(bool shown);
    /// A margin to fold brackets and blocks at.
    void setFoldsShown(bool shown);
    /// :from and :to of a backfill's template are coloured, unless this says no: a long script has none.
    void setParametersColored(bool colored);
    /// The text of all lines before, in bytes, is what Scintilla counts in.
    void replaceRange(long firstByte, long lastByte, const QString &text);
    /// Of the selected lines, or the caret's: "-- " before each, or away where all have it.
    void toggleLineComments();
    /// Replaces the text without an undo step to come back to.
    void setWholeText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void dressMarkers();
    void fitMargin();
    void colorParameters();

    SqlLexer *m_lexer;
    bool m_hasNumbers = true;
    bool m_colorsParameters = true;
};

} // namespace lockstep::widgets
