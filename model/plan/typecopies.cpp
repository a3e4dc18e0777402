#include "typecopies.h"

#include "actionneeds.h"
#include "columnobstacles.h"
#include "copiedcolumns.h"
#include "enumswap.h"
#include "partitionedcolumns.h"
#include "parttwins.h"
#include "plain/ddl.h"
#include "references.h"
#include "strategies/drafts.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::ConstraintType;
using schema::Fact;
using schema::Kind;
using schema::ObjectId;

QVector<ObjectId> columnsOf(const PlainPlan &plan, const std::vector<int> &changes)
{
    QVector<ObjectId> columns;
    for (const int change : changes)
        columns += plan.actions[std::size_t(change)].object;
    return columns;
}

EnumSwaps swapsOf(const PlainPlan &plan, const std::vector<int> &changes)
{
    EnumSwaps swaps;
    for (const int change : changes) {
        const auto &swap = std::get<ChangeType>(plan.actions[std::size_t(change)].detail).swap;
        if (swap && std::find(swaps.begin(), swaps.end(), swap) == swaps.end())
            swaps.push_back(swap);
    }
    return swaps;
}

/// Finds what hangs on the columns, or what of it cannot be copied.
class CopyFinder
{
public:
    CopyFinder(const PlainPlan &plan, const std::vector<int> &changes, const ConvertedColumns &converted,
               const Context &context)
        : m_plan(plan)
        , m_changes(changes)
        , m_context(context)
        , m_current(context.current())
        , m_target(context.target())
        , m_columns(columnsOf(plan, changes))
        , m_table(schema::objectId(Kind::Table, m_columns.first().schema, m_columns.first().name))
        , m_swaps(swapsOf(plan, changes))
        , m_converted(converted)
        , m_twins(converted, plan.changes->current, m_columns, m_swaps)
        , m_copy(std::make_shared<ColumnCopy>())
    { }

    [[nodiscard]] TypeCopy find()
    {
        for (const int change : m_changes) {
            m_at = change;
            if (const QString why = whyNotColumn(); !why.isEmpty())
                return { nullptr, why, change, {} };
        }
        for (const int change : m_changes) {
            m_at = change;
            if (const QString why = takeUsers(); !why.isEmpty())
                return { nullptr, why, change, {} };
        }
        for (const int change : m_changes) {
            m_at = change;
            if (const QString why = whyNotOrder(); !why.isEmpty())
                return { nullptr, why, change, {} };
        }
        m_copy->filledAnew.removeDuplicates();
        m_copy->filledAnew.sort();
        return { m_copy, {}, -1, m_folded };
    }

private:
    [[nodiscard]] const Action &action() const { return m_plan.actions[std::size_t(m_at)]; }
    [[nodiscard]] bool isFolded(int action) const
    {
        return std::find(m_folded.begin(), m_folded.end(), action) != m_folded.end();
    }

    [[nodiscard]] QString whyNotColumn()
    {
        if (const QString why = whyNoCopy(action(), m_context); !why.isEmpty())
            return why;
        const auto &change = std::get<ChangeType>(action().detail);
        m_copy->columns.append(copiedColumn(action(), m_context));
        if (m_copy->timeSettings.isEmpty())
            m_copy->timeSettings = timeSettingsOf(change);
        const auto numbers = takeNumberActions(m_plan, m_at, &m_copy->columns.last());
        if (!numbers)
            return QStringLiteral("What gives the column its numbers comes or goes at the same time; make a "
                                  "plan of its own for "
                                  "that.");
        m_folded.insert(m_folded.end(), numbers->begin(), numbers->end());
        const ObjectId &column = action().object;
        for (const ObjectId &other : m_columns) {
            const QString said = change.usingExpression + QLatin1Char(' ') + change.back;
            if (other != column && !canBeDefault(said, { other.sub }))
                return QStringLiteral("Its expression reads %1, which changes its type at the same time.")
                    .arg(schema::quoteIdent(other.sub));
        }
        return whyNotActions();
    }

