#include "definitionparts.h"

#include <QRegularExpression>

namespace lockstep::sources {

using namespace schema;

namespace {

/// `language = 'english', "Odd" = 5` as settings; values stay as they are written.
QVector<Setting> dictionaryOptions(const QString &text)
{
    static const QRegularExpression option(
        QStringLiteral(R"(("(?:[^"]|"")+"|[^\s"=,]+)\s*=\s*(E?'(?:[^'\\]|''|\\.)*'|[^\s,]+))"));
    QVector<Setting> settings;
    for (auto it = option.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString name = match.captured(1);
        if (name.startsWith(QLatin1Char('"')))
            name = name.mid(1, name.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
        settings.append({ name, match.captured(2) });
    }
    return settings;
}

/// "asciiword pg_catalog.simple, app.d": the kind of token, then its dictionaries.
QVector<Setting> tokenMappings(const QStringList &mappings)
{
    QVector<Setting> settings;
    for (const QString &mapping : mappings)
        settings.append({ mapping.section(QLatin1Char(' '), 0, 0), mapping.section(QLatin1Char(' '), 1) });
    return settings;
}

} // namespace

void absorbTextSearchParsers(const Rows &rows, CatalogBuilder &builder)
{
    absorbDefinitions(rows, builder, SystemCatalog::TsParser, Kind::TextSearchParser);
}

void absorbTextSearchTemplates(const Rows &rows, CatalogBuilder &builder)
{
    absorbDefinitions(rows, builder, SystemCatalog::TsTemplate, Kind::TextSearchTemplate);
}

void absorbTextSearchDictionaries(const Rows &rows, CatalogBuilder &builder)
{
    absorbDefinitions(rows, builder, SystemCatalog::TsDict, Kind::TextSearchDictionary,
                      [](const Rows &row, int i) { return dictionaryOptions(row.text(i, 5)); });
}

void absorbTextSearchConfigurations(const Rows &rows, CatalogBuilder &builder)
{
    absorbDefinitions(rows, builder, SystemCatalog::TsConfig, Kind::TextSearchConfiguration,
                      [](const Rows &row, int i) { return tokenMappings(textList(row, i, 5)); });
}

} // namespace lockstep::sources
