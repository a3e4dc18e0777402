#include "renaming.h"

#include <QSet>

#include <algorithm>

namespace lockstep::diff {

using namespace schema;

namespace {

constexpr int kNameBytes = 63;

constexpr int kPartDepth = 3;

/// Schemas, then what is in them (types before the routines that are called by them), then what hangs
/// on that: everything is found under the name it has by then.
int depthOf(Kind kind)
{
    if (kind == Kind::Schema)
        return 0;
    if (hasSub(kind))
        return kPartDepth;
    return isRoutineKind(kind) ? 2 : 1;
}

/// Kinds whose names exclude each other.
QString nameSpace(const ObjectId &id)
{
    switch (id.kind) {
    case Kind::Table:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Sequence:
    case Kind::Index:
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::RangeType:
    case Kind::BaseType: return QStringLiteral("relation or type");
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate: return QStringLiteral("routine ") + id.signature;
    default: return kindName(id.kind) + QLatin1Char(' ') + id.signature;
    }
}

QString nameKey(const ObjectId &id)
{
    return QStringList{ nameSpace(id), id.schema, id.name, id.sub }.join(QChar(0x1f));
}

QString &ownName(ObjectId &id)
{
    return hasSub(id.kind) ? id.sub : id.name;
}

class StepMaker
{
public:
    explicit StepMaker(const Catalog &current)
        : m_current(current)
    {
        for (const Fact &fact : current.facts()) {
            if (isRenameable(fact.id.kind))
                m_taken.insert(nameKey(fact.id));
        }
    }

    QVector<RenameStep> make(const QVector<RenameDecision> &decisions)
    {
        for (int depth = 0; depth <= kPartDepth; ++depth) {
            m_open.clear();
            for (const RenameDecision &decision : decisions) {
                if (depthOf(decision.from.kind) == depth
                    && !followsParent(decision.from, decision, decisions))
                    m_open.append({ nowCalled(decision.from), decision.to });
            }
            if (depth == 1)
                sortViews(decisions);
            doOpen();
        }
        return std::move(m_steps);
    }

private:
    [[nodiscard]] ObjectId nowCalled(ObjectId id) const
    {
        for (const RenameStep &step : m_steps)
            id = changedId(id, step);
        return id;
    }

    /// PostgreSQL renames an inherited part with that of the parent, and in no other way. `part`: that of
    /// the decision, or the same one further up.
    [[nodiscard]] bool followsParent(const ObjectId &part, const RenameDecision &decision,
                                     const QVector<RenameDecision> &decisions) const
    {
        const auto *table = m_current.attributes<TableAttributes>(part.parent());
        if (!table || !isInheritable(decision.from))
            return false;
        QVector<ObjectId> parents = table->inherits;
        if (table->partitionOf)
            parents.append(*table->partitionOf);
        return std::any_of(parents.begin(), parents.end(), [&](const ObjectId &parent) {
            const ObjectId above = subId(part.kind, parent.schema, parent.name, part.sub);
            const bool isDecided = std::any_of(decisions.begin(), decisions.end(), [&](const auto &other) {
                return other.from == above && other.to.sub == decision.to.sub;
            });
            return isDecided || followsParent(above, decision, decisions);
        });
    }
    [[nodiscard]] bool isInheritable(const ObjectId &id) const
    {
        const auto *constraint = m_current.attributes<ConstraintAttributes>(id);
        return id.kind == Kind::Column || (constraint && constraint->type == ConstraintType::Check)
               || (id.kind == Kind::Trigger && m_current.serverVersion() >= 150000);
    }

    /// Views first, the topmost of all: they may have to go before what they are built on is renamed.
    void sortViews(const QVector<RenameDecision> &decisions)
    {
        QHash<ObjectId, int> heights;
        for (const RenameDecision &decision : decisions) {
            if (isViewKind(decision.from.kind))
                heights.insert(decision.to, heightOf(m_current.indexOf(decision.from)));
        }
        std::stable_sort(m_open.begin(), m_open.end(), [&](const auto &a, const auto &b) {
            return heights.value(a.to) > heights.value(b.to);
        });
    }
    /// How many views lie below one; 0 for what is no view.
    [[nodiscard]] int heightOf(int index) const
    {
        if (index < 0 || !isViewKind(m_current.facts()[size_t(index)].id.kind))
            return 0;
        int below = 0;
        for (int needed : m_current.needs(index))
            below = std::max(below, heightOf(needed));
        return below + 1;
    }

