#include "randomschema.h"

#include <QHash>

#include <algorithm>

namespace lockstep::testing {

namespace {

constexpr int kInBothPercent = 62;
constexpr int kChangedPercent = 38;

/// FNV-1a: the same on every machine, unlike qHash().
quint64 hashOf(quint64 seed, const QString &text)
{
    quint64 hash = 14695981039346656037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
    for (const QChar c : text) {
        hash ^= c.unicode();
        hash *= 1099511628211ULL;
    }
    return hash;
}

} // namespace

int Dice::roll(int sides)
{
    // splitmix64
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return int((z ^ (z >> 31)) % quint64(sides));
}

RandomSide::RandomSide(quint64 seed, Which which, int major)
    : m_seed(seed)
    , m_which(which)
    , m_major(major)
{ }

Dice RandomSide::dice(const QString &key) const
{
    const bool isChanged = Dice(hashOf(m_seed, QStringLiteral("changed ") + key)).chance(kChangedPercent);
    const bool isOther = m_which == Which::Target && isChanged;
    return Dice(hashOf(m_seed, (isOther ? QStringLiteral("other ") : QStringLiteral("look ")) + key));
}

bool RandomSide::isWanted(const QString &key) const
{
    Dice dice(hashOf(m_seed, QStringLiteral("present ") + key));
    if (dice.chance(kInBothPercent))
        return true;
    return dice.roll(4) == int(m_which); // Else on neither side as often as on one of them.
}

bool RandomSide::always(const QString &key, const QString &sql, const QStringList &needs)
{
    const bool isPossible =
        std::all_of(needs.begin(), needs.end(), [this](const QString &need) { return has(need); });
    if (!isPossible || has(key))
        return false;
    m_pieces.append({ key, sql, needs });
    m_keys.insert(key);
    return true;
}

bool RandomSide::add(const QString &key, const QString &sql, const QStringList &needs)
{
    return isWanted(key) && always(key, sql, needs);
}

void RandomSide::decorate(const QString &key, const QString &form, const QString &privileges, bool canBeOwned)
{
    if (!has(key))
        return;
    Dice look = dice(key + QStringLiteral(" decoration"));
    if (look.chance(30))
        add(key + QStringLiteral(" comment"),
            QStringLiteral("COMMENT ON %1 IS 'It''s \u201c%2\u201d'").arg(form).arg(look.roll(9)), { key });
    if (canBeOwned && look.chance(15))
        add(key + QStringLiteral(" owner"),
            QStringLiteral("ALTER %1 OWNER TO %2").arg(form, look.oneOf(randomRoles())), { key });
    if (privileges.isEmpty() || !look.chance(25))
        return;
    const QString privilege = look.oneOf(privileges.split(QLatin1Char(',')));
    add(key + QStringLiteral(" grant"),
        QStringLiteral("GRANT %1 ON %2 TO %3%4")
            .arg(privilege, form, look.oneOf(randomRoles()),
                 look.chance(30) ? QStringLiteral(" WITH GRANT OPTION") : QString()),
        { key });
}

QStringList randomRoles()
{
    return { QStringLiteral("lockstep_reader"), QStringLiteral("\"lockstep Writer\"") };
}

SchemaPair randomPair(quint64 seed, int major)
{
    const auto make = [&](RandomSide::Which which) {
        RandomSide side(seed, which, major);
        addRandomTypes(side);
        addRandomTables(side);
        addRandomCode(side);
        addRandomTableParts(side);
        addRandomOthers(side);
        addRandomRareKinds(side);
        return side.take();
    };
    return { make(RandomSide::Which::Current), make(RandomSide::Which::Target) };
}

QString scriptOf(const Pieces &pieces)
{
    QString script;
    for (const Piece &piece : pieces)
        script += piece.sql + QStringLiteral(";\n");
    return script;
}

} // namespace lockstep::testing
