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

/// Aligns two texts by their longest common lines; lines that differ only in blanks or a comma at the end
/// count as equal. Runs of removed and added lines at the same place are paired as changed.
[[nodiscard]] QVector<DiffRow> diffLines(const QStringList &left, const QStringList &right);

/// Part of a line, in characters.
struct WordMark
{
    int from = 0;
    int length = 0;
    friend bool operator==(const WordMark &, const WordMark &) = default;
};
struct WordMarks
{
    QVector<WordMark> left;
    QVector<WordMark> right;
};

/// The words of a changed line that the other side does not have there: names, numbers, strings and signs
/// are words, blanks between two that differ belong to them. Lines that share nothing are not marked:
/// there is no place to point to.
[[nodiscard]] WordMarks diffWords(const QString &left, const QString &right);

/// True if the texts differ, but not once all white space is taken out.
[[nodiscard]] bool differInWhitespaceOnly(const QString &left, const QString &right);

} // namespace lockstep::widgets
