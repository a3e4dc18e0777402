// The timeline as a file: the same panes, as tall as the plan, in light colours.
#include "timelinepicture.h"

#include "timelineview.h"

#include <widgets/common/theme.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace lockstep::widgets {

namespace {

constexpr int pictureWidth = 1600;
constexpr double imageScale = 2;
/// Beyond this no painter of pixels goes.
constexpr int tallestImage = 32000;

struct PictureTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::widgets::TimelinePicture)
};

QPalette paperPalette()
{
    const Colors &colors = lightColors();
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::WindowText, colors.text);
    return palette;
}

QByteArray svgOf(TimelineView *view, const QSize &size, const QString &title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(title);
    QPainter painter(&generator);
    view->paintPicture(&painter, size);
    painter.end();
    return buffer.data();
}

QByteArray pngOf(TimelineView *view, const QSize &size)
{
    const double scale = std::min(imageScale, double(tallestImage) / size.height());
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
    image.fill(lightColors().base);
    QPainter painter(&image);
    painter.scale(scale, scale);
    view->paintPicture(&painter, size);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

base::Result<QByteArray> timelinePicture(const plan::PlanPtr &plan, TimeScale scale, PictureFormat format)
{
    items::PlanModel model;
    model.setPlan(plan);
    TimelineView view(&model);
    view.setPalette(paperPalette());
    view.setScale(scale);
    const QSize size = view.pictureSize(pictureWidth);
    if (format == PictureFormat::Png && size.height() > tallestImage)
        return base::inputError(PictureTr::tr("The plan is too long for a PNG picture."),
                                PictureTr::tr("Save it as SVG, which has no limit."));
    view.resize(size);
    view.layOutForPicture(size);
    switch (format) {
    case PictureFormat::Svg: return svgOf(&view, size, PictureTr::tr("Timeline of the plan"));
    case PictureFormat::Png: return pngOf(&view, size);
    }
    return QByteArray();
}

} // namespace lockstep::widgets
