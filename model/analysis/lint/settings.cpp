#include "settings.h"

#include "../rules/rule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lockstep::analysis::lint {

namespace {

base::Error settingsError(const QString &name, const QString &what, const QString &hint = {})
{
    return base::inputError(QStringLiteral("%1: %2").arg(name, what), hint);
}

base::Result<QSet<QString>> readRules(const QJsonObject &object, const char *member, const QString &name)
{
    QSet<QString> rules;
    const QJsonValue value = object.value(QLatin1String(member));
    if (!value.isUndefined() && !value.isArray())
        return settingsError(name, QStringLiteral("\"%1\" is no list.").arg(QLatin1String(member)));
    for (const QJsonArray all = value.toArray(); const QJsonValue &item : all) {
        if (const auto known = checkRule(item.toString()); !known.has_value())
            return settingsError(name, known.error().message, known.error().hint);
        rules.insert(item.toString());
    }
    return rules;
}

std::optional<plan::Severity> severityOf(const QString &text)
{
    for (const plan::Severity severity :
         { plan::Severity::Info, plan::Severity::Warning, plan::Severity::Error }) {
        if (plan::name(severity) == text)
            return severity;
    }
    return std::nullopt;
}

base::Result<QHash<QString, plan::Severity>> readSeverities(const QJsonObject &object, const QString &name)
{
    QHash<QString, plan::Severity> severities;
    const QJsonValue member = object.value(QLatin1String("severity"));
    if (!member.isUndefined() && !member.isObject())
        return settingsError(name, QStringLiteral("\"severity\" is no object of rules and severities."));
    const QJsonObject wanted = member.toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (const auto known = checkRule(it.key()); !known.has_value())
            return settingsError(name, known.error().message, known.error().hint);
        const std::optional<plan::Severity> severity = severityOf(it.value().toString());
        if (!severity)
            return settingsError(name,
                                 QStringLiteral("The severity of %1 cannot be \"%2\".")
                                     .arg(it.key(), it.value().toVariant().toString()),
                                 QStringLiteral("It is one of error, warning, info."));
        severities.insert(it.key(), *severity);
    }
    return severities;
}

} // namespace

bool LintSettings::allows(const QString &ruleId) const
{
    if (disabled.contains(ruleId))
        return false;
    const rules::Rule *rule = rules::findRule(ruleId);
    return !rule || rule->speaks != rules::Default::OnRequest || enablesAll || enabled.contains(ruleId);
}

QVector<plan::Finding> LintSettings::applied(const QVector<plan::Finding> &findings) const
{
    QVector<plan::Finding> result;
    for (plan::Finding finding : findings) {
        if (!allows(finding.rule))
            continue;
        finding.severity = severities.value(finding.rule, finding.severity);
        result.append(std::move(finding));
    }
    return result;
}

QJsonObject toJson(const LintSettings &settings)
{
    QJsonObject object;
    const auto addRules = [&object](QLatin1String member, const QSet<QString> &rules) {
        QStringList sorted(rules.begin(), rules.end());
        sorted.sort();
        if (!sorted.isEmpty())
            object.insert(member, QJsonArray::fromStringList(sorted));
    };
    addRules(QLatin1String("disable"), settings.disabled);
    addRules(QLatin1String("enable"), settings.enabled);
    QJsonObject severities;
    for (auto it = settings.severities.begin(); it != settings.severities.end(); ++it)
        severities.insert(it.key(), plan::name(it.value()));
    if (!severities.isEmpty())
        object.insert(QLatin1String("severity"), severities);
    if (settings.inTransaction)
        object.insert(QLatin1String("in_transaction"), true);
    return object;
}

base::Result<void> checkRule(const QString &ruleId)
{
    if (rules::findRule(ruleId) || ruleId == QLatin1String("all"))
        return {};
    // The rule that shares most of its words.
    const QStringList words = ruleId.split(QLatin1Char('-'));
    QString near;
    qsizetype most = 0;
    for (const rules::Rule &rule : rules::registry()) {
        const QString id = QLatin1String(rule.id);
        const auto shared = std::count_if(words.begin(), words.end(), [&](const QString &word) {
            return word.size() > 2 && id.contains(word);
        });
        if (shared > most) {
            most = shared;
            near = id;
        }
    }
    return base::inputError(QStringLiteral("There is no rule \"%1\".").arg(ruleId),
                            near.isEmpty() ? QStringLiteral("lockstep-cli lint --rules lists them.")
                                           : QStringLiteral("Did you mean %1?").arg(near));
}

base::Result<LintSettings> settingsFromJson(const QByteArray &json, const QString &name)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return settingsError(name, QStringLiteral("This is no JSON: %1 (line %2).")
                                       .arg(problem.errorString())
                                       .arg(json.left(problem.offset).count('\n') + 1));
    if (!document.isObject())
        return settingsError(name, QStringLiteral("This is no JSON object."),
                             QStringLiteral("It begins with { and names disable, enable or severity."));
    const QJsonObject object = document.object();
    static const QStringList members = { QStringLiteral("disable"), QStringLiteral("enable"),
                                         QStringLiteral("severity"), QStringLiteral("in_transaction") };
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!members.contains(it.key()))
            return settingsError(name, QStringLiteral("\"%1\" is not known here.").arg(it.key()),
                                 QStringLiteral("Known are %1.").arg(members.join(QStringLiteral(", "))));
    }
    const QJsonValue inTransaction = object.value(QLatin1String("in_transaction"));
    if (!inTransaction.isUndefined() && !inTransaction.isBool())
        return settingsError(name, QStringLiteral("\"in_transaction\" is neither true nor false."));
    LintSettings settings;
    auto disabled = readRules(object, "disable", name);
    if (!disabled.has_value())
        return disabled.error();
    auto enabled = readRules(object, "enable", name);
    if (!enabled.has_value())
        return enabled.error();
    auto severities = readSeverities(object, name);
    if (!severities.has_value())
        return severities.error();
    if (disabled->contains(QStringLiteral("all")))
        return settingsError(name, QStringLiteral("Not all rules can be turned off at once."),
                             QStringLiteral("Name those that are not wanted."));
    settings.disabled = *std::move(disabled);
    settings.enabled = *std::move(enabled);
    settings.enablesAll = settings.enabled.contains(QStringLiteral("all"));
    settings.severities = *std::move(severities);
    settings.inTransaction = inTransaction.toBool();
    return settings;
}

} // namespace lockstep::analysis::lint
