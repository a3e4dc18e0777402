#pragma once

#include "projectfilewatch.h"

#include <model/project/projectfile.h>

#include <QJsonArray>

#include <memory>
#include <optional>

namespace lockstep::app {

/// A document on its way into a file, as it was when that was asked for.
struct DocumentWrite
{
    project::Project project;
    QString path;
    int document = 0;
    int revision = 0;
    QJsonArray edits;
    enum class By { Itself, User } by = By::Itself;
    bool isOverOthers = false;
    bool isOfLeft = false; ///< Into a file of its own, which nobody works on.
    /// Only into a file that holds this, where it is the document's own.
    std::optional<QByteArray> known;
    /// What the writer found there instead, and has left as it was.
    std::shared_ptr<ProjectFileState> found = std::make_shared<ProjectFileState>(ProjectFileState::Same);
};

} // namespace lockstep::app
