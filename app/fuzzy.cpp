#include "fuzzy.h"

#include <algorithm>

namespace lockstep::app {

namespace {

constexpr int letterScore = 1;
constexpr int neighbourScore = 4;
constexpr int wordScore = 6;

/// Looks for the rest from `from` on; the first place of each letter is taken unless a word begins with it
/// later.
int scoreFrom(QStringView typed, QStringView text, qsizetype from)
{
    int score = 0;
    qsizetype before = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        for (qsizetype other = at; other >= 0 && at != before + 1;
             other = text.indexOf(letter, other + 1, Qt::CaseInsensitive)) {
            if (other == 0 || !text.at(other - 1).isLetterOrNumber()) {
                at = other;
                break;
            }
        }
        score += letterScore;
        if (at == before + 1)
            score += neighbourScore;
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            score += wordScore;
        before = at;
        from = at + 1;
    }
    return score;
}

} // namespace

int fuzzyScore(QStringView typed, QStringView text)
{
    int best = scoreFrom(typed, text, 0);
    // Jumping to the beginning of a word can lose the rest: the plain order is tried as well.
    const qsizetype whole = text.indexOf(typed.trimmed(), 0, Qt::CaseInsensitive);
    if (whole >= 0)
        best = std::max(best, scoreFrom(typed, text, whole) + neighbourScore);
    if (best >= 0)
        return best;
    qsizetype from = 0;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        from = at + 1;
    }
    return 0;
}

int wordsScore(QStringView typed, QStringView words)
{
    const auto known = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int score = -1;
    for (const QStringView word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto begun = std::find_if(known.cbegin(), known.cend(), [word](QStringView one) {
            return one.startsWith(word, Qt::CaseInsensitive);
        });
        if (begun == known.cend())
            return -1;
        score = std::max(score, 0) + fuzzyScore(word, *begun);
    }
    return score;
}

} // namespace lockstep::app
