#include "findingsfilter.h"

#include "findingsmodel.h"
#include "roles.h"

namespace lockstep::items {

FindingsFilter::FindingsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void FindingsFilter::setLowest(plan::Severity severity)
{
    m_lowest = severity;
    invalidateFilter();
}

void FindingsFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex message = sourceModel()->index(row, FindingsModel::Message, parent);
    if (message.data(SeverityRole).toInt() < int(m_lowest))
        return false;
    return m_text.isEmpty() || message.data().toString().contains(m_text, Qt::CaseInsensitive)
           || message.data(RuleRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace lockstep::items
