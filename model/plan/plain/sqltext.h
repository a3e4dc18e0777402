#pragma once

#include <model/schema/catalog.h>
#include <model/schema/kindtraits.h>

#include <QString>
#include <QStringList>

/// Pieces every DDL writer needs. Writers return plain statements without semicolons.
namespace lockstep::plan::ddl {

using schema::keyword;

[[nodiscard]] QString relationName(const schema::ObjectId &id);
[[nodiscard]] QString alterTable(const schema::ObjectId &relation, const QString &clause);
/// The same without descending to partitions and children.
[[nodiscard]] QString alterTableOnly(const schema::ObjectId &relation, const QString &clause);
[[nodiscard]] QString optionList(const QStringList &options);
/// SET (…) and RESET (…) clauses that turn one option list into the other.
[[nodiscard]] QStringList optionClauses(const QStringList &before, const QStringList &after);
/// The names of options ("fillfactor=70" is fillfactor).
[[nodiscard]] QStringList optionNames(const QStringList &options);
/// PostgreSQL prints `a IN ('x', 'y')` on a varchar column in a form that it reads back as another
/// expression, which it then prints differently. Brings such texts into the first form.
[[nodiscard]] QString reparseable(const QString &sql);
[[nodiscard]] schema::ObjectId tableOf(const schema::ObjectId &part);

} // namespace lockstep::plan::ddl
