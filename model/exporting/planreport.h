#pragma once

#include <model/analysis/checklist.h>
#include <model/plan/plan.h>

#include <QByteArray>
#include <QDateTime>

namespace lockstep::exporting {

/// What a review report shows.
struct ReportInput
{
    plan::PlanPtr plan;
    analysis::ChecklistPtr checklist; ///< What the database answered; null: it was not asked.
    QDateTime at; ///< When it was made; invalid: not said.
};

/// Browser: one page that needs nothing beside it, light and dark, with the timeline inside. Paper: the same
/// for QTextDocument and its printer, which knows fewer styles and takes pictures by name: see
/// paperTimelines().
enum class ReportMedium { Browser, Paper };

/// What a reviewer needs to say yes or no: outcome of the proof, totals, losses, findings, what the database
/// answered, the timeline, every step with SQL, locks, estimate and way back, and lines to sign, with the
/// digest of the steps that are signed. The same bytes for the same input. UTF-8.
[[nodiscard]] QByteArray planReport(const ReportInput &input, ReportMedium medium);

/// The pictures that the paper report names, as (name, SVG), each short enough for a page.
[[nodiscard]] QVector<QPair<QString, QByteArray>> paperTimelines(const plan::Plan &plan);

} // namespace lockstep::exporting
