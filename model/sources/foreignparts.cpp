#include "definitionparts.h"

namespace lockstep::sources {

using namespace schema;

namespace {

void appendIfGiven(QVector<Setting> &settings, const char *name, const QString &value)
{
    if (!value.isEmpty())
        settings.append({ QLatin1String(name), value });
}

} // namespace

void absorbForeignDataWrappers(const Rows &rows, CatalogBuilder &builder)
{
    absorbDefinitions(rows, builder, SystemCatalog::ForeignDataWrapper, Kind::ForeignDataWrapper,
                      [](const Rows &row, int i) {
                          QVector<Setting> settings = optionSettings(foreignOptions(row, i, 5));
                          appendIfGiven(settings, "handler", row.text(i, 6));
                          appendIfGiven(settings, "validator", row.text(i, 7));
                          return settings;
                      });
}

void absorbForeignServers(const Rows &rows, CatalogBuilder &builder)
{
    absorbDefinitions(rows, builder, SystemCatalog::ForeignServer, Kind::ForeignServer,
                      [](const Rows &row, int i) {
                          QVector<Setting> settings = optionSettings(foreignOptions(row, i, 5));
                          if (!row.isNull(i, 6))
                              settings.append({ QStringLiteral("version"), quoteLiteral(row.text(i, 6)) });
                          return settings;
                      });
}

void absorbUserMappings(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const ObjectId id = subId(Kind::UserMapping, {}, rows.text(i, 1), rows.text(i, 2));
        if (!rows.boolean(i, 4)) {
            builder.addUnmodelled(QStringLiteral("user mapping with options that this role may not read"),
                                  dottedName(id));
            continue;
        }
        DefinitionAttributes attributes{ QStringLiteral("CREATE USER MAPPING ") + sqlName(id),
                                         optionSettings(foreignOptions(rows, i, 3)) };
        sortByName(attributes.settings);
        builder.add({ SystemCatalog::UserMapping, rows.integer(i, 0) }, { id, attributes, {} });
    }
}

} // namespace lockstep::sources
