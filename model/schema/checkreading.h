#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace lockstep::schema {

/// One query of a checklist and what a database answered.
struct CheckReading
{
    QString name; ///< "long-transactions"
    QString sql; ///< As it was sent: a person can run it again.
    QStringList columns;
    QVector<QStringList> rows; ///< Null is empty.
    QString unknown; ///< Why there is no answer, a whole sentence; empty where there is one.
    QString sqlstate; ///< Of that.

    [[nodiscard]] bool isKnown() const { return unknown.isEmpty(); }
    [[nodiscard]] int column(const QString &title) const { return int(columns.indexOf(title)); }
    /// Empty where there is no such column.
    [[nodiscard]] QString text(int row, const char *title) const
    {
        return rows.at(row).value(column(QLatin1String(title)));
    }
    [[nodiscard]] bool flag(int row, const char *title) const
    {
        return text(row, title) == QLatin1String("t");
    }
    [[nodiscard]] double number(int row, const char *title) const { return text(row, title).toDouble(); }
};
using CheckReadings = QHash<QString, CheckReading>;

} // namespace lockstep::schema
