#include "grouping.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

constexpr qsizetype maxStatements = 40; ///< More is no longer one thing to review.

struct Group
{
    Draft draft;
    QStringList titles;
    schema::ObjectId relation;
    bool isNew = false;
    bool createsRelation = false;
    bool isBehindGate = false;
    int unit = -1;
    std::vector<int> members; ///< Indexes of placed drafts.
};

bool isOnRelation(const schema::ObjectId &a, const schema::ObjectId &b)
{
    return a.schema == b.schema && a.name == b.name;
}

bool canJoin(const Group &group, const PlacedDraft &next, const Action &action)
{
    if (group.unit >= 0 || next.unit >= 0)
        return group.unit == next.unit;
    const Step &a = group.draft.step;
    const Step &b = next.draft.step;
    return group.draft.isMergeable && next.draft.isMergeable && !next.draft.needsCommitBefore
           && isOnRelation(group.relation, action.relation) && group.isNew == action.onNewRelation
           && a.phase == b.phase && a.timeouts.lockMs == b.timeouts.lockMs
           && a.timeouts.statementMs == b.timeouts.statementMs
           && a.sql.size() + b.sql.size() <= maxStatements;
}

void joinSentences(QString *text, const QString &added, QChar between = QLatin1Char(' '))
{
    if (added.isEmpty() || text->contains(added))
        return;
    if (!text->isEmpty())
        *text += between;
    *text += added;
}

/// What a person confirms is a line each.
void joinConditions(QString *text, const QString &added)
{
    joinSentences(text, added, QLatin1Char('\n'));
}

/// Statements that change the table the same way ("ADD COLUMN ") and follow each other become one.
void joinStatements(QStringList *sql, const schema::ObjectId &table, const QString &change)
{
    const QString start = QStringLiteral("ALTER TABLE %1 ").arg(schema::qualified(table.schema, table.name));
    QStringList joined;
    for (const QString &statement : std::as_const(*sql)) {
        const bool isNext = statement.startsWith(start + change) && !joined.isEmpty()
                            && joined.last().startsWith(start + change);
        if (isNext)
            joined.last() += QStringLiteral(", ") + statement.mid(start.size());
        else
            joined += statement;
    }
    *sql = joined;
}

void join(Group *group, const PlacedDraft &next)
{
    Step &step = group->draft.step;
    const Step &added = next.draft.step;
    step.sql += added.sql;
    step.rollback.sql = added.rollback.sql + step.rollback.sql;
    for (const QString &relation : added.relations) {
        if (!step.relations.contains(relation))
            step.relations += relation;
    }
    step.verify += added.verify;
    step.loses += added.loses;
    joinSentences(&step.rollback.irreversible, added.rollback.irreversible);
    if (!step.rollback.irreversible.isEmpty())
        step.rollback.sql.clear();
    joinConditions(&group->draft.confirm, next.draft.confirm);
    joinConditions(&group->draft.confirmAlone, next.draft.confirmAlone);
    joinSentences(&group->draft.note, next.draft.note);
    if (added.timeouts.statementMs == 0)
        step.timeouts.statementMs = 0;
    joinSentences(&step.rollback.caution, added.rollback.caution);
    if (step.why.isEmpty())
        step.why = added.why;
    if (step.strategy == QLatin1String("plain"))
        step.strategy = added.strategy;
    group->titles += added.title;
}

/// What is taken down and made again within a unit.
QVector<schema::ObjectId> rebuiltObjects(const Group &group, const std::vector<PlacedDraft> &drafts,
                                         const PlainPlan &plan)
{
    QSet<schema::ObjectId> seen;
    QVector<schema::ObjectId> rebuilt;
    for (const int member : group.members) {
        const Action &action = plan.actions[std::size_t(drafts[std::size_t(member)].action)];
        if (!action.isRebuild)
            continue;
        if (!seen.contains(action.object))
            seen.insert(action.object);
        else if (!rebuilt.contains(action.object))
            rebuilt += action.object;
    }
    return rebuilt;
}

