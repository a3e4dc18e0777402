#include "indexchoicerules.h"

#include "wording.h"

#include <QHash>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

constexpr qsizetype wideIndexColumns = 3;

/// An index by what it is for.
struct IndexUse
{
    Key name;
    Key table;
    QStringList columns;
    bool isOrdinary = true; ///< A B-tree of whole columns, without a predicate.
    bool isUnique = false;
    int statement = -1; ///< That makes it; -1: it was there.
};

IndexUse useOf(const sql::CreateIndex &create, const SchemaState &state, int statement)
{
    const Key table = state.resolve(create.relation);
    const bool isBtree = create.method.isEmpty() || create.method == QLatin1String("btree");
    const bool isOrdinary = isBtree && create.isOrdinary && !create.hasPredicate
                            && !create.columns.contains(QString()) && create.included.isEmpty();
    return { Key(table.first, create.name), table, create.columns, isOrdinary, create.unique, statement };
}

/// Those that the script makes, in its order.
QVector<IndexUse> madeIndexes(const ScriptInput &in)
{
    QVector<IndexUse> result;
    for (int i = 0; i < int(in.lines.size()); ++i) {
        const sql::Statement *statement = in.lines[size_t(i)].statement;
        if (const auto *create = statement ? statement->as<sql::CreateIndex>() : nullptr)
            result.append(useOf(*create, in.state, i));
    }
    return result;
}

/// One that was there before; nothing where it was not.
std::optional<IndexUse> indexBefore(const Key &name, const SchemaState &state)
{
    const auto *index = state.catalog()->attributes<schema::IndexAttributes>(
        schema::objectId(schema::Kind::Index, name.first, name.second));
    if (!index)
        return std::nullopt;
    // Operator classes, orders and INCLUDE stand in its definition alone.
    const QString list = QLatin1Char('(') + quotedList(index->columns) + QLatin1Char(')');
    const bool isOrdinary = index->method == QLatin1String("btree") && index->predicate.isEmpty()
                            && index->valid && index->definition.endsWith(list);
    return IndexUse{ name, keyOf(index->table), index->columns, isOrdinary, index->unique, -1 };
}

/// Those of a table when the script is through that are older than it, or of its keys.
QVector<IndexUse> olderIndexes(const Key &table, const SchemaState &state)
{
    QVector<IndexUse> result;
    const RelationState *relation = state.details(table);
    if (!relation)
        return result;
    for (const Key &name : relation->indexes) {
        if (const std::optional<IndexUse> index = indexBefore(name, state))
            result.append(*index);
    }
    for (const ConstraintState &constraint : relation->constraints) {
        const bool isKey = constraint.type == schema::ConstraintType::PrimaryKey
                           || constraint.type == schema::ConstraintType::Unique;
        if (isKey && !constraint.index.second.isEmpty())
            result.append({ constraint.index, table, constraint.columns, true, true, -1 });
    }
    return result;
}

bool startsWith(const QStringList &columns, const QStringList &start)
{
    return columns.size() >= start.size() && columns.first(start.size()) == start;
}

} // namespace

std::optional<Verdict> droppedIndexInUse(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    if ((form != Form::DropIndex && form != Form::DropIndexConcurrently) || in.ownIsNew())
        return std::nullopt;
    const auto *known = in.state.catalog()->attributes<schema::IndexAttributes>(
        schema::objectId(schema::Kind::Index, in.occurrence.own.first, in.occurrence.own.second));
    if (known && !known->valid)
        return std::nullopt;
    if (known && known->unique)
        return Verdict{ plan::Severity::Warning,
                        QStringLiteral("Without %1 nothing keeps duplicates of %2 out of %3.")
                            .arg(in.relation(), quotedList(known->columns), display(keyOf(known->table))) };
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "Queries that use %1 become slower from here on. How often it was used says "
                        "idx_scan in pg_stat_user_indexes, of every replica too.")
                        .arg(in.relation()) };
}

Verdicts wideIndex(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateIndex>();
    if (!create || create->unique || create->columns.size() <= wideIndexColumns)
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "An index of %1 columns is large, costs every write, and is rarely used beyond its "
                   "first ones. Fewer columns may do.")
                   .arg(create->columns.size()) } };
}

QVector<ScriptVerdict> indexDroppedFirst(const ScriptInput &in)
{
    QVector<ScriptVerdict> result;
    const QVector<IndexUse> made = madeIndexes(in);
    const auto isReplaced = [&](const Key &dropped, int statement) {
        const std::optional<IndexUse> old = indexBefore(dropped, in.state);
        return std::any_of(made.begin(), made.end(), [&](const IndexUse &use) {
            const bool isAlike =
                old && use.table == old->table && use.columns.value(0) == old->columns.value(0);
            return use.statement > statement && (use.name == dropped || isAlike);
        });
    };
    for (int i = 0; i < int(in.lines.size()) && !made.isEmpty(); ++i) {
        const sql::Statement *statement = in.lines[size_t(i)].statement;
        const auto *drop = statement ? statement->as<sql::Drop>() : nullptr;
        if (!drop || drop->kind != sql::ObjectKind::Index)
            continue;
        for (const sql::QualifiedName &name : drop->names) {
            const Key dropped = in.state.resolve(name.schema, name.name);
            if (isReplaced(dropped, i))
                result.append(
                    { { plan::Severity::Warning,
                        QStringLiteral("From here until its replacement is built, queries have to do "
                                       "without %1. Build the new index first, under another name, "
                                       "then drop the old one and rename.")
                            .arg(display(dropped)) },
                      i });
        }
    }
    return result;
}

namespace {

Verdict redundant(const IndexUse &made, const IndexUse &other)
{
    if (other.columns == made.columns)
        return { plan::Severity::Warning,
                 QStringLiteral("%1 has the same columns already: this index costs every write and helps no "
                                "query.")
                     .arg(display(other.name)) };
    return { plan::Severity::Info,
             QStringLiteral("%1 starts with the same columns and serves the same queries, only a little "
                            "larger. Perhaps one of them will do.")
                 .arg(display(other.name)) };
}

} // namespace

QVector<ScriptVerdict> redundantIndex(const ScriptInput &in)
{
    QVector<ScriptVerdict> result;
    const QVector<IndexUse> all = madeIndexes(in);
    QHash<Key, QVector<IndexUse>> known; ///< Of each table: what was there, then what was made so far.
    for (const IndexUse &made : all) {
        if (!known.contains(made.table))
            known.insert(made.table, olderIndexes(made.table, in.state));
        QVector<IndexUse> &others = known[made.table];
        const auto covers = [&](const IndexUse &other) {
            return other.isOrdinary && other.name != made.name && startsWith(other.columns, made.columns);
        };
        const auto other = std::find_if(others.cbegin(), others.cend(), covers);
        if (made.isOrdinary && !made.isUnique && other != others.cend())
            result.append({ redundant(made, *other), made.statement });
        if (in.state.find(made.name))
            others.append(made);
    }
    return result;
}

} // namespace lockstep::analysis::rules
