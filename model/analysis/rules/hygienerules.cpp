#include "hygienerules.h"

#include "bookkeeping.h"

#include <model/base/result.h>
#include <model/sql/tokens.h>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

constexpr qsizetype longestName = 63; ///< Bytes; NAMEDATALEN - 1.

/// What it lacks to be run again after it has failed half-way; empty: nothing.
QString missingGuard(const sql::Statement &statement)
{
    static const QString ifNotExists = QStringLiteral("IF NOT EXISTS");
    static const QString ifExists = QStringLiteral("IF EXISTS");
    if (const auto *s = statement.as<sql::CreateTable>())
        return s->ifNotExists || s->dropsOnCommit ? QString() : ifNotExists;
    if (const auto *s = statement.as<sql::CreateTableAs>())
        return s->ifNotExists ? QString() : ifNotExists;
    if (const auto *s = statement.as<sql::CreateIndex>())
        return s->ifNotExists ? QString() : ifNotExists;
    if (const auto *s = statement.as<sql::Drop>())
        return s->ifExists ? QString() : ifExists;
    const auto *alter = statement.as<sql::AlterTable>();
    if (!alter)
        return {};
    for (const sql::Subcommand &command : alter->commands) {
        const auto *add = std::get_if<sql::AddColumn>(&command.detail);
        const auto *drop = std::get_if<sql::DropColumn>(&command.detail);
        const auto *dropConstraint = std::get_if<sql::DropConstraint>(&command.detail);
        if (add && !add->ifNotExists)
            return ifNotExists;
        if ((drop && !drop->ifExists) || (dropConstraint && !dropConstraint->ifExists))
            return ifExists;
    }
    return {};
}

} // namespace

Verdicts notRerunnable(const StatementInput &in)
{
    const QString guard = in.scene.inTransaction ? QString() : missingGuard(in.statement);
    if (guard.isEmpty())
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "If the script stops after this, running it again fails here. Say %1, or put the script "
                   "into a transaction.")
                   .arg(guard) } };
}

std::optional<Verdict> dataChange(const RuleInput &in)
{
    const bool writes = in.occurrence.form == Form::Write || in.occurrence.form == Form::Insert;
    if (!writes || in.ownIsNew() || isBookkeeping(in.occurrence.own))
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "This changes rows of %1, not the schema: on a database with other rows it does "
                        "something else. Keep it apart, and in batches where there are many.")
                        .arg(in.sized()) };
}

namespace {

using Names = QVector<sql::RelationName>;

Names relationsSaid(const sql::Statement &statement)
{
    return std::visit(
        base::Overloaded{
            [](const sql::AlterTable &s) { return Names{ s.relation }; },
            [](const sql::CreateTable &s) { return s.isTemporary ? Names() : Names{ s.relation }; },
            [](const sql::CreateTableAs &s) { return Names{ s.relation }; },
            [](const sql::CreateIndex &s) { return Names{ s.relation }; },
            [](const sql::CreateView &s) { return Names{ s.relation }; },
            [](const sql::CreateSequence &s) { return Names{ s.sequence }; },
            [](const sql::CreateTrigger &s) { return Names{ s.relation }; },
            [](const sql::Truncate &s) { return s.relations; },
            [](const sql::Insert &s) { return Names{ s.relation }; },
            [](const sql::Update &s) { return Names{ s.relation }; },
            [](const sql::Delete &s) { return Names{ s.relation }; },
            [](const sql::Drop &s) {
                Names names;
                const bool isRelation = s.kind == sql::ObjectKind::Table || s.kind == sql::ObjectKind::Index
                                        || s.kind == sql::ObjectKind::View
                                        || s.kind == sql::ObjectKind::MaterializedView
                                        || s.kind == sql::ObjectKind::Sequence;
                for (const sql::QualifiedName &name : s.names) {
                    if (isRelation)
                        names.append({ name.schema, name.name });
                }
                return names;
            },
            [](const auto &) { return Names(); },
        },
        statement.detail);
}

} // namespace

Verdicts unqualifiedName(const StatementInput &in)
{
    QStringList names;
    for (const sql::RelationName &name : relationsSaid(in.statement)) {
        if (name.schema.isEmpty() && !name.name.isEmpty())
            names.append(schema::quoteIdent(name.name));
    }
    if (names.isEmpty())
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "Which table %1 is depends on the search_path of whoever runs this. Say its schema.")
                   .arg(names.join(QLatin1String(", "))) } };
}

namespace {

/// False where it surely has no name that is too long; most statements have none.
bool mayHaveLongName(const QString &sql)
{
    qsizetype bytes = 0;
    for (const QChar c : sql) {
        if (c == QLatin1Char('"'))
            return sql.size() > longestName / 3;
        const bool isPart =
            c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$') || c.unicode() > 127;
        bytes = isPart ? bytes + (c.unicode() > 127 ? 3 : 1) : 0;
        if (bytes > longestName)
            return true;
    }
    return false;
}

} // namespace

