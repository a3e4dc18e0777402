#include "existencerules.h"

#include <model/base/result.h>
#include <model/sql/tokens.h>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

using sql::ObjectKind;

void addExisting(const QString &what, int line, bool canSkip, Verdicts *result)
{
    result->append({ plan::Severity::Error,
                     QStringLiteral("%1 is there already: PostgreSQL refuses the statement%2.")
                         .arg(what, canSkip ? QStringLiteral(", unless it says IF NOT EXISTS") : QString()),
                     line });
}

void existingParts(const StatementInput &in, const sql::AlterTable &alter, Verdicts *result)
{
    const Key table = in.state.resolve(alter.relation);
    QStringList dropped;
    for (const sql::Subcommand &command : alter.commands) {
        if (const auto *drop = std::get_if<sql::DropColumn>(&command.detail))
            dropped.append(drop->column);
        if (const auto *drop = std::get_if<sql::DropConstraint>(&command.detail))
            dropped.append(drop->name);
        const auto *add = std::get_if<sql::AddColumn>(&command.detail);
        if (add && !add->ifNotExists && in.state.column(table, add->column.name)
            && !dropped.contains(add->column.name))
            addExisting(QStringLiteral("The column %1 of %2")
                            .arg(schema::quoteIdent(add->column.name), display(table)),
                        command.line, true, result);
        const auto *constraint = std::get_if<sql::AddConstraint>(&command.detail);
        if (constraint && !constraint->constraint.name.isEmpty()
            && in.state.constraint(table, constraint->constraint.name)
            && !dropped.contains(constraint->constraint.name))
            addExisting(QStringLiteral("The constraint %1 of %2")
                            .arg(schema::quoteIdent(constraint->constraint.name), display(table)),
                        command.line, false, result);
    }
}

/// Where a CREATE makes its relation; an empty name where it may be there, or has a name the server picks.
Key madeBy(const StatementInput &in, bool mayExist, const sql::RelationName &name)
{
    if (mayExist || name.name.isEmpty())
        return {};
    // Not where it is found, but where it would be made.
    return { name.schema.isEmpty() ? in.state.searchPath().value(0) : name.schema, name.name };
}

/// Views, foreign keys and children that stand in the way of DROP without CASCADE.
Keys needing(const StatementInput &in, const Key &key, const Keys &dropped)
{
    const RelationState *relation = in.state.find(key);
    if (!relation || relation->kind == RelationKind::Index || relation->kind == RelationKind::Sequence)
        return {};
    Keys result = in.state.relationsWhere(
        [&](const Key &, const RelationState &other) { return other.sources.contains(key); });
    result += in.state.referencing(key);
    if (!relation->isPartitioned)
        result += relation->children;
    const Keys partitions = relation->isPartitioned ? in.state.descendants(key) : Keys();
    result.removeIf([&](const Key &other) {
        return other == key || dropped.contains(other) || partitions.contains(other) || !in.state.find(other);
    });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

void addNeeded(const QString &what, const Keys &needing, int line, Verdicts *result)
{
    QStringList names;
    for (const Key &key : needing)
        names.append(display(key));
    if (!names.isEmpty())
        result->append({ plan::Severity::Error,
                         QStringLiteral("%1 is needed by %2: PostgreSQL refuses to drop it without CASCADE. "
                                        "Drop or change those first.")
                             .arg(what, names.join(QStringLiteral(", "))),
                         line });
}

} // namespace

bool saysTemporary(const QString &sql)
{
    const QVector<sql::Token> tokens = sql::tokenize(sql);
    return std::any_of(tokens.begin(), tokens.end(), [](const sql::Token &token) {
        return token.word == QLatin1String("temp") || token.word == QLatin1String("temporary");
    });
}

Verdicts objectExists(const StatementInput &in)
{
    if (!in.scene.knowsSchema || in.state.doubts().mayHaveLess)
        return {};
    Verdicts result;
    Key made;
    bool canSkip = true;
    std::visit(
        base::Overloaded{
            [&](const sql::AlterTable &s) { existingParts(in, s, &result); },
            [&](const sql::CreateTable &s) { made = madeBy(in, s.ifNotExists || s.isTemporary, s.relation); },
            [&](const sql::CreateTableAs &s) {
                made = madeBy(in, s.ifNotExists || saysTemporary(in.sql), s.relation);
            },
            [&](const sql::CreateView &s) {
                canSkip = false;
                made = madeBy(in, s.replace || saysTemporary(in.sql), s.relation);
            },
            [&](const sql::CreateIndex &s) {
                const QString schema = in.state.resolve(s.relation).first;
                made = madeBy(in, s.ifNotExists, { schema, s.name });
            },
            [&](const sql::Rename &s) {
                const Key own = in.state.resolve(s.relation);
                canSkip = false;
                if (s.kind == ObjectKind::Column && in.state.column(own, s.to))
                    addExisting(
                        QStringLiteral("The column %1 of %2").arg(schema::quoteIdent(s.to), display(own)), 1,
                        false, &result);
                else if (namesRelation(s.kind) && in.state.find(own))
                    made = Key(own.first, s.to);
            },
            [](const auto &) {} },
        in.statement.detail);
    if (!made.second.isEmpty() && in.state.find(made))
        addExisting(display(made), 1, canSkip, &result);
    return result;
}

Verdicts dropRefused(const StatementInput &in)
{
    Verdicts result;
    if (!in.scene.knowsSchema || in.state.doubts().mayHaveLess)
        return result;
    if (const auto *drop = in.statement.as<sql::Drop>();
        drop && !drop->cascade && namesRelation(drop->kind)) {
        Keys dropped;
        for (const sql::QualifiedName &name : drop->names)
            dropped.append(in.state.resolve(name.schema, name.name));
        for (const Key &key : std::as_const(dropped))
            addNeeded(display(key), needing(in, key, dropped), 1, &result);
    }
    if (const auto *alter = in.statement.as<sql::AlterTable>()) {
        const Key table = in.state.resolve(alter->relation);
        for (const sql::Subcommand &command : alter->commands) {
            const auto *drop = std::get_if<sql::DropColumn>(&command.detail);
            if (!drop || command.cascade)
                continue;
            Keys needing = in.state.viewsReading(table, drop->column);
            needing += in.state.referencing(table, drop->column);
            needing.removeAll(table);
            addNeeded(
                QStringLiteral("The column %1 of %2").arg(schema::quoteIdent(drop->column), display(table)),
                needing, command.line, &result);
        }
    }
    return result;
}

} // namespace lockstep::analysis::rules
