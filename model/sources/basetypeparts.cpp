#include "catalogparts.h"

#include <algorithm>

namespace lockstep::sources {

using namespace schema;

namespace {

/// What stands in a column of basetypes.sql and how CREATE TYPE says it.
struct BaseTypeOption
{
    const char *name;
    int column;
    enum { Plain, Literal, Flag, Value } form;
};

constexpr std::array baseTypeOptions{
    BaseTypeOption{ "INPUT", 5, BaseTypeOption::Plain },
    BaseTypeOption{ "OUTPUT", 6, BaseTypeOption::Plain },
    BaseTypeOption{ "INTERNALLENGTH", 7, BaseTypeOption::Plain },
    BaseTypeOption{ "PASSEDBYVALUE", 8, BaseTypeOption::Flag },
    BaseTypeOption{ "ALIGNMENT", 9, BaseTypeOption::Plain },
    BaseTypeOption{ "CATEGORY", 11, BaseTypeOption::Literal },
    BaseTypeOption{ "PREFERRED", 12, BaseTypeOption::Value },
    BaseTypeOption{ "DEFAULT", 13, BaseTypeOption::Literal },
    BaseTypeOption{ "ELEMENT", 14, BaseTypeOption::Plain },
    BaseTypeOption{ "DELIMITER", 15, BaseTypeOption::Literal },
    BaseTypeOption{ "COLLATABLE", 16, BaseTypeOption::Value },
};

/// What ALTER TYPE … SET can change.
constexpr std::array baseTypeSettings{
    BaseTypeOption{ "STORAGE", 10, BaseTypeOption::Plain },
    BaseTypeOption{ "RECEIVE", 17, BaseTypeOption::Plain },
    BaseTypeOption{ "SEND", 18, BaseTypeOption::Plain },
    BaseTypeOption{ "TYPMOD_IN", 19, BaseTypeOption::Plain },
    BaseTypeOption{ "TYPMOD_OUT", 20, BaseTypeOption::Plain },
    BaseTypeOption{ "ANALYZE", 21, BaseTypeOption::Plain },
    BaseTypeOption{ "SUBSCRIPT", 22, BaseTypeOption::Plain },
};

QString optionText(const BaseTypeOption &option, const Rows &rows, int i)
{
    const QString name = QLatin1String(option.name);
    if (rows.isNull(i, option.column))
        return {};
    switch (option.form) {
    case BaseTypeOption::Plain: return name + QStringLiteral(" = ") + rows.text(i, option.column);
    case BaseTypeOption::Literal:
        return name + QStringLiteral(" = ") + quoteLiteral(rows.text(i, option.column));
    case BaseTypeOption::Flag: return rows.boolean(i, option.column) ? name : QString();
    case BaseTypeOption::Value:
        return rows.boolean(i, option.column) ? name + QStringLiteral(" = true") : QString();
    }
    return {};
}

DefinitionAttributes baseType(const ObjectId &id, const Rows &rows, int i)
{
    DefinitionAttributes type{ QStringLiteral("CREATE TYPE ") + sqlName(id), {} };
    if (!rows.boolean(i, 4)) // A shell: named, but not defined yet.
        return type;
    QStringList options;
    for (const BaseTypeOption &option : baseTypeOptions)
        options << optionText(option, rows, i);
    options.removeAll(QString());
    type.definition += QLatin1Char(' ') + optionLines(options);
    for (const BaseTypeOption &setting : baseTypeSettings) {
        if (!rows.isNull(i, setting.column))
            type.settings.append({ QLatin1String(setting.name), rows.text(i, setting.column) });
    }
    std::sort(type.settings.begin(), type.settings.end(),
              [](const Setting &a, const Setting &b) { return a.name < b.name; });
    return type;
}

} // namespace

void absorbBaseTypes(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::Type, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        const ObjectId id = objectId(Kind::BaseType, rows.text(i, 1), rows.text(i, 2));
        builder.add(address, { id, baseType(id, rows, i), rows.text(i, 3) });
    }
}

} // namespace lockstep::sources
