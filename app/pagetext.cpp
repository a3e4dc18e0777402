#include "pagetext.h"

#include "pagecontroller.h"

#include <widgets/common/format.h>

namespace lockstep::app {

namespace {

/// 150018 is 15.18.
QString serverVersionText(int version)
{
    return QStringLiteral("%1.%2").arg(version / 10000).arg(version % 10000);
}

} // namespace

QString sizeLine(const sources::LoadedSource &source)
{
    const QString version =
        PageController::tr("PostgreSQL %1").arg(serverVersionText(source.catalog->serverVersion()));
    if (!source.statistics || source.statistics->databaseBytes <= 0)
        return version;
    return version + QStringLiteral(" \u00b7 ")
           + widgets::bytesText(double(source.statistics->databaseBytes));
}

QString loadedLine(const sources::LoadedSource &source)
{
    QStringList parts{ sizeLine(source) };
    parts
        << PageController::tr("%1 objects").arg(widgets::numberText(qint64(source.catalog->facts().size())));
    const QString time = QTime::currentTime().toString(QStringLiteral("HH:mm:ss"));
    parts << (source.isLive ? PageController::tr("read %1").arg(time)
                            : PageController::tr("loaded %1").arg(time));
    if (!source.warnings.isEmpty())
        parts << PageController::tr("%n warning(s)", nullptr, int(source.warnings.size()));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString stageWords(project::Stage stage)
{
    using project::Stage;
    switch (stage) {
    case Stage::LoadCurrent: return PageController::tr("Reading the current side");
    case Stage::LoadTarget: return PageController::tr("Reading the target side");
    case Stage::Diff: return PageController::tr("Comparing");
    case Stage::Plan: return PageController::tr("Planning");
    case Stage::Analysis: return PageController::tr("Working out locks and times");
    case Stage::Proof: return PageController::tr("Proving");
    }
    return {};
}

QString editedHint(const plan::Plan &plan)
{
    QStringList numbers;
    for (int i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps.at(i).edited)
            numbers.append(QString::number(i + 1));
    }
    if (numbers.isEmpty())
        return {};
    const QString hint =
        numbers.size() == 1
            ? PageController::tr(
                "Take back what was edited (step %1), or change the target so that it says the same.")
            : PageController::tr(
                "Take back what was edited (steps %1), or change the target so that it says the same.");
    return hint.arg(numbers.join(QStringLiteral(", ")));
}

} // namespace lockstep::app
