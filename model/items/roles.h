#pragma once

#include <Qt>

/// Roles of all item models, in one place so that views, delegates and tests need no model header.
/// Models return semantics (enums as int, numbers, texts); colours and icons are the widgets'.
namespace lockstep::items {

enum Role {
    SortRole = Qt::UserRole + 1, ///< Raw value to sort by.
    StepIdRole, ///< QString
    PhaseRole, ///< int(plan::Phase)
    StepKindRole, ///< int(plan::StepKind)
    BlocksRole, ///< int(plan::Blocks)
    EffectRole, ///< int(plan::Effect)
    EstimateLowRole, ///< qint64 ms
    EstimateLikelyRole,
    EstimateHighRole,
    DependsOnRole, ///< QStringList of step ids
    EditedRole, ///< bool
    SeverityRole, ///< int(plan::Severity); -1: no findings
    VerdictRole, ///< int(analysis::CheckVerdict)
    StepStateRole, ///< int(execution::StepState)
    ChangeKindRole, ///< int(items::ChangeStatus)
    ObjectKindRole, ///< int(schema::Kind)
    BeforeRole, ///< QString definition
    AfterRole, ///< QString definition
    DestructiveRole, ///< bool
    RunStateRole, ///< int(execution::RunState)
    EventLevelRole, ///< int(execution::EventLevel)
    StatementRole, ///< int: index into the statements of a report
    RuleRole, ///< QString rule id
    LeftOutRole, ///< bool: a change that is not in the plan
    SubtitleRole, ///< QString: the second line of a row
    TrailingRole, ///< QString: at the right end of a row
    EnvironmentRole, ///< int(project::Environment)
    MissingRole, ///< bool: what the row stands for is gone
    OffRole, ///< bool: the step is switched off
};

} // namespace lockstep::items