    /// Does those whose new name is free; where none is, the names go round in a circle.
    void doOpen()
    {
        QSet<QString> held;
        for (const RenameDecision &open : std::as_const(m_open))
            held.insert(nameKey(open.from));
        while (!m_open.isEmpty()) {
            const auto free = std::find_if(m_open.begin(), m_open.end(), [&](const RenameDecision &open) {
                return !held.contains(nameKey(open.to)) || nameKey(open.to) == nameKey(open.from);
            });
            if (free != m_open.end()) {
                held.remove(nameKey(free->from));
                doOne(*free);
                m_open.erase(free);
            } else {
                held.remove(nameKey(m_open.first().from));
                ObjectId aside = m_open.first().from;
                ownName(aside) = nameAside(aside);
                add(m_open.first().from, aside);
                m_open.first().from = aside;
                held.insert(nameKey(aside));
            }
        }
    }

    /// A name for a while that nobody has.
    QString nameAside(ObjectId id)
    {
        const QString name = ownName(id);
        for (int number = 1;; ++number) {
            const QString suffix = QStringLiteral("__aside%1").arg(number);
            QString stem = name;
            while (stem.toUtf8().size() + suffix.size() > kNameBytes)
                stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
            ownName(id) = stem + suffix;
            if (!m_taken.contains(nameKey(id)))
                return ownName(id);
        }
    }

    /// RENAME and SET SCHEMA are two statements; the one in between must not meet another object.
    void doOne(const RenameDecision &decision)
    {
        const auto &[from, to] = decision;
        if (hasSub(from.kind) || from.schema == to.schema || from.name == to.name) {
            add(from, to);
            return;
        }
        ObjectId moved = from;
        moved.schema = to.schema;
        ObjectId renamed = from;
        renamed.name = to.name;
        if (!m_taken.contains(nameKey(moved))) {
            add(from, moved);
            add(moved, to);
        } else if (!m_taken.contains(nameKey(renamed))) {
            add(from, renamed);
            add(renamed, to);
        } else {
            renamed.name = nameAside(from);
            moved.name = renamed.name;
            add(from, renamed);
            add(renamed, moved);
            add(moved, to);
        }
    }

    void add(const ObjectId &from, const ObjectId &to)
    {
        if (from == to)
            return;
        m_taken.remove(nameKey(from));
        m_taken.insert(nameKey(to));
        m_steps.append({ from, to });
    }

