#pragma once

#include <model/schema/objectid.h>

#include <QStringList>
#include <QVector>

namespace lockstep::plan {

/// A table in use whose rows go to a partitioned one that takes its name.
struct TableCopy
{
    schema::ObjectId table;
    schema::ObjectId beside; ///< The new one until the swap.
    schema::ObjectId aside; ///< The old one after it.
    QVector<schema::ObjectId> partitions; ///< Those that hold rows.
    QStringList columns; ///< Not the generated ones; raw names.
    QStringList key; ///< Of the old table, raw names.
    QStringList keyTypes;
    QStringList newKey; ///< Of the new one: these and those it is partitioned by.
    QStringList misfits; ///< Conditions on rows that the new table does not take.
    bool isBoundChecked = false; ///< These tell of rows that no partition takes as well.
    QStringList swap; ///< All that changes with the names, and the way back.
    QStringList swapBack;
    QStringList drop; ///< Of the old table.
    QStringList make;
    QString note; ///< What a person has to know of these; whole sentences.
};

} // namespace lockstep::plan
