#pragma once

#include "filecontroller.h"

namespace lockstep::widgets {
class Banner;
}

namespace lockstep::app {

/// Says that somebody else has changed the project's file, and lets the user choose whose it becomes.
/// Until then nothing is saved into it.
class FileConflict final : public QObject
{
    Q_OBJECT
public:
    FileConflict(Document *document, FileController *files, QObject *parent = nullptr);
    /// To be put over the pages.
    [[nodiscard]] widgets::Banner *banner() const { return m_banner; }

private:
    void show(ProjectFileState state);
    void choose(int action);

    Document *m_document;
    FileController *m_files;
    widgets::Banner *m_banner;
};

} // namespace lockstep::app
