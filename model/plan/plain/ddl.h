#pragma once

#include "sqltext.h"

#include <optional>

namespace lockstep::plan::ddl {

/// Statements that make one fact in a schema where everything it needs is there. Tables and
/// columns have writers of their own (tableddl.h).
[[nodiscard]] QStringList create(const schema::Fact &fact, const schema::Catalog &catalog);
/// Never CASCADE: what hangs on the fact has been taken down before.
[[nodiscard]] QStringList drop(const schema::Fact &fact, const schema::Catalog &catalog);
/// Statements that turn one into the other in place; nothing where PostgreSQL has no ALTER for it
/// or the way back has none.
[[nodiscard]] std::optional<QStringList> alter(const schema::Fact &before, const schema::Fact &after,
                                               const schema::Catalog &catalog);

// One writer a family of kinds.
[[nodiscard]] QStringList createType(const schema::Fact &fact);
[[nodiscard]] std::optional<QStringList> alterType(const schema::Fact &before, const schema::Fact &after);
/// ALTER TYPE … ADD VALUE for each new label; nothing if labels go or change places.
struct NewLabel
{
    QString label;
    QString sql;
};
[[nodiscard]] std::optional<QVector<NewLabel>> addedLabels(const schema::Fact &before,
                                                           const schema::Fact &after);
[[nodiscard]] QStringList createSequence(const schema::Fact &fact);
[[nodiscard]] QString ownSequence(const schema::Fact &fact);
[[nodiscard]] QStringList alterSequence(const schema::Fact &before, const schema::Fact &after);
[[nodiscard]] QStringList createConstraint(const schema::Fact &fact, const schema::Catalog &catalog);
[[nodiscard]] std::optional<QStringList> alterConstraint(const schema::Fact &before,
                                                         const schema::Fact &after,
                                                         const schema::Catalog &catalog);
[[nodiscard]] QStringList createIndex(const schema::Fact &fact);
[[nodiscard]] QString attachIndex(const schema::Fact &index);
[[nodiscard]] std::optional<QStringList> alterIndex(const schema::Fact &before, const schema::Fact &after,
                                                    const schema::Catalog &catalog);
[[nodiscard]] QStringList createView(const schema::Fact &fact);
/// Also to a view with more columns, which has no way back in place.
[[nodiscard]] std::optional<QStringList> alterView(const schema::Fact &before, const schema::Fact &after);
[[nodiscard]] QStringList createMaterializedView(const schema::Fact &fact);
[[nodiscard]] std::optional<QStringList> alterMaterializedView(const schema::Fact &before,
                                                               const schema::Fact &after);
[[nodiscard]] std::optional<QStringList> alterRoutine(const schema::Fact &before, const schema::Fact &after);
[[nodiscard]] QStringList createTrigger(const schema::Fact &fact);
[[nodiscard]] QStringList createRule(const schema::Fact &fact);
[[nodiscard]] QStringList createPolicy(const schema::Fact &fact);
[[nodiscard]] std::optional<QStringList> alterPolicy(const schema::Fact &before, const schema::Fact &after);
[[nodiscard]] QString triggerState(const schema::Fact &fact);
/// "TABLE public.t", "CONSTRAINT c ON public.t": what COMMENT ON and GRANT … ON name.
[[nodiscard]] QString objectForm(const schema::ObjectId &id, const schema::Catalog &catalog);
[[nodiscard]] QString comment(const schema::ObjectId &commentId, const QString &text,
                              const schema::Catalog &catalog);
[[nodiscard]] QString securityLabel(const schema::ObjectId &labelId, const QString &text,
                                    const schema::Catalog &catalog);
/// CREATE with its settings, for kinds whose settings belong into it; nothing for others.
[[nodiscard]] std::optional<QStringList> createWithSettings(const schema::Fact &fact);
/// Takes a table or schema out of its publication.
[[nodiscard]] QString dropMember(const schema::ObjectId &id);
/// The statement that sets, changes (both given) or takes away one setting of an object made by its
/// definition; empty where its kind has none.
[[nodiscard]] QString changeSetting(const schema::Fact &fact, const schema::Setting *before,
                                    const schema::Setting *after);
/// Nothing if more than the settings differ.
[[nodiscard]] std::optional<QStringList> alterSettings(const schema::Fact &before, const schema::Fact &after);
/// GRANT and REVOKE statements from one set of privileges to another; either may be null (the
/// privileges PostgreSQL gives by itself). Also for default privileges. `owner` is who is meant where
/// the grantee is the owner; "" = the role that runs the statement.
[[nodiscard]] QStringList grants(const schema::ObjectId &id, const schema::GrantAttributes *before,
                                 const schema::GrantAttributes *after, const QString &owner);
/// ALTER … OWNER TO; empty for kinds without one and where no owner is stated.
[[nodiscard]] QStringList changeOwner(const schema::ObjectId &id, const QString &owner);

} // namespace lockstep::plan::ddl
