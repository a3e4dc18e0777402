#pragma once

#include <model/plan/plan.h>

/// What a role must be allowed to do, so that it can run a plan; read from the statements.
namespace lockstep::analysis {

/// An object that is no relation and that only its owner may change or drop.
struct OwnedObject
{
    enum class Kind { Type, Function, Schema, Extension };
    Kind kind = Kind::Type;
    QString schema; ///< Raw; empty for schemas and extensions.
    QString name; ///< Of functions without arguments.
};

struct NeededRights
{
    QStringList createsIn; ///< Schemas in which something new gets its name; raw, sorted.
    QVector<OwnedObject> owned; ///< Extensions: to be made, not owned.
    QStringList superuserOnly; ///< "CREATE EVENT TRIGGER (step s04)"
};
[[nodiscard]] NeededRights neededRights(const plan::Plan &plan);

} // namespace lockstep::analysis
