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
    enum Marker { RemovedLine = 1, AddedLine, ChangedLine, FillerLine, MinusSign, PlusSign, TildeSign };

    explicit SciWidget(QWidget *parent);
    void setLineNumbers(bool shown);
    void setDiffMargin();
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
};

} // namespace lockstep::widgets
