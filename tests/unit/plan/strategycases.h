#pragma once

#include <QString>
#include <QStringList>

#include <initializer_list>

/// What tst_strategies plans and runs: two schemas, what the forward script must say and in which
/// order, the intents, and whether there is a way back.
namespace lockstep::plan::cases {

[[nodiscard]] QStringList list(std::initializer_list<const char *> texts);
/// 3000 users; the target side needs no rows and its columns may not like them.
[[nodiscard]] QString users(const char *columns, const char *rest = "", bool hasRows = true);

// Each adds the rows of one subject.
void addColumnCases();
void addConstraintCases();
void addIndexCases();
void addPartitionCases();
void addOtherCases();

} // namespace lockstep::plan::cases
