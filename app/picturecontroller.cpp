#include "picturecontroller.h"

#include <widgets/plan/planpage.h>
#include <widgets/timeline/timelinepicture.h>
#include <widgets/timeline/timelineview.h>

#include <QAction>
#include <QFileDialog>
#include <QSaveFile>

namespace lockstep::app {

namespace {

base::Result<void> writePicture(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    base::Error error =
        base::inputError(PictureController::tr("The picture cannot be saved: %1.").arg(file.errorString()),
                         PictureController::tr("Save it under another name."));
    error.kind = base::ErrorKind::Environment;
    error.position = base::TextPosition{ path, 0, 0 };
    return error;
}

} // namespace

PictureController::PictureController(QWidget *window, Actions *actions, Pages *pages,
                                     project::Pipeline *pipeline)
    : QObject(window)
    , m_window(window)
    , m_pages(pages)
    , m_pipeline(pipeline)
    , m_worker(QStringLiteral("picture"))
{
    connect(actions->savePicture, &QAction::triggered, this, &PictureController::choose);
    connect(
        pipeline, &project::Pipeline::planReady, actions->savePicture,
        [action = actions->savePicture](const plan::PlanPtr &plan) { action->setEnabled(plan != nullptr); });
    actions->savePicture->setEnabled(false);
}

void PictureController::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the timeline"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    dialog->setNameFilters({ tr("Drawing (*.svg)"), tr("Picture (*.png)") });
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.png")) ? QStringLiteral("png")
                                                                         : QStringLiteral("svg"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &PictureController::write);
    dialog->open();
}

void PictureController::write(const QString &path)
{
    const plan::PlanPtr plan = m_pipeline->plan();
    if (!plan)
        return;
    const bool isPng = path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
    const auto bytes =
        widgets::timelinePicture(plan, m_pages->plan()->timeline()->scale(),
                                 isPng ? widgets::PictureFormat::Png : widgets::PictureFormat::Svg);
    if (!bytes.has_value()) {
        emit failed(bytes.error());
        return;
    }
    m_worker.post([this, bytes = *bytes, path] {
        const auto done = writePicture(bytes, path);
        QMetaObject::invokeMethod(this, [this, done, path] {
            if (done.has_value())
                emit written(path);
            else
                emit failed(done.error());
        });
    });
}

} // namespace lockstep::app
