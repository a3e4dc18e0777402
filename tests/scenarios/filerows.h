#pragma once

#include "scenario.h"
#include "scenariofile.h"

#include <QTest>

/// What the tests over tests/data/scenarios have in common: a row for each file.
namespace lockstep::testing {

inline const std::vector<ScenarioFile> &knownFiles()
{
    static QString fault;
    static const std::vector<ScenarioFile> files = scenarioFiles(&fault);
    if (files.empty())
        qFatal("%s", qPrintable(fault));
    return files;
}

inline void addFileRows()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < knownFiles().size(); ++i)
        QTest::newRow(qPrintable(knownFiles()[i].name)) << int(i);
}

/// Writes of the application between two steps of a test.
inline constexpr int trafficMs = 500;

inline Scenario scenarioOf(const ScenarioFile &file)
{
    return { file.current + file.rows, file.target, file.intents };
}

inline QStringList gatesOf(const plan::Plan &plan)
{
    QStringList gates;
    for (const plan::Step &step : plan.steps) {
        if (step.kind == plan::StepKind::Gate)
            gates += step.id;
    }
    return gates;
}

/// At which gate of the plan the old release ends.
inline int endOfOld(const ScenarioFile &file, const QStringList &gates)
{
    return file.oldUntilGate > 0 ? file.oldUntilGate - 1 : int(gates.size()) - 1;
}

} // namespace lockstep::testing
