#include "shrink.h"

#include <algorithm>

namespace lockstep::testing {

namespace {

/// `pieces` without those keys and without what needs them.
Pieces without(const Pieces &pieces, const QSet<QString> &keys)
{
    Pieces kept;
    QSet<QString> gone = keys;
    for (const Piece &piece : pieces) {
        const bool loses = std::any_of(piece.needs.begin(), piece.needs.end(),
                                       [&](const QString &need) { return gone.contains(need); });
        if (loses || gone.contains(piece.key))
            gone.insert(piece.key);
        else
            kept.append(piece);
    }
    return kept;
}

QStringList keysOf(const SchemaPair &pair)
{
    QStringList keys;
    for (const Pieces *side : { &pair.current, &pair.target }) {
        for (const Piece &piece : *side) {
            if (!keys.contains(piece.key))
                keys.append(piece.key);
        }
    }
    return keys;
}

qsizetype sizeOf(const SchemaPair &pair)
{
    return pair.current.size() + pair.target.size();
}

} // namespace

SchemaPair shrink(SchemaPair pair, const std::function<bool(const SchemaPair &)> &stillFails, int tries)
{
    // Halves, quarters, … of the keys from both sides, then single pieces from either.
    for (qsizetype chunk = keysOf(pair).size() / 2; chunk >= 1; chunk /= 2) {
        QStringList keys = keysOf(pair);
        for (qsizetype at = 0; at < keys.size() && tries > 0;) {
            const QStringList slice = keys.mid(at, chunk);
            const QSet<QString> left(slice.begin(), slice.end());
            const SchemaPair smaller{ without(pair.current, left), without(pair.target, left) };
            --tries;
            if (sizeOf(smaller) < sizeOf(pair) && stillFails(smaller)) {
                pair = smaller;
                keys = keysOf(pair);
            } else {
                at += chunk;
            }
        }
    }
    for (Pieces SchemaPair::*side : { &SchemaPair::current, &SchemaPair::target }) {
        for (qsizetype at = (pair.*side).size() - 1; at >= 0 && tries > 0; --at) {
            if (at >= (pair.*side).size())
                continue;
            SchemaPair smaller = pair;
            smaller.*side = without(pair.*side, { (pair.*side)[at].key });
            --tries;
            if (stillFails(smaller))
                pair = smaller;
        }
    }
    return pair;
}

} // namespace lockstep::testing
