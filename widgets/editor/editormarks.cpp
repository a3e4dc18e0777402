#include "editormarks.h"

#include "sciwidget.h"

#include <algorithm>

namespace lockstep::widgets {

namespace {

constexpr int marksInATurn = 500;

SciWidget::Indicator squiggleOf(plan::Severity severity)
{
    switch (severity) {
    case plan::Severity::Info: return SciWidget::InfoSquiggle;
    case plan::Severity::Warning: return SciWidget::WarningSquiggle;
    case plan::Severity::Error: return SciWidget::ErrorSquiggle;
    }
    return SciWidget::InfoSquiggle;
}

SciWidget::Marker signOfSeverity(plan::Severity severity)
{
    switch (severity) {
    case plan::Severity::Info: return SciWidget::InfoSign;
    case plan::Severity::Warning: return SciWidget::WarningSign;
    case plan::Severity::Error: return SciWidget::ErrorSign;
    }
    return SciWidget::InfoSign;
}

SciWidget::Marker bandOf(plan::Blocks blocks)
{
    switch (blocks) {
    case plan::Blocks::Nothing: return SciWidget::NothingBand;
    case plan::Blocks::Ddl: return SciWidget::DdlBand;
    case plan::Blocks::Writes: return SciWidget::WritesBand;
    case plan::Blocks::ReadsAndWrites: return SciWidget::ReadsAndWritesBand;
    }
    return SciWidget::NothingBand;
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

EditorMarks::EditorMarks(SciWidget *editor)
    : m_editor(editor)
{
    m_rest.setInterval(0);
    QObject::connect(&m_rest, &QTimer::timeout, editor, [this] { paintSome(); });
}

void EditorMarks::setNotes(const QVector<EditorNote> &notes)
{
    m_notes = notes;
    paintNotes();
}

void EditorMarks::setBands(const QVector<EditorBand> &bands)
{
    m_bands = bands;
    paintBands();
}

void EditorMarks::setSquigglesShown(bool shown)
{
    m_hasSquiggles = shown;
    paintNotes();
}

void EditorMarks::setCurrent(int firstLine, int lastLine)
{
    m_editor->markerDeleteAll(SciWidget::CurrentLines);
    for (int line = firstLine; line >= 1 && line <= qMin(lastLine, m_editor->lines()); ++line)
        m_editor->markerAdd(line - 1, SciWidget::CurrentLines);
}

void EditorMarks::paint()
{
    paintNotes();
    paintBands();
}

void EditorMarks::paintNotes()
{
    const int last = m_editor->lines() - 1;
    for (const int indicator :
         { SciWidget::InfoSquiggle, SciWidget::WarningSquiggle, SciWidget::ErrorSquiggle })
        m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), indicator);
    for (const int sign : { SciWidget::InfoSign, SciWidget::WarningSign, SciWidget::ErrorSign })
        m_editor->markerDeleteAll(sign);
    m_nextNote = 0;
    m_editor->setSignsShown(!m_notes.isEmpty() || !m_bands.isEmpty());
    paintSome();
}

void EditorMarks::paintBands()
{
    for (const int band :
         { SciWidget::NothingBand, SciWidget::DdlBand, SciWidget::WritesBand, SciWidget::ReadsAndWritesBand })
        m_editor->markerDeleteAll(band);
    m_nextBand = 0;
    m_editor->setBandsShown(!m_bands.isEmpty());
    m_editor->setSignsShown(!m_notes.isEmpty() || !m_bands.isEmpty());
    paintSome();
}

void EditorMarks::paintSome()
{
    for (int left = marksInATurn; left > 0; --left) {
        if (m_nextNote < m_notes.size())
            paintNote(m_notes.at(m_nextNote++));
        else if (m_nextBand < m_bands.size())
            paintBand(m_bands.at(m_nextBand++));
        else
            break;
    }
    if (m_nextNote >= m_notes.size() && m_nextBand >= m_bands.size())
        m_rest.stop();
    else if (!m_rest.isActive())
        m_rest.start();
}

/// A line has one sign: that of its worst note.
void EditorMarks::paintNote(const EditorNote &note)
{
    const int line = qBound(0, note.line - 1, m_editor->lines() - 1);
    const int sign = signOfSeverity(note.severity);
    const unsigned there = m_editor->markersAtLine(line);
    bool isWorst = true;
    for (const int other : { SciWidget::InfoSign, SciWidget::WarningSign, SciWidget::ErrorSign }) {
        const bool isThere = there & (1U << other);
        if (isThere && other < sign)
            m_editor->markerDelete(line, other);
        isWorst = isWorst && !(isThere && other >= sign);
    }
    if (isWorst)
        m_editor->markerAdd(line, sign);
    if (!m_hasSquiggles)
        return;
    const auto [from, to] = coveredBy(note, m_editor->text(line));
    if (to > from)
        m_editor->fillIndicatorRange(line, from, line, to, squiggleOf(note.severity));
}

void EditorMarks::paintBand(const EditorBand &band)
{
    for (int line = band.firstLine; line <= qMin(band.lastLine, m_editor->lines()); ++line)
        m_editor->markerAdd(line - 1, bandOf(band.blocks));
}

QString EditorMarks::textAt(int line, int column) const
{
    QStringList texts;
    for (const EditorNote &note : m_notes) {
        const int noteLine = qBound(0, note.line - 1, m_editor->lines() - 1);
        if (noteLine != line - 1)
            continue;
        const auto [from, to] = coveredBy(note, m_editor->text(noteLine));
        if (column - 1 >= from && column - 1 < to)
            texts.append(note.text);
    }
    return texts.join(QStringLiteral("\n\n"));
}

QString EditorMarks::textOfLine(int line) const
{
    QStringList texts;
    for (const EditorNote &note : m_notes) {
        if (note.line == line)
            texts.append(note.text);
    }
    const auto band = std::find_if(m_bands.begin(), m_bands.end(), [line](const EditorBand &each) {
        return line >= each.firstLine && line <= each.lastLine;
    });
    if (band != m_bands.end())
        texts.append(band->text);
    return texts.join(QStringLiteral("\n\n"));
}

} // namespace lockstep::widgets
