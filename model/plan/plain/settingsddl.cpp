#include "ddl.h"
#include "optionsddl.h"

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

QString changeMapping(const Fact &fact, const Setting *before, const Setting *after)
{
    const QString alter = QStringLiteral("ALTER TEXT SEARCH CONFIGURATION %1 ").arg(relationName(fact.id));
    if (!after)
        return alter + QStringLiteral("DROP MAPPING FOR ") + quoteIdent(before->name);
    const QString verb = before ? QStringLiteral("ALTER") : QStringLiteral("ADD");
    return alter
           + QStringLiteral("%1 MAPPING FOR %2 WITH %3").arg(verb, quoteIdent(after->name), after->value);
}

/// ALTER PUBLICATION … SET would take all other members away, so one goes and comes again.
std::optional<QStringList> alterMember(const Fact &before, const Fact &after)
{
    return QStringList{ dropMember(before.id), after.as<DefinitionAttributes>()->definition };
}

/// From plain storage there is no way back, so that is part of the definition.
QString changeTypeSetting(const Fact &fact, const Setting *before, const Setting *after)
{
    const QString name = (after ? after : before)->name;
    if (name == QLatin1String("STORAGE") && (!before || !after))
        return {};
    return QStringLiteral("ALTER TYPE %1 SET (%2 = %3)")
        .arg(relationName(fact.id), name, after ? after->value : QStringLiteral("NONE"));
}

/// A link to another operator can be set (from 17 on) but never taken away.
QString changeOperatorSetting(const Fact &fact, const Setting *before, const Setting *after)
{
    const QString name = (after ? after : before)->name;
    if (name != QLatin1String("RESTRICT") && name != QLatin1String("JOIN"))
        return {};
    return QStringLiteral("ALTER OPERATOR %1 SET (%2 = %3)")
        .arg(sqlName(fact.id), name, after ? after->value : QStringLiteral("NONE"));
}

/// A setting is named "OPERATOR 1 (integer, bigint)" or "FUNCTION 1 (integer, bigint)"; ADD OPERATOR
/// takes the types from the operator.
QString changeFamilyMember(const Fact &fact, const Setting *before, const Setting *after)
{
    const QString alter = QStringLiteral("ALTER OPERATOR FAMILY %1 ").arg(sqlName(fact.id));
    if (!after)
        return alter + QStringLiteral("DROP ") + before->name;
    const QString place = after->name.startsWith(QLatin1String("OPERATOR"))
                              ? after->name.section(QLatin1Char(' '), 0, 1)
                              : after->name;
    return alter + QStringLiteral("ADD %1 %2").arg(place, after->value);
}

} // namespace

QString dropMember(const ObjectId &id)
{
    static const QString table = QStringLiteral("TABLE ");
    // Children are members of their own.
    const QString member =
        id.sub.startsWith(table) ? QStringLiteral("TABLE ONLY ") + id.sub.mid(table.size()) : id.sub;
    return QStringLiteral("ALTER PUBLICATION %1 DROP %2").arg(quoteIdent(id.name), member);
}

std::optional<QStringList> createWithSettings(const Fact &fact)
{
    switch (fact.id.kind) {
    case Kind::TextSearchDictionary: return createDictionary(fact);
    case Kind::ForeignDataWrapper:
    case Kind::ForeignServer:
    case Kind::UserMapping: return createForeign(fact);
    case Kind::Publication: return createPublication(fact);
    case Kind::Subscription: return createSubscription(fact);
    default: return std::nullopt;
    }
}

QString changeSetting(const Fact &fact, const Setting *before, const Setting *after)
{
    switch (fact.id.kind) {
    case Kind::BaseType: return changeTypeSetting(fact, before, after);
    case Kind::Operator: return changeOperatorSetting(fact, before, after);
    case Kind::OperatorFamily: return changeFamilyMember(fact, before, after);
    case Kind::StatisticsObject:
        return QStringLiteral("ALTER STATISTICS %1 SET STATISTICS %2")
            .arg(relationName(fact.id), after ? after->value : QStringLiteral("-1"));
    case Kind::EventTrigger:
        return QStringLiteral("ALTER EVENT TRIGGER %1 %2")
            .arg(quoteIdent(fact.id.name), after ? after->value : QStringLiteral("ENABLE"));
    case Kind::TextSearchConfiguration: return changeMapping(fact, before, after);
    default: return {};
    }
}

std::optional<QStringList> alterSettings(const Fact &before, const Fact &after)
{
    const auto *a = before.as<DefinitionAttributes>();
    const auto *b = after.as<DefinitionAttributes>();
    if (a && b && after.id.kind == Kind::PublicationMember)
        return alterMember(before, after);
    if (!a || !b || a->definition != b->definition)
        return std::nullopt;
    switch (after.id.kind) {
    case Kind::TextSearchDictionary: return alterDictionary(before, after);
    case Kind::ForeignDataWrapper:
    case Kind::ForeignServer:
    case Kind::UserMapping: return alterForeign(before, after);
    case Kind::Publication: return alterPublication(before, after);
    case Kind::Subscription: return alterSubscription(before, after);
    default: break;
    }
    QStringList statements;
    for (const Setting &setting : a->settings) {
        if (!settingNamed(b->settings, setting.name))
            statements << changeSetting(before, &setting, nullptr);
    }
    for (const Setting &setting : b->settings) {
        const Setting *was = settingNamed(a->settings, setting.name);
        if (was && *was == setting)
            continue;
        if (was && after.id.kind == Kind::OperatorFamily) { // A member is taken away and added again.
            statements << changeSetting(before, was, nullptr);
            was = nullptr;
        }
        statements << changeSetting(after, was, &setting);
    }
    if (statements.contains(QString()))
        return std::nullopt;
    return statements;
}

} // namespace lockstep::plan::ddl