/// What a unit is about: the changes in its middle, not what is taken down and rebuilt around them, nor the
/// privileges and comments that come back with it.
QString unitTitle(const Group &group, const std::vector<PlacedDraft> &drafts, const PlainPlan &plan)
{
    constexpr qsizetype mostChanges = 3;
    const QVector<schema::ObjectId> rebuilt = rebuiltObjects(group, drafts, plan);
    QStringList parts;
    for (const int member : group.members) {
        const PlacedDraft &draft = drafts[std::size_t(member)];
        const Action &action = plan.actions[std::size_t(draft.action)];
        if (!rebuilt.contains(action.object) && !rebuilt.contains(action.relation))
            parts += draft.draft.step.title;
    }
    if (parts.size() > mostChanges)
        parts = { parts.first(), QStringLiteral("%1 more changes").arg(parts.size() - 1) };
    QStringList names;
    for (const schema::ObjectId &object : rebuilt)
        names += schema::displayName(object);
    if (names.size() > mostChanges)
        names = { names.first(), QStringLiteral("%1 more").arg(names.size() - 1) };
    if (!names.isEmpty())
        parts += QStringLiteral("rebuild ") + names.join(QStringLiteral(", "));
    QString title = parts.join(QStringLiteral("; "));
    title.front() = title.front().toUpper();
    return title;
}

QString groupTitle(const Group &group, const std::vector<PlacedDraft> &drafts, const PlainPlan &plan)
{
    if (group.unit >= 0)
        return unitTitle(group, drafts, plan);
    const qsizetype others = group.titles.size() - 1;
    if (others == 0 || group.createsRelation)
        return group.titles.first();
    if (others == 1)
        return QStringLiteral("%1; %2").arg(group.titles[0], group.titles[1]);
    return QStringLiteral("%1 and %2 more changes of %3")
        .arg(group.titles.first(), QString::number(others), schema::dottedName(group.relation));
}

std::vector<Group> grouped(const std::vector<PlacedDraft> &drafts, const PlainPlan &plan)
{
    std::vector<Group> groups;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const Action &action = plan.actions[std::size_t(drafts[i].action)];
        if (groups.empty() || !canJoin(groups.back(), drafts[i], action)) {
            Group group;
            group.draft = drafts[i].draft;
            group.titles = { drafts[i].draft.step.title };
            group.relation = action.relation;
            group.unit = drafts[i].unit;
            group.isNew = action.onNewRelation;
            group.createsRelation = std::holds_alternative<CreateRelation>(action.detail);
            groups.push_back(group);
        } else {
            join(&groups.back(), drafts[i]);
        }
        Group &group = groups.back();
        group.members.push_back(int(i));
        group.isBehindGate =
            group.isBehindGate || drafts[i].isBehindGate || !drafts[i].draft.confirm.isEmpty();
    }
    return groups;
}

QString unitReason(const Group &group, const std::vector<PlacedDraft> &drafts, const PlainPlan &plan)
{
    return rebuiltObjects(group, drafts, plan).isEmpty()
               ? QStringLiteral("All of it takes effect at once, so nobody sees the database half changed.")
               : QStringLiteral("What is taken down comes back in the same transaction, so nobody sees the "
                                "database without it.");
}

/// Removes needs that follow from other needs. `needs` are earlier groups, sorted.
std::vector<int> reduced(const std::vector<int> &needs, const std::vector<QSet<int>> &reach)
{
    std::vector<int> result;
    for (const int need : needs) {
        const bool follows = std::any_of(needs.begin(), needs.end(), [&](int other) {
            return other != need && reach[std::size_t(other)].contains(need);
        });
        if (!follows)
            result.push_back(need);
    }
    return result;
}

