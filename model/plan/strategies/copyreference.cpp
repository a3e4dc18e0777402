#include "drafts.h"

#include <model/plan/columncopy.h>
#include <model/plan/plain/ddl.h>

namespace lockstep::plan {

namespace {

QStringList addNotValid(schema::Fact key, const Context &context)
{
    std::get<schema::ConstraintAttributes>(key.attributes).validated = false;
    return ddl::createConstraint(key, context.current());
}

QString dropIfThere(const Action &action, const schema::Fact &key)
{
    return alterTable(relationSql(action),
                      QStringLiteral("DROP CONSTRAINT IF EXISTS ") + schema::quoteIdent(key.id.sub));
}

QString referencedName(const Reference &reference)
{
    return schema::dottedName(*reference.key.original.as<schema::ConstraintAttributes>()->referencedTable);
}

} // namespace

/// The foreign key is there twice for a while, so that no row is without it, and each transaction has to do
/// with one foreign key only. The swap itself then needs no lock on the table it belongs to. One that moves
/// itself leaves the old column with the swap of its own table.
std::optional<Rewrite> copyReference(const Action &action, const Context &context)
{
    const auto *detail = std::get_if<CopyReference>(&action.detail);
    if (!detail)
        return std::nullopt;
    const Reference &reference = *detail->reference;
    const Twin &key = reference.key;
    const QString name = key.original.id.sub;
    Rewrite result;
    // On the way back from behind the swap it is gone already.
    result.drafts.push_back(ddlDraft(
        action, Phase::Validate,
        QStringLiteral("Let %1 refer to the new column as well, for new rows").arg(name),
        addNotValid(key.copy, context), { dropIfThere(action, key.copy) },
        QStringLiteral("NOT VALID reads no row under its lock. The index of the new column is there, and its "
                       "values are those of the old one.")));
    Draft validate = validateConstraintDraft(action, key.copy.id.sub,
                                             QStringLiteral("Validate the foreign key like %1").arg(name));
    validate.step.verify = { constraintIsThere(action, key.copy.id.sub, true) };
    validate.step.verify.first().isInterim = true;
    if (reference.movesItself) {
        result.drafts.push_back(validate);
        return result;
    }
    // The way back brings the old one without reading a row under its lock.
    validate.step.rollback.sql = { validateSql(action, name) };
    result.drafts.push_back(validate);
    const QString quoted = schema::quoteIdent(name);
    const QString dropNamed = alterTable(relationSql(action), QStringLiteral("DROP CONSTRAINT ") + quoted);
    Draft drop = ddlDraft(
        action, Phase::Switch, QStringLiteral("Let %1 refer to the new column alone").arg(name),
        QStringList{ dropNamed,
                     alterTable(relationSql(action), QStringLiteral("RENAME CONSTRAINT %1 TO %2")
                                                         .arg(schema::quoteIdent(key.copy.id.sub), quoted)) }
            + reference.said,
        QStringList{ dropNamed } + addNotValid(key.original, context) + reference.said,
        QStringLiteral("The one that refers to the new column guards every row by now, and the key of %1 "
                       "can leave the old column only when nothing refers to it. The way back guards every "
                       "new row from its first moment and is validated in the step after it.")
            .arg(referencedName(reference)));
    drop.needsCommitBefore = true;
    result.drafts.push_back(drop);
    return result;
}

} // namespace lockstep::plan
