#pragma once

#include <model/schema/facts.h>

#include <functional>

namespace lockstep::diff {

using TextChange = std::function<QString(const QString &)>;
using IdChange = std::function<schema::ObjectId(const schema::ObjectId &)>;

/// The changes of what a fact's attributes hold.
struct AttributeChanges
{
    TextChange text; ///< Of every SQL text but types.
    TextChange type; ///< Of type names and collations.
    IdChange id;
};
void changeAttributes(schema::Attributes &attributes, const AttributeChanges &changes);

} // namespace lockstep::diff
