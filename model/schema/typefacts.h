#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

/// Attributes of schemas, extensions and types, and of kinds made and dropped as a whole.
namespace lockstep::schema {

struct SchemaAttributes
{
    friend bool operator==(const SchemaAttributes &, const SchemaAttributes &) = default;
};

struct ExtensionAttributes
{
    QString version; ///< Not part of the fingerprint: pg_dump does not write it.
    QString schema;
    friend bool operator==(const ExtensionAttributes &, const ExtensionAttributes &) = default;
};

struct EnumAttributes
{
    QStringList labels; ///< In sort order.
    friend bool operator==(const EnumAttributes &, const EnumAttributes &) = default;
};

struct DomainAttributes
{
    QString type;
    QString collation; ///< Qualified; empty where it is the type's own.
    QString defaultExpression;
    bool notNull = false;
    QString notNullName; ///< PostgreSQL 17: the constraint's name where it is not the default one.
    friend bool operator==(const DomainAttributes &, const DomainAttributes &) = default;
};

struct CompositeField
{
    QString name;
    QString type;
    QString collation;
    friend bool operator==(const CompositeField &, const CompositeField &) = default;
};

struct CompositeAttributes
{
    QVector<CompositeField> fields;
    friend bool operator==(const CompositeAttributes &, const CompositeAttributes &) = default;
};

/// Something of an object that ALTER changes in place: an option, a mapping, a member.
struct Setting
{
    QString name;
    QString value; ///< As SQL writes it.
    friend bool operator==(const Setting &, const Setting &) = default;
};

/// A kind that is created and dropped as a whole by its definition, but for its settings.
struct DefinitionAttributes
{
    QString definition; ///< CREATE … as SQL, without a semicolon and without the settings.
    QVector<Setting> settings; ///< Sorted by name.
    friend bool operator==(const DefinitionAttributes &, const DefinitionAttributes &) = default;
};

} // namespace lockstep::schema
