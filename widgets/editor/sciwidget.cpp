#include "sciwidget.h"

#include "sqllexer.h"

#include <widgets/common/icons.h>

#include <QEvent>
#include <QMimeData>
#include <QPainter>
#include <QRegularExpression>

namespace lockstep::widgets {

namespace {

QImage letterImage(QChar letter, const QColor &color, QFont font, int size, qreal pixelRatio)
{
    QImage image(QSize(size, size) * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    font.setPixelSize(size);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRect(0, 0, size, size), Qt::AlignCenter, letter);
    return image;
}

} // namespace

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
    SendScintilla(SCI_SETAUTOMATICFOLD, long(SC_AUTOMATICFOLD_SHOW | SC_AUTOMATICFOLD_CHANGE));
    for (const int margin : { 1, 2 }) {
        setMarginType(margin, SymbolMargin);
        setMarginWidth(margin, 0);
    }
    setMarginMarkerMask(1, 1 << InfoSign | 1 << WarningSign | 1 << ErrorSign);
    setMarginMarkerMask(2, 1 << NothingBand | 1 << DdlBand | 1 << WritesBand | 1 << ReadsAndWritesBand);
    setFrameShape(QFrame::NoFrame);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 8L);
    setAutoCompletionSource(AcsNone); // Completer offers what the catalog knows.
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1UL);
    SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
    indicatorDefine(SquiggleLowIndicator, InfoSquiggle);
    indicatorDefine(SquiggleLowIndicator, WarningSquiggle);
    indicatorDefine(SquiggleLowIndicator, ErrorSquiggle);
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

void SciWidget::setKeywords(const QStringList &words)
{
    m_lexer->setWords(words);
    // Scintilla asks a lexer once; its first set is the lexer's number 1.
    SendScintilla(SCI_SETKEYWORDS, 0UL, m_lexer->keywords(1));
    SendScintilla(SCI_COLOURISE, 0UL, -1L);
}

void SciWidget::setDiffMargin()
{
    setLineNumbers(false);
    setMarginWidth(1, 16);
    setMarginMarkerMask(1, 1 << MinusSign | 1 << PlusSign | 1 << TildeSign);
}

void SciWidget::setSignsShown(bool shown)
{
    const int height = SendScintilla(SCI_TEXTHEIGHT, 0UL);
    setMarginWidth(1, shown ? height : 0);
}

void SciWidget::setBandsShown(bool shown)
{
    setMarginWidth(2, shown ? 6 : 0);
}

void SciWidget::setParametersColored(bool colored)
{
    m_colorsParameters = colored;
}

void SciWidget::setFoldsShown(bool shown)
{
    constexpr int foldMargin = 3;
    setFolding(shown ? PlainFoldStyle : NoFoldStyle, foldMargin);
    setFoldMarginColors(colorsFor(palette()).base, colorsFor(palette()).base);
}

bool SciWidget::canInsertFromMimeData(const QMimeData *source) const
{
    return !source->hasUrls() && QsciScintilla::canInsertFromMimeData(source);
}

void SciWidget::replaceRange(long firstByte, long lastByte, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    SendScintilla(SCI_SETTARGETSTART, firstByte);
    SendScintilla(SCI_SETTARGETEND, lastByte);
    SendScintilla(SCI_REPLACETARGET, uintptr_t(utf8.size()), utf8.constData());
}

void SciWidget::toggleLineComments()
{
    int from = 0;
    int to = 0;
    int index = 0;
    int endIndex = 0;
    getSelection(&from, &index, &to, &endIndex);
    if (from < 0) {
        getCursorPosition(&from, &index);
        to = from;
    } else if (endIndex == 0 && to > from) {
        --to;
    }
    bool isAllCommented = true;
    for (int line = from; line <= to; ++line)
        isAllCommented &= text(line).trimmed().startsWith(QLatin1String("--"));
    beginUndoAction();
    for (int line = from; line <= to; ++line) {
        const QString content = text(line);
        if (isAllCommented) {
            const int at = int(content.indexOf(QLatin1String("--")));
            setSelection(line, at, line, at + (content.mid(at + 2, 1) == QLatin1String(" ") ? 3 : 2));
            removeSelectedText();
        } else {
            insertAt(QStringLiteral("-- "), line, 0);
        }
    }
    endUndoAction();
    setCursorPosition(to, 0);
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
    for (const int marker : { SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEROPEN }) {
        setMarkerForegroundColor(colors.base, marker);
        setMarkerBackgroundColor(colors.muted, marker);
    }
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
    const int size = qMax(10, int(SendScintilla(SCI_TEXTHEIGHT, 0UL)) - 4);
    const auto define = [this](Marker marker, const QImage &image) {
        // Scintilla places it by its pixels, of which a fine screen has more than one to a point.
        SendScintilla(SCI_RGBAIMAGESETSCALE, ulong(qRound(image.devicePixelRatio() * 100)));
        markerDefine(image, marker);
    };
    // Scintilla's own letters are cut off, and on white whatever the colours are.
    const auto sign = [&](Marker marker, QChar letter, const QColor &color) {
        define(marker, letterImage(letter, color, m_lexer->defaultFont(0), size, devicePixelRatioF()));
    };
    sign(MinusSign, QLatin1Char('-'), colors.error);
    sign(PlusSign, QLatin1Char('+'), colors.success);
    sign(TildeSign, QLatin1Char('~'), colors.warning);
    line(CurrentLines, colors.hover);
    const auto picture = [&](Marker marker, Icon which, const QColor &color) {
        define(marker, icon(which, color).pixmap(size, size).toImage());
    };
    picture(InfoSign, Icon::Info, colors.of(plan::Severity::Info));
    picture(WarningSign, Icon::Warning, colors.of(plan::Severity::Warning));
    picture(ErrorSign, Icon::Error, colors.of(plan::Severity::Error));
    for (const auto &[marker, blocks] :
         { std::pair(NothingBand, plan::Blocks::Nothing), std::pair(DdlBand, plan::Blocks::Ddl),
           std::pair(WritesBand, plan::Blocks::Writes),
           std::pair(ReadsAndWritesBand, plan::Blocks::ReadsAndWrites) }) {
        markerDefine(FullRectangle, marker);
        setMarkerBackgroundColor(colors.of(blocks), marker);
        setMarkerForegroundColor(colors.of(blocks), marker);
    }
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
    if (!m_colorsParameters)
        return;
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
