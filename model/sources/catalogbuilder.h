#pragma once

#include <model/schema/catalog.h>

#include <QHash>

#include <optional>
#include <vector>

namespace lockstep::sources {

/// OIDs of the system catalogs that hold objects; the same on every server.
enum class SystemCatalog : quint32 {
    None = 0,
    Type = 1247,
    Proc = 1255,
    Class = 1259,
    ForeignServer = 1417,
    UserMapping = 1418,
    ForeignDataWrapper = 2328,
    Am = 2601,
    Amop = 2602,
    Amproc = 2603,
    AttrDef = 2604,
    Cast = 2605,
    Constraint = 2606,
    Conversion = 2607,
    Language = 2612,
    Namespace = 2615,
    Opclass = 2616,
    Operator = 2617,
    Rewrite = 2618,
    Trigger = 2620,
    OpFamily = 2753,
    Extension = 3079,
    Policy = 3256,
    StatisticExt = 3381,
    Collation = 3456,
    EventTrigger = 3466,
    Transform = 3576,
    TsDict = 3600,
    TsParser = 3601,
    TsConfig = 3602,
    TsTemplate = 3764,
    Subscription = 6100,
    Publication = 6104,
    PublicationRel = 6106,
    PublicationNamespace = 6237,
};

/// How PostgreSQL names an object in pg_depend and pg_description.
struct Address
{
    SystemCatalog catalog = SystemCatalog::None;
    qint64 oid = 0;
    int sub = 0; ///< Column number; 0 for the object itself.
    friend bool operator==(const Address &, const Address &) = default;
};
[[nodiscard]] size_t qHash(const Address &address, size_t seed = 0);

/// Collects facts and edges by their OIDs while the catalog queries are read.
class CatalogBuilder
{
public:
    explicit CatalogBuilder(int serverVersion);
    /// Room for about that many facts, so that a big catalog is not moved about while it grows.
    void reserve(size_t facts) { m_facts.reserve(facts); }

    /// Adds a fact and returns its index.
    int add(const Address &address, schema::Fact fact);
    int add(schema::Fact fact) { return add({}, std::move(fact)); }
    /// `address` is (part of) a fact that has another address: an index of its constraint, a
    /// member of its extension.
    void addAlias(const Address &address, int fact);
    /// `address` stands for whatever `other` stands for once everything is read.
    void addAlias(const Address &address, const Address &other);
    /// Something that can be commented and granted on without being a fact (a view's column).
    void addTarget(const Address &address, const schema::ObjectId &id);
    void addEdge(int from, int to);
    void addUnmodelled(const QString &kind, const QString &name);

    /// Index of the fact at exactly this address; -1 for none.
    [[nodiscard]] int indexOf(const Address &address) const;
    /// The fact that stands for the address: a column without a fact is its relation, an array
    /// its element type. -1 for none.
    [[nodiscard]] int resolve(const Address &address) const;
    /// What a comment or grant at this address is on.
    [[nodiscard]] std::optional<schema::ObjectId> target(const Address &address) const;
    [[nodiscard]] bool isExtensionMember(const Address &address) const { return m_members.contains(address); }
    void addExtensionMember(const Address &address, int extension);
    /// Name of a column of a table, view or composite type; empty if there is none.
    [[nodiscard]] QString columnName(qint64 relation, int number) const;

    [[nodiscard]] schema::Fact &fact(int index) { return m_facts[size_t(index)]; }
    [[nodiscard]] const schema::Fact &fact(int index) const { return m_facts[size_t(index)]; }
    [[nodiscard]] const std::vector<schema::Fact> &facts() const { return m_facts; }
    [[nodiscard]] const std::vector<schema::Dependency> &edges() const { return m_edges; }
    [[nodiscard]] int serverVersion() const { return m_serverVersion; }
    /// What this role owns counts as owned by nobody in particular. `isScratch`: nor does the owner
    /// that initdb gives to "public" count.
    void setUnstatedOwner(const QString &role, bool isScratch);

    /// One shared copy of texts that repeat a hundred thousand times (type names).
    [[nodiscard]] QString shared(QByteArrayView text);
    [[nodiscard]] QString shared(const QString &text);

    /// Adds edges to schemas, forgets owners that nobody stated and makes the catalog.
    [[nodiscard]] schema::CatalogPtr finish();

private:
    void forgetUnstatedOwner(schema::Fact &fact) const;

    int m_serverVersion = 0;
    QString m_unstatedOwner;
    bool m_isScratch = false;
    std::vector<schema::Fact> m_facts;
    std::vector<schema::Dependency> m_edges;
    std::vector<schema::Unmodelled> m_unmodelled;
    QHash<Address, int> m_index;
    QHash<Address, Address> m_aliases;
    QHash<Address, int> m_members;
    QHash<Address, schema::ObjectId> m_targets;
    QHash<QByteArray, QString> m_texts;
};

} // namespace lockstep::sources
