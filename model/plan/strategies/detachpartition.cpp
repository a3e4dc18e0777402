#include "boundcondition.h"
#include "drafts.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

/// Partitions that only change their parent are out of sight for as short as can be.
std::optional<ObjectId> parentLeft(const Action &action, const Context &context)
{
    if (!std::holds_alternative<LeaveParent>(action.detail)
        || context.currentId(action.object) != action.object)
        return std::nullopt;
    const auto *before = context.current().attributes<schema::TableAttributes>(action.object);
    const auto *after = context.target().attributes<schema::TableAttributes>(action.object);
    if (!before || !before->partitionOf || (after && after->partitionOf)
        || context.policyFor(*before->partitionOf) == Policy::Window)
        return std::nullopt;
    return *before->partitionOf;
}

bool hasDefaultPartition(const schema::Catalog &catalog, const ObjectId &parent)
{
    const int at = catalog.indexOf(parent);
    const auto users = at < 0 ? std::span<const int>() : catalog.neededBy(at);
    return std::any_of(users.begin(), users.end(), [&](int user) {
        const auto *table = catalog.facts()[std::size_t(user)].as<schema::TableAttributes>();
        return table && table->partitionOf == parent && table->partitionBound == QLatin1String("DEFAULT");
    });
}

/// The bound as a CHECK, where it can be written and its columns keep their names.
QString boundLeft(const Action &action, const Context &context)
{
    for (const schema::Fact *column : context.target().columnsOf(action.object)) {
        if (context.currentId(column->id) != column->id)
            return {};
    }
    return context.major() < 12 || context.isKnownEmpty(action.object)
               ? QString()
               : wholeCondition(action.object, context.current());
}

QString whyNotConcurrently(const ObjectId &parent, const QString &bound, const Action &action,
                           const Context &context)
{
    if (context.major() < 14)
        return QStringLiteral("Before PostgreSQL 14 no partition is detached concurrently.");
    if (hasDefaultPartition(context.current(), parent) || hasDefaultPartition(context.target(), parent))
        return QStringLiteral("PostgreSQL detaches no partition concurrently where there is a DEFAULT one.");
    if (context.isKnownEmpty(action.object))
        return QStringLiteral("The partition has no rows, so waiting for its readers would not pay.");
    if (bound.isEmpty())
        return QStringLiteral("Detached concurrently, the partition would keep a CHECK of its bound that the "
                              "target has not, and this bound cannot be written as a CHECK beforehand.");
    return {};
}

/// Writes the steps: the bound as a CHECK, the partition leaves, the CHECK goes.
class DetachWriter
{
public:
    DetachWriter(const Action &action, const Context &context, const ObjectId &parent)
        : m_action(action)
        , m_context(context)
        , m_parent(parent)
        , m_bound(boundLeft(action, context))
        , m_relation(relationSql(action))
        , m_check(ownName(action.object, QStringLiteral("bound")))
    { }

    [[nodiscard]] Rewrite drafts()
    {
        Rewrite result;
        if (!m_bound.isEmpty()) {
            result.drafts.push_back(addCheck());
            result.drafts.push_back(validateConstraintDraft(
                m_action, m_check,
                QStringLiteral("Validate that the rows of %1 keep to it").arg(m_action.object.name)));
        }
        result.drafts.push_back(detach());
        if (!m_bound.isEmpty())
            result.drafts.push_back(dropCheck());
        return result;
    }

private:
    [[nodiscard]] QString createCheck() const
    {
        return alterTable(m_relation,
                          QStringLiteral("ADD CONSTRAINT %1 CHECK (%2) NOT VALID").arg(m_check, m_bound));
    }
    [[nodiscard]] QString removeCheck() const
    {
        return alterTable(m_relation, QStringLiteral("DROP CONSTRAINT %1").arg(m_check));
    }
    /// The first of the statements that attach it again; what comes before undoes what follows the detaching.
    [[nodiscard]] qsizetype attachAt() const
    {
        for (qsizetype i = 0; i < m_action.backward.size(); ++i) {
            if (m_action.backward[i].contains(QLatin1String(" ATTACH PARTITION ")))
                return i;
        }
        return 0;
    }

