#include "extensionmoves.h"

#include "attributechange.h"
#include "sqlnames.h"

#include <QSet>

#include <optional>

namespace lockstep::diff {

using namespace schema;

namespace {

struct ExtensionMove
{
    QString from; ///< Schemas.
    QString to;
    QSet<QString> staying; ///< Names in `from` that are no extension's.
};

class ExtensionMover
{
public:
    ExtensionMover(const Catalog &current, const Catalog &target)
        : m_current(current)
        , m_moveOf(current.facts().size())
    {
        for (int i = 0; i < int(current.facts().size()); ++i) {
            const auto *before = current.facts()[size_t(i)].as<ExtensionAttributes>();
            const auto *after = before ? target.attributes<ExtensionAttributes>(factId(i)) : nullptr;
            if (after && after->schema != before->schema)
                addMove(i, { before->schema, after->schema, namesIn(before->schema) });
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_moves.isEmpty(); }

    [[nodiscard]] CatalogPtr moved() const
    {
        std::vector<Fact> facts = m_current.facts();
        std::vector<Dependency> edges;
        for (int i = 0; i < int(facts.size()); ++i) {
            for (int needed : m_current.needs(i))
                edges.push_back({ i, needed });
            const auto move = moveOf(i);
            if (!move)
                continue;
            const TextChange text = [&](const QString &sql) {
                return withMovedNames(sql, move->from, move->to, move->staying);
            };
            const IdChange id = [&](ObjectId changed) {
                changed.signature = text(changed.signature);
                return changed;
            };
            facts[size_t(i)].id = id(facts[size_t(i)].id);
            changeAttributes(facts[size_t(i)].attributes, { text, text, id });
        }
        return std::make_shared<const Catalog>(m_current.serverVersion(), std::move(facts), std::move(edges),
                                               m_current.unmodelled());
    }

private:
    [[nodiscard]] const ObjectId &factId(int index) const { return m_current.facts()[size_t(index)].id; }

    [[nodiscard]] QSet<QString> namesIn(const QString &schema) const
    {
        QSet<QString> names;
        for (const Fact &fact : m_current.facts()) {
            if (fact.id.schema == schema)
                names.insert(fact.id.name);
        }
        return names;
    }

    void addMove(int extension, const ExtensionMove &move)
    {
        const qsizetype number = m_moves.size();
        m_moves.append(move);
        for (int user : m_current.neededBy(extension))
            m_moveOf[size_t(user)] = number;
    }

    /// The move that changes a fact's names; none where two extensions of one schema could be meant.
    [[nodiscard]] std::optional<ExtensionMove> moveOf(int index) const
    {
        const int on = isTargeting(factId(index).kind) ? m_current.indexOf(targetOf(factId(index))) : -1;
        const int user = on >= 0 ? on : index;
        const auto number = m_moveOf[size_t(user)];
        if (!number)
            return std::nullopt;
        const ExtensionMove &move = m_moves[*number];
        int sharing = 0;
        for (int needed : m_current.needs(user)) {
            const auto *extension = m_current.facts()[size_t(needed)].as<ExtensionAttributes>();
            sharing += extension && extension->schema == move.from ? 1 : 0;
        }
        return sharing > 1 ? std::nullopt : std::optional(move);
    }

    const Catalog &m_current;
    QVector<ExtensionMove> m_moves;
    std::vector<std::optional<qsizetype>> m_moveOf; ///< By fact.
};

} // namespace

CatalogPtr withMovedExtensions(const CatalogPtr &current, const Catalog &target)
{
    const ExtensionMover mover(*current, target);
    return mover.isEmpty() ? current : mover.moved();
}

} // namespace lockstep::diff
