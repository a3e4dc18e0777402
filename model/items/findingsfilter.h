#pragma once

#include <model/plan/step.h>

#include <QSortFilterProxyModel>

namespace lockstep::items {

/// Findings from a severity upwards that hold a text, in the order of the clicked column.
class FindingsFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit FindingsFilter(QObject *parent = nullptr);
    void setLowest(plan::Severity severity);
    void setText(const QString &text); ///< Of the message or the rule, case does not matter.

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    plan::Severity m_lowest = plan::Severity::Info;
    QString m_text;
};

} // namespace lockstep::items
