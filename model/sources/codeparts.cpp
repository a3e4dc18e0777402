#include "catalogparts.h"

namespace lockstep::sources {

using namespace schema;

void absorbLanguages(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::Language, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id = objectId(Kind::Language, {}, rows.text(i, 1));
        QString definition = QStringLiteral("CREATE %1LANGUAGE %2 HANDLER %3")
                                 .arg(rows.boolean(i, 3) ? QStringLiteral("TRUSTED ") : QString(),
                                      sqlName(id), rows.text(i, 4));
        if (!rows.isNull(i, 5))
            definition += QStringLiteral(" INLINE ") + rows.text(i, 5);
        if (!rows.isNull(i, 6))
            definition += QStringLiteral(" VALIDATOR ") + rows.text(i, 6);
        builder.add(address, { id, DefinitionAttributes{ definition, {} }, rows.text(i, 2) });
    }
}

void absorbAccessMethods(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::Am, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id = objectId(Kind::AccessMethod, {}, rows.text(i, 1));
        const bool isIndex = letter(rows, i, 2) == QLatin1Char('i');
        const QString type = isIndex ? QStringLiteral("INDEX") : QStringLiteral("TABLE");
        builder.add(address,
                    { id,
                      DefinitionAttributes{ QStringLiteral("CREATE ACCESS METHOD %1 TYPE %2 HANDLER %3")
                                                .arg(sqlName(id), type, rows.text(i, 3)),
                                            {} },
                      {} });
    }
}

void absorbCasts(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::Cast, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id =
            routineId(Kind::Cast, {}, {}, rows.text(i, 1) + QStringLiteral(" AS ") + rows.text(i, 2));
        QString definition = QStringLiteral("CREATE CAST ") + sqlName(id);
        switch (letter(rows, i, 3).unicode()) {
        case u'i': definition += QStringLiteral(" WITH INOUT"); break;
        case u'b': definition += QStringLiteral(" WITHOUT FUNCTION"); break;
        default: definition += QStringLiteral(" WITH FUNCTION ") + rows.text(i, 5); break;
        }
        switch (letter(rows, i, 4).unicode()) {
        case u'a': definition += QStringLiteral(" AS ASSIGNMENT"); break;
        case u'i': definition += QStringLiteral(" AS IMPLICIT"); break;
        default: break;
        }
        builder.add(address, { id, DefinitionAttributes{ definition, {} }, {} });
    }
}

void absorbConversions(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::Conversion, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id = objectId(Kind::Conversion, rows.text(i, 1), rows.text(i, 2));
        const QString definition =
            QStringLiteral("CREATE %1CONVERSION %2 FOR %3 TO %4 FROM %5")
                .arg(rows.boolean(i, 4) ? QStringLiteral("DEFAULT ") : QString(), sqlName(id),
                     quoteLiteral(rows.text(i, 5)), quoteLiteral(rows.text(i, 6)), rows.text(i, 7));
        builder.add(address, { id, DefinitionAttributes{ definition, {} }, rows.text(i, 3) });
    }
}

void absorbTransforms(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::Transform, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id = routineId(Kind::Transform, {}, rows.text(i, 2), rows.text(i, 1));
        QStringList ways;
        if (!rows.isNull(i, 3))
            ways << QStringLiteral("FROM SQL WITH FUNCTION ") + rows.text(i, 3);
        if (!rows.isNull(i, 4))
            ways << QStringLiteral("TO SQL WITH FUNCTION ") + rows.text(i, 4);
        const QString definition =
            QStringLiteral("CREATE TRANSFORM %1 (%2)").arg(sqlName(id), ways.join(QStringLiteral(", ")));
        builder.add(address, { id, DefinitionAttributes{ definition, {} }, {} });
    }
}

} // namespace lockstep::sources
