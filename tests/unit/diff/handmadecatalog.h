#pragma once

#include <model/diff/changeset.h>

#include <memory>
#include <utility>
#include <vector>

/// Catalogs made by hand, and what differs between two of them.
namespace lockstep::testing {

inline const QString kPublic = QStringLiteral("public");

inline schema::Fact table(const QString &name)
{
    return { schema::objectId(schema::Kind::Table, kPublic, name), schema::TableAttributes{}, {} };
}

inline schema::Fact column(const QString &tableName, const QString &name, const QString &type, int position)
{
    schema::ColumnAttributes attributes;
    attributes.type = type;
    attributes.position = position;
    return { schema::subId(schema::Kind::Column, kPublic, tableName, name), attributes, {} };
}

inline schema::Fact comment(const schema::ObjectId &on, const QString &text)
{
    return { schema::commentId(on), schema::CommentAttributes{ text }, {} };
}

inline schema::CatalogPtr catalog(std::vector<schema::Fact> facts, std::vector<schema::Dependency> edges = {},
                                  std::vector<schema::Unmodelled> unmodelled = {})
{
    return std::make_shared<const schema::Catalog>(150018, std::move(facts), std::move(edges),
                                                   std::move(unmodelled));
}

inline diff::ChangeSetPtr compare(const schema::CatalogPtr &current, const schema::CatalogPtr &target,
                                  const diff::DiffOptions &options = {})
{
    const auto result = diff::diff(current, target, options, {});
    return result.has_value() ? result.value() : nullptr;
}

inline schema::ObjectId columnId(const char *tableName, const char *name)
{
    return schema::subId(schema::Kind::Column, kPublic, QLatin1String(tableName), QLatin1String(name));
}

} // namespace lockstep::testing
