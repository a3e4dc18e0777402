#pragma once

#include <model/schema/catalog.h>

#include <QVector>

namespace lockstep::plan::plain {

/// Types whose values behave alike when they are cast.
enum class Family {
    Integer,
    Numeric,
    Float,
    Money,
    Boolean,
    Oid, ///< And the reg… types.
    Text, ///< text, varchar, char(n)
    Name,
    Byte, ///< "char"
    Bytes,
    Bits,
    Date,
    Time,
    Timestamp,
    Interval,
    Json,
    Jsonb,
    Xml,
    Network, ///< inet, cidr
    MacAddress,
    Enum,
    Composite,
    Other
};

/// A type as format_type() prints it, taken apart; a domain is what it is made of.
struct ValueType
{
    Family family = Family::Other;
    QString name; ///< Without modifiers and brackets: "character varying", "interval day".
    QVector<int> modifiers;
    bool isArray = false;
    bool isDomain = false;
    const schema::Fact *fact = nullptr; ///< Of an enum or composite type.

    /// The length or precision; 0 where there is none.
    [[nodiscard]] int limit() const { return modifiers.isEmpty() ? 0 : modifiers.first(); }
    [[nodiscard]] bool isZoned() const { return name.endsWith(QLatin1String("with time zone")); }
    [[nodiscard]] bool isPadded() const
    {
        return name == QLatin1String("character") || name == QLatin1String("bpchar");
    }
};

/// `catalog` knows the types of users.
[[nodiscard]] ValueType valueType(const QString &type, const schema::Catalog &catalog);
/// The most characters a value has as text; a very big number where there is no limit.
[[nodiscard]] int longestText(const ValueType &type);
/// Decimal digits before the point; of an unlimited type a very big number.
[[nodiscard]] int wholeDigits(const ValueType &type);
/// Decimal digits behind the point.
[[nodiscard]] int scaleOf(const ValueType &type);
/// Behind the seconds' point.
[[nodiscard]] int secondDigits(const ValueType &type);

} // namespace lockstep::plan::plain
