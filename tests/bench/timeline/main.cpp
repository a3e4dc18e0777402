// How fast the Plan page is with a long plan: the real widget, real events, the time of each frame.
#include <widgets/plan/planpage.h>
#include <widgets/timeline/timelinecanvas.h>
#include <widgets/timeline/timelineview.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTextStream>
#include <QWheelEvent>

#include <algorithm>
#include <functional>

using namespace lockstep;
using namespace lockstep::widgets;

namespace {

constexpr double frameMs = 1000.0 / 60;

QString idOf(int number)
{
    return QStringLiteral("s%1").arg(number + 1, 4, 10, QLatin1Char('0'));
}

/// Tables that gain a column, fill it, index it and drop another behind gates: every kind of bar.
plan::Step stepOf(int number)
{
    plan::Step step;
    step.id = idOf(number);
    const int turn = number % 6;
    const int table = number / 6;
    step.phase = plan::Phase(std::min(4, turn));
    step.kind = turn == 1 ? plan::StepKind::Backfill : plan::StepKind::Ddl;
    step.title = QStringLiteral("Step %1 of table orders_%2").arg(turn + 1).arg(table);
    step.relations = { QStringLiteral("public.orders_%1").arg(table) };
    if (turn > 0)
        step.dependsOn = { idOf(number - 1) };
    if (turn == 4 && table > 10)
        step.dependsOn += idOf(number - 60);
    step.sql = { QStringLiteral("ALTER TABLE public.orders_%1 ADD COLUMN c%2 text").arg(table).arg(turn) };
    step.rollback.sql = {
        QStringLiteral("ALTER TABLE public.orders_%1 DROP COLUMN c%2").arg(table).arg(turn)
    };
    step.assessment.locks = { { step.relations.first(), plan::LockMode(number % 8) } };
    step.assessment.blocks = plan::Blocks(number % 4);
    const qint64 likely = 3 + qint64(number * 7919 % 1000) * (turn == 1 ? 500 : 1);
    step.assessment.estimate = { likely / 2, likely, likely * 3, QStringLiteral("Made up.") };
    step.assessment.analysed = true;
    if (number % 50 == 49) {
        step.kind = plan::StepKind::Gate;
        step.sql.clear();
        step.gateText = step.title;
    }
    return step;
}

plan::PlanPtr longPlan(int steps)
{
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = 150018;
    plan->steps.reserve(steps);
    for (int i = 0; i < steps; ++i)
        plan->steps.append(stepOf(i));
    plan->proof.status = plan::ProofStatus::Proved;
    plan->proof.planDigest = plan->digest();
    return plan;
}

struct Frames
{
    QString name;
    std::vector<double> ms;
};

/// One event, and everything painted that it changed.
double frameOf(QWidget *window, QImage *image, const std::function<void()> &act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    QCoreApplication::sendPostedEvents();
    window->render(image);
    return double(timer.nsecsElapsed()) / 1e6;
}

void wheel(QWidget *widget, int delta, Qt::KeyboardModifiers modifiers)
{
    const QPointF at(widget->width() / 2.0, widget->height() / 2.0);
    QWheelEvent event(at, widget->mapToGlobal(at), {}, { 0, delta }, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

void hover(QWidget *widget, const QPointF &at)
{
    QMouseEvent event(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

QVector<Frames> measure(PlanPage *page, int frames)
{
    TimelineCanvas *canvas = page->timeline()->canvas();
    QImage image(page->timeline()->size(), QImage::Format_RGB32);
    QVector<Frames> all;
    const auto run = [&](const QString &name, const std::function<void(int)> &act) {
        Frames one{ name, {} };
        for (int i = 0; i < frames; ++i)
            one.ms.push_back(frameOf(page->timeline(), &image, [&] { act(i); }));
        all.append(one);
    };
    const auto down = [&](int i) { wheel(canvas, i < frames / 2 ? -120 : 120, Qt::NoModifier); };
    run(QStringLiteral("scroll, all in sight"), down);
    run(QStringLiteral("zoom"),
        [&](int i) { wheel(canvas, i < frames / 2 ? 120 : -120, Qt::ControlModifier); });
    for (int i = 0; i < 20; ++i)
        wheel(canvas, 120, Qt::ControlModifier);
    run(QStringLiteral("pan, zoomed in"),
        [&](int i) { wheel(canvas, i < frames / 2 ? -30 : 30, Qt::ShiftModifier); });
    run(QStringLiteral("scroll, zoomed in"), down);
    run(QStringLiteral("hover"), [&](int i) {
        hover(canvas, { double(i * 13 % canvas->width()), double(i * 29 % canvas->height()) });
    });
    run(QStringLiteral("select the next step"), [&](int) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas, &key);
    });
    return all;
}

double at(const std::vector<double> &sorted, double share)
{
    return sorted.at(std::min(sorted.size() - 1, size_t(share * double(sorted.size()))));
}

void report(QTextStream &out, Frames frames)
{
    std::sort(frames.ms.begin(), frames.ms.end());
    const auto late =
        std::count_if(frames.ms.begin(), frames.ms.end(), [](double ms) { return ms > frameMs; });
    out << QStringLiteral("%1 p50 %2 ms, p95 %3 ms, max %4 ms, over 16.7 ms: %5 of %6\n")
               .arg(frames.name, -24)
               .arg(at(frames.ms, 0.5), 6, 'f', 2)
               .arg(at(frames.ms, 0.95), 6, 'f', 2)
               .arg(frames.ms.back(), 6, 'f', 2)
               .arg(late)
               .arg(frames.ms.size());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Frame times of the Plan page with a long plan; run it with QT_QPA_PLATFORM=offscreen."));
    parser.addHelpOption();
    parser.addOption({ QStringLiteral("steps"), QStringLiteral("Steps of the plan."), QStringLiteral("n"),
                       QStringLiteral("5000") });
    parser.addOption({ QStringLiteral("frames"), QStringLiteral("Frames of each part."), QStringLiteral("n"),
                       QStringLiteral("300") });
    parser.process(app);
    QTextStream out(stdout);
    const plan::PlanPtr plan = longPlan(parser.value(QStringLiteral("steps")).toInt());
    PlanPage page;
    page.resize(1600, 1000);
    page.show();
    QCoreApplication::processEvents();
    QImage whole(page.size(), QImage::Format_RGB32);
    const double opened = frameOf(&page, &whole, [&] { page.setPlan(plan); });
    out << QStringLiteral("open %1 steps: %2 ms\n").arg(plan->steps.size()).arg(opened, 0, 'f', 1);
    auto assessedAgain = std::make_shared<plan::Plan>(*plan);
    assessedAgain->steps[2].edited = true;
    const double updated = frameOf(&page, &whole, [&] { page.setPlan(assessedAgain); });
    out << QStringLiteral("show an edit: %1 ms\n").arg(updated, 0, 'f', 1);
    for (const Frames &frames : measure(&page, parser.value(QStringLiteral("frames")).toInt()))
        report(out, frames);
    return 0;
}