/// For each group the groups it needs, transitively reduced.
std::vector<std::vector<int>> groupNeeds(const std::vector<Group> &groups,
                                         const std::vector<PlacedDraft> &drafts)
{
    std::vector<int> groupOf(drafts.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const int member : groups[g].members)
            groupOf[std::size_t(member)] = int(g);
    }
    std::vector<QSet<int>> reach(groups.size());
    std::vector<std::vector<int>> result(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        std::vector<int> needs;
        for (const int member : groups[g].members) {
            for (const int need : drafts[std::size_t(member)].needs) {
                if (groupOf[std::size_t(need)] != int(g))
                    needs.push_back(groupOf[std::size_t(need)]);
            }
        }
        std::sort(needs.begin(), needs.end());
        needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
        result[g] = reduced(needs, reach);
        for (const int need : needs)
            reach[g] += QSet<int>(reach[std::size_t(need)]) << need;
    }
    return result;
}

/// What changes for all releases at one moment waits for a person by itself.
Step gateOf(const Group &group)
{
    Step gate;
    gate.phase = group.draft.step.phase;
    gate.kind = StepKind::Gate;
    gate.title = QStringLiteral("Confirm that every release is ready for the next step");
    gate.gateText = group.draft.confirmAlone;
    gate.relations = group.draft.step.relations;
    gate.why = QStringLiteral(
        "What comes next changes at one moment what every release sees, so a person says when.");
    gate.timeouts = { 0, 0 };
    return gate;
}

/// One gate for all: the release that these steps wait for is one release.
Step gateBefore(const std::vector<Group> &groups)
{
    QStringList conditions;
    Step gate;
    gate.phase = Phase::Contract;
    gate.kind = StepKind::Gate;
    gate.title = QStringLiteral("Confirm that the new release is live everywhere");
    for (const Group &group : groups) {
        if (group.draft.confirm.isEmpty())
            continue;
        conditions += group.draft.confirm.split(QLatin1Char('\n'));
        for (const QString &relation : group.draft.step.relations) {
            if (!gate.relations.contains(relation))
                gate.relations += relation;
        }
    }
    conditions.removeDuplicates();
    gate.gateText = conditions.join(QLatin1Char('\n'));
    gate.why = QStringLiteral("What comes next would break the release before it, so a person says when.");
    gate.timeouts = { 0, 0 };
    return gate;
}

QString stepId(qsizetype number)
{
    return QStringLiteral("s%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QVector<Step> finishedSteps(std::vector<PlacedDraft> drafts, const PlainPlan &plan)
{
    const std::vector<Group> groups = grouped(drafts, plan);
    const std::vector<std::vector<int>> needs = groupNeeds(groups, drafts);
    const auto firstLoss =
        std::find_if(groups.begin(), groups.end(), [](const Group &group) { return group.isBehindGate; });
    QVector<Step> steps;
    QStringList ids;
    QString gateId;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (firstLoss != groups.end() && g == std::size_t(firstLoss - groups.begin())) {
            Step gate = gateBefore(groups);
            gate.id = stepId(steps.size() + 1);
            gateId = gate.id;
            steps += gate;
        }
        Step step = groups[g].draft.step;
        if (!groups[g].draft.confirmAlone.isEmpty()) {
            steps += gateOf(groups[g]);
            steps.back().id = stepId(steps.size());
            for (const int need : needs[g])
                steps.back().dependsOn += ids[need];
            step.dependsOn += steps.back().id;
        }
        if (groups[g].unit >= 0 && groups[g].members.size() > 1)
            joinSentences(&step.why, unitReason(groups[g], drafts, plan));
        joinSentences(&step.why, groups[g].draft.note);
        step.id = stepId(steps.size() + 1);
        step.title = groupTitle(groups[g], drafts, plan);
        joinStatements(&step.sql, groups[g].relation, QStringLiteral("ADD COLUMN "));
        joinStatements(&step.rollback.sql, groups[g].relation, QStringLiteral("DROP COLUMN "));
        for (const int need : needs[g])
            step.dependsOn += ids[need];
        if (groups[g].isBehindGate)
            step.dependsOn += gateId;
        step.dependsOn.sort();
        ids += step.id;
        steps += step;
    }
    return steps;
}

} // namespace lockstep::plan
