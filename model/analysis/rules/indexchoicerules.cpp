#include "indexchoicerules.h"

#include "wording.h"

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

IndexUse useOf(const schema::Fact &fact, const schema::IndexAttributes &index)
{
    // Operator classes, orders and INCLUDE stand in its definition alone.
    const QString list = QLatin1Char('(') + quotedList(index.columns) + QLatin1Char(')');
    const bool isOrdinary = index.method == QLatin1String("btree") && index.predicate.isEmpty() && index.valid
                            && index.definition.endsWith(list);
    return { keyOf(fact.id), keyOf(index.table), index.columns, isOrdinary, index.unique, -1 };
}

/// Those that were there, and those that the script makes, in this order.
QVector<IndexUse> indexesOf(const ScriptInput &in)
{
    QVector<IndexUse> result;
    for (const schema::Fact &fact : in.state.catalog()->factsOf(schema::Kind::Index)) {
        if (const auto *index = fact.as<schema::IndexAttributes>())
            result.append(useOf(fact, *index));
    }
    for (const schema::Fact &fact : in.state.catalog()->factsOf(schema::Kind::Constraint)) {
        const auto *constraint = fact.as<schema::ConstraintAttributes>();
        const bool isKey = constraint
                           && (constraint->type == schema::ConstraintType::PrimaryKey
                               || constraint->type == schema::ConstraintType::Unique);
        if (isKey && constraint->includedColumns.isEmpty())
            result.append({ Key(fact.id.schema, constraint->indexName), keyOf(fact.id), constraint->columns,
                            true, true, -1 });
    }
    for (int i = 0; i < int(in.lines.size()); ++i) {
        const sql::Statement *statement = in.lines[size_t(i)].statement;
        if (const auto *create = statement ? statement->as<sql::CreateIndex>() : nullptr)
            result.append(useOf(*create, in.state, i));
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
    const QVector<IndexUse> indexes = indexesOf(in);
    const auto report = [&](const Key &dropped, int statement) {
        const auto isDropped = [&](const IndexUse &use) {
            return use.name == dropped && use.statement < statement;
        };
        const auto old = std::find_if(indexes.begin(), indexes.end(), isDropped);
        const auto isReplacement = [&](const IndexUse &use) {
            const bool isAlike = old != indexes.end() && use.table == old->table
                                 && use.columns.value(0) == old->columns.value(0);
            return use.statement > statement && (use.name == dropped || isAlike);
        };
        if (std::any_of(indexes.begin(), indexes.end(), isReplacement))
            result.append(
                { { plan::Severity::Warning,
                    QStringLiteral("From here until its replacement is built, queries have to do "
                                   "without %1. Build the new index first, under another name, then "
                                   "drop the old one and rename.")
                        .arg(display(dropped)) },
                  statement });
    };
    for (int i = 0; i < int(in.lines.size()); ++i) {
        const sql::Statement *statement = in.lines[size_t(i)].statement;
        const auto *drop = statement ? statement->as<sql::Drop>() : nullptr;
        if (!drop || drop->kind != sql::ObjectKind::Index)
            continue;
        for (const sql::QualifiedName &name : drop->names)
            report(in.state.resolve(name.schema, name.name), i);
    }
    return result;
}

QVector<ScriptVerdict> redundantIndex(const ScriptInput &in)
{
    QVector<ScriptVerdict> result;
    const QVector<IndexUse> indexes = indexesOf(in);
    for (const IndexUse &made : indexes) {
        if (made.statement < 0 || !made.isOrdinary || made.isUnique)
            continue;
        const auto covers = [&](const IndexUse &other) {
            const bool isThere = other.statement < made.statement && in.state.find(other.name);
            return isThere && other.isOrdinary && other.table == made.table && other.name != made.name
                   && startsWith(other.columns, made.columns);
        };
        const auto other = std::find_if(indexes.begin(), indexes.end(), covers);
        if (other == indexes.end())
            continue;
        const bool isSame = other->columns == made.columns;
        result.append(
            { { isSame ? plan::Severity::Warning : plan::Severity::Info,
                isSame ? QStringLiteral("%1 has the same columns already: this index costs every "
                                        "write and helps no query.")
                             .arg(display(other->name))
                       : QStringLiteral("%1 starts with the same columns and serves the same "
                                        "queries, only a little larger. Perhaps one of them will do.")
                             .arg(display(other->name)) },
              made.statement });
    }
    return result;
}

} // namespace lockstep::analysis::rules
