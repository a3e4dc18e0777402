#include "catalogparts.h"

#include <array>

namespace lockstep::sources {

using namespace schema;

namespace {

Kind routineKind(QChar letter)
{
    switch (letter.unicode()) {
    case u'p': return Kind::Procedure;
    case u'a': return Kind::Aggregate;
    default: return Kind::Function;
    }
}

Volatility volatility(QChar letter)
{
    switch (letter.unicode()) {
    case u'i': return Volatility::Immutable;
    case u's': return Volatility::Stable;
    default: return Volatility::Volatile;
    }
}

QString trimmedEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

/// What stands in a column of aggregates.sql and how CREATE AGGREGATE says it.
struct AggregateOption
{
    const char *name;
    int column;
    enum { Plain, Literal, Flag, Modify } form;
};

constexpr std::array aggregateOptions{
    AggregateOption{ "SFUNC", 3, AggregateOption::Plain },
    AggregateOption{ "STYPE", 4, AggregateOption::Plain },
    AggregateOption{ "SSPACE", 5, AggregateOption::Plain },
    AggregateOption{ "FINALFUNC", 6, AggregateOption::Plain },
    AggregateOption{ "FINALFUNC_EXTRA", 7, AggregateOption::Flag },
    AggregateOption{ "FINALFUNC_MODIFY", 8, AggregateOption::Modify },
    AggregateOption{ "COMBINEFUNC", 9, AggregateOption::Plain },
    AggregateOption{ "SERIALFUNC", 10, AggregateOption::Plain },
    AggregateOption{ "DESERIALFUNC", 11, AggregateOption::Plain },
    AggregateOption{ "INITCOND", 12, AggregateOption::Literal },
    AggregateOption{ "MSFUNC", 13, AggregateOption::Plain },
    AggregateOption{ "MINVFUNC", 14, AggregateOption::Plain },
    AggregateOption{ "MSTYPE", 15, AggregateOption::Plain },
    AggregateOption{ "MSSPACE", 16, AggregateOption::Plain },
    AggregateOption{ "MFINALFUNC", 17, AggregateOption::Plain },
    AggregateOption{ "MFINALFUNC_EXTRA", 18, AggregateOption::Flag },
    AggregateOption{ "MFINALFUNC_MODIFY", 19, AggregateOption::Modify },
    AggregateOption{ "MINITCOND", 20, AggregateOption::Literal },
    AggregateOption{ "SORTOP", 21, AggregateOption::Plain },
};

QString modifyName(QChar letter)
{
    switch (letter.unicode()) {
    case u'r': return QStringLiteral("READ_ONLY");
    case u's': return QStringLiteral("SHAREABLE");
    default: return QStringLiteral("READ_WRITE");
    }
}

QString aggregateDefinition(const Fact &fact, const RoutineAttributes &routine, const Rows &rows, int i)
{
    QStringList parts;
    for (const AggregateOption &option : aggregateOptions) {
        if (rows.isNull(i, option.column))
            continue;
        const QString name = QLatin1String(option.name);
        const QString text = rows.text(i, option.column);
        switch (option.form) {
        case AggregateOption::Plain: parts.append(name + QStringLiteral(" = ") + text); break;
        case AggregateOption::Literal: parts.append(name + QStringLiteral(" = ") + quoteLiteral(text)); break;
        case AggregateOption::Flag:
            if (rows.boolean(i, option.column))
                parts.append(name);
            break;
        case AggregateOption::Modify: parts.append(name + QStringLiteral(" = ") + modifyName(text[0])); break;
        }
    }
    if (letter(rows, i, 2) == QLatin1Char('h'))
        parts.append(QStringLiteral("HYPOTHETICAL"));
    const QChar parallel = letter(rows, i, 1);
    if (parallel != QLatin1Char('u'))
        parts.append(
            QStringLiteral("PARALLEL = ")
            + (parallel == QLatin1Char('s') ? QStringLiteral("SAFE") : QStringLiteral("RESTRICTED")));
    return QStringLiteral("CREATE AGGREGATE %1(%2) (\n    %3\n)")
        .arg(qualified(fact.id.schema, fact.id.name),
             routine.arguments.isEmpty() ? QStringLiteral("*") : routine.arguments,
             parts.join(QStringLiteral(",\n    ")));
}

TriggerState triggerState(QChar letter)
{
    switch (letter.unicode()) {
    case u'D': return TriggerState::Disabled;
    case u'R': return TriggerState::Replica;
    case u'A': return TriggerState::Always;
    default: return TriggerState::Enabled;
    }
}

QString policyCommand(QChar letter)
{
    switch (letter.unicode()) {
    case u'r': return QStringLiteral("SELECT");
    case u'a': return QStringLiteral("INSERT");
    case u'w': return QStringLiteral("UPDATE");
    case u'd': return QStringLiteral("DELETE");
    default: return QStringLiteral("ALL");
    }
}

} // namespace

void absorbRoutines(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Kind kind = routineKind(letter(rows, i, 3));
        RoutineAttributes routine;
        routine.definition = trimmedEnd(rows.text(i, 6));
        routine.arguments = rows.text(i, 7);
        if (kind != Kind::Procedure)
            routine.result = rows.text(i, 8);
        routine.language = builder.shared(rows.bytes(i, 9));
        routine.body = rows.text(i, 10);
        routine.volatility = volatility(letter(rows, i, 11));
        builder.add(
            { SystemCatalog::Proc, rows.integer(i, 0) },
            { routineId(kind, rows.text(i, 1), rows.text(i, 2), rows.text(i, 5)), routine, rows.text(i, 4) });
    }
}

