#include "ddl.h"

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

QString viewText(const Fact &fact, bool replace)
{
    const auto &view = *fact.as<ViewAttributes>();
    QString sql = replace ? QStringLiteral("CREATE OR REPLACE VIEW ") : QStringLiteral("CREATE VIEW ");
    sql += relationName(fact.id);
    if (!view.options.isEmpty())
        sql += QStringLiteral(" WITH ") + optionList(view.options);
    return sql + QStringLiteral(" AS\n") + reparseable(view.query);
}

/// Only what the definition can say: whether a routine may be replaced depends on the rest.
struct Signature
{
    QStringList names;
    int defaults = 0;
};

/// Arguments are separated by commas outside brackets and strings.
QStringList splitArguments(const QString &arguments)
{
    QStringList parts;
    QString part;
    int depth = 0;
    bool inString = false;
    for (const QChar c : arguments) {
        if (c == QLatin1Char('\''))
            inString = !inString;
        else if (!inString && (c == QLatin1Char('(') || c == QLatin1Char('[')))
            ++depth;
        else if (!inString && (c == QLatin1Char(')') || c == QLatin1Char(']')))
            --depth;
        if (c == QLatin1Char(',') && depth == 0 && !inString) {
            parts << part.trimmed();
            part.clear();
        } else {
            part += c;
        }
    }
    return part.trimmed().isEmpty() ? parts : parts << part.trimmed();
}

Signature signatureOf(const RoutineAttributes &routine)
{
    Signature signature;
    for (const QString &argument : splitArguments(routine.arguments)) {
        const qsizetype value = argument.indexOf(QLatin1String(" DEFAULT "));
        signature.names << (value < 0 ? argument : argument.left(value));
        signature.defaults += value < 0 ? 0 : 1;
    }
    return signature;
}

QString roleList(const QStringList &roles)
{
    QStringList quoted;
    for (const QString &role : roles)
        quoted << (role == QLatin1String("public") ? QStringLiteral("PUBLIC") : quoteIdent(role));
    return quoted.join(QStringLiteral(", "));
}

} // namespace

QStringList createView(const Fact &fact)
{
    return { viewText(fact, false) };
}

std::optional<QStringList> alterView(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<ViewAttributes>();
    const auto &b = *after.as<ViewAttributes>();
    const bool keepsColumns = b.columns.mid(0, a.columns.size()) == a.columns;
    if (!keepsColumns)
        return std::nullopt;
    if (a.query != b.query)
        return QStringList{ viewText(after, true) };
    QStringList statements;
    for (const QString &clause : optionClauses(a.options, b.options))
        statements << QStringLiteral("ALTER VIEW %1 ").arg(relationName(after.id)) + clause;
    return statements;
}

QStringList createMaterializedView(const Fact &fact)
{
    const auto &view = *fact.as<MaterializedViewAttributes>();
    QString sql = QStringLiteral("CREATE MATERIALIZED VIEW ") + relationName(fact.id);
    if (!view.accessMethod.isEmpty())
        sql += QStringLiteral(" USING ") + quoteIdent(view.accessMethod);
    if (!view.options.isEmpty())
        sql += QStringLiteral(" WITH ") + optionList(view.options);
    if (!view.tablespace.isEmpty())
        sql += QStringLiteral(" TABLESPACE ") + quoteIdent(view.tablespace);
    sql += QStringLiteral(" AS\n") + reparseable(view.query);
    return { sql + (view.populated ? QString() : QStringLiteral("\nWITH NO DATA")) };
}

std::optional<QStringList> alterMaterializedView(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<MaterializedViewAttributes>();
    const auto &b = *after.as<MaterializedViewAttributes>();
    const QString alter = QStringLiteral("ALTER MATERIALIZED VIEW %1 ").arg(relationName(after.id));
    if (a.query != b.query || a.columns != b.columns || a.accessMethod != b.accessMethod)
        return std::nullopt;
    QStringList statements;
    for (const QString &clause : optionClauses(a.options, b.options))
        statements << alter + clause;
    if (a.tablespace != b.tablespace) {
        const QString place =
            b.tablespace.isEmpty() ? QStringLiteral("pg_default") : quoteIdent(b.tablespace);
        statements << alter + QStringLiteral("SET TABLESPACE ") + place;
    }
    return statements;
}

