#include "graveyard.h"

#include <algorithm>

namespace lockstep::schema {

namespace {

constexpr QLatin1String graveyardPrefix("lockstep_graveyard");

/// Parts of a table have no place of their own.
bool isParkedByItself(const Fact &fact)
{
    const auto *sequence = fact.as<SequenceAttributes>();
    return isParked(fact.id) && fact.id.sub.isEmpty() && !isTargeting(fact.id.kind)
           && fact.id.kind != Kind::Schema && fact.id.kind != Kind::Index
           && fact.id.kind != Kind::DefaultPrivilege && !(sequence && sequence->ownedBy);
}

} // namespace

QString graveyardName(const QString &home, int number)
{
    constexpr qsizetype longest = 63;
    const QString suffix = number > 1 ? QStringLiteral("_%1").arg(number) : QString();
    QString name = graveyardPrefix + QLatin1Char('_') + home;
    while (name.toUtf8().size() + suffix.size() > longest)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return name + suffix;
}

bool isParked(const ObjectId &id)
{
    const bool isOfSchema = id.kind == Kind::Schema || (isTargeting(id.kind) && id.on == Kind::Schema);
    return (isOfSchema ? id.name : id.schema).startsWith(graveyardPrefix)
           || (id.kind == Kind::PublicationMember && id.sub.contains(QLatin1Char(' ') + graveyardPrefix));
}

bool hasGraveyard(const Catalog &catalog)
{
    const auto schemas = catalog.factsOf(Kind::Schema);
    return std::any_of(schemas.begin(), schemas.end(), [](const Fact &fact) { return isParked(fact.id); });
}

QStringList parkedNames(const Catalog &catalog)
{
    QStringList names;
    if (!hasGraveyard(catalog))
        return names;
    for (const Fact &fact : catalog.facts()) {
        if (isParkedByItself(fact))
            names += displayName(fact.id);
    }
    return names;
}

} // namespace lockstep::schema