    /// What else the plan does with the column.
    [[nodiscard]] QString whyNotActions() const
    {
        const ObjectId &column = action().object;
        const ObjectId defaultId = schema::subId(Kind::Default, column.schema, column.name, column.sub);
        for (int i = 0; i < int(m_plan.actions.size()); ++i) {
            const Action &other = m_plan.actions[std::size_t(i)];
            const ObjectId &object = other.object;
            const bool isDefault =
                object == defaultId && !isFolded(i) && (m_swaps.empty() || !other.isRebuild);
            const bool isOnColumn =
                object == column || (schema::isTargeting(object.kind) && schema::targetOf(object) == column);
            if (isDefault || (i < m_at && isOnColumn && !isFolded(i)))
                return QStringLiteral("The plan changes %1 before its type; make a plan of its own for that.")
                    .arg(schema::displayName(object));
        }
        return {};
    }

    [[nodiscard]] QString takeUsers()
    {
        CopiedColumn &column =
            *std::find_if(m_copy->columns.begin(), m_copy->columns.end(),
                          [&](const CopiedColumn &one) { return one.before.id == action().object; });
        if (const QString why =
                m_context.isPartitioned(m_table) ? whyNotOfPartitions(column, m_context) : QString();
            !why.isEmpty())
            return why;
        if (column.staysIdentity())
            column.saidOfNumbers += correctedNumbers(m_plan, column);
        for (const int user : m_current.neededBy(m_current.indexOf(action().object))) {
            const bool isNew = !m_seen.contains(user);
            m_seen.insert(user);
            if (const QString why = isNew ? take(m_current.facts()[std::size_t(user)], &column) : QString();
                !why.isEmpty())
                return why;
        }
        return {};
    }

    /// Empty, or why the fact stands in the way.
    [[nodiscard]] QString take(const Fact &fact, CopiedColumn *column)
    {
        switch (fact.id.kind) {
        case Kind::Default: return fact.id.sub == column->before.id.sub ? QString() : whyNotRebuilt(fact);
        case Kind::Column: return m_context.isPartitioned(m_table) ? QString() : whyNotRebuilt(fact);
        case Kind::Sequence: return takeNumbers(m_plan, fact, column);
        case Kind::Comment:
        case Kind::Grant:
            if (fact.id.on == Kind::Sequence)
                return takeNumbers(m_plan, fact, column);
            column->said.append(fact);
            return {};
        case Kind::Index: return takeIndex(fact);
        case Kind::Constraint: return takeConstraint(fact);
        default: return whyNotRebuilt(fact); // All other kinds, on purpose: this is a choice.
        }
    }

    [[nodiscard]] QString notCopied(const Fact &fact) const
    {
        return QStringLiteral("%1 uses the column and is not copied beside the traffic yet.")
            .arg(schema::displayName(fact));
    }
    [[nodiscard]] QString changesToo(const Fact &fact) const
    {
        return QStringLiteral("%1 changes at the same time.").arg(schema::displayName(fact));
    }

    [[nodiscard]] QString notOfPartitioned(const Fact &fact) const
    {
        return QStringLiteral("%1 is on a partitioned table, and is not copied there beside the traffic yet.")
            .arg(schema::displayName(fact));
    }

    /// Taken down before the swap and made again after it, in its transaction.
    [[nodiscard]] QString whyNotRebuilt(const Fact &fact) const
    {
        for (const int earlier : allNeeds(m_plan, action())) {
            const Action &other = m_plan.actions[std::size_t(earlier)];
            if (other.object == fact.id && other.isRebuild)
                return {};
        }
        return notCopied(fact);
    }

