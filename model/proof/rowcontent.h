#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QMap>
#include <QVector>

namespace lockstep::proof {

struct ContentColumn
{
    QString name;
    QString type;
    bool isGenerated = false;
};

/// Everything a table holds, as text.
struct TableContent
{
    QString schema;
    QString name;
    QVector<QPair<QString, QString>> ancestors; ///< Schema and name of what it is a partition or child of.
    QVector<ContentColumn> columns;
    QVector<QVector<std::optional<QString>>> rows;

    [[nodiscard]] int indexOf(const QString &column) const;
    [[nodiscard]] QString sqlName() const;
};

/// By the name SQL uses.
using Content = QMap<QString, TableContent>;

/// Reads the tables with these names; those that are not there are left out.
[[nodiscard]] base::Result<Content> readContent(postgres::Session &session, const QStringList &names);

/// "{"a","b"}" for a text[] parameter.
[[nodiscard]] QString textArray(const QStringList &texts);

} // namespace lockstep::proof
