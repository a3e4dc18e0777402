#include "typesplitter.h"

#include "looseactions.h"

namespace lockstep::plan {

namespace {

class Splitter
{
public:
    explicit Splitter(const PlainPlan &plan)
        : m_loose(plan)
        , m_size(m_loose.size())
    { }

    void split(const TableChanges &table)
    {
        const int swap = table.changes.back();
        std::vector<int> done = table.found.folded;
        done.insert(done.end(), table.changes.begin(), table.changes.end() - 1);
        for (const int other : done)
            standIn(swap, other);
        m_swaps.push_back(swap);
        const schema::ObjectId relation = at(swap).relation;
        m_swapOf.insert(relation, swap);
        m_copyOf.insert(relation, addCopy(swap, table));
    }

    /// When all tables are split.
    void addReferences(const TableChanges &table)
    {
        const int swap = table.changes.back();
        const int copy = m_copyOf.value(at(swap).relation);
        for (const Reference &reference : table.found.copy->references) {
            const auto shared = std::make_shared<const Reference>(reference);
            const schema::ObjectId &key = reference.key.original.id;
            const schema::ObjectId other = schema::objectId(schema::Kind::Table, key.schema, key.name);
            const int made = addCopyOf(shared, copy, swap);
            if (reference.movesItself) {
                at(made).needs.push_back(m_copyOf.value(other));
                at(m_swapOf.value(other)).needs.push_back(made);
                at(swap).needs.push_back(m_swapOf.value(other));
            }
            at(swap).needs.push_back(made);
        }
    }

    [[nodiscard]] std::optional<std::vector<Action>> finish()
    {
        for (const int swap : m_swaps)
            addEnd(swap);
        return m_loose.finish();
    }

private:
    [[nodiscard]] Action &at(int number) { return m_loose.at(number); }

    /// `swap` does the work of `other` from now on.
    void standIn(int swap, int other)
    {
        m_loose.standIn(swap, other);
        Action &kept = at(swap);
        const Action &done = at(other);
        if (std::holds_alternative<ChangeType>(done.detail)) {
            kept.loses += done.loses;
            if (!done.caution.isEmpty() && kept.caution != done.caution)
                kept.caution = QStringLiteral("%1 %2").arg(kept.caution, done.caution).trimmed();
        }
    }

    /// The copy comes before what is taken down for the swap, so it waits for nothing of that.
    int addCopy(int swap, const TableChanges &table)
    {
        const std::shared_ptr<ColumnCopy> &copy = table.found.copy;
        Action made;
        made.object = at(swap).object;
        made.relation = at(swap).relation;
        made.title = QStringLiteral("Copy %1").arg(schema::displayName(made.object));
        made.detail = CopyColumn{ copy };
        for (const int need : at(swap).needs) {
            if (need != swap && m_loose.isLeft(need) && !at(need).isRebuild)
                made.needs.push_back(need);
        }
        if (copy->columns.size() > 1) {
            QStringList names;
            for (const CopiedColumn &column : copy->columns)
                names += QStringLiteral("%1 to %2").arg(column.before.id.sub, column.typeAfter);
            at(swap).title = QStringLiteral("Change types of %1: %2")
                                 .arg(schema::dottedName(made.relation), names.join(QStringLiteral(", ")));
        }
        std::get<ChangeType>(at(swap).detail).copy = copy;
        const int number = m_loose.add(std::move(made), table.changes.front());
        at(swap).needs.push_back(number);
        return number;
    }

    int addCopyOf(const std::shared_ptr<const Reference> &reference, int need, int swap)
    {
        const schema::ObjectId &key = reference->key.original.id;
        Action action;
        action.object = key;
        action.relation = schema::objectId(schema::Kind::Table, key.schema, key.name);
        action.title = QStringLiteral("Refer to the new column with %1").arg(schema::displayName(key));
        action.detail = CopyReference{ reference };
        action.needs = { need };
        return m_loose.add(std::move(action), swap);
    }

    void addEnd(int swap)
    {
        const auto copy = std::get<ChangeType>(at(swap).detail).copy;
        Action end;
        end.object = at(swap).object;
        end.relation = at(swap).relation;
        QStringList names;
        for (const CopiedColumn &column : copy->columns)
            names += column.before.id.sub;
        end.title = QStringLiteral("Drop the old %1").arg(names.join(QStringLiteral(", ")));
        end.detail = DropOldColumn{ copy };
        end.loses = std::exchange(at(swap).loses, {});
        end.caution = at(swap).caution;
        for (int i = 0; i < m_loose.size(); ++i)
            end.needs.push_back(i);
        m_loose.add(std::move(end), m_size);
    }

    LooseActions m_loose;
    const int m_size; ///< Of the plan.
    std::vector<int> m_swaps;
    QHash<schema::ObjectId, int> m_swapOf; ///< By table.
    QHash<schema::ObjectId, int> m_copyOf;
};

} // namespace

bool splitChanges(PlainPlan *plan, const std::vector<TableChanges> &tables)
{
    Splitter splitter(*plan);
    for (const TableChanges &table : tables)
        splitter.split(table);
    for (const TableChanges &table : tables)
        splitter.addReferences(table);
    auto actions = splitter.finish();
    if (!actions)
        return false;
    plan->actions = *std::move(actions);
    return true;
}

} // namespace lockstep::plan
