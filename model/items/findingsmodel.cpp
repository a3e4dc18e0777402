#include "findingsmodel.h"

#include "roles.h"
#include "words.h"

#include <model/analysis/rules/documentation.h>

#include <QFileInfo>

#include <algorithm>

namespace lockstep::items {

FindingsModel::FindingsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void FindingsModel::setReport(const analysis::lint::LintReportPtr &report)
{
    beginResetModel();
    m_report = report;
    m_rows.clear();
    m_hasSeveralFiles = false;
    const auto statements = report ? report->statements : QVector<analysis::lint::LintedStatement>();
    for (int i = 0; i < statements.size(); ++i) {
        m_hasSeveralFiles = m_hasSeveralFiles || statements.at(i).file != statements.first().file;
        for (int k = 0; k < statements.at(i).findings.size(); ++k)
            m_rows.append({ i, k });
    }
    endResetModel();
}

int FindingsModel::statementOf(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).statement : -1;
}

const plan::Finding *FindingsModel::findingAt(int row) const
{
    const int statement = statementOf(row);
    return statement < 0 ? nullptr : &m_report->statements.at(statement).findings.at(m_rows.at(row).finding);
}

int FindingsModel::rowOf(int statement, const QString &rule) const
{
    const auto first = std::lower_bound(m_rows.begin(), m_rows.end(), statement,
                                        [](const Row &row, int wanted) { return row.statement < wanted; });
    for (auto row = first; row != m_rows.end() && row->statement == statement; ++row) {
        const int at = int(row - m_rows.begin());
        if (rule.isEmpty() || findingAt(at)->rule == rule)
            return at;
    }
    return -1;
}

int FindingsModel::count(plan::Severity severity) const
{
    int found = 0;
    for (int row = 0; row < m_rows.size(); ++row)
        found += findingAt(row)->severity == severity ? 1 : 0;
    return found;
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FindingsModel::placeText(int row) const
{
    const QString line = QString::number(findingAt(row)->line);
    if (!m_hasSeveralFiles)
        return line;
    const QString &file = m_report->statements.at(statementOf(row)).file;
    return tr("%1:%2", "file and line").arg(QFileInfo(file).fileName(), line);
}

QVariant FindingsModel::sortKey(int row, Column column) const
{
    const plan::Finding &finding = *findingAt(row);
    switch (column) {
    // Worst first when sorted upwards, and in the script's order among equals.
    case Severity: return -(int(finding.severity) * qint64(1000000000)) + row;
    case Place: return row;
    case Message: return finding.message;
    case Rule: return finding.rule;
    case ColumnCount: break;
    }
    return {};
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const plan::Finding *finding = index.isValid() ? findingAt(index.row()) : nullptr;
    if (!finding || index.column() >= ColumnCount)
        return {};
    switch (role) {
    case SeverityRole: return int(finding->severity);
    case StatementRole: return statementOf(index.row());
    case RuleRole: return finding->rule;
    case SortRole: return sortKey(index.row(), Column(index.column()));
    case Qt::ToolTipRole: return finding->message;
    case Qt::TextAlignmentRole:
        return index.column() == Place && !m_hasSeveralFiles ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                             : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1 in line %2: %3")
            .arg(words(finding->severity), QString::number(finding->line), finding->message);
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case Severity: return words(finding->severity);
    case Place: return placeText(index.row());
    case Message: return finding->message;
    case Rule: return finding->rule;
    case ColumnCount: break;
    }
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(section == Place && !m_hasSeveralFiles ? Qt::AlignRight | Qt::AlignVCenter
                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Severity: return tr("Severity");
    case Place: return m_hasSeveralFiles ? tr("Place") : tr("Line");
    case Message: return tr("Finding");
    case Rule: return tr("Rule");
    case ColumnCount: break;
    }
    return {};
}

QString ruleDocumentation(const QString &rule)
{
    return analysis::rules::documentation(rule);
}

} // namespace lockstep::items
