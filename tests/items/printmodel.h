#pragma once

#include <QAbstractItemModel>
#include <QStringList>

/// A model as lines of text, "a | b | c", children indented: how models are compared in tests.
namespace lockstep::testing {

inline void printInto(QStringList *lines, const QAbstractItemModel &model, const QModelIndex &parent,
                      int depth)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        lines->append(QString(depth * 2, QLatin1Char(' ')) + cells.join(QStringLiteral(" | ")));
        printInto(lines, model, model.index(row, 0, parent), depth + 1);
    }
}

inline QStringList printed(const QAbstractItemModel &model)
{
    QStringList lines;
    printInto(&lines, model, {}, 0);
    return lines;
}

} // namespace lockstep::testing
