#include "optionsddl.h"

#include <algorithm>

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

const QLatin1String optionPrefix("option ");

/// The options among the settings, under their own names.
QVector<Setting> optionsAmong(const QVector<Setting> &settings)
{
    QVector<Setting> options;
    for (const Setting &setting : settings) {
        if (setting.name.startsWith(optionPrefix))
            options.append({ setting.name.mid(optionPrefix.size()), setting.value });
    }
    return options;
}

QVector<Setting> optionsOf(const QStringList &texts)
{
    QVector<Setting> options;
    for (const QString &text : texts)
        options.append(
            { text.section(QLatin1Char('='), 0, 0), quoteLiteral(text.section(QLatin1Char('='), 1)) });
    return options;
}

QString optionClause(const QStringList &items)
{
    return items.isEmpty() ? QString()
                           : QStringLiteral(" OPTIONS (%1)").arg(items.join(QStringLiteral(", ")));
}

QString namesAndValues(const QVector<Setting> &options)
{
    QStringList items;
    for (const Setting &option : options)
        items << quoteIdent(option.name) + QLatin1Char(' ') + option.value;
    return optionClause(items);
}

QString changedOptions(const QVector<Setting> &before, const QVector<Setting> &after)
{
    const SettingChanges changes = settingChanges(before, after);
    QStringList items;
    for (const Setting &option : changes.removed)
        items << QStringLiteral("DROP ") + quoteIdent(option.name);
    for (const Setting &option : changes.changed)
        items << QStringLiteral("SET %1 %2").arg(quoteIdent(option.name), option.value);
    for (const Setting &option : changes.added)
        items << QStringLiteral("ADD %1 %2").arg(quoteIdent(option.name), option.value);
    return optionClause(items);
}

/// " HANDLER f", " NO HANDLER" or nothing, when it changes.
QString functionClause(const char *name, const QVector<Setting> &before, const QVector<Setting> &after)
{
    const Setting *was = settingNamed(before, QLatin1String(name));
    const Setting *is = settingNamed(after, QLatin1String(name));
    const QString word = QLatin1String(name).toString().toUpper();
    if (!is)
        return was ? QStringLiteral(" NO ") + word : QString();
    return was && *was == *is ? QString() : QLatin1Char(' ') + word + QLatin1Char(' ') + is->value;
}

QString versionClause(const QVector<Setting> &before, const QVector<Setting> &after)
{
    const Setting *was = settingNamed(before, QStringLiteral("version"));
    const Setting *is = settingNamed(after, QStringLiteral("version"));
    if (!is)
        return was ? QStringLiteral(" VERSION NULL") : QString();
    return was && *was == *is ? QString() : QStringLiteral(" VERSION ") + is->value;
}

/// Everything of a wrapper, server or mapping that ALTER says, in one statement: the wrapper's
/// validator looks at all options together.
QString foreignClauses(Kind kind, const QVector<Setting> &before, const QVector<Setting> &after)
{
    QString clauses;
    if (kind == Kind::ForeignDataWrapper)
        clauses = functionClause("handler", before, after) + functionClause("validator", before, after);
    else if (kind == Kind::ForeignServer)
        clauses = versionClause(before, after);
    return clauses + changedOptions(optionsAmong(before), optionsAmong(after));
}

} // namespace

const Setting *settingNamed(const QVector<Setting> &settings, const QString &name)
{
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const Setting &setting) { return setting.name == name; });
    return found == settings.end() ? nullptr : &*found;
}

SettingChanges settingChanges(const QVector<Setting> &before, const QVector<Setting> &after)
{
    SettingChanges changes;
    for (const Setting &setting : before) {
        if (!settingNamed(after, setting.name))
            changes.removed.append(setting);
    }
    for (const Setting &setting : after) {
        const Setting *was = settingNamed(before, setting.name);
        if (!was)
            changes.added.append(setting);
        else if (*was != setting)
            changes.changed.append(setting);
    }
    return changes;
}

QString createForeignOptions(const QStringList &options)
{
    return namesAndValues(optionsOf(options));
}

QString alterForeignOptions(const QStringList &before, const QStringList &after)
{
    return changedOptions(optionsOf(before), optionsOf(after)).trimmed();
}

QStringList createForeign(const Fact &fact)
{
    const auto &whole = *fact.as<DefinitionAttributes>();
    QString sql = whole.definition;
    if (fact.id.kind == Kind::ForeignDataWrapper)
        sql +=
            functionClause("handler", {}, whole.settings) + functionClause("validator", {}, whole.settings);
    QStringList statements{ sql + namesAndValues(optionsAmong(whole.settings)) };
    if (const QString version = versionClause({}, whole.settings); !version.isEmpty())
        statements << QStringLiteral("ALTER SERVER ") + quoteIdent(fact.id.name) + version;
    return statements;
}

QStringList alterForeign(const Fact &before, const Fact &after)
{
    const QString name = after.id.kind == Kind::UserMapping ? sqlName(after.id) : quoteIdent(after.id.name);
    return { QStringLiteral("ALTER %1 %2").arg(keyword(after.id.kind), name)
             + foreignClauses(after.id.kind, before.as<DefinitionAttributes>()->settings,
                              after.as<DefinitionAttributes>()->settings) };
}

QStringList createDictionary(const Fact &fact)
{
    const auto &whole = *fact.as<DefinitionAttributes>();
    QString sql = whole.definition;
    sql.chop(1); // The bracket after the template.
    for (const Setting &option : whole.settings)
        sql += QStringLiteral(", %1 = %2").arg(quoteIdent(option.name), option.value);
    return { sql + QLatin1Char(')') };
}

/// In one statement, because the template looks at all options together.
QStringList alterDictionary(const Fact &before, const Fact &after)
{
    const SettingChanges changes = settingChanges(before.as<DefinitionAttributes>()->settings,
                                                  after.as<DefinitionAttributes>()->settings);
    QStringList items;
    for (const Setting &option : changes.removed)
        items << quoteIdent(option.name);
    for (const Setting &option : changes.changed + changes.added)
        items << QStringLiteral("%1 = %2").arg(quoteIdent(option.name), option.value);
    return { QStringLiteral("ALTER TEXT SEARCH DICTIONARY %1 (%2)")
                 .arg(relationName(after.id), items.join(QStringLiteral(", "))) };
}

} // namespace lockstep::plan::ddl
