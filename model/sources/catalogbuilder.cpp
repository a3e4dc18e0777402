#include "catalogbuilder.h"

namespace lockstep::sources {

using namespace schema;

size_t qHash(const Address &address, size_t seed)
{
    // OIDs have 32 bits; those of system catalogs and column numbers fit into 16 each.
    return ::qHash(quint64(address.oid) << 32 | quint64(address.catalog) << 16 | quint16(address.sub), seed);
}

CatalogBuilder::CatalogBuilder(int serverVersion)
    : m_serverVersion(serverVersion)
{ }

int CatalogBuilder::add(const Address &address, Fact fact)
{
    m_facts.push_back(std::move(fact));
    const int index = int(m_facts.size()) - 1;
    if (address.catalog != SystemCatalog::None)
        m_index.insert(address, index);
    return index;
}

void CatalogBuilder::addAlias(const Address &address, int fact)
{
    m_index.insert(address, fact);
}

void CatalogBuilder::addAlias(const Address &address, const Address &other)
{
    m_aliases.insert(address, other);
}

void CatalogBuilder::addTarget(const Address &address, const ObjectId &id)
{
    m_targets.insert(address, id);
}

void CatalogBuilder::addExtensionMember(const Address &address, int extension)
{
    m_members.insert(address, extension);
}

void CatalogBuilder::addEdge(int from, int to)
{
    if (from >= 0 && to >= 0 && from != to)
        m_edges.push_back({ from, to });
}

void CatalogBuilder::addUnmodelled(const QString &kind, const QString &name)
{
    m_unmodelled.push_back({ kind, name });
}

int CatalogBuilder::indexOf(const Address &address) const
{
    return m_index.value(address, -1);
}

int CatalogBuilder::resolve(const Address &address) const
{
    Address place = address;
    // Array of a table's row type of …: chains are short, and a circle must not hang us.
    for (int hops = 0; hops < 8; ++hops) {
        int index = indexOf(place);
        if (index < 0 && place.sub != 0) {
            place.sub = 0;
            index = indexOf(place);
        }
        if (index < 0)
            index = m_members.value(place, -1);
        if (index >= 0)
            return index;
        const auto other = m_aliases.constFind(place);
        if (other == m_aliases.constEnd())
            return -1;
        place = *other;
    }
    return -1;
}

std::optional<ObjectId> CatalogBuilder::target(const Address &address) const
{
    const auto target = m_targets.constFind(address);
    if (target != m_targets.constEnd())
        return *target;
    const int index = indexOf(address);
    if (index < 0)
        return std::nullopt;
    return fact(index).id;
}

QString CatalogBuilder::columnName(qint64 relation, int number) const
{
    const Address address{ SystemCatalog::Class, relation, number };
    if (const int index = indexOf(address); index >= 0)
        return fact(index).id.sub;
    return m_targets.value(address).sub;
}

QString CatalogBuilder::shared(QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    const auto known = m_texts.constFind(QByteArray::fromRawData(text.data(), text.size()));
    if (known != m_texts.constEnd())
        return *known;
    return *m_texts.insert(text.toByteArray(), QString::fromUtf8(text));
}

QString CatalogBuilder::shared(const QString &text)
{
    return shared(QByteArrayView(text.toUtf8()));
}

void CatalogBuilder::setUnstatedOwner(const QString &role, bool isScratch)
{
    m_unstatedOwner = role;
    m_isScratch = isScratch;
}

void CatalogBuilder::forgetUnstatedOwner(Fact &fact) const
{
    const bool isPublic = fact.id.kind == Kind::Schema && fact.id.name == QLatin1String("public");
    if (fact.owner == m_unstatedOwner
        || (m_isScratch && isPublic && fact.owner == QLatin1String("pg_database_owner")))
        fact.owner.clear();
    if (fact.id.kind == Kind::DefaultPrivilege && fact.id.name == m_unstatedOwner)
        fact.id.name.clear();
}

CatalogPtr CatalogBuilder::finish()
{
    QHash<QString, int> schemas;
    for (size_t i = 0; i < m_facts.size(); ++i) {
        if (m_facts[i].id.kind == Kind::Schema)
            schemas.insert(m_facts[i].id.name, int(i));
    }
    for (size_t i = 0; i < m_facts.size(); ++i) {
        forgetUnstatedOwner(m_facts[i]);
        const Fact &fact = m_facts[i];
        const auto *extension = fact.as<ExtensionAttributes>();
        // Parts, comments and grants reach the schema through what they are on.
        const bool isPart = fact.id.parent() != fact.id;
        if (!isPart)
            addEdge(int(i), schemas.value(extension ? extension->schema : fact.id.schema, -1));
    }
    return std::make_shared<Catalog>(m_serverVersion, std::move(m_facts), std::move(m_edges),
                                     std::move(m_unmodelled));
}

} // namespace lockstep::sources
