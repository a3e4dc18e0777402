#include "definitionparts.h"

#include <model/base/secrets.h>

#include <algorithm>

namespace lockstep::sources {

using namespace schema;

void absorbDefinitions(const Rows &rows, CatalogBuilder &builder, SystemCatalog catalog, Kind kind,
                       const SettingsOfRow &settings)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ catalog, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        DefinitionAttributes attributes{ rows.text(i, 4), settings ? settings(rows, i) : QVector<Setting>() };
        sortByName(attributes.settings);
        builder.add(address,
                    { objectId(kind, rows.text(i, 1), rows.text(i, 2)), attributes, rows.text(i, 3) });
    }
}

void sortByName(QVector<Setting> &settings)
{
    std::sort(settings.begin(), settings.end(),
              [](const Setting &a, const Setting &b) { return a.name < b.name; });
}

QVector<Setting> optionSettings(const QStringList &options)
{
    QVector<Setting> settings;
    for (const QString &option : options) {
        settings.append({ QStringLiteral("option ") + option.section(QLatin1Char('='), 0, 0),
                          quoteLiteral(option.section(QLatin1Char('='), 1)) });
    }
    return settings;
}

QStringList foreignOptions(const Rows &rows, int row, int column)
{
    if (rows.isNull(row, column))
        return {};
    QStringList options = textList(rows, row, column);
    for (QString &option : options) {
        const QString name = option.section(QLatin1Char('='), 0, 0);
        if (base::isSecretOption(name))
            option = name + QLatin1Char('=') + QLatin1String(base::kHiddenSecret);
    }
    options.sort();
    return options;
}

} // namespace lockstep::sources
