#pragma once

#include "renaming.h"

#include <model/schema/statistics.h>

namespace lockstep::diff {

/// Both sides of a comparison, as rename candidates are judged: current with the renames done.
struct LikenessSides
{
    const schema::Catalog &current;
    const schema::Catalog &target;
    const schema::Statistics *currentStatistics = nullptr;
    const schema::Statistics *targetStatistics = nullptr;
};

/// How likely two facts of one kind are the same under another name.
struct Likeness
{
    double score = 0; ///< 0 to 1.
    QString reason; ///< A whole sentence.
};
[[nodiscard]] Likeness likenessOf(const schema::Fact &from, const schema::Fact &to,
                                  const LikenessSides &sides);

/// Texts that make two facts worth judging when they share one: pairs are not looked for elsewhere.
[[nodiscard]] QStringList likenessKeys(const schema::Fact &fact, const schema::Catalog &catalog);

} // namespace lockstep::diff
