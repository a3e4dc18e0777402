#pragma once

#include "seedschema.h"

#include <model/schema/statistics.h>

/// SQL for the values of many rows. It reads `g.n`, a number that no other row of the table has, and `r`,
/// one of the few rows that are there already and meet all conditions.
namespace lockstep::proof {

struct BulkColumn
{
    SeedColumn column;
    QChar typeKind; ///< typtype: 'd' for a domain, 'e' for an enum.
    QString typeName; ///< typname, of a domain that of its base.
    int modifier = -1; ///< atttypmod
    QString element; ///< typname of an array's elements.
    QString elementType; ///< And their type as SQL.
    bool isTied = false; ///< A condition looks at it.
    bool isRetyped = false; ///< The target has another type: only what is known to convert is a value.
    const schema::ColumnStatistics *statistics = nullptr; ///< Null: not known.
};

/// Varied: new values beside those of `r`. Plain: those of `r`, keys apart.
enum class BulkMode { Varied, Plain };

/// How one round makes its values; other numbers give other ones.
struct BulkRound
{
    BulkMode mode = BulkMode::Varied;
    int number = 0;
    int seed = 1;
    qint64 rows = 0; ///< Of the table, for shares that statistics give.
    bool mayRepeat = true; ///< Rows whose key is there already are left out by themselves.
};

/// A number for row `g.n` that looks random and is the same each time.
[[nodiscard]] QString bulkRandom(const BulkRound &round, int salt);
/// True for the half of the rows whose tied columns all come from `r`.
[[nodiscard]] QString bulkIsPlain(const BulkRound &round);
/// The value of a column that no foreign key fills.
[[nodiscard]] QString bulkValue(const BulkColumn &column, const BulkRound &round);
/// Functions the values call; for the session that seeds.
[[nodiscard]] QString bulkFunctions();

} // namespace lockstep::proof
