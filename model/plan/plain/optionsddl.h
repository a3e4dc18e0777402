#pragma once

#include "ddl.h"

/// Options that are added, set and dropped: of servers, foreign tables, dictionaries and the like.
namespace lockstep::plan::ddl {

struct SettingChanges
{
    QVector<schema::Setting> added;
    QVector<schema::Setting> changed; ///< With the new value.
    QVector<schema::Setting> removed;
};

[[nodiscard]] SettingChanges settingChanges(const QVector<schema::Setting> &before,
                                            const QVector<schema::Setting> &after);
[[nodiscard]] const schema::Setting *settingNamed(const QVector<schema::Setting> &settings,
                                                  const QString &name);
/// " OPTIONS (name 'value', …)" of "name=value" texts; empty for none.
[[nodiscard]] QString createForeignOptions(const QStringList &options);
/// "OPTIONS (ADD …, SET …, DROP …)"; empty if they are equal.
[[nodiscard]] QString alterForeignOptions(const QStringList &before, const QStringList &after);

// One writer a family; nothing where the kind has none or needs re-creation.
[[nodiscard]] QStringList createForeign(const schema::Fact &fact);
[[nodiscard]] QStringList alterForeign(const schema::Fact &before, const schema::Fact &after);
[[nodiscard]] QStringList createDictionary(const schema::Fact &fact);
[[nodiscard]] QStringList alterDictionary(const schema::Fact &before, const schema::Fact &after);
[[nodiscard]] QStringList createPublication(const schema::Fact &fact);
[[nodiscard]] QStringList alterPublication(const schema::Fact &before, const schema::Fact &after);
[[nodiscard]] QStringList createSubscription(const schema::Fact &fact);
/// Takes it off its replication slot first, which stays on the publisher.
[[nodiscard]] QStringList dropSubscription(const schema::ObjectId &id);
[[nodiscard]] std::optional<QStringList> alterSubscription(const schema::Fact &before,
                                                           const schema::Fact &after);

} // namespace lockstep::plan::ddl
