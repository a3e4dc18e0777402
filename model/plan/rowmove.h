#pragma once

#include "columnsets.h"

namespace lockstep::plan {

/// A column of the new table with what a row of the old one makes of it.
struct MovedColumn
{
    schema::Fact column;
    QString expression;
};

/// Values of a table in use that become rows of a table the plan creates, by a `moves` intent. Both are
/// made of each other, so that the release that knows the one and the release that knows the other run
/// side by side until the gate.
struct RowMove
{
    schema::ObjectId from;
    schema::ObjectId to;
    QString each; ///< As MoveIntent's.
    QString where; ///< Never empty where `each` is.
    QVector<MovedColumn> columns; ///< In the new table's order, with those of `owner`.
    QVector<QPair<QString, QString>> owner; ///< Columns of `to` and those of a key of `from`, raw names.
    QStringList key; ///< Of `to`: moved columns, the owner's among them; raw names.
    QStringList used; ///< Columns of `from` that decide what is moved; empty: any may.
    QVector<SetColumn> leaving; ///< Columns of `from` that go, with what makes them again.
    /// Keys, checks and foreign keys of `to` on moved columns, with what they refer to there by now.
    QVector<schema::Fact> constraints;
    QString whyNotOnline; ///< A whole sentence where the two cannot be kept in step.
};

} // namespace lockstep::plan
