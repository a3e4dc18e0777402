#pragma once

#include "step.h"

#include <QStringList>
#include <QVector>

namespace lockstep::plan {

/// A column that gets a value with each row that is copied.
struct CopiedValue
{
    QString column; ///< Raw name.
    QString value; ///< SQL over the columns of the table that the row comes from.
};

/// A foreign key of another table that refers to the copied one.
struct CopiedReference
{
    schema::ObjectId constraint;
};

/// A table in use whose rows go to one beside it that takes its name.
struct TableCopy
{
    schema::ObjectId table;
    schema::ObjectId beside; ///< The new one until the swap.
    schema::ObjectId aside; ///< The old one after it.
    QString shape; ///< What the new one is: "partitioned" or "plain".
    QString oldShape;
    QVector<schema::ObjectId> partitions; ///< Of the new one: those that hold rows.
    QVector<schema::ObjectId> oldPartitions;
    QVector<CopiedValue> up; ///< For the new table; not the generated columns.
    QVector<CopiedValue> down; ///< For the old one.
    QStringList columns; ///< That both have alike; raw names.
    QStringList numberedUp; ///< Columns that the new table always numbers itself.
    QStringList numberedDown;
    QStringList key; ///< Of the old table, raw names.
    QStringList keyTypes;
    QStringList newKey; ///< Of the new one: these and those it is partitioned by.
    QStringList misfits; ///< Conditions on rows that the new table does not take.
    bool isBoundChecked = false; ///< These tell of rows that no partition takes as well.
    QStringList swap; ///< All that changes with the names, and the way back.
    QStringList swapBack;
    QStringList drop; ///< Of the old table.
    QStringList make;
    QVector<CopiedReference> references; ///< Not checked by the swap and its way back.
    QVector<Loss> loses; ///< With the old table.
    QStringList
        breaking; ///< What every release must be ready for when the new table takes the name; sentences.
    /// Other things of the table wait for the gate before the rows are copied, so its end has one of its own.
    bool isBehindGate = false;
    QString noWayBack; ///< Why rows cannot be copied back; empty where they can.
    QString note; ///< What a person has to know of these; whole sentences.
    /// Why all is done in one transaction under a lock, whole sentences; empty where it is not.
    QString whyLocked;
};

} // namespace lockstep::plan
