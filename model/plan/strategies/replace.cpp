#include "drafts.h"

namespace lockstep::plan {

namespace {

using schema::ConstraintType;

QString withIndexName(const QString &definition, const QString &name, const QString &newName)
{
    const QString from = QStringLiteral("INDEX %1 ON ").arg(schema::quoteIdent(name));
    const qsizetype at = definition.indexOf(from);
    if (at < 0)
        return {};
    return QString(definition).replace(at, from.size(), QStringLiteral("INDEX %1 ON ").arg(newName));
}

/// CHECK and FOREIGN KEY: the new one is added and validated under another name; dropping the old
/// one and taking its name is one short transaction.
Rewrite swapChecked(const Action &drop, const Action &create, const schema::ConstraintAttributes &after)
{
    const QString relation = relationSql(create);
    const QString name = schema::quoteIdent(create.object.sub);
    const QString interim = ownName(create.object, QStringLiteral("new"));
    const auto add = [&](const QString &constraint, const QString &definition) {
        return alterTable(relation,
                          QStringLiteral("ADD CONSTRAINT %1 %2 NOT VALID").arg(constraint, definition));
    };
    const auto dropSql = [&](const QString &constraint) {
        return alterTable(relation, QStringLiteral("DROP CONSTRAINT %1").arg(constraint));
    };
    Rewrite result;
    if (const std::optional<Draft> check = violationCheck(create, create.object.sub, after))
        result.drafts.push_back(*check);
    result.drafts.push_back(ddlDraft(
        create, Phase::Validate,
        QStringLiteral("Add the new %1 for new rows, beside the old one").arg(create.object.sub),
        { add(interim, after.definition) }, { dropSql(interim) },
        QStringLiteral(
            "The old constraint holds until the new one is validated, so no row slips in between.")));
    result.drafts.push_back(validateConstraintDraft(
        create, interim, QStringLiteral("Validate the new %1").arg(create.object.sub)));
    const auto rename = [&](const QString &from, const QString &to) {
        return alterTable(relation, QStringLiteral("RENAME CONSTRAINT %1 TO %2").arg(from, to));
    };
    Draft swap =
        ddlDraft(create, Phase::Switch,
                 QStringLiteral("Let the new %1 take the place of the old one").arg(create.object.sub),
                 QStringList{ dropSql(name), rename(interim, name) } + create.forward.mid(1), {},
                 QStringLiteral("Two changes of the catalog in one transaction."));
    const auto &before = std::get<DropConstraint>(drop.detail).attributes;
    swap.step.rollback.sql = QStringList{ rename(name, interim), add(name, before.definition),
                                          validateSql(create, create.object.sub) }
                             + drop.backward.mid(1);
    swap.step.rollback.transaction = TransactionMode::None;
    swap.step.verify = { constraintIsThere(create, create.object.sub, true) };
    swap.needsCommitBefore = true;
    result.drafts.push_back(swap);
    return result;
}

/// UNIQUE and PRIMARY KEY: the new index is built first; the keys change places in one short
/// transaction.
std::optional<Rewrite> swapKey(const Action &drop, const Action &create,
                               const schema::ConstraintAttributes &after)
{
    const QString relation = relationSql(create);
    const QString interim = ownName(create.object, QStringLiteral("new"));
    const auto &before = std::get<DropConstraint>(drop.detail).attributes;
    const auto oldKey = keyByIndex(relation, create.object, before, interim);
    const auto newKey = keyByIndex(relation, create.object, after, interim);
    if (!oldKey || !newKey)
        return std::nullopt;
    const QString dropSql =
        alterTable(relation, QStringLiteral("DROP CONSTRAINT %1").arg(schema::quoteIdent(create.object.sub)));
    Rewrite result;
    result.drafts.push_back(duplicateCheck(create, after));
    result.drafts.push_back(concurrentDraft(
        create, Phase::Validate, QStringLiteral("Build the index of the new %1").arg(create.object.sub),
        { newKey->createIndex }, { newKey->dropIndex },
        QStringLiteral("Built while reads and writes go on and the old key still holds.")));
    Draft swap =
        ddlDraft(create, Phase::Switch,
                 QStringLiteral("Let the new %1 take the place of the old one").arg(create.object.sub),
                 QStringList{ dropSql, newKey->addConstraint } + create.forward.mid(1), {},
                 QStringLiteral("Two changes of the catalog in one transaction: no moment without the key."));
    swap.step.rollback.sql =
        QStringList{ oldKey->createIndex, dropSql, oldKey->addConstraint } + drop.backward.mid(1);
    swap.step.rollback.transaction = TransactionMode::None;
    swap.step.verify = { constraintIsThere(create, create.object.sub, true) };
    swap.needsCommitBefore = true;
    result.drafts.push_back(swap);
    return result;
}

} // namespace

/// An index that changes: the new one is built before the old one goes, and takes its name.
std::optional<Rewrite> replaceIndex(const Action &action, const Context &context)
{
    if (std::holds_alternative<CreateIndex>(action.detail) && context.isReplacement(action))
        return Rewrite{};
    const auto *drop = std::get_if<DropIndex>(&action.detail);
    const Action *create = drop ? context.replacementOf(action) : nullptr;
    if (!create)
        return std::nullopt;
    const QString interim = ownName(create->object, QStringLiteral("new"));
    const QString &name = create->object.name;
    const QString schemaName = create->object.schema;
    const QString build = concurrently(withIndexName(create->forward.first(), name, interim));
    QStringList rebuild = action.backward; // Empty: the old one was invalid.
    if (!rebuild.isEmpty())
        rebuild.first() = concurrently(rebuild.first());
    const QString fullName = schema::qualified(schemaName, name);
    const QString fullInterim = schema::qualified(schemaName, interim);
    Rewrite result;
    result.drafts.push_back(concurrentDraft(
        *create, Phase::Expand, QStringLiteral("Build the new index %1 beside the old one").arg(name),
        { build }, { QStringLiteral("DROP INDEX CONCURRENTLY %1").arg(fullInterim) },
        QStringLiteral(
            "Built while reads and writes go on; the old index serves queries until the new one is there.")));
    result.drafts.push_back(concurrentDraft(
        *create, Phase::Switch, QStringLiteral("Drop the old index %1").arg(name),
        { QStringLiteral("DROP INDEX CONCURRENTLY %1").arg(fullName) }, rebuild,
        QStringLiteral("CONCURRENTLY drops the index without an ACCESS EXCLUSIVE lock on the table.")));
    result.drafts.back().step.rollback.caution = action.caution;
    Draft rename = ddlDraft(
        *create, Phase::Switch, QStringLiteral("Give the new index the name %1").arg(name),
        QStringList{
            QStringLiteral("ALTER INDEX %1 RENAME TO %2").arg(fullInterim, schema::quoteIdent(name)) }
            + create->forward.mid(1),
        { QStringLiteral("ALTER INDEX %1 RENAME TO %2").arg(fullName, interim) },
        QStringLiteral("A change of the catalog only."));
    rename.step.verify = { indexIsValid(schemaName, name) };
    result.drafts.push_back(rename);
    return result;
}

/// A constraint that changes: there is always one of the two.
std::optional<Rewrite> replaceConstraint(const Action &action, const Context &context)
{
    if (std::holds_alternative<AddConstraint>(action.detail) && context.isReplacement(action))
        return Rewrite{};
    const auto *drop = std::get_if<DropConstraint>(&action.detail);
    const Action *create = drop ? context.replacementOf(action) : nullptr;
    if (!create)
        return std::nullopt;
    const auto &after = std::get<AddConstraint>(create->detail).attributes;
    const bool isChecked = after.type == ConstraintType::Check || after.type == ConstraintType::ForeignKey;
    return isChecked ? swapChecked(action, *create, after) : swapKey(action, *create, after);
}

} // namespace lockstep::plan
