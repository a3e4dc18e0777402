#include "optionsddl.h"

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

/// What PostgreSQL takes where nothing is said: the facts leave it out.
QString presetOf(const QString &name)
{
    if (name == QLatin1String("origin"))
        return QStringLiteral("any");
    if (name == QLatin1String("password_required"))
        return QStringLiteral("true");
    if (name == QLatin1String("synchronous_commit"))
        return QStringLiteral("'off'");
    if (name == QLatin1String("publish_generated_columns"))
        return QStringLiteral("none");
    return QStringLiteral("false");
}

QString parameterList(const QStringList &parameters)
{
    return QStringLiteral(" (%1)").arg(parameters.join(QStringLiteral(", ")));
}

/// Settings with a clause of their own, which are no parameters.
bool hasClause(const QString &name)
{
    return name == QLatin1String("connection") || name == QLatin1String("publication");
}

QStringList changedParameters(const SettingChanges &changes)
{
    QStringList parameters;
    for (const Setting &setting : changes.removed)
        parameters << setting.name + QStringLiteral(" = ") + presetOf(setting.name);
    for (const Setting &setting : changes.changed + changes.added) {
        if (!hasClause(setting.name))
            parameters << setting.name + QStringLiteral(" = ") + setting.value;
    }
    return parameters;
}

/// Only with a connection to the publisher, and not in a transaction: made anew instead.
bool needsAnew(const QVector<Setting> &settings)
{
    return settingNamed(settings, QStringLiteral("two_phase"))
           || settingNamed(settings, QStringLiteral("failover"));
}

/// From PostgreSQL 16 on an owner who is no superuser must have a password in the connection, so without
/// one it is changed while whoever runs the plan is the owner. Then it has its new owner, on the way back
/// its old one: either is `after`'s.
QStringList changeConnection(const Fact &after, const QString &alter, const QString &connection)
{
    const QString change = alter + QStringLiteral("CONNECTION ") + connection;
    if (after.owner.isEmpty() || connection.contains(QLatin1String("password"), Qt::CaseInsensitive))
        return { change };
    return { alter + QStringLiteral("OWNER TO CURRENT_USER"), change,
             alter + QStringLiteral("OWNER TO ") + quoteIdent(after.owner) };
}

} // namespace

QStringList createPublication(const Fact &fact)
{
    const auto &whole = *fact.as<DefinitionAttributes>();
    return { whole.definition + QStringLiteral(" WITH")
             + parameterList(changedParameters(settingChanges({}, whole.settings))) };
}

QStringList alterPublication(const Fact &before, const Fact &after)
{
    const SettingChanges changes = settingChanges(before.as<DefinitionAttributes>()->settings,
                                                  after.as<DefinitionAttributes>()->settings);
    return { QStringLiteral("ALTER PUBLICATION %1 SET").arg(quoteIdent(after.id.name))
             + parameterList(changedParameters(changes)) };
}

/// Without connecting: the publisher may be out of reach, and a scratch server must never take its
/// slot. It stays disabled, as pg_dump leaves it.
QStringList createSubscription(const Fact &fact)
{
    const auto &whole = *fact.as<DefinitionAttributes>();
    const QStringList parameters = QStringList{ QStringLiteral("connect = false") }
                                   + changedParameters(settingChanges({}, whole.settings));
    const Setting *connection = settingNamed(whole.settings, QStringLiteral("connection"));
    const Setting *publication = settingNamed(whole.settings, QStringLiteral("publication"));
    if (!connection || !publication)
        return {};
    return { QStringLiteral("%1 CONNECTION %2 PUBLICATION %3 WITH")
                 .arg(whole.definition, connection->value, publication->value)
             + parameterList(parameters) };
}

QStringList dropSubscription(const ObjectId &id)
{
    const QString alter = QStringLiteral("ALTER SUBSCRIPTION %1 ").arg(quoteIdent(id.name));
    return { alter + QStringLiteral("DISABLE"), alter + QStringLiteral("SET (slot_name = NONE)"),
             QStringLiteral("DROP SUBSCRIPTION ") + quoteIdent(id.name) };
}

std::optional<QStringList> alterSubscription(const Fact &before, const Fact &after)
{
    const QString alter = QStringLiteral("ALTER SUBSCRIPTION %1 ").arg(quoteIdent(after.id.name));
    const SettingChanges changes = settingChanges(before.as<DefinitionAttributes>()->settings,
                                                  after.as<DefinitionAttributes>()->settings);
    if (needsAnew(changes.added) || needsAnew(changes.removed) || needsAnew(changes.changed))
        return std::nullopt;
    QStringList statements;
    for (const Setting &setting : changes.changed) {
        if (setting.name == QLatin1String("connection"))
            statements << changeConnection(after, alter, setting.value);
        else if (setting.name == QLatin1String("publication"))
            statements
                << alter + QStringLiteral("SET PUBLICATION %1 WITH (refresh = false)").arg(setting.value);
        else if (setting.name == QLatin1String("slot_name") && setting.value == QLatin1String("NONE"))
            statements << alter + QStringLiteral("DISABLE");
    }
    if (const QStringList parameters = changedParameters(changes); !parameters.isEmpty())
        statements << alter + QStringLiteral("SET") + parameterList(parameters);
    return statements;
}

} // namespace lockstep::plan::ddl
