#pragma once

#include "stepnumbers.h"

#include <model/execution/runevents.h>

#include <QAbstractTableModel>

#include <deque>

namespace lockstep::items {

/// What a run did, newest first, the oldest lines dropped beyond a limit. Shows steps by their numbers; the
/// lines stay as they came.
class EventLogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Level, Text, ColumnCount };

    explicit EventLogModel(int limit = 10000, QObject *parent = nullptr);
    void append(const execution::LogLine &line);
    void clear();
    /// Oldest first, as they happened; what is beyond the limit is not shown.
    void setLines(const QVector<execution::LogLine> &lines);
    /// Oldest first.
    [[nodiscard]] QVector<execution::LogLine> lines() const;
    /// For events that are not of today.
    void setShowsDate(bool shows) { m_showsDate = shows; }
    /// For the lines that come from now on.
    void setNumbers(const StepNumbers &numbers) { m_numbers = numbers; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const execution::LogLine &line) const;

    int m_limit;
    bool m_showsDate = false;
    StepNumbers m_numbers;
    std::deque<execution::LogLine> m_lines;
};

} // namespace lockstep::items
