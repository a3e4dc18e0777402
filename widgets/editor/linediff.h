#pragma once

#include <QStringList>
#include <QVector>

namespace lockstep::widgets {

/// One row of two texts laid side by side. -1: that side has no line here.
struct DiffRow
{
    enum class Kind { Same, Changed, Removed, Added };
    int left = -1;
    int right = -1;
    Kind kind = Kind::Same;
    friend bool operator==(const DiffRow &, const DiffRow &) = default;
};

/// Aligns two texts by their longest common lines; lines that differ only in blanks at the end
/// count as equal. Runs of removed and added lines at the same place are paired as changed.
[[nodiscard]] QVector<DiffRow> diffLines(const QStringList &left, const QStringList &right);

} // namespace lockstep::widgets
