#pragma once

#include "nodes.h"

#include <set>

namespace lockstep::plan::plain {

/// Who must come before whom, and the one order that follows.
class Ordering
{
public:
    Ordering(const NodeInput &input, Nodes &nodes);

    /// Node numbers in executable order; those in circles are missing.
    [[nodiscard]] const Indexes &order() const { return m_order; }
    [[nodiscard]] bool isComplete() const { return m_order.size() == m_nodes.nodes.size(); }
    /// Node numbers that are part of a circle.
    [[nodiscard]] Indexes circle() const;
    [[nodiscard]] const std::set<int> &needs(int node) const { return m_needs[size_t(node)]; }

private:
    void addEdge(int before, int after);
    void addAll(const Indexes &before, int after);
    /// Wanted, but given up where it would close a circle.
    void prefer(int before, int after);
    void addPreferences();
    [[nodiscard]] bool waitsFor(int node, int other, Indexes &seen, int search) const;
    [[nodiscard]] Indexes altersOf(int target) const;
    [[nodiscard]] Indexes altersBeforeNotNull(int targetColumn) const;
    void orderDrops();
    void orderDrop(int fact, int needed);
    void orderMove(int user, int extension);
    void orderCreates();
    void orderCreate(int fact, int needed);
    [[nodiscard]] bool isTypedThroughout(int currentTable, int currentType) const;
    void orderRecreations();
    void orderRenames();
    void orderNames();
    void orderRenamedNames();
    [[nodiscard]] bool movesInto(const schema::ObjectId &schema) const;
    void orderIdentityNames();
    void orderOverloads();
    void orderTransforms();
    void orderInheritedDefaults();
    void orderInheritedChecks();
    void orderMergedColumns();
    void orderExtensions();
    void orderKeys();
    void orderReplacedConstraints();
    void orderPrimaryKeys();
    void orderPersistence();
    void orderNotNulls();
    void orderGenerated();
    void orderBodies();
    void orderOldBodies();
    void orderTriggerFunctions();
    void orderEventTriggers();
    void putFirst(int node);
    void putLast(const Indexes &nodes);
    void orderKeyUsers(const Side &side, const schema::Fact &key, int node, bool keyGoes);
    void sort();
    void settle();

    const NodeInput &m_in;
    Nodes &m_nodes;
    std::vector<std::set<int>> m_needs;
    QVector<QPair<int, int>> m_preferences;
    Indexes m_order;
};

} // namespace lockstep::plan::plain
