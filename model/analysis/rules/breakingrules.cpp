#include "breakingrules.h"

#include "together.h"

#include <model/schema/codefacts.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace lockstep::analysis::rules {

Verdicts renameSchema(const StatementInput &in)
{
    const auto *rename = in.statement.as<sql::Rename>();
    if (!rename || rename->kind != sql::ObjectKind::Schema)
        return {};
    return { { plan::Severity::Warning,
               QStringLiteral(
                   "Running code, search_path settings and function bodies that say %1 fail from the "
                   "moment this commits. It takes no lock on any relation, so that nothing waits and "
                   "nothing warns.")
                   .arg(schema::quoteIdent(rename->from)) } };
}

std::optional<Verdict> setSchemaBreaksCode(const RuleInput &in)
{
    const auto *move = in.statement.as<sql::SetSchema>();
    if (in.occurrence.form != Form::SetSchema || !move || in.ownIsNew() || makesView(in, in.occurrence.own))
        return std::nullopt;
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "Running code that says %1, or finds it by its search_path, fails from the "
                        "moment this commits; in %2 it is another name. A view under the old name, made "
                        "in the same transaction, keeps it working.")
                        .arg(in.relation(), schema::quoteIdent(move->newSchema)) };
}

std::optional<Verdict> rowSecurityChange(const RuleInput &in)
{
    const auto *change = in.command<sql::SwitchRowSecurity>();
    const bool isPolicy = in.occurrence.form == Form::Policy;
    if ((!change && !isPolicy) || in.ownIsNew())
        return std::nullopt;
    if (change && change->to == sql::RowSecurity::Disable)
        return Verdict{ plan::Severity::Warning,
                        QStringLiteral(
                            "Without row level security every role with privileges on %1 sees all its "
                            "rows.")
                            .arg(in.relation()) };
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "This changes who sees which rows of %1, under ACCESS EXCLUSIVE. Let whoever "
                        "answers for access read it.")
                        .arg(in.relation()) };
}

namespace {

bool hasPolicy(const SchemaState &state, const Key &table)
{
    const schema::Catalog &catalog = *state.catalog();
    const std::vector<int> parts =
        catalog.partsOf(schema::objectId(schema::Kind::Table, table.first, table.second));
    return std::any_of(parts.begin(), parts.end(), [&](int part) {
        return catalog.facts()[size_t(part)].id.kind == schema::Kind::Policy;
    });
}

bool enables(const sql::AlterTable &alter)
{
    return std::any_of(alter.commands.begin(), alter.commands.end(), [](const sql::Subcommand &command) {
        const auto *change = std::get_if<sql::SwitchRowSecurity>(&command.detail);
        return change && change->to == sql::RowSecurity::Enable;
    });
}

} // namespace

QVector<ScriptVerdict> rowSecurityWithoutPolicy(const ScriptInput &in)
{
    QVector<Key> guarded;
    for (const ScriptLine &line : in.lines) {
        const auto *policy = line.statement ? line.statement->as<sql::CreatePolicy>() : nullptr;
        if (policy)
            guarded.append(in.state.resolve(policy->relation));
    }
    QVector<ScriptVerdict> verdicts;
    for (size_t i = 0; i < in.lines.size(); ++i) {
        const sql::Statement *statement = in.lines[i].statement;
        const auto *alter = statement ? statement->as<sql::AlterTable>() : nullptr;
        if (!alter || !enables(*alter))
            continue;
        const Key table = in.state.resolve(alter->relation);
        if (guarded.contains(table) || hasPolicy(in.state, table))
            continue;
        const bool isNew = in.state.isNew(table);
        verdicts.append(
            { { isNew ? plan::Severity::Info : plan::Severity::Warning,
                QStringLiteral("%1 has no policy: with row level security on, every role but its owner "
                               "sees no row of it and can write none.")
                    .arg(display(table)) },
              int(i) });
    }
    return verdicts;
}

Verdicts grantPrivileges(const StatementInput &in)
{
    const auto *grant = in.statement.as<sql::Grant>();
    if (!grant || !grant->isGrant)
        return {};
    return { { plan::Severity::Info,
               QStringLiteral("This gives privileges. Let whoever answers for access read it.") } };
}

Verdicts revokePrivileges(const StatementInput &in)
{
    const auto *grant = in.statement.as<sql::Grant>();
    if (!grant || grant->isGrant)
        return {};
    QStringList names;
    for (const sql::RelationName &relation : grant->relations)
        names.append(display(in.state.resolve(relation)));
    const QString where =
        names.isEmpty() ? QString() : QStringLiteral(" on ") + names.join(QLatin1String(", "));
    return { { plan::Severity::Info,
               QStringLiteral(
                   "Statements of roles that lose privileges%1 fail from the moment this commits, also "
                   "in sessions that are open.")
                   .arg(where) } };
}

