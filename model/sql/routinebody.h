#pragma once

#include "statement.h"

#include <QString>

namespace lockstep::sql {

/// Reads what a DO block or a function in PL/pgSQL runs and appends it to `statement`: the statements written in it, those
/// of EXECUTE with a literal, and the queries of its expressions; each as if it were reached once. What is
/// put together at run time, or is in another language, makes it isPartlyRead.
void readBlock(const QString &definition, Statement *statement);

} // namespace lockstep::sql