void absorbAggregates(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int index = builder.indexOf({ SystemCatalog::Proc, rows.integer(i, 0) });
        if (index < 0)
            continue;
        Fact &fact = builder.fact(index);
        auto &routine = std::get<RoutineAttributes>(fact.attributes);
        routine.definition = aggregateDefinition(fact, routine, rows, i);
    }
}

void absorbTriggers(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int relation = builder.indexOf({ SystemCatalog::Class, rows.integer(i, 1) });
        if (relation < 0 || builder.isExtensionMember({ SystemCatalog::Trigger, rows.integer(i, 0) }))
            continue;
        TriggerAttributes trigger;
        trigger.definition = rows.text(i, 3);
        trigger.state = triggerState(letter(rows, i, 4));
        trigger.isConstraint = rows.boolean(i, 5);
        trigger.function = builder.target({ SystemCatalog::Proc, rows.integer(i, 6) }).value_or(ObjectId{});
        trigger.inherited = rows.boolean(i, 7);
        const ObjectId table = builder.fact(relation).id;
        const int index = builder.add({ SystemCatalog::Trigger, rows.integer(i, 0) },
                                      { subId(Kind::Trigger, table.schema, table.name, rows.text(i, 2)),
                                        trigger, builder.fact(relation).owner });
        builder.addEdge(index, relation);
    }
}

void absorbRules(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int relation = builder.indexOf({ SystemCatalog::Class, rows.integer(i, 1) });
        if (relation < 0 || builder.isExtensionMember({ SystemCatalog::Rewrite, rows.integer(i, 0) }))
            continue;
        QString definition = trimmedEnd(rows.text(i, 3));
        if (definition.endsWith(QLatin1Char(';')))
            definition.chop(1);
        const ObjectId table = builder.fact(relation).id;
        const int index = builder.add({ SystemCatalog::Rewrite, rows.integer(i, 0) },
                                      { subId(Kind::Rule, table.schema, table.name, rows.text(i, 2)),
                                        RuleAttributes{ definition, triggerState(letter(rows, i, 4)) },
                                        builder.fact(relation).owner });
        builder.addEdge(index, relation);
    }
}

void absorbPolicies(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int relation = builder.indexOf({ SystemCatalog::Class, rows.integer(i, 1) });
        if (relation < 0)
            continue;
        PolicyAttributes policy;
        policy.command = policyCommand(letter(rows, i, 3));
        policy.permissive = rows.boolean(i, 4);
        policy.roles = textList(rows, i, 5);
        policy.roles.sort();
        policy.usingExpression = rows.text(i, 6);
        policy.checkExpression = rows.text(i, 7);
        const ObjectId table = builder.fact(relation).id;
        const int index = builder.add({ SystemCatalog::Policy, rows.integer(i, 0) },
                                      { subId(Kind::Policy, table.schema, table.name, rows.text(i, 2)),
                                        policy, builder.fact(relation).owner });
        builder.addEdge(index, relation);
    }
}

} // namespace lockstep::sources