    const Catalog &m_current;
    QSet<QString> m_taken;
    QVector<RenameDecision> m_open;
    QVector<RenameStep> m_steps;
};

base::Error renameError(const QString &message, const QString &hint, const ObjectId &id)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = message;
    error.hint = hint;
    error.object = dottedName(id);
    return error;
}

bool existsIn(const Catalog &catalog, const ObjectId &id)
{
    if (id.kind != Kind::EnumLabel)
        return catalog.find(id);
    const auto *labels = catalog.attributes<EnumAttributes>(id.parent());
    return labels && labels->labels.contains(id.sub);
}

/// What has the new name now, under the names of current.
ObjectId goalInCurrent(const RenameDecision &rename, const QVector<RenameStep> &steps)
{
    ObjectId id = rename.to;
    if (hasSub(id.kind)) {
        id.schema = rename.from.schema;
        id.name = rename.from.name;
        return id;
    }
    for (const RenameStep &step : steps) {
        if (step.from.kind == Kind::Schema && id.schema == step.to.name)
            id.schema = step.from.name;
    }
    return id;
}

base::Result<void> checkSides(const Catalog &current, const Catalog &target, const RenameDecision &rename)
{
    if (!isRenameable(rename.from.kind))
        return renameError(QStringLiteral("The rename names %1, and PostgreSQL cannot rename any %2.")
                               .arg(displayName(rename.from), kindName(rename.from.kind)),
                           QStringLiteral("Remove this rename: it is dropped and created anew."),
                           rename.from);
    if (rename.from.kind != rename.to.kind)
        return renameError(QStringLiteral("The rename makes %1 out of %2, which is of another kind.")
                               .arg(displayName(rename.to), displayName(rename.from)),
                           QStringLiteral("Name two objects of the same kind."), rename.from);
    for (const auto &[id, catalog, side] :
         { std::tuple{ rename.from, &current, "current" }, std::tuple{ rename.to, &target, "target" } }) {
        if (!existsIn(*catalog, id))
            return renameError(QStringLiteral("The rename names %1, which the %2 schema does not have.")
                                   .arg(displayName(id), QLatin1String(side)),
                               QStringLiteral("Write the name as schema.table.column, as it is in the %1 "
                                              "schema.")
                                   .arg(QLatin1String(side)),
                               id);
    }
    return {};
}

/// What a part hangs on must be the same thing, under whichever name; a routine keeps its arguments.
base::Result<void> checkFit(const RenameDecision &rename, const QVector<RenameStep> &steps)
{
    ObjectId now = rename.from;
    for (const RenameStep &step : steps)
        now = changedId(now, step);
    const bool sameParent =
        !hasSub(now.kind) || (now.schema == rename.to.schema && now.name == rename.to.name);
    if (!sameParent)
        return renameError(QStringLiteral("The rename moves %1 to %2, which a rename cannot do.")
                               .arg(displayName(rename.from), displayName(rename.to)),
                           QStringLiteral("Name two parts of the same object; if that is renamed as well, "
                                          "list its rename too."),
                           rename.from);
    if (now.signature != rename.to.signature)
        return renameError(QStringLiteral("The rename makes %1 out of %2, whose arguments are others.")
                               .arg(displayName(rename.to), displayName(rename.from)),
                           QStringLiteral("A rename keeps the argument types; remove this one, and the "
                                          "routine is dropped and created anew."),
                           rename.from);
    return {};
}

} // namespace

QVector<RenameStep> renameSteps(const Catalog &current, const QVector<RenameDecision> &decisions)
{
    return decisions.isEmpty() ? QVector<RenameStep>() : StepMaker(current).make(decisions);
}

base::Result<void> checkRenames(const Catalog &current, const Catalog &target,
                                const QVector<RenameDecision> &renames)
{
    QSet<ObjectId> sources;
    QSet<ObjectId> goals;
    for (const RenameDecision &rename : renames) {
        if (auto checked = checkSides(current, target, rename); !checked.has_value())
            return checked;
        if (sources.contains(rename.from) || goals.contains(rename.to))
            return renameError(QStringLiteral("Two renames name %1.")
                                   .arg(displayName(goals.contains(rename.to) ? rename.to : rename.from)),
                               QStringLiteral("Keep the one that is meant."), rename.from);
        sources.insert(rename.from);
        goals.insert(rename.to);
    }
    const QVector<RenameStep> steps = renameSteps(current, renames);
    QVector<RenameStep> parents;
    for (const RenameStep &step : steps) {
        if (depthOf(step.from.kind) < kPartDepth)
            parents.append(step);
    }
    for (const RenameDecision &rename : renames) {
        if (auto fits = checkFit(rename, hasSub(rename.from.kind) ? parents : steps); !fits.has_value())
            return fits;
        const ObjectId goal = goalInCurrent(rename, steps);
        if (existsIn(current, goal) && !sources.contains(goal))
            return renameError(
                QStringLiteral("The rename gives %1 the name of %2, which the current schema has already.")
                    .arg(displayName(rename.from), displayName(rename.to)),
                QStringLiteral("List a rename of that one too, or drop it in a plan of its own before."),
                rename.to);
    }
    return {};
}

} // namespace lockstep::diff
