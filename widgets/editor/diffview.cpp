#include "diffview.h"

#include "sciwidget.h"

#include <widgets/common/theme.h>

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>

namespace lockstep::widgets {

namespace {

/// Of the panes; the editor has its own up to here.
constexpr int wordIndicator = 20;

void syncBars(QScrollBar *a, QScrollBar *b)
{
    QObject::connect(a, &QScrollBar::valueChanged, b, &QScrollBar::setValue);
    QObject::connect(b, &QScrollBar::valueChanged, a, &QScrollBar::setValue);
}

void markRow(SciWidget *pane, int row, DiffRow::Kind kind, bool hasLine, bool isLeft)
{
    if (kind == DiffRow::Kind::Same)
        return;
    if (!hasLine) {
        pane->markerAdd(row, SciWidget::FillerLine);
        return;
    }
    if (kind == DiffRow::Kind::Changed) {
        pane->markerAdd(row, SciWidget::ChangedLine);
        pane->markerAdd(row, SciWidget::TildeSign);
    } else {
        pane->markerAdd(row, isLeft ? SciWidget::RemovedLine : SciWidget::AddedLine);
        pane->markerAdd(row, isLeft ? SciWidget::MinusSign : SciWidget::PlusSign);
    }
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_next(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), this))
    , m_previous(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Up), this))
    , m_leftTitle(new QLabel(this))
    , m_rightTitle(new QLabel(this))
    , m_left(new SciWidget(this))
    , m_right(new SciWidget(this))
{
    setObjectName(QStringLiteral("diffView"));
    m_left->setObjectName(QStringLiteral("diffLeft"));
    m_right->setObjectName(QStringLiteral("diffRight"));
    setTitles(tr("Current"), tr("Target"));
    for (SciWidget *pane : { m_left, m_right }) {
        pane->setReadOnly(true);
        pane->setCaretLineVisible(false);
        pane->setDiffMargin();
    }
    setFocusProxy(m_left);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(1);
    layout->setVerticalSpacing(0);
    for (QLabel *title : { m_leftTitle, m_rightTitle })
        title->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_leftTitle, 0, 0);
    layout->addWidget(m_rightTitle, 0, 1);
    layout->addWidget(m_left, 1, 0);
    layout->addWidget(m_right, 1, 1);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(1, 1);
    syncBars(m_left->verticalScrollBar(), m_right->verticalScrollBar());
    syncBars(m_left->horizontalScrollBar(), m_right->horizontalScrollBar());
    for (QShortcut *shortcut : { m_next, m_previous })
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_next, &QShortcut::activated, this, &DiffView::nextDifference);
    connect(m_previous, &QShortcut::activated, this, &DiffView::previousDifference);
    dressMarks();
}

void DiffView::setShortcutsEnabled(bool enabled)
{
    m_next->setEnabled(enabled);
    m_previous->setEnabled(enabled);
}

void DiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dressMarks();
}

void DiffView::dressMarks()
{
    const Colors &colors = colorsFor(palette());
    const auto dress = [&](SciWidget *pane, const QColor &color) {
        pane->indicatorDefine(QsciScintilla::StraightBoxIndicator, wordIndicator);
        pane->setIndicatorForegroundColor(color, wordIndicator);
        pane->setIndicatorDrawUnder(true, wordIndicator);
        pane->SendScintilla(QsciScintilla::SCI_INDICSETALPHA, wordIndicator, colors.isDark ? 110L : 80L);
        pane->SendScintilla(QsciScintilla::SCI_INDICSETOUTLINEALPHA, wordIndicator, 200L);
    };
    dress(m_left, colors.error);
    dress(m_right, colors.success);
}

void DiffView::setTitles(const QString &left, const QString &right)
{
    m_leftTitle->setText(left);
    m_rightTitle->setText(right);
    m_left->setAccessibleName(left);
    m_right->setAccessibleName(right);
}

int DiffView::differenceCount() const
{
    return int(m_runs.size());
}

void DiffView::setTexts(const QString &left, const QString &right)
{
    m_leftLines = left.isEmpty() ? QStringList() : left.split(QLatin1Char('\n'));
    m_rightLines = right.isEmpty() ? QStringList() : right.split(QLatin1Char('\n'));
    m_rows = diffLines(m_leftLines, m_rightLines);
    m_runs.clear();
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool differs = m_rows.at(row).kind != DiffRow::Kind::Same;
        if (differs && (row == 0 || m_rows.at(row - 1).kind == DiffRow::Kind::Same))
            m_runs.append(row);
    }
    m_isWhitespaceOnly = differInWhitespaceOnly(left, right);
    fill();
    markWords();
}

void DiffView::markWords()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const DiffRow &each = m_rows.at(row);
        if (each.kind != DiffRow::Kind::Changed)
            continue;
        const WordMarks marks = diffWords(m_leftLines.at(each.left), m_rightLines.at(each.right));
        for (const WordMark &mark : marks.left)
            m_left->fillIndicatorRange(row, mark.from, row, mark.from + mark.length, wordIndicator);
        for (const WordMark &mark : marks.right)
            m_right->fillIndicatorRange(row, mark.from, row, mark.from + mark.length, wordIndicator);
    }
}

void DiffView::fill()
{
    QStringList left;
    QStringList right;
    for (const DiffRow &row : std::as_const(m_rows)) {
        left.append(row.left >= 0 ? m_leftLines.at(row.left) : QString());
        right.append(row.right >= 0 ? m_rightLines.at(row.right) : QString());
    }
    m_left->setWholeText(left.join(QLatin1Char('\n')));
    m_right->setWholeText(right.join(QLatin1Char('\n')));
    for (SciWidget *pane : { m_left, m_right })
        pane->markerDeleteAll();
    for (int row = 0; row < m_rows.size(); ++row) {
        markRow(m_left, row, m_rows.at(row).kind, m_rows.at(row).left >= 0, true);
        markRow(m_right, row, m_rows.at(row).kind, m_rows.at(row).right >= 0, false);
    }
    if (!m_runs.isEmpty())
        showRow(m_runs.first());
}

void DiffView::showRow(int row)
{
    for (SciWidget *pane : { m_left, m_right })
        pane->setCursorPosition(row, 0);
    m_left->setFirstVisibleLine(std::max(0, row - 3));
}

bool DiffView::nextDifference()
{
    int line = 0;
    int index = 0;
    m_left->getCursorPosition(&line, &index);
    const auto next = std::upper_bound(m_runs.begin(), m_runs.end(), line);
    if (next == m_runs.end())
        return false;
    showRow(*next);
    return true;
}

bool DiffView::previousDifference()
{
    int line = 0;
    int index = 0;
    m_left->getCursorPosition(&line, &index);
    const auto next = std::lower_bound(m_runs.begin(), m_runs.end(), line);
    if (next == m_runs.begin())
        return false;
    showRow(*(next - 1));
    return true;
}

} // namespace lockstep::widgets
