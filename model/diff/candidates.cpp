#include "candidates.h"

#include "namelikeness.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace lockstep::diff {

using namespace schema;

namespace {

constexpr double kWorthShowing = 0.5;
constexpr int kMostPairs = 1024; ///< Of one key; more are paired with their neighbours by name.
constexpr int kNeighbours = 4;
constexpr int kMostAlternatives = 3; ///< For one dropped object.

/// Dropped and created facts that share a key, by number.
struct Bucket
{
    std::vector<int> dropped;
    std::vector<int> created;
};

class CandidateFinder
{
public:
    CandidateFinder(const std::vector<Change> &changes, const LikenessSides &sides)
        : m_sides(sides)
    {
        for (const Change &change : changes) {
            if (const auto *drop = std::get_if<Dropped>(&change); drop && isRenameable(drop->fact.id.kind))
                m_dropped.push_back(&drop->fact);
            else if (const auto *create = std::get_if<Created>(&change);
                     create && isRenameable(create->fact.id.kind))
                m_created.push_back(&create->fact);
            else if (const auto *altered = std::get_if<Altered>(&change))
                addLabels(*altered);
        }
    }

    std::vector<RenameCandidate> find()
    {
        for (const auto &[from, to] : pairs())
            judge(*m_dropped[size_t(from)], *m_created[size_t(to)]);
        std::stable_sort(m_found.begin(), m_found.end(), [](const auto &a, const auto &b) {
            return std::tie(b.likeness, a.from, a.to) < std::tie(a.likeness, b.from, b.to);
        });
        match();
        return std::move(m_found);
    }

private:
    [[nodiscard]] std::vector<std::pair<int, int>> pairs() const
    {
        QHash<QString, Bucket> buckets;
        for (int i = 0; i < int(m_dropped.size()); ++i) {
            for (const QString &key : likenessKeys(*m_dropped[size_t(i)], m_sides.current))
                buckets[key].dropped.push_back(i);
        }
        for (int i = 0; i < int(m_created.size()); ++i) {
            for (const QString &key : likenessKeys(*m_created[size_t(i)], m_sides.target)) {
                if (const auto bucket = buckets.find(key); bucket != buckets.end())
                    bucket->created.push_back(i);
            }
        }
        std::vector<std::pair<int, int>> found;
        for (const Bucket &bucket : std::as_const(buckets))
            addPairs(bucket, found);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    void addPairs(const Bucket &bucket, std::vector<std::pair<int, int>> &found) const
    {
        if (bucket.dropped.empty() || bucket.created.empty())
            return;
        const bool isSmall = bucket.dropped.size() * bucket.created.size() <= size_t(kMostPairs);
        // Facts are sorted by their ids, and so are their numbers: neighbours have nearly equal names.
        for (size_t i = 0; i < bucket.dropped.size(); ++i) {
            size_t begin = 0;
            size_t end = bucket.created.size();
            if (!isSmall) {
                const ObjectId &id = m_dropped[size_t(bucket.dropped[i])]->id;
                const auto near = std::lower_bound(bucket.created.begin(), bucket.created.end(), id,
                                                   [&](int created, const ObjectId &wanted) {
                                                       return m_created[size_t(created)]->id < wanted;
                                                   });
                const auto place = size_t(near - bucket.created.begin());
                begin = place < kNeighbours ? 0 : place - kNeighbours;
                end = std::min(end, place + kNeighbours);
            }
            for (size_t j = begin; j < end; ++j)
                found.emplace_back(bucket.dropped[i], bucket.created[j]);
        }
    }

    void judge(const Fact &from, const Fact &to)
    {
        if (from.id.kind != to.id.kind || from.id.signature != to.id.signature)
            return;
        const Likeness likeness = likenessOf(from, to, m_sides);
        if (likeness.score >= kWorthShowing)
            m_found.push_back({ from.id, to.id, likeness.score, likeness.reason, false });
    }

    /// Labels that one enum loses and gains.
    void addLabels(const Altered &change)
    {
        const auto *before = change.before.as<EnumAttributes>();
        const auto *after = change.after.as<EnumAttributes>();
        if (!before || !after)
            return;
        for (int i = 0; i < before->labels.size(); ++i) {
            for (int j = 0; j < after->labels.size() && !after->labels.contains(before->labels[i]); ++j) {
                if (!before->labels.contains(after->labels[j]))
                    addLabel(change.after.id, before->labels, i, after->labels, j);
            }
        }
    }
    void addLabel(const ObjectId &type, const QStringList &before, int i, const QStringList &after, int j)
    {
        const auto id = [&](const QString &label) {
            return subId(Kind::EnumLabel, type.schema, type.name, label);
        };
        const double names = nameLikeness(before[i], after[j]);
        const bool samePlace = i == j;
        const bool sameNeighbours =
            before.value(i - 1) == after.value(j - 1) && before.value(i + 1) == after.value(j + 1);
        const double score = 0.3 * samePlace + 0.35 * sameNeighbours + 0.35 * names;
        if (score < kWorthShowing)
            return;
        QString reason = samePlace ? QStringLiteral("They have the same position") : QString();
        if (sameNeighbours)
            reason += reason.isEmpty() ? QStringLiteral("They stand between the same labels")
                                       : QStringLiteral(" between the same labels");
        reason += reason.isEmpty() ? QStringLiteral("Their") : QStringLiteral("; their");
        reason += QStringLiteral(" names are %1 % alike.").arg(qRound(names * 100));
        m_found.push_back({ id(before[i]), id(after[j]), score, reason, false });
    }

    /// Each object is suggested once, by its best pair; of the others a few stay as alternatives. What
    /// goes with a schema that is suggested itself needs no suggestion of its own.
    void match()
    {
        QSet<ObjectId> sources;
        QSet<ObjectId> goals;
        QHash<QString, QString> schemas;
        for (RenameCandidate &candidate : m_found) {
            if (sources.contains(candidate.from) || goals.contains(candidate.to))
                continue;
            candidate.isBest = true;
            sources.insert(candidate.from);
            goals.insert(candidate.to);
            if (candidate.from.kind == Kind::Schema)
                schemas.insert(candidate.from.name, candidate.to.name);
        }
        QHash<ObjectId, int> offered;
        const auto isSurplus = [&](const RenameCandidate &candidate) {
            const bool goesAlong = !candidate.from.schema.isEmpty() && schemas.contains(candidate.from.schema)
                                   && schemas.value(candidate.from.schema) == candidate.to.schema
                                   && candidate.from.name == candidate.to.name;
            return goesAlong || (++offered[candidate.from] > kMostAlternatives && !candidate.isBest);
        };
        m_found.erase(std::remove_if(m_found.begin(), m_found.end(), isSurplus), m_found.end());
    }

    const LikenessSides &m_sides;
    std::vector<const Fact *> m_dropped;
    std::vector<const Fact *> m_created;
    std::vector<RenameCandidate> m_found;
};

} // namespace

std::vector<RenameCandidate> renameCandidates(const std::vector<Change> &changes, const Renaming &renaming,
                                              const LikenessSides &sides)
{
    std::vector<RenameCandidate> found = CandidateFinder(changes, sides).find();
    for (RenameCandidate &candidate : found)
        candidate.from = renaming.originalId(candidate.from);
    return found;
}

} // namespace lockstep::diff
