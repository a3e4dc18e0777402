#include "handwork.h"

#include "optionsddl.h"

#include <model/base/secrets.h>

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool hasHiddenSecret(const QStringList &statements)
{
    return std::any_of(statements.begin(), statements.end(),
                       [](const QString &sql) { return sql.contains(QLatin1String(base::kHiddenSecret)); });
}

QString slotNote(const ObjectId &id, const Catalog &current)
{
    const auto *subscription = current.attributes<DefinitionAttributes>(id);
    const Setting *slot =
        subscription ? ddl::settingNamed(subscription->settings, QStringLiteral("slot_name")) : nullptr;
    if (!slot || slot->value == QLatin1String("NONE"))
        return QStringLiteral("The subscription has no replication slot to look after.");
    return QStringLiteral("Its replication slot stays on the publisher, where it holds back WAL until it is "
                          "dropped there: SELECT pg_drop_replication_slot(%1).")
        .arg(slot->value);
}

QString subscriptionNote(const Action &action, const Catalog &current)
{
    const QString name = quoteIdent(action.object.name);
    QStringList sentences;
    for (const QString &sql : action.forward) {
        if (sql.startsWith(QLatin1String("DROP SUBSCRIPTION ")))
            sentences << slotNote(action.object, current);
        else if (sql.startsWith(QLatin1String("CREATE SUBSCRIPTION ")))
            sentences << QStringLiteral(
                             "The subscription is made without connecting and stays disabled. When its "
                             "replication slot is on the publisher: ALTER SUBSCRIPTION %1 ENABLE, then ALTER "
                             "SUBSCRIPTION %1 REFRESH PUBLICATION.")
                             .arg(name);
        else if (sql.contains(QLatin1String(" SET PUBLICATION ")))
            sentences << QStringLiteral("The tables change with: ALTER SUBSCRIPTION %1 REFRESH PUBLICATION.")
                             .arg(name);
        else if (sql.endsWith(QLatin1String(" DISABLE"))
                 && !action.forward.last().startsWith(QLatin1String("DROP")))
            sentences << QStringLiteral("It stays disabled, because it has no replication slot any more.");
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString handwork(const Action &action, const Catalog &current)
{
    QStringList sentences;
    if (action.object.kind == Kind::Subscription)
        sentences << subscriptionNote(action, current);
    if (hasHiddenSecret(action.forward))
        sentences << QStringLiteral(
                         "Secrets are not part of a plan: set what is written as '%1' of %2 by hand "
                         "after this step.")
                         .arg(QLatin1String(base::kHiddenSecret), displayName(action.object));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace lockstep::plan::plain
