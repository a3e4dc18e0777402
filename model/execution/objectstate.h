#pragma once

#include "runcontext.h"

#include <QMap>

namespace lockstep::execution {

/// What a run relies on of its tables: columns, constraints, indexes, triggers, rules, policies, owner; not
/// comments, grants, statistics or storage. Relation to part ("column tier") to its definition.
using ObjectState = QMap<QString, QMap<QString, QString>>;

/// "index users_name_idx is new", one text each, of one relation.
[[nodiscard]] QStringList changesOf(const QMap<QString, QString> &before, const QMap<QString, QString> &now);

/// Within a step's transaction, after its locks: whether the tables it locks still are as the run left them.
/// Refused with what somebody else changed; `options.acceptDrift` takes it as it is.
[[nodiscard]] base::Result<void> checkObjects(RunContext &context, const plan::Step &step);

/// Keeps in the journal how the plan's tables are now; in the transaction of `session`, if it is in one.
[[nodiscard]] base::Result<void> recordObjects(RunContext &context, postgres::Session &session);

} // namespace lockstep::execution
