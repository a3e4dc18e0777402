#include "boundcondition.h"
#include "drafts.h"

namespace lockstep::plan {

namespace {

/// A table that PostgreSQL would read while it attaches the partition.
struct Reader
{
    schema::ObjectId table;
    bool isDefault = false; ///< Must hold no row of the new partition; else nothing but such.
};

/// The partition that takes all other rows, before and afterwards.
std::optional<schema::ObjectId> defaultBeside(const schema::ObjectId &parent, const Context &context)
{
    const schema::Catalog &target = context.target();
    for (const int user : target.neededBy(target.indexOf(parent))) {
        const schema::Fact &fact = target.facts()[std::size_t(user)];
        const auto *after = fact.as<schema::TableAttributes>();
        if (!after || after->partitionOf != parent || after->partitionBound != QLatin1String("DEFAULT"))
            continue;
        const auto *before =
            context.current().attributes<schema::TableAttributes>(context.currentId(fact.id));
        const bool isThere = before && before->partitionOf
                             && *before->partitionOf == context.currentId(parent)
                             && before->partitionBound == after->partitionBound;
        return isThere ? std::optional(fact.id) : std::nullopt;
    }
    return std::nullopt;
}

bool isPartition(const schema::ObjectId &table, const Context &context)
{
    const auto *before = context.current().attributes<schema::TableAttributes>(context.currentId(table));
    return before && before->partitionOf;
}

std::vector<Reader> readersOf(const Action &action, const schema::ObjectId &parent, const Context &context)
{
    std::vector<Reader> readers;
    if (!action.onNewRelation && !context.isKnownEmpty(action.object))
        readers.push_back({ action.object, false });
    const std::optional<schema::ObjectId> fallback = defaultBeside(parent, context);
    if (fallback && *fallback != action.object && !context.isKnownEmpty(*fallback))
        readers.push_back({ *fallback, true });
    return readers;
}

/// Reads the table beside the traffic and leaves a CHECK that spares ATTACH PARTITION to do so; returns the
/// statements that take it away and make it again.
std::pair<QString, QString> addProof(const Action &action, const Reader &reader, const QString &condition,
                                     Rewrite *result)
{
    Action onReader = action;
    onReader.relation = reader.table;
    const QString relation = relationSql(onReader);
    const QString partition = schema::displayName(action.object);
    const QString name = ownName(
        schema::subId(schema::Kind::Constraint, reader.table.schema, reader.table.name, action.object.name),
        QStringLiteral("bound"));
    const QString allowed = reader.isDefault ? QStringLiteral("NOT (%1)").arg(condition) : condition;
    const QString add =
        alterTable(relation, QStringLiteral("ADD CONSTRAINT %1 CHECK (%2) NOT VALID").arg(name, allowed));
    const QString drop = alterTable(relation, QStringLiteral("DROP CONSTRAINT %1").arg(name));
    const QString outside = QStringLiteral("(%1) IS NOT TRUE").arg(allowed);
    result->drafts.push_back(verifyDraft(
        onReader,
        reader.isDefault
            ? QStringLiteral("Check that no row of %1 belongs into %2").arg(reader.table.name, partition)
            : QStringLiteral("Check that every row of %1 is within its bound").arg(reader.table.name),
        countWhere(relation, outside), QStringLiteral("0"),
        QStringLiteral("One such row would make attaching the partition fail."),
        sampleWhere(relation, outside)));
    Draft keep = ddlDraft(
        onReader, Phase::Validate,
        (reader.isDefault ? QStringLiteral("Keep new rows of %1 out of %2")
                          : QStringLiteral("Keep new rows of %1 within the bound of %2"))
            .arg(reader.table.name, partition),
        { add }, { drop },
        QStringLiteral(
            "ATTACH PARTITION would read the whole table while nobody may read or write it. A CHECK that is "
            "NOT VALID reads no row, and once validated it proves what has to be known."));
    keep.note =
        reader.isDefault
            ? QStringLiteral("Until %1 is attached, rows that belong into it are refused.").arg(partition)
            : QString();
    result->drafts.push_back(keep);
    result->drafts.push_back(validateConstraintDraft(
        onReader, name, QStringLiteral("Validate that the rows of %1 keep to it").arg(reader.table.name)));
    return { drop, add };
}

Rewrite attachReading(const Action &action, const Context &context)
{
    Draft attach = plainDraft(
        action, Phase::Switch,
        isPartition(action.object, context)
            ? QStringLiteral(
                "Until it is attached its rows are in no parent, so they are read in this one step "
                "and not beside the traffic before.")
            : QStringLiteral("The rows are read while nobody may read or write them, because no CHECK could "
                             "prove the bound."));
    attach.step.timeouts = scanTimeouts;
    return Rewrite{ { attach }, -1 };
}

} // namespace

/// Rows that are there are checked against the new bound beside the traffic, so that attaching is a change
/// of the catalog only. Those of the DEFAULT partition are as well: none of them may belong to the new one.
std::optional<Rewrite> attachPartitionOnline(const Action &action, const Context &context)
{
    const auto *attributes = std::holds_alternative<AttachPartition>(action.detail)
                                 ? context.target().attributes<schema::TableAttributes>(action.object)
                                 : nullptr;
    if (!attributes || !attributes->partitionOf
        || context.policyFor(*attributes->partitionOf) == Policy::Window)
        return std::nullopt;
    const std::vector<Reader> readers = readersOf(action, *attributes->partitionOf, context);
    if (readers.empty())
        return std::nullopt;
    Draft attach = plainDraft(action, Phase::Switch, {});
    Rewrite result;
    for (const Reader &reader : readers) {
        const QString condition = reader.isDefault ? boundCondition(action.object, context.target())
                                                   : wholeCondition(action.object, context.target());
        if (condition.isEmpty() || context.major() < 12 || isPartition(action.object, context))
            return attachReading(action, context);
        const auto [drop, add] = addProof(action, reader, condition, &result);
        attach.step.sql << drop;
        attach.step.rollback.sql << add;
    }
    attach.step.why = QStringLiteral(
        "The validated CHECK proves the bound, so no row is read; it has done its work and goes in the same "
        "transaction.");
    attach.needsCommitBefore = true;
    result.drafts.push_back(attach);
    return result;
}

} // namespace lockstep::plan