std::optional<Verdict> replicaIdentityChange(const RuleInput &in)
{
    const auto *change = in.command<sql::ReplicaIdentity>();
    if (!change)
        return std::nullopt;
    switch (change->rows) {
    case sql::ReplicaRows::Nothing:
        return Verdict{ plan::Severity::Warning,
                        QStringLiteral(
                            "UPDATE and DELETE on %1 fail as long as a publication publishes them and no "
                            "row has an identity.")
                            .arg(in.relation()) };
    case sql::ReplicaRows::Full:
        return Verdict{ plan::Severity::Warning,
                        QStringLiteral(
                            "Every UPDATE and DELETE writes the whole old row of %1 to WAL, and "
                            "subscribers older than 16 search it by reading their whole table. A unique "
                            "index on NOT NULL columns is the better identity.")
                            .arg(in.sized()) };
    case sql::ReplicaRows::Default:
    case sql::ReplicaRows::Index: break;
    }
    if (in.ownIsNew())
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "What logical replication sends of changed rows of %1 is another from here on. "
                        "Check what its consumers read.")
                        .arg(in.relation()) };
}

Verdicts createExtension(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateExtension>();
    if (!create)
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "The extension %1 must be installed on every server this runs on, and most extensions "
                   "ask for a superuser. Whoever looks after the servers should make it.")
                   .arg(schema::quoteIdent(create->name)) } };
}

Verdicts extensionChange(const StatementInput &in)
{
    if (const auto *alter = in.statement.as<sql::AlterExtension>())
        return { { plan::Severity::Warning,
                   QStringLiteral(
                       "Updating the extension %1 runs its own scripts, whose locks are not known here, "
                       "and there is no way back to the older version. Rehearse it on a copy.")
                       .arg(schema::quoteIdent(alter->name)) } };
    const auto *drop = in.statement.as<sql::Drop>();
    if (!drop || drop->kind != sql::ObjectKind::Extension)
        return {};
    return { { plan::Severity::Warning,
               QStringLiteral(
                   "The types, functions and operators of the extension %1 go with it; function bodies "
                   "and running code that use them fail, and PostgreSQL cannot tell which do.")
                   .arg(schema::quoteIdent(drop->names.value(0).name)) } };
}

namespace {

/// The words that stop meaning anything; the first is the relation's.
QStringList wordsLost(const RuleInput &in)
{
    static const QSet<Form> ofRelation = { Form::DropTable, Form::DropPartition, Form::DropView,
                                           Form::RenameRelation, Form::SetSchema };
    const Form form = in.occurrence.form;
    if (form == Form::DropColumn || form == Form::RenameColumn)
        return { in.occurrence.own.second, in.occurrence.column };
    return ofRelation.contains(form) ? QStringList{ in.occurrence.own.second } : QStringList();
}

bool saysAll(const QString &body, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        const QRegularExpression whole(
            QStringLiteral("(?<![\\w$])%1(?![\\w$])").arg(QRegularExpression::escape(word)),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        return body.contains(word, Qt::CaseInsensitive) && body.contains(whole);
    });
}

} // namespace

std::optional<Verdict> functionBodyNamesIt(const RuleInput &in)
{
    const QStringList words = wordsLost(in);
    if (words.isEmpty() || in.ownIsNew())
        return std::nullopt;
    QStringList names;
    for (const schema::Kind kind : { schema::Kind::Function, schema::Kind::Procedure }) {
        for (const schema::Fact &fact : in.state.catalog()->factsOf(kind)) {
            const auto *routine = fact.as<schema::RoutineAttributes>();
            const bool isText = routine && routine->language != QLatin1String("c")
                                && routine->language != QLatin1String("internal");
            const bool isGone = isText && saysAll(routine->body, words);
            if (isGone && !makesFunction(in, Key(fact.id.schema, fact.id.name)))
                names.append(schema::sqlName(fact.id));
        }
    }
    if (names.isEmpty())
        return std::nullopt;
    names.sort();
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "The body of %1 names %2, which PostgreSQL does not check: it fails when it is "
                        "called next. Replace it in the same transaction.")
                        .arg(names.join(QLatin1String(", ")), words.join(QLatin1String(" and "))) };
}

Verdicts createIfNotExistsExisting(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateTable>();
    if (!create || !create->ifNotExists)
        return {};
    const Key table = in.state.resolve(create->relation);
    const RelationState *existing = in.state.details(table);
    if (!existing)
        return {};
    QStringList missing;
    for (const sql::ColumnClause &column : create->columns) {
        if (!existing->columns.contains(column.name))
            missing.append(schema::quoteIdent(column.name));
    }
    if (missing.isEmpty())
        return { { plan::Severity::Info,
                   QStringLiteral(
                       "%1 exists already, so that this does nothing, whatever it says of the table.")
                       .arg(display(table)) } };
    return { { plan::Severity::Warning,
               QStringLiteral(
                   "%1 exists already, so that this does nothing: %2 stays missing. ALTER TABLE adds "
                   "it.")
                   .arg(display(table), missing.join(QLatin1String(", "))) } };
}

} // namespace lockstep::analysis::rules
