#include "lintrulesmodel.h"

#include "words.h"

#include <model/analysis/rules/documentation.h>
#include <model/analysis/rules/rule.h>

namespace lockstep::items {

namespace {

bool isOnRequest(const QString &rule)
{
    const analysis::rules::Rule *known = analysis::rules::findRule(rule);
    return known && known->speaks == analysis::rules::Default::OnRequest;
}

RuleChoice choiceOfSeverity(plan::Severity severity)
{
    switch (severity) {
    case plan::Severity::Info: return RuleChoice::Info;
    case plan::Severity::Warning: return RuleChoice::Warning;
    case plan::Severity::Error: return RuleChoice::Error;
    }
    Q_UNREACHABLE();
}

std::optional<plan::Severity> severityOfChoice(RuleChoice choice)
{
    switch (choice) {
    case RuleChoice::Usual:
    case RuleChoice::Off:
    case RuleChoice::On: return std::nullopt;
    case RuleChoice::Info: return plan::Severity::Info;
    case RuleChoice::Warning: return plan::Severity::Warning;
    case RuleChoice::Error: return plan::Severity::Error;
    }
    Q_UNREACHABLE();
}

} // namespace

QVector<RuleChoice> choicesFor(const QString &rule)
{
    return { RuleChoice::Usual, isOnRequest(rule) ? RuleChoice::On : RuleChoice::Off, RuleChoice::Info,
             RuleChoice::Warning, RuleChoice::Error };
}

RuleChoice choiceOf(const analysis::lint::LintSettings &settings, const QString &rule)
{
    if (settings.disabled.contains(rule))
        return isOnRequest(rule) ? RuleChoice::Usual : RuleChoice::Off;
    if (isOnRequest(rule) && !settings.allows(rule))
        return RuleChoice::Usual;
    const auto severity = settings.severities.constFind(rule);
    if (severity != settings.severities.constEnd())
        return choiceOfSeverity(*severity);
    return isOnRequest(rule) ? RuleChoice::On : RuleChoice::Usual;
}

analysis::lint::LintSettings withChoice(analysis::lint::LintSettings settings, const QString &rule,
                                        RuleChoice choice)
{
    settings.disabled.remove(rule);
    settings.enabled.remove(rule);
    settings.severities.remove(rule);
    // Where all are turned on, one that is as usual is turned off.
    const bool isOff =
        isOnRequest(rule) ? choice == RuleChoice::Usual && settings.enablesAll : choice == RuleChoice::Off;
    if (isOff)
        settings.disabled.insert(rule);
    if (isOnRequest(rule) && choice != RuleChoice::Usual)
        settings.enabled.insert(rule);
    if (const auto severity = severityOfChoice(choice))
        settings.severities.insert(rule, *severity);
    return settings;
}

QString ruleChoiceText(RuleChoice choice, const QString &rule)
{
    switch (choice) {
    case RuleChoice::Usual:
        return isOnRequest(rule) ? LintRulesModel::tr("as usual: off") : LintRulesModel::tr("as usual: on");
    case RuleChoice::Off: return LintRulesModel::tr("off");
    case RuleChoice::On: return LintRulesModel::tr("on");
    case RuleChoice::Info: return words(plan::Severity::Info);
    case RuleChoice::Warning: return words(plan::Severity::Warning);
    case RuleChoice::Error: return words(plan::Severity::Error);
    }
    Q_UNREACHABLE();
}

LintRulesModel::LintRulesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    for (const analysis::rules::Rule &rule : analysis::rules::registry())
        m_rules.append(QLatin1String(rule.id));
    m_rules.sort();
    for (const QString &rule : std::as_const(m_rules))
        m_titles.append(analysis::rules::title(rule));
}

void LintRulesModel::setSettings(const analysis::lint::LintSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int LintRulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int LintRulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LintRulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString rule = m_rules.at(index.row());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case Rule: return rule;
    case Title: return m_titles.at(index.row());
    case Choice: return ruleChoiceText(choiceOf(m_settings, rule), rule);
    case ColumnCount: break;
    }
    return {};
}

QVariant LintRulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Rule: return tr("Rule");
    case Title: return tr("About");
    case Choice: return tr("In this project");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
