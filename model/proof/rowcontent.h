#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QHash>
#include <QMap>
#include <QVector>

namespace lockstep::proof {

struct ContentColumn
{
    QString name;
    QString type;
    bool isGenerated = false; ///< Its values follow from others and are not read.
    /// What values of a user's type are made of: place (".attribute", "[]") and type; empty of others.
    QVector<QPair<QString, QString>> parts;

    /// Values are read by the names of their attributes.
    [[nodiscard]] bool isComposite() const;
    /// False if the types differ, or those of parts that both have: equal values are written otherwise then.
    [[nodiscard]] bool isWrittenLike(const ContentColumn &other) const;
};

/// Everything a table holds, as text. Of composite values without attributes that are NULL, so that one
/// that comes or goes without a value is no difference.
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

/// Lets what runs when rows are touched find what it names without a schema: reading a table plans its
/// indexes, and their functions count on a search_path that only the application knows. Gives the path
/// that was set before.
[[nodiscard]] base::Result<QString> searchEverySchema(postgres::Session &session);

/// Rows by the table's name; those that are not there are left out. Counted many tables at a time.
[[nodiscard]] base::Result<QHash<QString, int>> countRows(postgres::Session &session,
                                                          const QStringList &names);

/// "{"a","b"}" for a text[] parameter.
[[nodiscard]] QString textArray(const QStringList &texts);

} // namespace lockstep::proof
