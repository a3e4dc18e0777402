#include "reportfile.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace lockstep::app {

namespace {

struct ReportFileTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::app::ReportFile)
};

/// Pixels of a picture for each of its units: about 400 dots an inch on paper.
constexpr int sharpness = 3;

QImage drawn(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    QImage image(renderer.defaultSize() * sharpness, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

void writePdf(const exporting::ReportInput &input, QIODevice *device)
{
    QTextDocument document;
    document.setDefaultFont(QFont(QStringLiteral("Inter"), 9));
    for (const auto &[name, svg] : exporting::paperTimelines(*input.plan))
        document.addResource(QTextDocument::ImageResource, QUrl(name), drawn(svg));
    document.setHtml(QString::fromUtf8(exporting::planReport(input, exporting::ReportMedium::Paper)));
    QPdfWriter writer(device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(ReportFileTr::tr("Plan of a schema change"));
    writer.setCreator(QStringLiteral("Lockstep " LOCKSTEP_VERSION));
    document.print(&writer);
}

base::Result<void> refused(const QString &path, const QString &why)
{
    base::Error error = base::inputError(ReportFileTr::tr("The report cannot be saved: %1.").arg(why),
                                         ReportFileTr::tr("Save it under another name."));
    error.position = base::TextPosition{ path, 0, 0 };
    return error;
}

} // namespace

base::Result<void> writeReport(const exporting::ReportInput &input, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return refused(path, file.errorString());
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        writePdf(input, &file);
    else
        file.write(exporting::planReport(input, exporting::ReportMedium::Browser));
    if (!file.commit())
        return refused(path, file.errorString());
    return {};
}

} // namespace lockstep::app
