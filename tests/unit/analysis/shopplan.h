#pragma once

#include <model/analysis/analysis.h>

#include <memory>
#include <utility>
#include <vector>

/// A shop of two tables, and plans for it that were analysed.
namespace lockstep::testing {

inline schema::Fact table(const QString &name)
{
    return { schema::objectId(schema::Kind::Table, QStringLiteral("public"), name),
             schema::TableAttributes(),
             {} };
}

inline schema::Fact column(const QString &tableName, const QString &name, const QString &type,
                           bool notNull = false, int position = 0)
{
    schema::ColumnAttributes attributes;
    attributes.position = position;
    attributes.type = type;
    attributes.notNull = notNull;
    return { schema::subId(schema::Kind::Column, QStringLiteral("public"), tableName, name), attributes, {} };
}

inline schema::Fact constraint(const QString &tableName, const QString &name,
                               const schema::ConstraintAttributes &attributes)
{
    return { schema::subId(schema::Kind::Constraint, QStringLiteral("public"), tableName, name),
             attributes,
             {} };
}

/// users(id, name, tier, old) with 2.3 million rows, orders(id, user_id) with an unknown number.
inline schema::CatalogPtr shop()
{
    const QString users = QStringLiteral("users");
    const QString orders = QStringLiteral("orders");
    schema::ConstraintAttributes key;
    key.type = schema::ConstraintType::PrimaryKey;
    key.columns = { QStringLiteral("id") };
    key.indexName = QStringLiteral("users_pkey");
    schema::ConstraintAttributes check;
    check.columns = { QStringLiteral("name") };
    check.expression = QStringLiteral("(name IS NOT NULL)");
    schema::RoutineAttributes routine;
    routine.volatility = schema::Volatility::Stable;
    schema::IndexAttributes index;
    index.table = schema::objectId(schema::Kind::Table, QStringLiteral("public"), users);
    index.columns = { QStringLiteral("tier") };
    std::vector<schema::Fact> facts = {
        table(users),
        column(users, QStringLiteral("id"), QStringLiteral("bigint"), true, 1),
        column(users, QStringLiteral("name"), QStringLiteral("character varying(50)"), false, 2),
        column(users, QStringLiteral("tier"), QStringLiteral("text"), false, 3),
        column(users, QStringLiteral("old"), QStringLiteral("integer"), false, 4),
        constraint(users, QStringLiteral("users_pkey"), key),
        constraint(users, QStringLiteral("users_name"), check),
        table(orders),
        column(orders, QStringLiteral("id"), QStringLiteral("bigint"), true),
        column(orders, QStringLiteral("user_id"), QStringLiteral("bigint")),
        { schema::routineId(schema::Kind::Function, QStringLiteral("public"), QStringLiteral("tier_of"),
                            QStringLiteral("bigint")),
          routine,
          {} },
        { schema::objectId(schema::Kind::Index, QStringLiteral("public"), QStringLiteral("users_tier_idx")),
          index,
          {} },
    };
    return std::make_shared<const schema::Catalog>(150018, std::move(facts),
                                                   std::vector<schema::Dependency>());
}

inline plan::Step step(const QString &id, const QStringList &sql,
                       plan::TransactionMode mode = plan::TransactionMode::Own)
{
    plan::Step result;
    result.id = id;
    result.sql = sql;
    result.transaction = mode;
    result.relations = { QStringLiteral("public.users") };
    return result;
}

inline analysis::AnalysisOptions sized()
{
    analysis::AnalysisOptions options;
    options.rows.insert(QStringLiteral("public.users"), 2300000);
    return options;
}

inline plan::PlanPtr analysed(const QVector<plan::Step> &steps,
                              const analysis::AnalysisOptions &options = sized(), int version = 150018)
{
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = version;
    plan->steps = steps;
    return analysis::analyse(plan, shop(), options, {}).value();
}

inline plan::Assessment one(const QString &sql, plan::TransactionMode mode = plan::TransactionMode::Own,
                            int version = 150018)
{
    return analysed({ step(QStringLiteral("s01"), { sql }, mode) }, sized(), version)
        ->steps.first()
        .assessment;
}

inline QStringList ruleNames(const plan::Assessment &assessment)
{
    QStringList result;
    for (const plan::Finding &finding : assessment.findings)
        result.append(finding.rule);
    return result;
}

} // namespace lockstep::testing
