#pragma once

#include "keptedits.h"

#include <model/analysis/lint/settings.h>
#include <model/base/result.h>
#include <model/plan/plan.h>
#include <model/sources/source.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace lockstep::project {

/// The project file (`*.lockstep`, JSON): which two sides, which decisions, which edits. Holds no
/// password: connection texts are stored without secrets.
struct Project
{
    QString current; ///< SRC as the command line writes it; relative paths are relative to the file.
    QString target;
    plan::Policy policy = plan::Policy::ZeroDowntime;
    plan::Intents intents;
    QVector<KeptEdit> edits; ///< Of the plan, in the order they were made.
    analysis::lint::LintSettings rules; ///< What this project decides about findings.
    /// What it decides about rules that are not known here, perhaps of a newer version; in the same form.
    QJsonObject unknownRules;
    QString runTarget; ///< Connection last used to run, without secrets.
    QString environment; ///< "development", "test", "staging", "production" or empty.
};

/// As they stand in the file.
[[nodiscard]] QJsonArray editsToJson(const QVector<KeptEdit> &edits);
/// The ids that such decisions name, sorted.
[[nodiscard]] QStringList ruleIds(const QJsonObject &decisions);

[[nodiscard]] base::Result<Project> readProject(const QString &path);
/// Atomic: the old file stays whole until the new one is.
[[nodiscard]] base::Result<void> writeProject(const Project &project, const QString &path);

} // namespace lockstep::project