    [[nodiscard]] QString takeIndex(const Fact &fact)
    {
        const auto &index = *fact.as<schema::IndexAttributes>();
        if (index.table != m_table || !index.valid || index.partitionOf || isNamedByTable(fact.id.name))
            return notCopied(fact);
        if (!isKeptAsItIs(m_plan, fact) && !foldRebuild(fact))
            return changesToo(fact);
        if (index.unique && !isUniqueBack(fact))
            return QStringLiteral("%1 could refuse values on the old column that differ in the new one.")
                .arg(schema::displayName(fact));
        auto made = m_twins.of(fact);
        if (!made)
            return notCopied(fact);
        if (const QString why = takeParts(m_plan, m_twins, &*made, &m_copy->saidOfParts); !why.isEmpty())
            return why;
        m_copy->indexes.append(*made);
        return takeSaidOfPart(fact);
    }

    [[nodiscard]] bool isNamedByTable(const QString &index) const
    {
        const auto *table = m_current.attributes<schema::TableAttributes>(m_table);
        return !index.isEmpty() && (table->replicaIdentityIndex == index || table->clusterIndex == index);
    }

    /// Of all the changed columns it covers.
    [[nodiscard]] bool isUniqueBack(const Fact &part) const
    {
        const auto needs = m_current.needs(m_current.indexOf(part.id));
        return std::all_of(m_copy->columns.begin(), m_copy->columns.end(), [&](const CopiedColumn &column) {
            const int at = m_current.indexOf(column.before.id);
            return column.isUniqueBack || std::find(needs.begin(), needs.end(), at) == needs.end();
        });
    }

    [[nodiscard]] QString takeConstraint(const Fact &fact)
    {
        const auto &constraint = *fact.as<schema::ConstraintAttributes>();
        const bool isOwn = fact.id.schema == m_table.schema && fact.id.name == m_table.name;
        const bool isRow =
            constraint.type == ConstraintType::Check || constraint.type == ConstraintType::ForeignKey;
        const bool isKey =
            constraint.type == ConstraintType::Unique || constraint.type == ConstraintType::PrimaryKey;
        const bool isPartitioned = m_context.isPartitioned(m_table);
        if (isPartitioned && (!isOwn || constraint.type == ConstraintType::ForeignKey))
            return notOfPartitioned(fact);
        if (!isOwn)
            return takeReference(m_plan, fact, m_twins, m_converted, m_copy.get());
        if ((!isRow && !isKey) || constraint.inherited || !constraint.validated || !constraint.enforced
            || isNamedByTable(constraint.indexName))
            return notCopied(fact);
        const bool isSame = isKeptAsItIs(m_plan, fact) || foldRebuild(fact);
        if (!isSame)
            return isRow ? fold(fact) : changesToo(fact);
        auto made = m_twins.of(fact);
        const bool hasIndex =
            isKey && made
            && keyByIndex(QStringLiteral("t"), made->copy.id, *made->copy.as<schema::ConstraintAttributes>());
        if (!made || (isKey && !hasIndex))
            return notCopied(fact);
        made->isUniqueBack = isKey && isUniqueBack(fact);
        made->refersToCopy = refersToConverted(fact, m_converted);
        if (made->refersToCopy) {
            if (const QString why = whyNotJoined(m_plan, fact, *m_copy); !why.isEmpty())
                return why;
        }
        if (isKey && isPartitioned && !made->isUniqueBack)
            return notOfPartitioned(fact);
        if (const QString why = isKey ? takeParts(m_plan, m_twins, &*made, &m_copy->saidOfParts) : QString();
            !why.isEmpty())
            return why;
        (isKey ? m_copy->keys : m_copy->constraints).append(*made);
        return takeSaidOfPart(fact);
    }

    /// The swap takes it away, and not an earlier step.
    [[nodiscard]] QString fold(const Fact &fact)
    {
        const int drop = actionOn(m_plan, fact.id);
        if (drop < 0 || drop > m_changes.front()
            || !std::holds_alternative<DropConstraint>(m_plan.actions[std::size_t(drop)].detail))
            return changesToo(fact);
        for (int i = 0; i < m_changes.front(); ++i) {
            const std::vector<int> &needs = m_plan.actions[std::size_t(i)].needs;
            if (std::find(needs.begin(), needs.end(), drop) != needs.end())
                return changesToo(fact);
        }
        if (hasSaid(fact))
            return changesToo(fact);
        m_copy->leaving.append(fact);
        m_folded.push_back(drop);
        return {};
    }

