#include "scriptintents.h"

#include <model/base/result.h>
#include <model/diff/renaming.h>
#include <model/schema/relationfacts.h>
#include <model/sql/parser.h>

#include <QFileInfo>

#include <algorithm>

namespace lockstep::plan {

using schema::Kind;
using schema::ObjectId;

namespace {

constexpr int shownCharacters = 90;

QString shortened(const QString &sql)
{
    const QString line = sql.simplified();
    return line.size() > shownCharacters ? line.left(shownCharacters - 3) + QLatin1String("...") : line;
}

/// Of statements that belong to the whole server, not to the schema of one database.
bool isOfServer(const QString &tag)
{
    static const QStringList tags = {
        QStringLiteral("CreateRoleStmt"),       QStringLiteral("AlterRoleStmt"),
        QStringLiteral("AlterRoleSetStmt"),     QStringLiteral("DropRoleStmt"),
        QStringLiteral("GrantRoleStmt"),        QStringLiteral("CreatedbStmt"),
        QStringLiteral("DropdbStmt"),           QStringLiteral("AlterDatabaseStmt"),
        QStringLiteral("AlterDatabaseSetStmt"), QStringLiteral("AlterSystemStmt"),
        QStringLiteral("CreateTableSpaceStmt"), QStringLiteral("DropTableSpaceStmt"),
    };
    return tags.contains(tag);
}

/// Why a plan does not do what the statement does; empty where the schema shows all of it.
QString missingPart(const sql::Statement &statement)
{
    const auto is = [&statement](auto... types) {
        return (... || (statement.as<decltype(types)>() != nullptr));
    };
    if (is(sql::Insert{}, sql::Update{}, sql::Delete{}, sql::Merge{}, sql::Truncate{}))
        return QStringLiteral("changes rows, which the plan does not do: run it by itself");
    if (const auto *copy = statement.as<sql::Copy>())
        return copy->isFrom ? QStringLiteral("loads rows, which the plan does not do: run it by itself")
                            : QString();
    if (is(sql::Do{}, sql::Call{})
        || (statement.as<sql::Select>() && statement.as<sql::Select>()->relations.isEmpty()))
        return QStringLiteral(
            "runs code; what that does to the schema is in the plan, what it does to rows or "
            "outside of the schema is not");
    if (is(sql::Vacuum{}, sql::Reindex{}, sql::Cluster{}, sql::Refresh{}))
        return QStringLiteral("looks after a table, which the plan does not do: run it by itself");
    const auto *other = statement.as<sql::Other>();
    if (other && isOfServer(other->tag))
        return QStringLiteral("is about the whole server, which the plan does not touch: run it by itself");
    return {};
}

class IntentFinder
{
public:
    IntentFinder(const QVector<QPair<ObjectId, ObjectId>> &renames, const schema::Catalog &current,
                 const schema::Catalog &target)
        : m_renames(renames)
        , m_current(current)
        , m_target(target)
    { }

    void addRenames();
    void add(const ScriptedStatement &statement);
    ScriptIntents take() { return std::move(m_found); }

private:
    bool addBackfills(const sql::Update &update);
    void addConversions(const sql::AlterTable &alter, const ScriptedStatement &statement);
    void sayBeside(const ScriptedStatement &statement, const QString &what);
    [[nodiscard]] std::optional<ObjectId> tableInTarget(const sql::RelationName &name) const;
    [[nodiscard]] bool isNewColumn(const ObjectId &column) const;
    [[nodiscard]] bool touchesRenamedColumn(const ObjectId &table) const;
    [[nodiscard]] bool isSet(const QString &column) const;

