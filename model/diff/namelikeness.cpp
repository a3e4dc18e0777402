#include "namelikeness.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace lockstep::diff {

namespace {

int letterDistance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int above = row[size_t(j)];
            const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[size_t(j)] = std::min({ above + 1, row[size_t(j) - 1] + 1, diagonal + cost });
            diagonal = above;
        }
    }
    return row[size_t(b.size())];
}

} // namespace

QStringList wordsOf(const QString &name)
{
    QString spaced;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool hump = i > 0 && name[i].isUpper() && name[i - 1].isLower();
        if (hump)
            spaced += QLatin1Char(' ');
        spaced += name[i].isLetterOrNumber() ? name[i].toLower() : QChar(QLatin1Char(' '));
    }
    return spaced.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

double nameLikeness(const QString &a, const QString &b)
{
    const QStringList wordsA = wordsOf(a);
    const QStringList wordsB = wordsOf(b);
    const QString lettersA = wordsA.join(QString());
    const QString lettersB = wordsB.join(QString());
    const QSet<QString> setA(wordsA.begin(), wordsA.end());
    const QSet<QString> setB(wordsB.begin(), wordsB.end());
    const auto common = double((setA & setB).size());
    const auto all = double(std::max<qsizetype>(1, (setA | setB).size()));
    const auto longest = double(std::max<qsizetype>(1, std::max(lettersA.size(), lettersB.size())));
    return std::max(common / all, 1.0 - letterDistance(lettersA, lettersB) / longest);
}

} // namespace lockstep::diff
