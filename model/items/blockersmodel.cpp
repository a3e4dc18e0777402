#include "blockersmodel.h"

#include "format.h"

#include <algorithm>

namespace lockstep::items {

namespace {

constexpr int longestQuery = 200;

bool isSameSession(const execution::Blocker &a, const execution::Blocker &b)
{
    return a.pid == b.pid && a.backendStart == b.backendStart && a.application == b.application;
}

QString doingText(const execution::Blocker &blocker)
{
    if (blocker.state.isEmpty())
        return {};
    return blocker.stateSeconds > 0
               ? BlockersModel::tr("%1 for %2").arg(blocker.state, durationText(blocker.stateSeconds * 1000))
               : blocker.state;
}

} // namespace

QString sessionText(const execution::Blocker &blocker)
{
    QStringList about;
    for (const QString &each : { blocker.user, blocker.application }) {
        if (!each.isEmpty())
            about.append(each);
    }
    const QString who = blocker.pid > 0 ? BlockersModel::tr("pid %1").arg(blocker.pid)
                                        : BlockersModel::tr("prepared transaction");
    return about.isEmpty() ? who : QStringLiteral("%1 (%2)").arg(who, about.join(QStringLiteral(", ")));
}

BlockersModel::BlockersModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void BlockersModel::setBlockers(const QVector<execution::Blocker> &blockers)
{
    const auto isIn = [](const QVector<execution::Blocker> &all, const execution::Blocker &one) {
        return std::any_of(all.begin(), all.end(),
                           [&](const execution::Blocker &other) { return isSameSession(one, other); });
    };
    for (int row = int(m_blockers.size()) - 1; row >= 0; --row) {
        if (isIn(blockers, m_blockers.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_blockers.removeAt(row);
        endRemoveRows();
    }
    for (const execution::Blocker &blocker : blockers) {
        const auto known = std::find_if(m_blockers.begin(), m_blockers.end(),
                                        [&](const auto &other) { return isSameSession(blocker, other); });
        if (known != m_blockers.end()) {
            *known = blocker;
            continue;
        }
        const int row = int(m_blockers.size());
        beginInsertRows({}, row, row);
        m_blockers.append(blocker);
        endInsertRows();
    }
    if (!m_blockers.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_blockers.size()) - 1, ColumnCount - 1));
}

int BlockersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_blockers.size());
}

int BlockersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BlockersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_blockers.size() || index.column() >= ColumnCount)
        return {};
    const execution::Blocker &blocker = m_blockers.at(index.row());
    if (role == Qt::ToolTipRole)
        return blocker.keptBecause.isEmpty() ? blocker.query : blocker.keptBecause;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Session: return sessionText(blocker);
    case Doing: return doingText(blocker);
    case Age: return durationText(blocker.transactionSeconds * 1000);
    case Query: return blocker.query.simplified().left(longestQuery);
    case ColumnCount: break;
    }
    return {};
}

QVariant BlockersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Session: return tr("Session");
    case Doing: return tr("Doing");
    case Age: return tr("Transaction");
    case Query: return tr("Statement");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
