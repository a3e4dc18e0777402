#pragma once

#include "typefacts.h"

#include "objectid.h"

/// Attributes of what holds code: views, routines, triggers, rules, policies.
namespace lockstep::schema {

struct ViewAttributes
{
    QString query; ///< pg_get_viewdef(), without the trailing semicolon.
    QStringList options; ///< security_invoker, security_barrier, check_option.
    QVector<CompositeField> columns; ///< CREATE OR REPLACE works only if these stay a prefix.
    friend bool operator==(const ViewAttributes &, const ViewAttributes &) = default;
};

struct MaterializedViewAttributes
{
    QString query;
    bool populated = true; ///< Not part of equality: it is a state of the data.
    QStringList options;
    QString accessMethod;
    QString tablespace;
    QVector<CompositeField> columns;
    friend bool operator==(const MaterializedViewAttributes &a, const MaterializedViewAttributes &b);
};

enum class Volatility { Immutable, Stable, Volatile };

struct RoutineAttributes
{
    QString definition; ///< pg_get_functiondef(), or the CREATE AGGREGATE Lockstep builds.
    QString arguments; ///< pg_get_function_arguments(): names, modes and defaults.
    QString result; ///< pg_get_function_result(); empty for procedures.
    QString language;
    QString body; ///< prosrc; for reading dependencies PostgreSQL does not record.
    Volatility volatility = Volatility::Volatile;
    friend bool operator==(const RoutineAttributes &, const RoutineAttributes &) = default;
};

enum class TriggerState { Enabled, Disabled, Replica, Always };

struct TriggerAttributes
{
    QString definition; ///< pg_get_triggerdef().
    TriggerState state = TriggerState::Enabled;
    bool isConstraint = false;
    bool inherited = false; ///< Cloned from a partitioned parent.
    ObjectId function;
    friend bool operator==(const TriggerAttributes &, const TriggerAttributes &) = default;
};

struct RuleAttributes
{
    QString definition;
    TriggerState state = TriggerState::Enabled;
    friend bool operator==(const RuleAttributes &, const RuleAttributes &) = default;
};

struct PolicyAttributes
{
    QString command; ///< ALL, SELECT, INSERT, UPDATE, DELETE.
    bool permissive = true;
    QStringList roles; ///< Sorted; PUBLIC as "public".
    QString usingExpression;
    QString checkExpression;
    friend bool operator==(const PolicyAttributes &, const PolicyAttributes &) = default;
};

} // namespace lockstep::schema
