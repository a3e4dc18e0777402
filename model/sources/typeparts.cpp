#include "catalogparts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lockstep::sources {

using namespace schema;

QStringList textList(const Rows &rows, int row, int column)
{
    if (rows.isNull(row, column))
        return {};
    QStringList list;
    for (const QJsonValue &value : QJsonDocument::fromJson(rows.bytes(row, column).toByteArray()).array())
        list.append(value.toString());
    return list;
}

QVector<int> numberList(const QString &text)
{
    QVector<int> numbers;
    for (const QString &number : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        numbers.append(number.toInt());
    return numbers;
}

QChar letter(const Rows &rows, int row, int column)
{
    const QByteArrayView text = rows.bytes(row, column);
    return text.isEmpty() ? QChar() : QLatin1Char(text[0]);
}

QString optionLines(const QStringList &options)
{
    return QStringLiteral("(\n    ") + options.join(QStringLiteral(",\n    ")) + QStringLiteral("\n)");
}

void absorbSchemas(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i)
        builder.add({ SystemCatalog::Namespace, rows.integer(i, 0) },
                    { schemaId(rows.text(i, 1)), SchemaAttributes{}, rows.text(i, 2) });
}

void absorbExtensions(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i)
        builder.add({ SystemCatalog::Extension, rows.integer(i, 0) },
                    { objectId(Kind::Extension, {}, rows.text(i, 1)),
                      ExtensionAttributes{ rows.text(i, 2), rows.text(i, 3) }, rows.text(i, 4) });
}

void absorbExtensionMembers(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int extension = builder.indexOf({ SystemCatalog::Extension, rows.integer(i, 2) });
        builder.addExtensionMember({ SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1) }, extension);
    }
}

namespace {

Fact typeFact(const Rows &rows, int i)
{
    const QString schema = rows.text(i, 1);
    const QString name = rows.text(i, 2);
    const QString owner = rows.text(i, 4);
    switch (letter(rows, i, 3).unicode()) {
    case u'e': return { objectId(Kind::Enum, schema, name), EnumAttributes{ textList(rows, i, 6) }, owner };
    case u'd':
        return { objectId(Kind::Domain, schema, name),
                 DomainAttributes{ rows.text(i, 7), rows.text(i, 8), rows.text(i, 9), rows.boolean(i, 10) },
                 owner };
    case u'r': return { objectId(Kind::RangeType, schema, name), DefinitionAttributes{}, owner };
    default: return { objectId(Kind::CompositeType, schema, name), CompositeAttributes{}, owner };
    }
}

} // namespace

void absorbTypes(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int index = builder.add({ SystemCatalog::Type, rows.integer(i, 0) }, typeFact(rows, i));
        // A composite type has a row in pg_class too; its fields hang on that.
        if (!rows.isNull(i, 5))
            builder.addAlias({ SystemCatalog::Class, rows.integer(i, 5) }, index);
    }
}

void absorbRanges(const Rows &rows, CatalogBuilder &builder)
{
    static constexpr std::array options{ "SUBTYPE",   "SUBTYPE_OPCLASS", "COLLATION",
                                         "CANONICAL", "SUBTYPE_DIFF",    "MULTIRANGE_TYPE_NAME" };
    for (int i = 0; i < rows.count(); ++i) {
        const int index = builder.indexOf({ SystemCatalog::Type, rows.integer(i, 0) });
        if (index < 0)
            continue;
        QStringList parts;
        for (int option = 0; option < int(options.size()); ++option) {
            if (!rows.isNull(i, option + 1))
                parts.append(QLatin1String(options[size_t(option)]) + QStringLiteral(" = ")
                             + rows.text(i, option + 1));
        }
        Fact &fact = builder.fact(index);
        fact.attributes = DefinitionAttributes{
            QStringLiteral("CREATE TYPE %1 AS RANGE ").arg(sqlName(fact.id)) + optionLines(parts), {}
        };
    }
}

void absorbCollations(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const QChar provider = letter(rows, i, 4);
        const QString locale = rows.isNull(i, 8) ? rows.text(i, 6) : rows.text(i, 8);
        QStringList options;
        if (provider == QLatin1Char('i') || provider == QLatin1Char('b')) {
            options.append(
                QStringLiteral("provider = ")
                + (provider == QLatin1Char('i') ? QStringLiteral("icu") : QStringLiteral("builtin")));
            options.append(QStringLiteral("locale = ") + quoteLiteral(locale));
        } else {
            options.append(QStringLiteral("provider = libc"));
            options.append(QStringLiteral("lc_collate = ") + quoteLiteral(rows.text(i, 6)));
            options.append(QStringLiteral("lc_ctype = ") + quoteLiteral(rows.text(i, 7)));
        }
        if (!rows.boolean(i, 5))
            options.append(QStringLiteral("deterministic = false"));
        if (!rows.isNull(i, 9))
            options.append(QStringLiteral("rules = ") + quoteLiteral(rows.text(i, 9)));
        const ObjectId id = objectId(Kind::Collation, rows.text(i, 1), rows.text(i, 2));
        builder.add({ SystemCatalog::Collation, rows.integer(i, 0) },
                    { id,
                      DefinitionAttributes{ QStringLiteral("CREATE COLLATION %1 (%2)")
                                                .arg(sqlName(id), options.join(QStringLiteral(", "))),
                                            {} },
                      rows.text(i, 3) });
    }
}

} // namespace lockstep::sources