namespace {

/// An aggregate stays what it is to its callers: arguments, result and kind. The rest can be replaced.
std::optional<QStringList> replaceAggregate(const RoutineAttributes &a, const RoutineAttributes &b)
{
    const auto isHypothetical = [](const RoutineAttributes &routine) {
        return routine.definition.contains(QLatin1String("\n    HYPOTHETICAL"));
    };
    if (a.result != b.result || a.arguments != b.arguments || isHypothetical(a) != isHypothetical(b))
        return std::nullopt;
    QString sql = b.definition;
    return QStringList{ sql.replace(0, QStringLiteral("CREATE ").size(),
                                    QStringLiteral("CREATE OR REPLACE ")) };
}

} // namespace

std::optional<QStringList> alterRoutine(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<RoutineAttributes>();
    const auto &b = *after.as<RoutineAttributes>();
    const Signature from = signatureOf(a);
    const Signature to = signatureOf(b);
    if (after.id.kind == Kind::Aggregate)
        return replaceAggregate(a, b);
    // Defaults may be added but not removed, so only an equal number goes both ways.
    if (a.result != b.result || from.names != to.names || from.defaults != to.defaults)
        return std::nullopt;
    return QStringList{ b.definition };
}

QStringList createTrigger(const Fact &fact)
{
    QStringList statements{ reparseable(fact.as<TriggerAttributes>()->definition) };
    if (fact.as<TriggerAttributes>()->state != TriggerState::Enabled)
        statements << triggerState(fact);
    return statements;
}

QStringList createRule(const Fact &fact)
{
    QStringList statements{ reparseable(fact.as<RuleAttributes>()->definition) };
    if (fact.as<RuleAttributes>()->state != TriggerState::Enabled)
        statements << triggerState(fact);
    return statements;
}

QString triggerState(const Fact &fact)
{
    const bool isRule = fact.id.kind == Kind::Rule;
    const TriggerState state =
        isRule ? fact.as<RuleAttributes>()->state : fact.as<TriggerAttributes>()->state;
    QString verb;
    switch (state) {
    case TriggerState::Enabled: verb = QStringLiteral("ENABLE"); break;
    case TriggerState::Disabled: verb = QStringLiteral("DISABLE"); break;
    case TriggerState::Replica: verb = QStringLiteral("ENABLE REPLICA"); break;
    case TriggerState::Always: verb = QStringLiteral("ENABLE ALWAYS"); break;
    }
    // Each clone of a partitioned table's trigger has a state of its own.
    const QString what =
        QStringLiteral("%1 %2 %3")
            .arg(verb, isRule ? QStringLiteral("RULE") : QStringLiteral("TRIGGER"), quoteIdent(fact.id.sub));
    return isRule ? alterTable(fact.id, what) : alterTableOnly(fact.id, what);
}

QStringList createPolicy(const Fact &fact)
{
    const auto &policy = *fact.as<PolicyAttributes>();
    QString sql =
        QStringLiteral("CREATE POLICY %1 ON %2").arg(quoteIdent(fact.id.sub), relationName(fact.id));
    if (!policy.permissive)
        sql += QStringLiteral(" AS RESTRICTIVE");
    sql += QStringLiteral(" FOR %1 TO %2").arg(policy.command, roleList(policy.roles));
    if (!policy.usingExpression.isEmpty())
        sql += QStringLiteral(" USING (%1)").arg(reparseable(policy.usingExpression));
    if (!policy.checkExpression.isEmpty())
        sql += QStringLiteral(" WITH CHECK (%1)").arg(reparseable(policy.checkExpression));
    return { sql };
}

std::optional<QStringList> alterPolicy(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<PolicyAttributes>();
    const auto &b = *after.as<PolicyAttributes>();
    // ALTER POLICY can change an expression but neither add nor remove one without the other way
    // round being impossible.
    const bool sameShape = a.command == b.command && a.permissive == b.permissive
                           && a.usingExpression.isEmpty() == b.usingExpression.isEmpty()
                           && a.checkExpression.isEmpty() == b.checkExpression.isEmpty();
    if (!sameShape)
        return std::nullopt;
    QString sql =
        QStringLiteral("ALTER POLICY %1 ON %2").arg(quoteIdent(after.id.sub), relationName(after.id));
    if (a.roles != b.roles)
        sql += QStringLiteral(" TO ") + roleList(b.roles);
    if (a.usingExpression != b.usingExpression)
        sql += QStringLiteral(" USING (%1)").arg(reparseable(b.usingExpression));
    if (a.checkExpression != b.checkExpression)
        sql += QStringLiteral(" WITH CHECK (%1)").arg(reparseable(b.checkExpression));
    return QStringList{ sql };
}

} // namespace lockstep::plan::ddl
