#pragma once

#include "catalogparts.h"

#include <functional>

/// Kinds that are their definition and settings (DefinitionAttributes).
namespace lockstep::sources {

using SettingsOfRow = std::function<QVector<schema::Setting>(const Rows &rows, int row)>;

/// Rows of (oid, schema, name, owner, definition, …); members of extensions are left out.
void absorbDefinitions(const Rows &rows, CatalogBuilder &builder, SystemCatalog catalog, schema::Kind kind,
                       const SettingsOfRow &settings = {});
void sortByName(QVector<schema::Setting> &settings);
/// What foreignOptions() gives, as settings called "option name".
[[nodiscard]] QVector<schema::Setting> optionSettings(const QStringList &options);

} // namespace lockstep::sources
