#include "fileconflict.h"

#include <widgets/common/banner.h>

#include <QDir>
#include <QFileInfo>

namespace lockstep::app {

using widgets::Banner;

namespace {

enum ConflictAction { ReloadFile, KeepMine, SaveElsewhere };

} // namespace

FileConflict::FileConflict(Document *document, FileController *files, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_files(files)
    , m_banner(new Banner)
{
    m_banner->setObjectName(QStringLiteral("fileConflict"));
    connect(document, &Document::fileStateChanged, this, &FileConflict::show);
    connect(document, &Document::saveRefused, this, [this] { show(m_document->fileState()); });
    connect(m_banner, &Banner::actionChosen, this, &FileConflict::choose);
}

void FileConflict::show(ProjectFileState state)
{
    const QString name = QFileInfo(m_document->path()).fileName();
    const QString path = QDir::toNativeSeparators(m_document->path());
    const QString hint =
        tr("Nothing is saved into it until you choose. Until then your work is kept where the "
           "next start finds it.");
    switch (state) {
    case ProjectFileState::Same: m_banner->dismiss(); return;
    case ProjectFileState::Changed:
        m_banner->showMessage(Banner::Kind::Warning,
                              tr("Somebody else has changed the project file %1.").arg(name),
                              tr("It is not what was last read or saved here: %1").arg(path), hint);
        m_banner->setActions({ m_document->isChanged() ? tr("Reload, without my changes") : tr("Reload"),
                               tr("Keep mine"), tr("Save as\u2026") });
        return;
    case ProjectFileState::Gone:
        m_banner->showMessage(Banner::Kind::Warning,
                              tr("The project file %1 is not there any more.").arg(name),
                              tr("It was removed, moved or renamed: %1").arg(path), hint);
        m_banner->setActions({ QString(), tr("Write it again"), tr("Save as\u2026") });
        return;
    }
}

void FileConflict::choose(int action)
{
    switch (action) {
    case ReloadFile: m_files->openProject(m_document->path()); return;
    case KeepMine: m_files->saveMine(); return;
    case SaveElsewhere: m_files->saveAs(); return;
    }
}

} // namespace lockstep::app
