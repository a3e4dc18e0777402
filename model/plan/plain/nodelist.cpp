#include "nodes.h"

namespace lockstep::plan::plain {

using namespace schema;

Action makeAction(const ObjectId &object, const QString &title, const QStringList &forward,
                  const QStringList &backward)
{
    Action action;
    action.object = object;
    action.detail = Other{};
    action.title = title;
    action.forward = forward;
    action.backward = backward;
    return action;
}

int addNode(Nodes &nodes, Action action, int rank)
{
    nodes.nodes.push_back({ std::move(action), rank, 0 });
    return int(nodes.nodes.size()) - 1;
}

void addAlter(Nodes &nodes, int targetIndex, Action action, int rank)
{
    chainAlter(nodes, targetIndex, addNode(nodes, std::move(action), rank));
}

void chainAlter(Nodes &nodes, int targetIndex, int node)
{
    Indexes &chain = nodes.alterOf[size_t(targetIndex)];
    if (!chain.empty())
        nodes.before.append({ chain.back(), node });
    chain.push_back(node);
}

int addLate(Nodes &nodes, int targetIndex, Action action, int rank)
{
    const int node = addNode(nodes, std::move(action), rank);
    nodes.lateOf[size_t(targetIndex)].push_back(node);
    needCreation(nodes, node, targetIndex);
    return node;
}

void needCreation(Nodes &nodes, int node, int targetIndex)
{
    if (targetIndex < 0)
        return;
    if (const int create = nodes.createOf[size_t(targetIndex)]; create >= 0 && create != node)
        nodes.before.append({ create, node });
    for (int alter : nodes.alterOf[size_t(targetIndex)])
        nodes.before.append({ alter, node });
}

void join(Nodes &nodes, int node, int other)
{
    if (node >= 0 && other >= 0 && node != other)
        nodes.together.append({ node, other });
}

const Fact *factBefore(const NodeInput &input, int targetIndex)
{
    const int index = input.sides.currentOf[size_t(targetIndex)];
    return index < 0 || input.fates.comes(targetIndex) ? nullptr : &input.sides.current.fact(index);
}

} // namespace lockstep::plan::plain
