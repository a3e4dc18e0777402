#include "sciwidget.h"

#include "sqllexer.h"

#include <QEvent>
#include <QRegularExpression>

namespace lockstep::widgets {

SciWidget::SciWidget(QWidget *parent)
    : QsciScintilla(parent)
    , m_lexer(new SqlLexer(this))
{
    setUtf8(true);
    setEolMode(EolUnix);
    setLexer(m_lexer);
    setTabWidth(4);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setFolding(NoFoldStyle);
    setMarginWidth(1, 0);
    setMarginWidth(2, 0);
    setFrameShape(QFrame::NoFrame);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 8L);
    setAutoCompletionSource(AcsAll);
    setAutoCompletionThreshold(-1);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1UL);
    SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
    indicatorDefine(SquiggleIndicator, InfoSquiggle);
    indicatorDefine(SquiggleIndicator, WarningSquiggle);
    indicatorDefine(SquiggleIndicator, ErrorSquiggle);
    indicatorDefine(TextColorIndicator, ParameterColor);
    indicatorDefine(StraightBoxIndicator, FoundMark);
    connect(this, &QsciScintilla::linesChanged, this, &SciWidget::fitMargin);
    connect(this, &QsciScintilla::textChanged, this, &SciWidget::colorParameters);
    dress();
}

void SciWidget::setLineNumbers(bool shown)
{
    m_hasNumbers = shown;
    fitMargin();
}

void SciWidget::setDiffMargin()
{
    setLineNumbers(false);
    setMarginType(1, SymbolMargin);
    setMarginWidth(1, 16);
    setMarginMarkerMask(1, 1 << MinusSign | 1 << PlusSign | 1 << TildeSign);
}

void SciWidget::setWholeText(const QString &text)
{
    const bool wasReadOnly = isReadOnly();
    setReadOnly(false);
    setText(text);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setReadOnly(wasReadOnly);
}

void SciWidget::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
}

void SciWidget::dress()
{
    // The constructor of the base class may send change events before there is a lexer.
    if (!m_lexer)
        return;
    const Colors &colors = colorsFor(palette());
    m_lexer->setColors(colors);
    setPaper(colors.base);
    setColor(colors.text);
    setCaretForegroundColor(colors.text);
    setCaretLineVisible(!isReadOnly());
    setCaretLineBackgroundColor(colors.alternate);
    setSelectionBackgroundColor(colors.accentSoft);
    resetSelectionForegroundColor();
    setMarginsFont(scaledFont(monospaceFont(), 0.9));
    setMarginsForegroundColor(colors.muted);
    setMarginsBackgroundColor(colors.base);
    setFoldMarginColors(colors.base, colors.base);
    setIndentationGuidesForegroundColor(colors.grid);
    setMatchedBraceForegroundColor(colors.accent);
    setMatchedBraceBackgroundColor(colors.accentSoft);
    setUnmatchedBraceForegroundColor(colors.error);
    setUnmatchedBraceBackgroundColor(colors.base);
    setIndicatorForegroundColor(colors.accent, InfoSquiggle);
    setIndicatorForegroundColor(colors.warning, WarningSquiggle);
    setIndicatorForegroundColor(colors.error, ErrorSquiggle);
    setIndicatorForegroundColor(colors.parameter, ParameterColor);
    setIndicatorForegroundColor(colors.of(plan::Blocks::Writes), FoundMark);
    dressMarkers();
    fitMargin();
}

void SciWidget::dressMarkers()
{
    const Colors &colors = colorsFor(palette());
    const auto line = [this](Marker marker, const QColor &color) {
        markerDefine(Background, marker);
        setMarkerBackgroundColor(color, marker);
    };
    line(RemovedLine, colors.removedLine);
    line(AddedLine, colors.addedLine);
    line(ChangedLine, colors.changedLine);
    line(FillerLine, colors.window);
    const auto sign = [this](Marker marker, char letter, const QColor &color) {
        markerDefine(letter, marker);
        setMarkerForegroundColor(color, marker);
    };
    sign(MinusSign, '-', colors.error);
    sign(PlusSign, '+', colors.success);
    sign(TildeSign, '~', colors.warning);
}

void SciWidget::fitMargin()
{
    setMarginLineNumbers(0, m_hasNumbers);
    setMarginWidth(0,
                   m_hasNumbers ? QString(QString::number(lines()).size() + 3, QLatin1Char('0')) : QString());
    if (!m_hasNumbers)
        setMarginWidth(0, 0);
}

void SciWidget::colorParameters()
{
    // :from and :to of a backfill's template; the lexer takes them for operators and names.
    static const QRegularExpression parameter(QStringLiteral("(?<![:\\w]):[A-Za-z_]\\w*"));
    const int last = lines() - 1;
    clearIndicatorRange(0, 0, last, lineLength(last), ParameterColor);
    for (int number = 0; number <= last; ++number) {
        const QString content = text(number);
        if (!content.contains(QLatin1Char(':')))
            continue;
        auto matches = parameter.globalMatch(content);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            fillIndicatorRange(number, int(match.capturedStart()), number, int(match.capturedEnd()),
                               ParameterColor);
        }
    }
}

} // namespace lockstep::widgets
