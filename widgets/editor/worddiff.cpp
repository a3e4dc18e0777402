#include "linediff.h"

#include <algorithm>
#include <vector>

namespace lockstep::widgets {

namespace {

/// Lines of more words are marked as a whole.
constexpr size_t mostWords = 400;

bool isWordLetter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

QVector<WordMark> wordsOf(const QString &line)
{
    QVector<WordMark> words;
    for (int at = 0; at < line.size();) {
        if (line[at].isSpace()) {
            ++at;
            continue;
        }
        int end = at + 1;
        while (isWordLetter(line[at]) && end < line.size() && isWordLetter(line[end]))
            ++end;
        words.append({ at, end - at });
        at = end;
    }
    return words;
}

QStringView textOf(const QString &line, const WordMark &word)
{
    return QStringView(line).mid(word.from, word.length);
}

/// Joins words that stand next to each other or have only blanks between them.
QVector<WordMark> joined(const QVector<WordMark> &words, const std::vector<bool> &isCommon)
{
    QVector<WordMark> marks;
    for (int i = 0; i < words.size(); ++i) {
        if (isCommon[size_t(i)])
            continue;
        const WordMark &word = words[i];
        const bool follows = i > 0 && !isCommon[size_t(i) - 1] && !marks.isEmpty();
        if (follows)
            marks.last().length = word.from + word.length - marks.last().from;
        else
            marks.append(word);
    }
    return marks;
}

QString withoutSpace(const QString &text)
{
    QString bare;
    bare.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isSpace())
            bare.append(c);
    }
    return bare;
}

} // namespace

WordMarks diffWords(const QString &left, const QString &right)
{
    const QVector<WordMark> a = wordsOf(left);
    const QVector<WordMark> b = wordsOf(right);
    const auto rows = size_t(a.size());
    const auto columns = size_t(b.size());
    if (rows == 0 || columns == 0 || rows > mostWords || columns > mostWords)
        return {};
    std::vector<int> tails((rows + 1) * (columns + 1), 0);
    const auto tail = [&](size_t i, size_t j) -> int & { return tails[i * (columns + 1) + j]; };
    const auto isSame = [&](size_t i, size_t j) {
        return textOf(left, a[qsizetype(i)]) == textOf(right, b[qsizetype(j)]);
    };
    for (size_t i = rows; i-- > 0;) {
        for (size_t j = columns; j-- > 0;)
            tail(i, j) = isSame(i, j) ? tail(i + 1, j + 1) + 1 : std::max(tail(i + 1, j), tail(i, j + 1));
    }
    if (tail(0, 0) == 0)
        return {};
    std::vector<bool> inLeft(rows, false);
    std::vector<bool> inRight(columns, false);
    for (size_t i = 0, j = 0; i < rows && j < columns;) {
        if (isSame(i, j)) {
            inLeft[i++] = true;
            inRight[j++] = true;
        } else if (tail(i + 1, j) >= tail(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return { joined(a, inLeft), joined(b, inRight) };
}

bool differInWhitespaceOnly(const QString &left, const QString &right)
{
    return left != right && withoutSpace(left) == withoutSpace(right);
}

} // namespace lockstep::widgets