    [[nodiscard]] Draft addCheck() const
    {
        return ddlDraft(m_action, Phase::Validate,
                        QStringLiteral("State the bound of %1 as a CHECK").arg(m_action.object.name),
                        { createCheck() }, { removeCheck() },
                        QStringLiteral("The way back attaches the partition, which reads all its rows while "
                                       "nobody may use them, unless a validated CHECK proves its bound. "
                                       "NOT VALID reads no row under its lock."));
    }

    [[nodiscard]] Draft detach() const
    {
        Draft draft = plainDraft(m_action, Phase::Contract, {});
        const QString why = whyNotConcurrently(m_parent, m_bound, m_action, m_context);
        if (!m_bound.isEmpty()) {
            draft.step.sql = m_action.forward.mid(0, 1);
            draft.step.rollback.sql = m_action.backward.mid(attachAt());
        } else if (!m_context.isKnownEmpty(m_action.object)) {
            draft.step.rollback.caution =
                QStringLiteral(
                    "The way back reads all rows of %1 while nobody may use them, because no CHECK "
                    "proves its bound.")
                    .arg(m_action.object.name);
        }
        if (why.isEmpty()) {
            draft.step.sql.first() += QStringLiteral(" CONCURRENTLY");
            draft.step.transaction = TransactionMode::None;
            draft.step.timeouts = concurrentTimeouts;
            draft.step.why =
                QStringLiteral("CONCURRENTLY waits until no statement uses %1 with this partition any more, "
                               "instead of making every statement wait; an interrupted one is finished when "
                               "the run goes on.")
                    .arg(schema::dottedName(m_parent));
        } else {
            draft.step.why =
                QStringLiteral("Detaching changes the catalog only, but locks %1 for a moment. %2")
                    .arg(schema::dottedName(m_parent), why);
        }
        draft.step.verify = { isDetached() };
        draft.needsCommitBefore = !m_bound.isEmpty();
        draft.confirm = QStringLiteral("Nothing looks for the rows of %1 in its parent any more.")
                            .arg(schema::displayName(m_action.object));
        return draft;
    }

    [[nodiscard]] Verification isDetached() const
    {
        return { QStringLiteral("SELECT count(*) FROM pg_catalog.pg_inherits WHERE inhrelid = "
                                "pg_catalog.to_regclass(%1) AND inhparent = pg_catalog.to_regclass(%2)")
                     .arg(schema::quoteLiteral(m_relation),
                          schema::quoteLiteral(schema::qualified(m_parent.schema, m_parent.name))),
                 QStringLiteral("0") };
    }

    [[nodiscard]] Draft dropCheck() const
    {
        Draft draft = ddlDraft(
            m_action, Phase::Contract,
            QStringLiteral("Drop the CHECK of the bound %1 had").arg(m_action.object.name),
            QStringList{ removeCheck() } + m_action.forward.mid(1),
            m_action.backward.mid(0, attachAt())
                + QStringList{ createCheck(), validateSql(m_action, m_check) },
            QStringLiteral("It has done its work. The way back makes it again and validates it beside the "
                           "traffic, so that attaching reads no row."));
        draft.step.rollback.transaction = TransactionMode::None;
        draft.needsCommitBefore = true;
        return draft;
    }

    const Action &m_action;
    const Context &m_context;
    const ObjectId m_parent;
    const QString m_bound;
    const QString m_relation;
    const QString m_check;
};

} // namespace

/// A partition leaves without a pause for its parent where PostgreSQL has a way, and can come back without
/// one.
std::optional<Rewrite> detachPartitionOnline(const Action &action, const Context &context)
{
    const std::optional<ObjectId> parent = parentLeft(action, context);
    if (!parent)
        return std::nullopt;
    return DetachWriter(action, context, *parent).drafts();
}

} // namespace lockstep::plan
