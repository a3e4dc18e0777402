#include "linediff.h"

#include <algorithm>
#include <vector>

namespace lockstep::widgets {

namespace {

/// Beyond this many cells the middle is shown as changed as a whole: the table would cost more
/// than the picture tells.
constexpr qsizetype mostCells = 4'000'000;

/// A comma at the end belongs to the line that comes after it.
QStringView bareLine(const QString &line)
{
    const QStringView text = QStringView(line).trimmed();
    return text.endsWith(QLatin1Char(',')) ? text.chopped(1) : text;
}

bool isSameLine(const QString &a, const QString &b)
{
    return a == b || bareLine(a) == bareLine(b);
}

/// Pairs a run of removed lines with a run of added ones.
void appendRun(QVector<DiffRow> *rows, int leftFrom, int leftTo, int rightFrom, int rightTo)
{
    while (leftFrom < leftTo && rightFrom < rightTo)
        rows->append({ leftFrom++, rightFrom++, DiffRow::Kind::Changed });
    while (leftFrom < leftTo)
        rows->append({ leftFrom++, -1, DiffRow::Kind::Removed });
    while (rightFrom < rightTo)
        rows->append({ -1, rightFrom++, DiffRow::Kind::Added });
}

/// Lengths of the longest common tails, row by row.
std::vector<int> commonTails(const QStringList &left, int leftFrom, int leftTo, const QStringList &right,
                             int rightFrom, int rightTo)
{
    const size_t columns = size_t(rightTo - rightFrom + 1);
    std::vector<int> lengths(size_t(leftTo - leftFrom + 1) * columns, 0);
    for (int i = leftTo - leftFrom - 1; i >= 0; --i) {
        for (int j = rightTo - rightFrom - 1; j >= 0; --j) {
            const size_t at = size_t(i) * columns + size_t(j);
            lengths[at] = isSameLine(left.at(leftFrom + i), right.at(rightFrom + j))
                              ? lengths[at + columns + 1] + 1
                              : std::max(lengths[at + columns], lengths[at + 1]);
        }
    }
    return lengths;
}

} // namespace

QVector<DiffRow> diffLines(const QStringList &left, const QStringList &right)
{
    QVector<DiffRow> rows;
    int head = 0;
    while (head < left.size() && head < right.size() && isSameLine(left.at(head), right.at(head))) {
        rows.append({ head, head, DiffRow::Kind::Same });
        ++head;
    }
    int leftTo = int(left.size());
    int rightTo = int(right.size());
    while (leftTo > head && rightTo > head && isSameLine(left.at(leftTo - 1), right.at(rightTo - 1))) {
        --leftTo;
        --rightTo;
    }
    int i = head;
    int j = head;
    if (qsizetype(leftTo - head) * (rightTo - head) <= mostCells) {
        const std::vector<int> tails = commonTails(left, head, leftTo, right, head, rightTo);
        const size_t columns = size_t(rightTo - head + 1);
        const auto tail = [&](int a, int b) {
            return tails.at(size_t(a - head) * columns + size_t(b - head));
        };
        while (i < leftTo && j < rightTo) {
            int runLeft = i;
            int runRight = j;
            while (runLeft < leftTo && runRight < rightTo
                   && !isSameLine(left.at(runLeft), right.at(runRight))) {
                if (tail(runLeft + 1, runRight) >= tail(runLeft, runRight + 1))
                    ++runLeft;
                else
                    ++runRight;
            }
            if (runLeft == leftTo || runRight == rightTo)
                break;
            appendRun(&rows, i, runLeft, j, runRight);
            rows.append({ runLeft, runRight, DiffRow::Kind::Same });
            i = runLeft + 1;
            j = runRight + 1;
        }
    }
    appendRun(&rows, i, leftTo, j, rightTo);
    for (int k = 0; leftTo + k < left.size(); ++k)
        rows.append({ leftTo + k, rightTo + k, DiffRow::Kind::Same });
    return rows;
}

} // namespace lockstep::widgets
