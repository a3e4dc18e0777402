#include "ddl.h"
#include "defaultprivileges.h"
#include "nodes.h"
#include "rebuild.h"
#include "shelltypes.h"

#include <model/diff/sqlnames.h>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kNameLimit = 63;

/// The change set that takes one label away again, on what is there when the label has been added.
diff::ChangeSetPtr labelRemoval(const CatalogPtr &current, const Fact &withLabel, const Fact &withoutLabel)
{
    const auto copyWith = [&](const Fact &replacement) {
        std::vector<Fact> facts = current->facts();
        std::vector<Dependency> edges;
        for (int i = 0; i < int(facts.size()); ++i) {
            for (int needed : current->needs(i))
                edges.push_back({ i, needed });
        }
        facts[size_t(current->indexOf(replacement.id))] = replacement;
        return std::make_shared<const Catalog>(current->serverVersion(), std::move(facts), std::move(edges));
    };
    auto set = std::make_shared<diff::ChangeSet>();
    set->current = copyWith(withLabel);
    set->target = copyWith(withoutLabel);
    set->changes.emplace_back(
        diff::Altered{ withLabel, withoutLabel, { { QStringLiteral("labels"), {}, {} } } });
    return set;
}

} // namespace

QString outgoingName(const QString &name)
{
    static const QByteArray suffix = QByteArrayLiteral("__outgoing");
    QByteArray start = name.toUtf8().left(kNameLimit - suffix.size());
    // Not through the middle of a character.
    while (!start.isEmpty() && !name.startsWith(QString::fromUtf8(start)))
        start.chop(1);
    return QString::fromUtf8(start + suffix);
}

QString outgoingText(const NodeInput &input, QString sql)
{
    for (int type : input.fates.swaps) {
        const ObjectId &id = input.sides.current.fact(type).id;
        sql = diff::withQualifiedName(sql, id.schema, id.name, id.schema, outgoingName(id.name));
    }
    return sql;
}

void addSwapNodes(const NodeInput &input, int currentIndex, Nodes &nodes)
{
    const Fact &before = input.sides.current.fact(currentIndex);
    const int target = input.fates.successor[size_t(currentIndex)];
    const Fact after = ownedFact(input, target);
    Outgoing old = outgoing(input.sides.current, currentIndex, input.fates.swapped);
    Fact outgoingType = before;
    outgoingType.id.name = outgoingName(before.id.name);
    old.create += correctedPrivileges(outgoingType, input.sides, *input.sides.current.catalog, before.id);
    Action begin = makeAction(after.id, QStringLiteral("Make the new %1").arg(displayName(after.id)),
                              old.rename + createWithFunctions(input.sides.target, target, true)
                                  + ddl::changeOwner(after.id, after.owner)
                                  + correctedPrivileges(after, input.sides, *input.sides.target.catalog),
                              dropWithFunctions(input.sides.target, target) + old.renameBack);
    begin.isRebuild = true;
    nodes.createOf[size_t(target)] = addNode(nodes, std::move(begin), creationRank(after));

    Action end = makeAction(before.id, QStringLiteral("Drop the old %1").arg(displayName(before.id)),
                            old.drop, old.create);
    end.isRebuild = true;
    const int node = addNode(nodes, std::move(end), kDropRank);
    nodes.nodes[size_t(node)].endsSwap = true;
    nodes.dropOf[size_t(currentIndex)] = node;
    nodes.before.append({ nodes.createOf[size_t(target)], node });
}

void addLabelNodes(const NodeInput &input, int targetIndex, Nodes &nodes)
{
    const Fact &after = input.sides.target.fact(targetIndex);
    const Fact &before = input.sides.current.fact(input.sides.currentOf[size_t(targetIndex)]);
    Fact reached = before;
    const auto labels = ddl::addedLabels(before, after);
    for (const ddl::NewLabel &label : labels.value_or(QVector<ddl::NewLabel>())) {
        Fact with = reached;
        QStringList &list = std::get<EnumAttributes>(with.attributes).labels;
        const QStringList &all = after.as<EnumAttributes>()->labels;
        const qsizetype place = all.indexOf(label.label);
        list.insert(place == 0 ? 0 : list.indexOf(all[place - 1]) + 1, label.label);
        Action action = makeAction(
            after.id,
            QStringLiteral("Add label %1 to %2").arg(quoteLiteral(label.label), displayName(after.id)),
            { label.sql }, {});
        action.detail = AddEnumLabel{ after.id, label.label };
        action.outsideTransaction = input.sides.current.catalog->serverVersion() < 120000;
        const auto removal = makePlainPlan(labelRemoval(input.sides.current.catalog, with, reached), {}, {});
        if (removal.has_value()) {
            for (const Action &undo : removal->actions)
                action.backward += undo.forward;
            action.caution = QStringLiteral("The way back fails while rows hold the label %1.")
                                 .arg(quoteLiteral(label.label));
        } else {
            action.irreversible =
                QStringLiteral("PostgreSQL cannot remove a label from a type: ") + removal.error().message;
        }
        addAlter(nodes, targetIndex, std::move(action), kLabelRank);
        reached = with;
    }
}

} // namespace lockstep::plan::plain
