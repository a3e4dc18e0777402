#pragma once

#include <model/base/result.h>
#include <model/plan/step.h>

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace lockstep::analysis::lint {

/// What a project decides about rules. As a file:
/// {"disable": ["drop-table"], "enable": ["char-type"], "severity": {"truncate": "error"},
///  "in_transaction": true}
struct LintSettings
{
    QSet<QString> disabled; ///< Rule ids.
    QSet<QString> enabled; ///< Of rules that speak on request only.
    bool enablesAll = false; ///< "enable": ["all"]
    QHash<QString, plan::Severity> severities;
    /// The tool that runs the files puts each into a transaction.
    bool inTransaction = false;

    [[nodiscard]] bool allows(const QString &ruleId) const;
    /// The findings of rules that are not turned off, as severe as the project has them.
    [[nodiscard]] QVector<plan::Finding> applied(const QVector<plan::Finding> &findings) const;
    friend bool operator==(const LintSettings &, const LintSettings &) = default;
};

/// Errors (Input) say what, where and what to do: no JSON, an unknown member, rule or severity, with the
/// nearest known. `name` of the file is for messages.
[[nodiscard]] base::Result<LintSettings> settingsFromJson(const QByteArray &json, const QString &name);
/// What settingsFromJson() reads; members without content are left out.
[[nodiscard]] QJsonObject toJson(const LintSettings &settings);
/// An error (Input) with the nearest known rule unless there is one of that id; "all" is none.
[[nodiscard]] base::Result<void> checkRule(const QString &ruleId);

} // namespace lockstep::analysis::lint
