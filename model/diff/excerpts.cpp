#include "changeset.h"

#include <algorithm>

namespace lockstep::diff {

namespace {

/// What stands before the place, so that a reader sees where in the text it is.
constexpr qsizetype kLeadIn = 20;

QString excerpt(const QString &text, qsizetype start, int longest)
{
    const QChar ellipsis(0x2026);
    QString part = text.mid(start, longest);
    if (start + part.size() < text.size())
        part += ellipsis;
    return start > 0 ? ellipsis + part : part;
}

} // namespace

std::pair<QString, QString> excerpts(const Difference &difference, int longest)
{
    const QString before = difference.before.simplified();
    const QString after = difference.after.simplified();
    if (before.size() <= longest && after.size() <= longest)
        return { before, after };
    const auto [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const qsizetype common = a - before.begin();
    // The whole beginning is shown where the difference is in it.
    if (common + kLeadIn <= longest)
        return { excerpt(before, 0, longest), excerpt(after, 0, longest) };
    const qsizetype start = before.lastIndexOf(QLatin1Char(' '), common - kLeadIn) + 1;
    return { excerpt(before, start, longest), excerpt(after, start, longest) };
}

} // namespace lockstep::diff