    /// What would be taken down and made again for a type's sake is made beside the old one instead.
    [[nodiscard]] bool foldRebuild(const Fact &fact)
    {
        const std::vector<int> rebuilds = rebuildsFor(m_swaps, fact, m_plan);
        m_folded.insert(m_folded.end(), rebuilds.begin(), rebuilds.end());
        return !rebuilds.empty();
    }

    [[nodiscard]] bool hasSaid(const Fact &fact) const
    {
        const auto users = m_current.neededBy(m_current.indexOf(fact.id));
        return std::any_of(users.begin(), users.end(), [&](int user) {
            return schema::isTargeting(m_current.facts()[std::size_t(user)].id.kind);
        });
    }

    [[nodiscard]] bool isOfPartition(const Fact &fact) const
    {
        const auto *index = fact.as<schema::IndexAttributes>();
        const auto *constraint = fact.as<schema::ConstraintAttributes>();
        return m_context.isPartitioned(m_table)
               && (index ? index->partitionOf.has_value()
                         : constraint && constraint->inherited && !constraint->indexName.isEmpty());
    }

    /// Comments go with what they are about.
    [[nodiscard]] QString takeSaidOfPart(const Fact &part)
    {
        for (const int user : m_current.neededBy(m_current.indexOf(part.id))) {
            const Fact &fact = m_current.facts()[std::size_t(user)];
            const auto *after = m_target.find(fact.id);
            if (isOfPartition(fact))
                continue; // Taken with the whole.
            if (fact.id.kind == Kind::Constraint) {
                const bool isNew = !m_seen.contains(user);
                m_seen.insert(user);
                if (const QString why = isNew ? takeConstraint(fact) : QString(); !why.isEmpty())
                    return why;
                continue;
            }
            if (fact.id.kind != Kind::Comment || !after || after->attributes != fact.attributes)
                return notCopied(fact);
            m_copy->saidOfParts += ddl::create(fact, m_current);
        }
        return {};
    }

    /// The copy is made before anything is taken down for the swap.
    [[nodiscard]] QString whyNotOrder() const
    {
        for (const int before : allNeeds(m_plan, action())) {
            const ObjectId &object = m_plan.actions[std::size_t(before)].object;
            if (object.kind == Kind::MaterializedView)
                m_copy->filledAnew << schema::displayName(object);
        }
        for (const int need : action().needs) {
            const Action &needed = m_plan.actions[std::size_t(need)];
            if (needed.isRebuild || isFolded(need) || isOwnChange(need))
                continue;
            for (const int earlier : allNeeds(m_plan, needed)) {
                if (m_plan.actions[std::size_t(earlier)].isRebuild)
                    return QStringLiteral(
                               "\"%1\" has to come first, and something would be missing meanwhile.")
                        .arg(needed.title);
            }
        }
        return {};
    }
    [[nodiscard]] bool isOwnChange(int action) const
    {
        return std::find(m_changes.begin(), m_changes.end(), action) != m_changes.end();
    }

    const PlainPlan &m_plan;
    const std::vector<int> &m_changes;
    const Context &m_context;
    const schema::Catalog &m_current;
    const schema::Catalog &m_target;
    const QVector<ObjectId> m_columns;
    const ObjectId m_table;
    const EnumSwaps m_swaps;
    const ConvertedColumns &m_converted;
    const PartTwins m_twins;
    int m_at = -1; ///< The change whose column is looked at.
    QSet<int> m_seen; ///< Facts that are taken.
    std::shared_ptr<ColumnCopy> m_copy;
    std::vector<int> m_folded;
};

} // namespace

TypeCopy typeCopy(const PlainPlan &plan, const std::vector<int> &changes, const ConvertedColumns &converted,
                  const Context &context)
{
    return CopyFinder(plan, changes, converted, context).find();
}

} // namespace lockstep::plan