    const QVector<QPair<ObjectId, ObjectId>> &m_renames;
    const schema::Catalog &m_current;
    const schema::Catalog &m_target;
    ScriptIntents m_found;
};

void IntentFinder::addRenames()
{
    for (const auto &[from, to] : m_renames) {
        const bool isKnown = diff::isRenameable(from.kind) || from.kind == Kind::EnumLabel;
        const QString before = schema::dottedName(from);
        const QString after = schema::dottedName(to);
        if (isKnown && findNamed(m_current, before, from.kind) && findNamed(m_target, after, to.kind))
            m_found.intents.renames.append({ from.kind, before, after });
        else
            m_found.beside.append(
                QStringLiteral("The script renames %1 to %2; the plan does not know it as a rename.")
                    .arg(schema::displayName(from), after));
    }
}

std::optional<ObjectId> IntentFinder::tableInTarget(const sql::RelationName &name) const
{
    std::optional<ObjectId> found;
    for (const schema::Fact &fact : m_target.facts()) {
        if (fact.id.kind != Kind::Table)
            continue;
        const auto renamed = std::find_if(m_renames.begin(), m_renames.end(),
                                          [&](const auto &rename) { return rename.second == fact.id; });
        const bool isNamed =
            fact.id.name == name.name || (renamed != m_renames.end() && renamed->first.name == name.name);
        if (!isNamed || (!name.schema.isEmpty() && fact.id.schema != name.schema))
            continue;
        if (found && name.schema.isEmpty() && found->schema != QLatin1String("public")
            && fact.id.schema != QLatin1String("public"))
            return std::nullopt; // Which of them, only the search path tells.
        if (!found || fact.id.schema == QLatin1String("public"))
            found = fact.id;
    }
    return found;
}

bool IntentFinder::isNewColumn(const ObjectId &column) const
{
    if (!m_target.find(column) || m_current.find(column))
        return false;
    return std::none_of(m_renames.begin(), m_renames.end(), [&](const auto &rename) {
        return rename.second == column || rename.second == column.parent();
    });
}

bool IntentFinder::touchesRenamedColumn(const ObjectId &table) const
{
    return std::any_of(m_renames.begin(), m_renames.end(), [&](const auto &rename) {
        return rename.second.kind == Kind::Column && rename.second.parent() == table;
    });
}

bool IntentFinder::isSet(const QString &column) const
{
    return std::any_of(m_found.intents.backfills.begin(), m_found.intents.backfills.end(),
                       [&](const BackfillIntent &intent) { return intent.column == column; });
}

/// All or nothing: half an UPDATE would be another one.
bool IntentFinder::addBackfills(const sql::Update &update)
{
    const auto table = tableInTarget(update.relation);
    const bool takesAll =
        !update.hasWhere || (update.columns.size() == 1 && update.whereNull == update.columns.first());
    if (!table || !takesAll || !update.sources.isEmpty() || update.values.empty()
        || update.values.size() != size_t(update.columns.size()) || touchesRenamedColumn(*table))
        return false;
    QVector<BackfillIntent> backfills;
    for (qsizetype i = 0; i < update.columns.size(); ++i) {
        const ObjectId column = schema::subId(Kind::Column, table->schema, table->name, update.columns.at(i));
        const sql::Expression &value = update.values.at(size_t(i));
        const QString name = schema::dottedName(column);
        if (!isNewColumn(column) || !value.relations.isEmpty() || isSet(name))
            return false;
        backfills.append({ name, value.text });
    }
    m_found.intents.backfills += backfills;
    return true;
}

void IntentFinder::addConversions(const sql::AlterTable &alter, const ScriptedStatement &statement)
{
    for (const sql::Subcommand &command : alter.commands) {
        const auto *change = std::get_if<sql::AlterType>(&command.detail);
        if (!change || change->usingExpression.isEmpty() || change->usingExpression.isColumnItself)
            continue;
        const auto table = tableInTarget(alter.relation);
        const ObjectId column =
            table ? schema::subId(Kind::Column, table->schema, table->name, change->column) : ObjectId();
        if (!table || !m_target.find(column) || !m_current.find(column)) {
            sayBeside(statement, QStringLiteral("says how values are converted, which the plan does not know "
                                                "because the column is renamed, new or gone"));
            continue;
        }
        m_found.intents.conversions.append(
            { schema::dottedName(column), change->usingExpression.text, QString() });
    }
}

void IntentFinder::sayBeside(const ScriptedStatement &statement, const QString &what)
{
    m_found.beside.append(QStringLiteral("Line %1 of %2 %3: %4")
                              .arg(QString::number(statement.line), QFileInfo(statement.file).fileName(),
                                   what, shortened(statement.sql)));
}

void IntentFinder::add(const ScriptedStatement &statement)
{
    const auto parsed = sql::parse(statement.sql);
    if (!parsed.has_value()) {
        sayBeside(statement, QStringLiteral("cannot be read here; what it does to the schema is in the plan, "
                                            "anything else is not"));
        return;
    }
    if (const auto *update = parsed->as<sql::Update>(); update && addBackfills(*update))
        return;
    if (const auto *alter = parsed->as<sql::AlterTable>())
        addConversions(*alter, statement);
    const QString missing = missingPart(*parsed);
    if (!missing.isEmpty())
        sayBeside(statement, missing);
}

template <typename Intent, typename Same>
void removeTaken(QVector<Intent> *intents, const QVector<Intent> &taken, const Same &same)
{
    intents->removeIf([&](const Intent &intent) {
        return std::any_of(taken.begin(), taken.end(), [&](const Intent &one) { return same(intent, one); });
    });
}

template <typename Intent, typename Same>
void addMissing(QVector<Intent> *intents, const QVector<Intent> &added, const Same &same)
{
    for (const Intent &one : added) {
        if (std::none_of(intents->begin(), intents->end(),
                         [&](const Intent &intent) { return same(intent, one); }))
            intents->append(one);
    }
}

} // namespace

ScriptIntents scriptIntents(const QVector<ScriptedStatement> &statements,
                            const QVector<QPair<ObjectId, ObjectId>> &renames, const schema::Catalog &current,
                            const schema::Catalog &target)
{
    IntentFinder finder(renames, current, target);
    finder.addRenames();
    for (const ScriptedStatement &statement : statements)
        finder.add(statement);
    return finder.take();
}

Intents withoutIntents(Intents intents, const Intents &taken)
{
    removeTaken(&intents.renames, taken.renames, [](const RenameIntent &a, const RenameIntent &b) {
        return a.kind == b.kind && a.from == b.from && a.to == b.to;
    });
    removeTaken(&intents.backfills, taken.backfills, [](const BackfillIntent &a, const BackfillIntent &b) {
        return a.column == b.column && a.expression == b.expression;
    });
    removeTaken(&intents.conversions, taken.conversions,
                [](const ConversionIntent &a, const ConversionIntent &b) {
                    return a.column == b.column && a.usingExpression == b.usingExpression;
                });
    return intents;
}

Intents withIntents(Intents intents, const Intents &added)
{
    addMissing(&intents.renames, added.renames, [](const RenameIntent &a, const RenameIntent &b) {
        return a.kind == b.kind && a.from == b.from;
    });
    addMissing(&intents.backfills, added.backfills,
               [](const BackfillIntent &a, const BackfillIntent &b) { return a.column == b.column; });
    addMissing(&intents.conversions, added.conversions,
               [](const ConversionIntent &a, const ConversionIntent &b) { return a.column == b.column; });
    return intents;
}

} // namespace lockstep::plan
