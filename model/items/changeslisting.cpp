// Which lines there are; the rest of the model is in changesmodel.cpp.
#include "changesmodel.h"

#include <model/diff/selectiongraph.h>

#include <QElapsedTimer>

#include <algorithm>
#include <set>

namespace lockstep::items {

namespace {

/// How long the list of identical objects may hold up the window at a time.
constexpr int listingMs = 8;

const QString &schemaOf(const schema::ObjectId &id)
{
    return id.kind == schema::Kind::Schema ? id.name : id.schema;
}

int rankOf(const QStringList &sorted, const QString &name)
{
    return int(std::lower_bound(sorted.begin(), sorted.end(), name) - sorted.begin());
}

} // namespace

void ChangesModel::listChanges()
{
    m_rows.clear();
    m_otherKeys.clear();
    m_keysOfChanges.reset();
    m_counts = {};
    m_nextFact = 0;
    m_changedIds.clear();
    m_nextChange = 0;
    m_schemas.clear();
    if (!m_changes)
        return;
    const std::vector<diff::Change> &changes = all();
    m_keysOfChanges = m_changes->offer;
    m_rows.reserve(changes.size() + m_changes->unmodelled.size());
    // One walk over changes that may be half a million, and far from each other in memory.
    std::vector<QString> met{ QString() };
    for (int i = 0; i < int(changes.size()); ++i) {
        const schema::ObjectId &id = diff::idOf(changes[size_t(i)]);
        const ChangeStatus status = statusOf(changes[size_t(i)]);
        ++m_counts.at(size_t(status));
        if (schemaOf(id) != met.back()) // They lie in order, so that a name follows its like.
            met.push_back(schemaOf(id));
        m_rows.push_back({ status, id.kind, i, int(met.size()) - 1,
                           m_keysOfChanges ? QStringView(m_keysOfChanges->keys[size_t(i)])
                                           : QStringView(m_otherKeys.emplace_back(diff::searchKey(id))) });
    }
    m_counts.at(size_t(ChangeStatus::Identical)) =
        m_keysOfChanges ? m_keysOfChanges->identical : m_changes->identical;
    m_counts.at(size_t(ChangeStatus::NotCompared)) = int(m_changes->unmodelled.size());
    rankSchemas(met);
    for (int i = 0; i < int(m_changes->unmodelled.size()); ++i)
        m_rows.push_back({ ChangeStatus::NotCompared, schema::Kind::Unmodelled, i, 0,
                           m_otherKeys.emplace_back(m_changes->unmodelled[size_t(i)].name.toLower()) });
}

void ChangesModel::rankSchemas(const std::vector<QString> &met)
{
    std::set<QString> schemas(met.begin(), met.end());
    // Those of identical objects, which may be listed later.
    if (m_changes->target && count(ChangeStatus::Identical) > 0) {
        QString last;
        for (const schema::Fact &fact : m_changes->target->facts()) {
            if (schemaOf(fact.id) != last)
                schemas.insert(last = schemaOf(fact.id));
        }
    }
    m_schemas = QStringList(schemas.begin(), schemas.end());
    std::vector<int> ranks;
    ranks.reserve(met.size());
    for (const QString &name : met)
        ranks.push_back(rankOf(m_schemas, name));
    for (ChangeRow &row : m_rows)
        row.schema = ranks[size_t(row.schema)];
}

void ChangesModel::listSomeIdentical()
{
    if (!m_changes || !m_changes->target || count(ChangeStatus::Identical) == 0)
        return;
    m_changedIds.reserve(qsizetype(all().size())); // A set that grows stands still for as long as it is big.
    QElapsedTimer clock;
    clock.start();
    const auto isOver = [&clock](size_t done) { return done % 256 == 255 && clock.elapsed() >= listingMs; };
    m_lister.start();
    for (; m_nextChange < all().size(); ++m_nextChange) {
        if (isOver(m_nextChange))
            return;
        m_changedIds.insert(diff::idOf(all()[m_nextChange]));
    }
    const auto &facts = m_changes->target->facts();
    for (; m_nextFact < int(facts.size()); ++m_nextFact) {
        if (isOver(size_t(m_nextFact)))
            return;
        const schema::ObjectId &id = facts[size_t(m_nextFact)].id;
        if (id.kind == schema::Kind::Unmodelled || m_changedIds.contains(id) || !m_changes->current->find(id))
            continue;
        m_rows.push_back({ ChangeStatus::Identical, id.kind, m_nextFact, rankOf(m_schemas, schemaOf(id)),
                           m_otherKeys.emplace_back(diff::searchKey(id)) });
    }
    m_lister.stop();
}

/// Showing takes as long as there are rows: not after each slice, and not together with one.
void ChangesModel::listOn()
{
    const size_t before = m_rows.size();
    listSomeIdentical();
    if (m_lister.isActive() ? before < 2 * m_shownRows : m_rows.size() == m_shownRows)
        return;
    beginResetModel();
    regroup();
    endResetModel();
}

std::vector<int> ChangesModel::tickable(const Group &group) const
{
    std::vector<int> numbers;
    for (const int member : group.members) {
        if (isTickable(m_rows[size_t(member)]))
            numbers.push_back(m_rows[size_t(member)].number);
    }
    return numbers;
}

std::vector<int> ChangesModel::tickableShown() const
{
    std::vector<int> numbers;
    for (const Group &group : m_groups) {
        const std::vector<int> some = tickable(group);
        numbers.insert(numbers.end(), some.begin(), some.end());
    }
    return numbers;
}

bool ChangesModel::isMore(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() >= m_groups.size())
        return false;
    const Group &group = m_groups.at(index.internalId());
    return group.hasMore && index.row() == group.listed;
}

void ChangesModel::listMore(const QModelIndex &more)
{
    if (!isMore(more))
        return;
    Group &group = m_groups.at(more.internalId());
    const QModelIndex parent = this->parent(more);
    const int first = group.listed;
    const int added = std::min(group.unlisted(), linesAtOnce);
    beginRemoveRows(parent, first, first);
    group.hasMore = false;
    endRemoveRows();
    const bool hasMore = added < group.unlisted();
    beginInsertRows(parent, first, first + added - (hasMore ? 0 : 1));
    group.listed += added;
    group.hasMore = hasMore;
    endInsertRows();
}

} // namespace lockstep::items
