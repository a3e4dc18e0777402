#include "eventlogmodel.h"

#include "format.h"
#include "roles.h"
#include "words.h"

#include <algorithm>

namespace lockstep::items {

EventLogModel::EventLogModel(int limit, QObject *parent)
    : QAbstractTableModel(parent)
    , m_limit(limit)
{ }

void EventLogModel::append(const execution::LogLine &line)
{
    if (int(m_lines.size()) >= m_limit) {
        const int last = int(m_lines.size()) - 1;
        beginRemoveRows({}, last, last);
        m_lines.pop_back();
        endRemoveRows();
    }
    // The server's clock may say that it was before what we have told of already.
    const auto at = std::find_if(m_lines.begin(), m_lines.end(),
                                 [&](const execution::LogLine &other) { return other.at <= line.at; });
    const int row = int(at - m_lines.begin());
    beginInsertRows({}, row, row);
    m_lines.insert(at, line);
    endInsertRows();
}

void EventLogModel::clear()
{
    if (m_lines.empty())
        return;
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void EventLogModel::setLines(const QVector<execution::LogLine> &lines)
{
    beginResetModel();
    m_lines.clear();
    for (const execution::LogLine &line : lines.mid(std::max<qsizetype>(0, lines.size() - m_limit)))
        m_lines.push_front(line);
    endResetModel();
}

QVector<execution::LogLine> EventLogModel::lines() const
{
    return { m_lines.rbegin(), m_lines.rend() };
}

int EventLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int EventLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_lines.size()) || index.column() >= ColumnCount)
        return {};
    const execution::LogLine &line = m_lines.at(size_t(index.row()));
    if (role == EventLevelRole)
        return int(line.level);
    if (role == StepIdRole)
        return line.step;
    if (role == Qt::ToolTipRole)
        return textOf(line);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Time:
        return m_showsDate ? momentText(line.at) : line.at.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    case Level: return words(line.level);
    case Text: return textOf(line);
    case ColumnCount: break;
    }
    return {};
}

/// A warning says of which step it is; a step's own progress follows its name anyway.
QString EventLogModel::textOf(const execution::LogLine &line) const
{
    const QString text = m_numbers.in(line.text);
    const int number = line.level == execution::EventLevel::Warning ? m_numbers.of(line.step) : 0;
    return number == 0 || text != line.text ? text : tr("Step %1: %2").arg(QString::number(number), text);
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Time: return tr("Time");
    case Level: return tr("Kind");
    case Text: return tr("Event");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
