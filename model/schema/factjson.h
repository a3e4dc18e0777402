#pragma once

#include "facts.h"

#include <QJsonObject>

#include <optional>

namespace lockstep::schema {

[[nodiscard]] QJsonObject idToJson(const ObjectId &id);
/// Nothing if the kind is not known.
[[nodiscard]] std::optional<ObjectId> idFromJson(const QJsonObject &json);

/// A fact as one JSON object; empty members are left out.
[[nodiscard]] QJsonObject factToJson(const Fact &fact);
/// Nothing, and the reason in `why`, for a kind or a value that this version does not know.
[[nodiscard]] std::optional<Fact> factFromJson(const QJsonObject &json, QString *why);

} // namespace lockstep::schema
