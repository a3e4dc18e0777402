#pragma once

#include "facts.h"

#include <QByteArray>

#include <memory>
#include <span>
#include <vector>

namespace lockstep::schema {

/// `from` needs `to`: it cannot be created before it, nor `to` be dropped before it.
struct Dependency
{
    int from = -1; ///< Index into Catalog::facts().
    int to = -1;
    friend bool operator==(const Dependency &, const Dependency &) = default;
    friend auto operator<=>(const Dependency &, const Dependency &) = default;
};

/// An object Lockstep sees but does not compare yet. Its presence makes a plan "incomplete".
struct Unmodelled
{
    QString kind;
    QString name;
    friend bool operator==(const Unmodelled &, const Unmodelled &) = default;
};

/// An immutable snapshot of a schema: facts sorted by id, and who needs whom.
/// Objects of extensions, of pg_catalog, information_schema, pg_toast and of Lockstep's own
/// journal schema are left out. Thread-safe: it never changes after construction.
class Catalog
{
public:
    Catalog() = default;
    /// Sorts facts, drops duplicate edges and edges that lead nowhere. Edges refer to `facts`
    /// as given.
    Catalog(int serverVersion, std::vector<Fact> facts, std::vector<Dependency> dependencies,
            std::vector<Unmodelled> unmodelled = {});

    /// As PostgreSQL counts: 150018 is 15.18.
    [[nodiscard]] int serverVersion() const { return m_serverVersion; }
    [[nodiscard]] const std::vector<Fact> &facts() const { return m_facts; }
    [[nodiscard]] const std::vector<Unmodelled> &unmodelled() const { return m_unmodelled; }

    /// Those of one kind; they lie together.
    [[nodiscard]] std::span<const Fact> factsOf(Kind kind) const;

    /// Index of a fact, -1 if there is none.
    [[nodiscard]] int indexOf(const ObjectId &id) const;
    [[nodiscard]] const Fact *find(const ObjectId &id) const;
    template <typename T>
    [[nodiscard]] const T *attributes(const ObjectId &id) const
    {
        const Fact *fact = find(id);
        return fact ? fact->as<T>() : nullptr;
    }

    /// Facts that the fact at `index` needs, and those that need it. Sorted indexes.
    [[nodiscard]] std::span<const int> needs(int index) const;
    [[nodiscard]] std::span<const int> neededBy(int index) const;

    /// Everything that hangs on a table, view, domain …: columns, defaults, constraints,
    /// triggers, policies, rules. Indexes are found by neededBy(). Sorted.
    [[nodiscard]] std::vector<int> partsOf(const ObjectId &relation) const;
    /// Column facts of a relation in their position.
    [[nodiscard]] std::vector<const Fact *> columnsOf(const ObjectId &relation) const;

    /// "sha256:…" over all facts but owners, column positions and what a dump does not hold: equal for two
    /// databases that Lockstep would find identical. Computed once, at construction.
    [[nodiscard]] const QByteArray &fingerprint() const { return m_fingerprint; }

private:
    int m_serverVersion = 0;
    std::vector<Fact> m_facts;
    std::vector<Unmodelled> m_unmodelled;
    std::vector<int> m_slots;
    std::vector<int> m_needs, m_needsOffset, m_neededBy, m_neededByOffset;
    QByteArray m_fingerprint;
};

using CatalogPtr = std::shared_ptr<const Catalog>;

/// An index that a failed CREATE INDEX CONCURRENTLY left: invalid, and no parent of indexes that are still
/// to come. pg_dump leaves it out, and nobody wants it back.
[[nodiscard]] bool isLeftover(const Fact &fact, const Catalog &catalog);

} // namespace lockstep::schema
