#pragma once

#include <model/plan/action.h>

#include <optional>

namespace lockstep::plan::plain {

struct Conversion
{
    QString usingExpression; ///< Empty where PostgreSQL converts by itself.
    QString back;
    bool isGiven = false; ///< By an intent: what it does to the values is its author's to know.
    bool isOneWay = false; ///< By an intent that says nothing of the way back, and more than a cast does.
};

/// How a column's values get from one type to the other and back: what the intents say, else a
/// cast. Types of users go by way of text, because no cast joins the old and the new one.
[[nodiscard]] Conversion conversionFor(const schema::ObjectId &column, const schema::ColumnAttributes &before,
                                       const schema::ColumnAttributes &after, const Intents &intents);
/// A type while another one of its name takes its place; `composite` is null for all but composite types.
struct SwappedType
{
    QString type; ///< As it is called then.
    std::optional<schema::CompositeAttributes> composite; ///< With its attributes' types as they are called.
};
/// Conversion between two types of the same name, the old one renamed away: of composite values that a
/// column holds by itself attribute by attribute, else by way of the text.
[[nodiscard]] Conversion swapConversion(const schema::ObjectId &column, const SwappedType &before,
                                        const SwappedType &after);
[[nodiscard]] QString throughText(const schema::ObjectId &column, const QString &type);

} // namespace lockstep::plan::plain