Verdicts identifierTooLong(const StatementInput &in)
{
    if (!mayHaveLongName(in.sql))
        return {};
    Verdicts verdicts;
    QStringList seen;
    for (const sql::Token &token : sql::tokenize(in.sql)) {
        if (token.kind != sql::TokenKind::Word && token.kind != sql::TokenKind::QuotedName)
            continue;
        QString name = in.sql.mid(token.begin, token.end - token.begin);
        if (token.kind == sql::TokenKind::QuotedName)
            name = name.mid(1, name.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
        const QByteArray bytes = name.toUtf8();
        if (bytes.size() <= longestName || seen.contains(name))
            continue;
        seen.append(name);
        verdicts.append(
            { plan::Severity::Warning,
              QStringLiteral("%1 has %2 bytes; PostgreSQL cuts names after 63, and two that differ only "
                             "behind that are the same. Shorten it.")
                  .arg(name)
                  .arg(bytes.size()),
              sql::lineAt(in.sql, token.begin) });
    }
    return verdicts;
}

namespace {

/// Names that a statement makes.
QStringList namesMade(const sql::Statement &statement)
{
    QStringList names;
    if (const auto *s = statement.as<sql::CreateTable>()) {
        names.append(s->relation.name);
        for (const sql::ColumnClause &column : s->columns)
            names.append(column.name);
        for (const sql::ConstraintClause &constraint : s->constraints)
            names.append(constraint.name);
    } else if (const auto *s = statement.as<sql::CreateTableAs>()) {
        names.append(s->relation.name);
    } else if (const auto *s = statement.as<sql::CreateView>()) {
        names.append(s->relation.name);
    } else if (const auto *s = statement.as<sql::CreateSequence>()) {
        names.append(s->sequence.name);
    } else if (const auto *s = statement.as<sql::CreateIndex>()) {
        names.append(s->name);
    } else if (const auto *s = statement.as<sql::Rename>()) {
        names.append(s->to);
    } else if (const auto *s = statement.as<sql::AlterTable>()) {
        for (const sql::Subcommand &command : s->commands) {
            if (const auto *add = std::get_if<sql::AddColumn>(&command.detail))
                names.append(add->column.name);
            if (const auto *add = std::get_if<sql::AddConstraint>(&command.detail))
                names.append(add->constraint.name);
        }
    }
    names.removeAll(QString());
    return names;
}

} // namespace

Verdicts identifierNeedsQuotes(const StatementInput &in)
{
    QStringList quoted;
    for (const QString &name : namesMade(in.statement)) {
        if (schema::quoteIdent(name) != name)
            quoted.append(schema::quoteIdent(name));
    }
    if (quoted.isEmpty())
        return {};
    quoted.removeDuplicates();
    return { { plan::Severity::Info,
               QStringLiteral(
                   "%1 has to be quoted wherever it is written. Lower case letters, digits and _ that are "
                   "no keyword need no quotes.")
                   .arg(quoted.join(QLatin1String(", "))) } };
}

namespace {

bool isKeyOfNotNull(const RelationState &table, const ConstraintState &constraint)
{
    return constraint.type == schema::ConstraintType::Unique
           && std::all_of(constraint.columns.begin(), constraint.columns.end(),
                          [&](const QString &column) { return table.columns.value(column).notNull; });
}

} // namespace

QVector<ScriptVerdict> tableWithoutPrimaryKey(const ScriptInput &in)
{
    QVector<ScriptVerdict> verdicts;
    for (size_t i = 0; i < in.lines.size(); ++i) {
        const auto *create = in.lines[i].statement ? in.lines[i].statement->as<sql::CreateTable>() : nullptr;
        // What it takes from another table is not known here, and a foreign one cannot have a key.
        if (!create || create->isTemporary || create->isForeign || !create->like.isEmpty()
            || !create->inherits.isEmpty() || !create->partitionOf.name.isEmpty())
            continue;
        const Key table = in.state.resolve(create->relation);
        const RelationState *state = in.state.details(table);
        if (!state)
            continue;
        bool hasKey = false;
        QString instead;
        for (auto it = state->constraints.cbegin(); it != state->constraints.cend(); ++it) {
            hasKey |= it->type == schema::ConstraintType::PrimaryKey;
            if (isKeyOfNotNull(*state, *it))
                instead = QStringLiteral(" The unique constraint %1 could be one.")
                              .arg(schema::quoteIdent(it.key()));
        }
        if (hasKey)
            continue;
        verdicts.append(
            { { plan::Severity::Info,
                QStringLiteral("%1 has no primary key: rows cannot be told apart, and logical replication "
                               "refuses UPDATE and DELETE of it.%2")
                    .arg(display(table), instead) },
              int(i) });
    }
    return verdicts;
}

} // namespace lockstep::analysis::rules
