#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <vector>

namespace lockstep::postgres {

/// Rows as text, as the server sent them. Values may be null. They lie one after the other in a
/// single buffer and become QString only when asked: a big catalog has millions of them, and most
/// are numbers and letters.
class Rows
{
public:
    Rows() = default;
    explicit Rows(QStringList columns)
        : m_columns(std::move(columns))
        , m_width(m_columns.size())
    { }

    [[nodiscard]] int count() const { return m_width == 0 ? 0 : int(qsizetype(m_cells.size()) / m_width); }
    /// Empty for rows that were read in batches.
    [[nodiscard]] const QStringList &columns() const { return m_columns; }
    [[nodiscard]] bool isNull(int row, int column) const { return cell(row, column).length < 0; }
    /// UTF-8; empty for null.
    [[nodiscard]] QByteArrayView bytes(int row, int column) const
    {
        const Cell &value = cell(row, column);
        return { m_bytes.constData() + value.offset, qMax(value.length, 0) };
    }
    [[nodiscard]] QString text(int row, int column) const { return QString::fromUtf8(bytes(row, column)); }
    [[nodiscard]] qint64 integer(int row, int column) const;
    [[nodiscard]] double real(int row, int column) const { return bytes(row, column).toDouble(); }
    [[nodiscard]] bool boolean(int row, int column) const { return bytes(row, column) == "t"; }
    /// Rows that INSERT, UPDATE or DELETE touched.
    qint64 affected = 0;

    void reserve(int rows) { m_cells.reserve(size_t(m_width * rows)); }
    void addValue(QByteArrayView value);
    void addNull() { m_cells.push_back({ m_bytes.size(), -1 }); }
    /// One line of COPY … TO STDOUT; the first line says how many columns there are.
    void addCopyLine(QByteArrayView line);
    void append(Rows other);
    /// Bytes of all values.
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }

private:
    struct Cell
    {
        qsizetype offset = 0;
        int length = -1;
    };
    [[nodiscard]] const Cell &cell(int row, int column) const
    {
        return m_cells[size_t(qsizetype(row) * m_width + column)];
    }
    void addEscaped(QByteArrayView field);

    QStringList m_columns;
    qsizetype m_width = 0;
    QByteArray m_bytes;
    std::vector<Cell> m_cells;
};

} // namespace lockstep::postgres
