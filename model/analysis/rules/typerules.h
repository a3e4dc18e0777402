#pragma once

#include "rule.h"

/// What type a column is given.
namespace lockstep::analysis::rules {

Verdicts limitedText(const StatementInput &in);
Verdicts paddedText(const StatementInput &in);
Verdicts timestampWithoutZone(const StatementInput &in);
Verdicts roundedTimestamp(const StatementInput &in);
Verdicts integerColumn(const StatementInput &in);
Verdicts smallintColumn(const StatementInput &in);
Verdicts integerPrimaryKey(const StatementInput &in);
Verdicts serialColumn(const StatementInput &in);
Verdicts jsonColumn(const StatementInput &in);
Verdicts moneyColumn(const StatementInput &in);
Verdicts floatColumn(const StatementInput &in);
Verdicts columnOrder(const StatementInput &in);

} // namespace lockstep::analysis::rules
