#include "operatorlinks.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool isOperatorLink(const Setting &setting)
{
    return setting.name == QLatin1String("COMMUTATOR") || setting.name == QLatin1String("NEGATOR");
}

/// The commutator takes its operands the other way round.
QString swappedOperands(const QString &signature)
{
    const qsizetype comma = signature.indexOf(QLatin1String(", "));
    return signature.mid(comma + 2) + QStringLiteral(", ") + signature.left(comma);
}

/// "OPERATOR(schema.symbol)": no symbol has a dot in it.
ObjectId partnerOf(const ObjectId &id, const Setting &link)
{
    const QString name = link.value.mid(9, link.value.size() - 10);
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    QString schema = name.left(dot);
    if (schema.startsWith(QLatin1Char('"')))
        schema = schema.mid(1, schema.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
    const bool commutes = link.name == QLatin1String("COMMUTATOR");
    return routineId(Kind::Operator, schema, name.mid(dot + 1),
                     commutes ? swappedOperands(id.signature) : id.signature);
}

bool linksTo(const Fact &fact, const QString &name, const ObjectId &partner)
{
    const auto &settings = fact.as<DefinitionAttributes>()->settings;
    return std::any_of(settings.begin(), settings.end(), [&](const Setting &setting) {
        return setting.name == name && partnerOf(fact.id, setting) == partner;
    });
}

} // namespace

Fact withoutPartingLinks(const Fact &fact, const Side &own, const Side &other)
{
    if (fact.id.kind != Kind::Operator)
        return fact;
    Fact rest = fact;
    QVector<Setting> &settings = std::get<DefinitionAttributes>(rest.attributes).settings;
    const auto isParting = [&](const Setting &setting) {
        if (!isOperatorLink(setting))
            return false;
        const ObjectId partner = partnerOf(fact.id, setting);
        const Fact *linked = own.catalog->find(partner);
        return linked && linksTo(*linked, setting.name, fact.id) && other.indexOf(partner) < 0;
    };
    settings.erase(std::remove_if(settings.begin(), settings.end(), isParting), settings.end());
    return rest;
}

QVector<QPair<int, int>> oneWayLinks(const Catalog &catalog)
{
    QVector<QPair<int, int>> links;
    for (int i = 0; i < int(catalog.facts().size()); ++i) {
        const Fact &fact = catalog.facts()[size_t(i)];
        if (fact.id.kind != Kind::Operator)
            continue;
        for (const Setting &setting : fact.as<DefinitionAttributes>()->settings) {
            const int partner = isOperatorLink(setting) ? catalog.indexOf(partnerOf(fact.id, setting)) : -1;
            if (partner >= 0 && !linksTo(catalog.facts()[size_t(partner)], setting.name, fact.id))
                links.append({ i, partner });
        }
    }
    return links;
}

} // namespace lockstep::plan::plain
