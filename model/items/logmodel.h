#pragma once

#include <model/base/log.h>

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>

namespace lockstep::items {

/// Lockstep's own log lines, oldest first, the oldest dropped beyond a limit. Lines come through
/// append() in the GUI thread; whoever installs the log's sink posts them there.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Level, Channel, Message, ColumnCount };

    explicit LogModel(int limit = 5000, QObject *parent = nullptr);
    void append(const QDateTime &at, base::log::Level level, const QString &channel, const QString &message);
    void clear();
    [[nodiscard]] QString toText() const; ///< All lines, for the clipboard.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// SeverityRole gives 0 for debug and info, 1 for warnings, 2 for errors.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        QDateTime at;
        base::log::Level level;
        QString channel;
        QString message;
    };
    int m_limit;
    std::deque<Line> m_lines;
};

} // namespace lockstep::items
