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
    m_counts = {};
    m_nextFact = 0;
    m_changedIds.clear();
    m_nextChange = 0;
    m_schemas.clear();
    if (!m_changes)
        return;
    std::set<QString> schemas{ QString() };
    const std::vector<diff::Change> &changes = all();
    // They lie in order, so that a name follows its like.
    QString last;
    for (const diff::Change &change : changes) {
        if (schemaOf(diff::idOf(change)) != last)
            schemas.insert(last = schemaOf(diff::idOf(change)));
    }
    // No choice between it and an empty one, which would copy it.
    if (m_changes->target) {
        for (const schema::Fact &fact : m_changes->target->facts()) {
            if (schemaOf(fact.id) != last)
                schemas.insert(last = schemaOf(fact.id));
        }
    }
    m_schemas = QStringList(schemas.begin(), schemas.end());
    const diff::Offer *offer = m_changes->offer.get();
    m_rows.reserve(changes.size() + m_changes->unmodelled.size());
    last.clear();
    int rank = rankOf(m_schemas, last);
    for (int i = 0; i < int(changes.size()); ++i) {
        const schema::ObjectId &id = diff::idOf(changes[size_t(i)]);
        const ChangeStatus status = statusOf(changes[size_t(i)]);
        ++m_counts.at(size_t(status));
        if (schemaOf(id) != last)
            rank = rankOf(m_schemas, last = schemaOf(id));
        m_rows.push_back({ status, id.kind, i, rank, offer ? offer->keys[size_t(i)] : diff::searchKey(id) });
    }
    m_counts.at(size_t(ChangeStatus::Identical)) = offer ? offer->identical : m_changes->identical;
    m_counts.at(size_t(ChangeStatus::NotCompared)) = int(m_changes->unmodelled.size());
    for (int i = 0; i < int(m_changes->unmodelled.size()); ++i)
        m_rows.push_back({ ChangeStatus::NotCompared, schema::Kind::Unmodelled, i, 0,
                           m_changes->unmodelled[size_t(i)].name.toLower() });
}

void ChangesModel::listSomeIdentical()
{
    if (!m_changes || !m_changes->target)
        return;
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
                           diff::searchKey(id) });
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

} // namespace lockstep::items
