// The timeline as a file: the same panes, as tall as the plan, in light colours.
#include "timelinepicture.h"

#include "timelinecanvas.h"
#include "timelinecolumns.h"
#include "timelinelegend.h"
#include "timelinerange.h"
#include "timelinerows.h"
#include "timelineruler.h"
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
constexpr int mostNames = 900;
constexpr double imageScale = 2;
/// Beyond this no painter of pixels goes.
constexpr int tallestImage = 32000;

struct PictureTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::widgets::TimelinePicture)
};

/// What is left of the bars, and what is right of them.
int sideOf(int width)
{
    return width * 29 / 100;
}

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

/// As wide as asked for, and as much wider as the names of the steps need.
QSize TimelineView::pictureSize(int width) const
{
    const int header = m_left->headerHeight();
    const int names = std::clamp(m_left->widthOfTexts(), sideOf(width), mostNames);
    return { width - sideOf(width) + names,
             header + m_rows->count() * m_rows->rowHeight() + m_legend->sizeHint().height() + 1 };
}

void TimelineView::layOutForPicture(const QSize &size, const QPalette &palette)
{
    // Under a style sheet no palette comes down from the parent.
    for (QWidget *pane : QVector<QWidget *>{ m_left, m_ruler, m_canvas, m_right, m_legend })
        pane->setPalette(palette);
    m_legend->setHintShown(false);
    const int header = m_left->headerHeight();
    const int tall = size.height() - m_legend->sizeHint().height();
    const int left = std::clamp(m_left->widthOfTexts(), sideOf(pictureWidth), mostNames);
    const int right = sideOf(pictureWidth);
    const int middle = size.width() - left - right;
    m_left->setGeometry(0, 0, left, tall);
    m_canvas->setGeometry(0, 0, middle, tall - header);
    m_ruler->setGeometry(0, 0, middle, header);
    m_right->setGeometry(0, 0, right, tall);
    m_legend->setGeometry(0, 0, size.width(), m_legend->sizeHint().height());
    m_rows->setViewHeight(tall - header);
    m_range->fit();
}

void TimelineView::paintPicture(QPainter *painter, const QSize &size) const
{
    const auto paintAt = [&](int x, int y, const auto *pane) {
        painter->save();
        painter->translate(x, y);
        pane->paint(painter);
        painter->restore();
    };
    const int header = m_left->headerHeight();
    painter->setFont(font());
    paintAt(0, 0, m_left);
    paintAt(m_left->width(), 0, m_ruler);
    paintAt(m_left->width(), header, m_canvas);
    paintAt(m_left->width() + m_canvas->width(), 0, m_right);
    paintAt(0, size.height() - m_legend->height(), m_legend);
}

base::Result<QByteArray> timelinePicture(const plan::PlanPtr &plan, TimeScale scale, PictureFormat format)
{
    items::PlanModel model;
    model.setPlan(plan);
    TimelineView view(&model);
    view.setScale(scale);
    const QSize size = view.pictureSize(pictureWidth);
    if (format == PictureFormat::Png && size.height() > tallestImage)
        return base::inputError(PictureTr::tr("The plan is too long for a PNG picture."),
                                PictureTr::tr("Save it as SVG, which has no limit."));
    view.resize(size);
    view.layOutForPicture(size, paperPalette());
    switch (format) {
    case PictureFormat::Svg: return svgOf(&view, size, PictureTr::tr("Timeline of the plan"));
    case PictureFormat::Png: return pngOf(&view, size);
    }
    return QByteArray();
}

} // namespace lockstep::widgets
