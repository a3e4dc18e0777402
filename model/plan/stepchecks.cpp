#include "stepchecks.h"

#include "catalogfacts.h"

#include <model/sql/parser.h>

#include <optional>

namespace lockstep::plan {

namespace {

QString lookup(const char *function, const CatalogFact &fact)
{
    return QStringLiteral("pg_catalog.%1(%2)")
        .arg(QLatin1String(function), schema::quoteLiteral(schema::qualified(fact.schema, fact.name)));
}

/// A catalog and the names of its columns for a relation and what is named on it.
struct CatalogOfParts
{
    const char *catalog;
    const char *relation;
    const char *name;
    const char *condition = "";
};

/// nullopt for what does not hang on a relation by its name.
std::optional<CatalogOfParts> catalogOfParts(FactKind kind, bool isValid)
{
    switch (kind) {
    case FactKind::Column:
        return CatalogOfParts{ "pg_attribute", "attrelid", "attname", " AND NOT attisdropped" };
    case FactKind::NotNull: return CatalogOfParts{ "pg_attribute", "attrelid", "attname", " AND attnotnull" };
    case FactKind::Default: return CatalogOfParts{ "pg_attribute", "attrelid", "attname", " AND atthasdef" };
    case FactKind::Constraint:
        return CatalogOfParts{ "pg_constraint", "conrelid", "conname", isValid ? " AND convalidated" : "" };
    case FactKind::Trigger: return CatalogOfParts{ "pg_trigger", "tgrelid", "tgname" };
    case FactKind::Rule: return CatalogOfParts{ "pg_rewrite", "ev_class", "rulename" };
    case FactKind::Policy: return CatalogOfParts{ "pg_policy", "polrelid", "polname" };
    default: return std::nullopt;
    }
}

/// Rows of a catalog that say the fact, as a table and a condition; empty for what a function finds.
QString rowsOf(const CatalogFact &fact, FactState state)
{
    const bool isValid = state == FactState::Valid;
    const QString relation = lookup("to_regclass", fact);
    const QString name = schema::quoteLiteral(fact.sub);
    if (const auto part = catalogOfParts(fact.kind, isValid))
        return QStringLiteral("pg_catalog.%1 WHERE %2 = %3 AND %4 = %5%6")
            .arg(QLatin1String(part->catalog), QLatin1String(part->relation), relation,
                 QLatin1String(part->name), name, QLatin1String(part->condition));
    if (fact.kind == FactKind::Index)
        return QStringLiteral("pg_catalog.pg_index WHERE indexrelid = %1%2")
            .arg(relation, isValid ? QStringLiteral(" AND indisvalid") : QString());
    if (fact.kind == FactKind::Function)
        return QStringLiteral("pg_catalog.pg_proc WHERE pronamespace = pg_catalog.to_regnamespace(%1) AND "
                              "proname = %2")
            .arg(schema::quoteLiteral(schema::quoteIdent(fact.schema)), schema::quoteLiteral(fact.name));
    if (fact.kind == FactKind::Label)
        return QStringLiteral("pg_catalog.pg_enum WHERE enumtypid = %1 AND enumlabel = %2")
            .arg(lookup("to_regtype", fact), name);
    if (fact.kind == FactKind::Child)
        return QStringLiteral(
                   "pg_catalog.pg_inherits WHERE inhrelid = %1 AND inhparent = pg_catalog.to_regclass(%2)")
            .arg(relation, name);
    return {};
}

/// Functions of one name may be several.
QString counted(FactKind kind)
{
    return kind == FactKind::Function ? QStringLiteral("count(DISTINCT proname)")
                                      : QStringLiteral("count(*)");
}

/// A function that finds it, for what has one.
QString finder(const CatalogFact &fact)
{
    if (fact.kind == FactKind::Schema)
        return QStringLiteral("pg_catalog.to_regnamespace(%1)")
            .arg(schema::quoteLiteral(schema::quoteIdent(fact.schema)));
    return lookup(fact.kind == FactKind::Type ? "to_regtype" : "to_regclass", fact);
}

Verification checkOf(const CatalogFact &fact, FactState state)
{
    const QString rows = rowsOf(fact, state);
    const QString sql = rows.isEmpty() ? QStringLiteral("SELECT count(%1)").arg(finder(fact))
                                       : QStringLiteral("SELECT %1 FROM %2").arg(counted(fact.kind), rows);
    return { sql, state == FactState::Absent ? QStringLiteral("0") : QStringLiteral("1") };
}

} // namespace

void addStepChecks(QVector<Step> *steps)
{
    CatalogFacts end;
    std::vector<QMap<CatalogFact, FactState>> made;
    for (const Step &step : std::as_const(*steps)) {
        CatalogFacts own;
        for (const QString &sql : step.sql) {
            const auto parsed = sql::parse(sql);
            // Of a newer server than the grammar: it may do anything.
            const sql::Statement statement =
                parsed.has_value() ? parsed.value() : sql::Statement{ sql::Other{} };
            own.apply(statement);
            end.apply(statement);
        }
        made.push_back(own.all());
    }
    for (std::size_t i = 0; i < made.size(); ++i) {
        Step &step = (*steps)[qsizetype(i)];
        if (step.kind != StepKind::Ddl || !step.verify.isEmpty())
            continue;
        for (auto it = made[i].cbegin(); it != made[i].cend(); ++it) {
            Verification check = checkOf(it.key(), it.value());
            const auto last = end.all().constFind(it.key());
            check.isInterim = last == end.all().constEnd() || last.value() != it.value();
            step.verify += check;
        }
    }
}

} // namespace lockstep::plan
