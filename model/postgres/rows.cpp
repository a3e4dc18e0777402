#include "rows.h"

#include <charconv>

namespace lockstep::postgres {

namespace {

char unescaped(char letter)
{
    switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return letter;
    }
}

} // namespace

qint64 Rows::integer(int row, int column) const
{
    const QByteArrayView value = bytes(row, column);
    qint64 number = 0;
    const auto read = std::from_chars(value.begin(), value.end(), number);
    return read.ptr == value.end() ? number : 0;
}

void Rows::addValue(QByteArrayView value)
{
    m_cells.push_back({ m_bytes.size(), int(value.size()) });
    m_bytes.append(value);
}

void Rows::addEscaped(QByteArrayView field)
{
    const qsizetype start = m_bytes.size();
    for (qsizetype i = 0; i < field.size(); ++i) {
        const bool isEscape = field[i] == '\\' && i + 1 < field.size();
        m_bytes.append(isEscape ? unescaped(field[++i]) : field[i]);
    }
    m_cells.push_back({ start, int(m_bytes.size() - start) });
}

void Rows::addCopyLine(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    const bool hasEscapes = line.contains('\\');
    const size_t before = m_cells.size();
    for (qsizetype start = 0; start <= line.size();) {
        qsizetype end = line.indexOf('\t', start);
        if (end < 0)
            end = line.size();
        const QByteArrayView field = line.sliced(start, end - start);
        if (!hasEscapes)
            addValue(field);
        else if (field == "\\N")
            addNull();
        else
            addEscaped(field);
        start = end + 1;
    }
    if (m_width == 0)
        m_width = qsizetype(m_cells.size() - before);
}

void Rows::append(Rows other)
{
    if (m_cells.empty()) {
        *this = std::move(other);
        return;
    }
    const qsizetype shift = m_bytes.size();
    m_bytes += other.m_bytes;
    for (const Cell &cell : other.m_cells)
        m_cells.push_back({ cell.offset + shift, cell.length });
}

} // namespace lockstep::postgres
