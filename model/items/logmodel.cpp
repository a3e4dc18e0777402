#include "logmodel.h"

#include "roles.h"

#include <model/plan/plan.h>

#include <QCoreApplication>

namespace lockstep::items {

namespace {

QString logLevelText(base::log::Level level)
{
    switch (level) {
    case base::log::Level::Debug: return LogModel::tr("debug");
    case base::log::Level::Info: return LogModel::tr("info");
    case base::log::Level::Warning: return LogModel::tr("warning");
    case base::log::Level::Error: return LogModel::tr("error");
    }
    return {};
}

plan::Severity logSeverity(base::log::Level level)
{
    switch (level) {
    case base::log::Level::Debug:
    case base::log::Level::Info: return plan::Severity::Info;
    case base::log::Level::Warning: return plan::Severity::Warning;
    case base::log::Level::Error: return plan::Severity::Error;
    }
    return plan::Severity::Info;
}

} // namespace

LogModel::LogModel(int limit, QObject *parent)
    : QAbstractTableModel(parent)
    , m_limit(limit)
{ }

void LogModel::append(const QDateTime &at, base::log::Level level, const QString &channel,
                      const QString &message)
{
    if (int(m_lines.size()) >= m_limit) {
        beginRemoveRows({}, 0, 0);
        m_lines.pop_front();
        endRemoveRows();
    }
    const int row = int(m_lines.size());
    beginInsertRows({}, row, row);
    m_lines.push_back({ at, level, channel, message });
    endInsertRows();
}

void LogModel::clear()
{
    if (m_lines.empty())
        return;
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

QString LogModel::toText() const
{
    QString text;
    for (const Line &line : m_lines) {
        text += line.at.toString(Qt::ISODateWithMs) + QLatin1Char(' ') + logLevelText(line.level)
                + QLatin1Char(' ') + line.channel + QStringLiteral(": ") + line.message + QLatin1Char('\n');
    }
    return text;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_lines.size()) || index.column() >= ColumnCount)
        return {};
    const Line &line = m_lines.at(size_t(index.row()));
    if (role == SeverityRole)
        return int(logSeverity(line.level));
    if (role == Qt::ToolTipRole)
        return line.message;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Time: return line.at.toString(QStringLiteral("HH:mm:ss.zzz"));
    case Level: return logLevelText(line.level);
    case Channel: return line.channel;
    case Message: return line.message;
    case ColumnCount: break;
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Time: return tr("Time");
    case Level: return tr("Level");
    case Channel: return tr("Part");
    case Message: return tr("Message");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
