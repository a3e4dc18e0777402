#include "ignorerules.h"

#include <model/schema/graveyard.h>

#include <algorithm>
#include <array>

namespace lockstep::diff {

using namespace schema;

namespace {

constexpr std::array ignorableNames{ "owners",          "privileges",         "comments",
                                     "tablespaces",     "storage-parameters", "whitespace",
                                     "security-labels", "publications",       "subscriptions" };
static_assert(ignorableNames.size() == size_t(kIgnorableCount));

/// The kind before the colon and the rest; colons of a cast ("::") and in quotes are the name's.
std::pair<QString, QString> kindAndGlob(const QString &pattern)
{
    static const QRegularExpression prefix(QStringLiteral("^([a-z][a-z -]*):(?!:)(.*)$"),
                                           QRegularExpression::DotMatchesEverythingOption);
    const auto match = prefix.match(pattern);
    return match.hasMatch() ? std::pair{ match.captured(1), match.captured(2) }
                            : std::pair{ QString(), pattern };
}

QString globExpression(const QString &glob)
{
    QString expression;
    for (const QChar c : glob) {
        if (c == QLatin1Char('*'))
            expression += QStringLiteral(".*");
        else if (c == QLatin1Char('?'))
            expression += QLatin1Char('.');
        else
            expression += QRegularExpression::escape(QString(c));
    }
    return QRegularExpression::anchoredPattern(expression);
}

QString plainName(const ObjectId &id)
{
    QStringList parts{ id.schema, id.name, id.sub };
    parts.removeAll(QString());
    return parts.join(QLatin1Char('.'));
}

bool isIgnoredKind(const ObjectId &id, const IgnoreRules &rules)
{
    const Kind kind = isTargeting(id.kind) ? id.on : id.kind;
    if (kind == Kind::Publication || kind == Kind::PublicationMember)
        return rules.ignores(Ignorable::Publications);
    if (kind == Kind::Subscription && rules.ignores(Ignorable::Subscriptions))
        return true;
    switch (id.kind) {
    case Kind::Grant:
    case Kind::DefaultPrivilege: return rules.ignores(Ignorable::Privileges);
    case Kind::Comment: return rules.ignores(Ignorable::Comments);
    case Kind::SecurityLabel: return rules.ignores(Ignorable::SecurityLabels);
    default: return false;
    }
}

} // namespace

QString ignorableName(Ignorable ignorable)
{
    return QLatin1String(ignorableNames.at(size_t(ignorable)));
}

std::optional<Ignorable> parseIgnorable(const QString &text)
{
    for (int i = 0; i < kIgnorableCount; ++i) {
        if (text == QLatin1String(ignorableNames.at(size_t(i))))
            return Ignorable(i);
    }
    return std::nullopt;
}

void IgnoreRules::add(Ignorable ignorable)
{
    if (!what.contains(ignorable))
        what.insert(std::lower_bound(what.begin(), what.end(), ignorable), ignorable);
}

QString describe(const IgnoreRules &rules)
{
    QStringList parts;
    for (const Ignorable ignorable : rules.what)
        parts << ignorableName(ignorable).replace(QLatin1Char('-'), QLatin1Char(' '));
    if (!rules.objects.isEmpty())
        parts << QStringLiteral("objects like ") + rules.objects.join(QStringLiteral(" or "));
    if (!rules.only.isEmpty())
        parts << QStringLiteral("everything not like ") + rules.only.join(QStringLiteral(" or "));
    return parts.isEmpty() ? QString()
                           : QStringLiteral("Ignored by rule: %1.").arg(parts.join(QStringLiteral(", ")));
}

QString describeKept(const IgnoreRules &rules)
{
    QStringList kept;
    for (const ObjectId &id : rules.kept)
        kept << displayName(id);
    return kept.isEmpty() ? QString()
                          : QStringLiteral("Kept, though the target does not have it: %1.")
                                .arg(kept.join(QStringLiteral(", ")));
}

QString describeLeftOut(const IgnoreRules &rules)
{
    constexpr qsizetype mostNamed = 12;
    QStringList names;
    for (const ObjectId &id : rules.leftOut)
        names << displayName(id);
    names.sort();
    if (names.isEmpty())
        return {};
    const qsizetype more = names.size() - mostNamed;
    if (more > 0)
        names = names.mid(0, mostNamed) << QStringLiteral("%1 more").arg(more);
    return QStringLiteral("Left out of the plan, as it is in the current schema: %1.")
        .arg(names.join(QStringLiteral(", ")));
}

QString describeLeftAside(int differences)
{
    return differences == 1 ? QStringLiteral("1 difference left aside")
                            : QStringLiteral("%1 differences left aside").arg(differences);
}

base::Result<void> checkRules(const IgnoreRules &rules)
{
    for (const QString &pattern : rules.objects + rules.only) {
        const auto [kind, glob] = kindAndGlob(pattern);
        Kind parsed = Kind::Schema;
        if ((kind.isEmpty() || parseKind(kind, &parsed)) && !glob.trimmed().isEmpty())
            continue;
        base::Error error;
        error.kind = base::ErrorKind::Usage;
        error.message =
            glob.trimmed().isEmpty()
                ? QStringLiteral("The pattern \"%1\" names nothing.").arg(pattern)
                : QStringLiteral("The pattern \"%1\" begins with no kind of object.").arg(pattern);
        error.hint =
            QStringLiteral("Write a dotted name with * and ?, such as public.tmp_*, with a kind before "
                           "a colon if only that is meant: table:public.tmp_*.");
        return error;
    }
    return {};
}

IgnoreMatcher::IgnoreMatcher(const IgnoreRules &rules, const Catalog &catalog)
    : m_rules(rules)
    , m_catalog(catalog)
    , m_objects(compiled(rules.objects))
    , m_only(compiled(rules.only))
{ }

std::vector<IgnoreMatcher::Pattern> IgnoreMatcher::compiled(const QStringList &texts)
{
    std::vector<Pattern> patterns;
    for (const QString &text : texts) {
        const auto [kindText, glob] = kindAndGlob(text);
        Kind kind = Kind::Schema;
        const bool hasKind = !kindText.isEmpty() && parseKind(kindText, &kind);
        patterns.push_back(
            { hasKind ? std::optional(kind) : std::nullopt,
              QRegularExpression(globExpression(glob), QRegularExpression::DotMatchesEverythingOption) });
    }
    return patterns;
}

bool IgnoreMatcher::matches(const std::vector<Pattern> &patterns, const QVector<ObjectId> &names)
{
    for (const Pattern &pattern : patterns) {
        for (const ObjectId &id : names) {
            if (pattern.kind && *pattern.kind != id.kind)
                continue;
            if (pattern.glob.match(dottedName(id)).hasMatch() || pattern.glob.match(plainName(id)).hasMatch())
                return true;
        }
    }
    return false;
}

/// Its own name and those of what it is in or on.
QVector<ObjectId> IgnoreMatcher::namesOf(const Fact &fact) const
{
    ObjectId id = isTargeting(fact.id.kind) ? targetOf(fact.id) : fact.id;
    QVector<ObjectId> names{ id };
    const auto addRelation = [&](const ObjectId &part) {
        for (const Kind kind :
             { Kind::Table, Kind::View, Kind::MaterializedView, Kind::CompositeType, Kind::Domain }) {
            const ObjectId relation = objectId(kind, part.schema, part.name);
            if (m_catalog.find(relation))
                names.append(relation);
        }
    };
    if (!id.sub.isEmpty() && !id.schema.isEmpty())
        addRelation(id);
    if (id.kind == Kind::Default)
        names.append(subId(Kind::Column, id.schema, id.name, id.sub));
    const Fact *itself = m_catalog.find(id);
    if (const auto *index = itself ? itself->as<IndexAttributes>() : nullptr)
        names.append(index->table);
    const auto *sequence = itself ? itself->as<SequenceAttributes>() : nullptr;
    if (sequence && sequence->ownedBy)
        addRelation(*sequence->ownedBy);
    if (id.kind == Kind::PublicationMember)
        names.append(objectId(Kind::Publication, {}, id.name));
    if (!id.schema.isEmpty())
        names.append(schemaId(id.schema));
    return names;
}

bool IgnoreMatcher::ignoresByPattern(const Fact &fact) const
{
    if (keeps(fact) || isParked(fact.id) || m_rules.leftOut.contains(fact.id))
        return true;
    if (m_objects.empty() && m_only.empty())
        return false;
    const QVector<ObjectId> names = namesOf(fact);
    return matches(m_objects, names) || (!m_only.empty() && !matches(m_only, names));
}

bool IgnoreMatcher::keeps(const Fact &fact) const
{
    if (m_rules.kept.isEmpty())
        return false;
    const QVector<ObjectId> names = namesOf(fact);
    return std::any_of(names.begin(), names.end(),
                       [&](const ObjectId &id) { return m_rules.kept.contains(id); });
}

bool IgnoreMatcher::ignores(const Fact &fact) const
{
    return isParked(fact.id) || isIgnoredKind(fact.id, m_rules) || ignoresByPattern(fact);
}

} // namespace lockstep::diff
