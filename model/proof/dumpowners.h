#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace lockstep::proof {

/// Owners differ only where both sides state one: what belongs to `unstatedRole`, which loads
/// scripts, states none.
struct OwnerComparison
{
    QString unstatedRole;
    bool areCompared = true; ///< Else they only tell whose privileges are an owner's own.
};

/// Who owns what, and who was given what, in the words of a dump.
struct DumpedSchema
{
    QStringList statements; ///< Without those that name owners.
    QHash<QString, QString> owners; ///< "TABLE public.t": role, as SQL writes it. Unstated ones are missing.
};

/// Takes the owners out of a dump's statements. `unstatedRole` loads scripts: what it owns has no
/// stated owner. What is granted in another role's name (SET SESSION AUTHORIZATION) says so.
[[nodiscard]] DumpedSchema readDump(const QStringList &statements, const QString &unstatedRole);

/// The side's statements, sorted: the owner's own privileges are those of "<owner>" whoever he is, and
/// what is granted to a role that owns the object on the other side while this one states no owner
/// is left out, or where owners are not compared. Default privileges of the unstated role are those
/// of "<any>".
[[nodiscard]] QStringList relativeStatements(const DumpedSchema &side, const DumpedSchema &other,
                                             const OwnerComparison &comparison);

/// A statement about default privileges with "<any>" in the place of its role; else as it is.
[[nodiscard]] QString withAnyRole(const QString &statement);
[[nodiscard]] bool isOfAnyRole(const QString &statement);

} // namespace lockstep::proof
