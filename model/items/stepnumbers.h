#pragma once

#include <model/analysis/checklist.h>
#include <model/base/error.h>
#include <model/plan/plan.h>
#include <model/proof/rehearsalreport.h>

#include <QHash>
#include <QStringList>

namespace lockstep::items {

/// The engine's sentences name steps by the ids that the command line takes; the window's lists show numbers.
/// This says the one as the other: "Step 7 failed" for "s07 failed".
class StepNumbers
{
public:
    StepNumbers() = default; ///< Of no plan: everything stays as it is.
    explicit StepNumbers(const QStringList &ids); ///< In the order of the steps.
    explicit StepNumbers(const plan::PlanPtr &plan); ///< Null: of no plan.

    [[nodiscard]] int of(const QString &id) const { return m_numbers.value(id); } ///< 0: of no step.
    /// What is quoted, or part of a longer name, is no step's.
    [[nodiscard]] QString in(const QString &sentence) const;
    [[nodiscard]] QStringList in(const QStringList &sentences) const;
    /// Its statement stays: that was sent so.
    [[nodiscard]] base::Error in(const base::Error &error) const;
    [[nodiscard]] analysis::ChecklistPtr in(const analysis::ChecklistPtr &list) const; ///< Null stays null.
    [[nodiscard]] proof::RehearsalPtr in(const proof::RehearsalPtr &rehearsal) const; ///< Null stays null.

private:
    struct Place
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        int number = 0;
    };
    [[nodiscard]] QVector<Place> placesIn(const QString &sentence) const;

    QHash<QString, int> m_numbers;
};

} // namespace lockstep::items
