#include "catalogparts.h"

#include <algorithm>

namespace lockstep::sources {

using namespace schema;

namespace {

QString operandText(const Rows &rows, int row, int column)
{
    return rows.isNull(row, column) ? QStringLiteral("NONE") : rows.text(row, column);
}

/// Links and estimators are settings: the first come and go with their partner, the others have an
/// ALTER.
DefinitionAttributes operatorDefinition(const ObjectId &id, const Rows &rows, int i)
{
    QStringList options{ QStringLiteral("FUNCTION = ") + rows.text(i, 6) };
    if (!rows.isNull(i, 4))
        options << QStringLiteral("LEFTARG = ") + rows.text(i, 4);
    if (!rows.isNull(i, 5))
        options << QStringLiteral("RIGHTARG = ") + rows.text(i, 5);
    if (rows.boolean(i, 7))
        options << QStringLiteral("HASHES");
    if (rows.boolean(i, 8))
        options << QStringLiteral("MERGES");
    DefinitionAttributes made{ QStringLiteral("CREATE OPERATOR %1.%2 ").arg(quoteIdent(id.schema), id.name)
                                   + optionLines(options),
                               {} };
    const auto link = [](const QString &name) { return QStringLiteral("OPERATOR(%1)").arg(name); };
    if (!rows.isNull(i, 9))
        made.settings.append({ QStringLiteral("COMMUTATOR"), link(rows.text(i, 9)) });
    if (!rows.isNull(i, 12))
        made.settings.append({ QStringLiteral("JOIN"), rows.text(i, 12) });
    if (!rows.isNull(i, 10))
        made.settings.append({ QStringLiteral("NEGATOR"), link(rows.text(i, 10)) });
    if (!rows.isNull(i, 11))
        made.settings.append({ QStringLiteral("RESTRICT"), rows.text(i, 11) });
    return made;
}

} // namespace

void absorbOperators(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::Operator, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id =
            routineId(Kind::Operator, rows.text(i, 1), rows.text(i, 2),
                      operandText(rows, i, 4) + QStringLiteral(", ") + operandText(rows, i, 5));
        builder.add(address, { id, operatorDefinition(id, rows, i), rows.text(i, 3) });
    }
}

void absorbOperatorFamilies(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::OpFamily, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id =
            routineId(Kind::OperatorFamily, rows.text(i, 1), rows.text(i, 2), rows.text(i, 4));
        builder.add(address,
                    { id, DefinitionAttributes{ QStringLiteral("CREATE OPERATOR FAMILY ") + sqlName(id), {} },
                      rows.text(i, 3) });
    }
}

/// The definition has everything but the members, which absorbOperatorMembers() adds.
void absorbOperatorClasses(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::Opclass, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id = routineId(Kind::OperatorClass, rows.text(i, 1), rows.text(i, 2), rows.text(i, 4));
        // AS wants at least one item; the type's own storage says nothing new.
        const QString storage = rows.isNull(i, 7) ? rows.text(i, 6) : rows.text(i, 7);
        const QString definition =
            QStringLiteral("CREATE OPERATOR CLASS %1%2 FOR TYPE %3 USING %4 FAMILY %5 AS\n    STORAGE %6")
                .arg(qualified(id.schema, id.name),
                     rows.boolean(i, 5) ? QStringLiteral(" DEFAULT") : QString(), rows.text(i, 6),
                     quoteIdent(id.signature), rows.text(i, 8), storage);
        builder.add(address, { id, DefinitionAttributes{ definition, {} }, rows.text(i, 3) });
    }
}

/// A class is made with its members; those that are loose in a family are added and dropped one by one.
void absorbOperatorMembers(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int owner = builder.indexOf({ SystemCatalog(rows.integer(i, 2)), rows.integer(i, 3) });
        if (owner < 0)
            continue;
        builder.addAlias({ SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1) }, owner);
        Fact &fact = builder.fact(owner);
        auto &whole = std::get<DefinitionAttributes>(fact.attributes);
        const QString place = rows.text(i, 4);
        const QString types = QStringLiteral(" (%1)").arg(rows.text(i, 5));
        if (fact.id.kind == Kind::OperatorFamily) {
            whole.settings.append({ place + types, rows.text(i, 6) });
            continue;
        }
        const bool isFunction = place.startsWith(QLatin1String("FUNCTION"));
        whole.definition += QStringLiteral(",\n    ") + place + (isFunction ? types : QString())
                            + QLatin1Char(' ') + rows.text(i, 6);
    }
    for (int i = 0; i < int(builder.facts().size()); ++i) {
        if (builder.fact(i).id.kind != Kind::OperatorFamily)
            continue;
        auto &settings = std::get<DefinitionAttributes>(builder.fact(i).attributes).settings;
        std::sort(settings.begin(), settings.end(),
                  [](const Setting &a, const Setting &b) { return a.name < b.name; });
    }
}

} // namespace lockstep::sources
