#pragma once

#include "rowcontent.h"

#include <model/diff/renaming.h>
#include <model/plan/plan.h>

#include <QHash>
#include <QSet>

namespace lockstep::proof {

/// What the plan itself says will not come through, and under which names the rest is found.
class Expectation
{
public:
    Expectation(const plan::Plan &plan, const QVector<diff::RenameStep> &renames);

    /// The step that names the table or column as lost, or that of a parent it goes with; may be empty.
    [[nodiscard]] QString loserOf(const TableContent &table) const;
    [[nodiscard]] QString loserOf(const TableContent &table, const QString &column) const;
    /// The step that says that values of the column stay and lose a part of themselves; may be empty.
    [[nodiscard]] QString partLoserOf(const TableContent &table, const QString &column) const;
    /// The table that the plan moves the column's values to, and checks to hold them; may be empty.
    [[nodiscard]] QString homeOf(const TableContent &table, const QString &column) const;
    /// True if a backfill of the plan writes the column.
    [[nodiscard]] bool isWritten(const QString &tableName, const QString &column) const;
    /// Steps that cannot be taken back fully, by the tables they are about.
    [[nodiscard]] QString cautionOf(const QString &tableName) const;
    [[nodiscard]] bool hasConversion(const QString &schema, const QString &table,
                                     const QString &column) const;

    /// True if the plan renames labels of the enum: its values are written otherwise then.
    [[nodiscard]] bool hasRenamedLabels(const QString &type) const;

    /// Names after the plan has run.
    [[nodiscard]] QString tableAfter(const QString &schema, const QString &table) const;
    [[nodiscard]] QString columnAfter(const QString &schema, const QString &table,
                                      const QString &column) const;

private:
    [[nodiscard]] schema::ObjectId idAfter(schema::ObjectId id) const;
    using Losers = QHash<QString, QString>; ///< Step id by what it loses.
    [[nodiscard]] QString loserOf(const Losers &losers, const TableContent &table,
                                  const QString &column) const;

    Losers m_losers;
    Losers m_partLosers;
    plan::Intents m_intents;
    QSet<QString> m_written; ///< "public.t.column"
    QHash<QString, QString> m_cautions;
    QSet<QString> m_conversions;
    QSet<QString> m_relabelled; ///< Enums, as SQL names them.
    QVector<diff::RenameStep> m_renames;
};

struct ContentFindings
{
    QStringList lost;
    QStringList notes;
};

enum class Moment { AfterPlan, AfterRollback };

/// Compares what the tables held in the beginning with what they hold now. `removed`: rows that
/// the proof itself took out of a table.
[[nodiscard]] ContentFindings compareContent(const Content &before, const Content &after,
                                             const Expectation &expected, Moment moment,
                                             const QHash<QString, int> &removed);

} // namespace lockstep::proof
