#pragma once

#include "environment.h"

#include <QDateTime>
#include <QString>

namespace lockstep::project {

/// A project file the user worked on, as a list shows it.
struct RecentProject
{
    QString path;
    QString current, target; ///< Both sides in a few words, without secrets.
    QDateTime changedAt;
    Environment environment = Environment::Unknown;
    bool isMissing = false; ///< The file is not there, or is no project any more.

    [[nodiscard]] bool operator==(const RecentProject &) const = default;
};

} // namespace lockstep::project
