#include "drafts.h"

#include <model/plan/plain/ddl.h>
#include <model/plan/primarykeychange.h>

namespace lockstep::plan {

namespace {

/// Writes the exchange of two primary keys.
class KeyChangeWriter
{
public:
    KeyChangeWriter(const Action &action, const Context &context, const PrimaryKeyChange &change)
        : m_action(action)
        , m_context(context)
        , m_change(change)
        , m_relation(relationSql(action))
        , m_before(std::get<DropConstraint>(change.drop.detail).attributes)
        , m_oldIndex(ownName(change.drop.object, QStringLiteral("old")))
    { }

    [[nodiscard]] Rewrite drafts()
    {
        for (const Action &unique : m_change.uniques)
            addBuild(unique);
        addBuild(m_change.add);
        validateOnTheWayBack();
        addSwap();
        addValidations();
        return std::move(m_result);
    }

private:
    [[nodiscard]] KeyByIndex key(const schema::ObjectId &id, const schema::ConstraintAttributes &attributes,
                                 const QString &index) const
    {
        return *keyByIndex(m_relation, id, attributes, index);
    }
    [[nodiscard]] static QString dropKey(const QString &relation, const schema::ObjectId &id)
    {
        return alterTable(relation, QStringLiteral("DROP CONSTRAINT ") + schema::quoteIdent(id.sub));
    }
    [[nodiscard]] static QStringList notValid(const schema::ObjectId &id, const schema::Catalog &catalog)
    {
        schema::Fact constraint = *catalog.find(id);
        std::get<schema::ConstraintAttributes>(constraint.attributes).validated = false;
        return ddl::createConstraint(constraint, catalog);
    }

    [[nodiscard]] static const schema::ConstraintAttributes &attributesOf(const Action &add)
    {
        return std::get<AddConstraint>(add.detail).attributes;
    }
    [[nodiscard]] static QString newIndex(const Action &add)
    {
        return ownName(add.object, QStringLiteral("new"));
    }
    [[nodiscard]] QStringList add(const Action &made) const
    {
        return QStringList{ key(made.object, attributesOf(made), newIndex(made)).addConstraint }
               + made.forward.mid(1);
    }

    void addBuild(const Action &made)
    {
        m_result.drafts.push_back(duplicateCheck(m_action, attributesOf(made)));
        const KeyByIndex index = key(made.object, attributesOf(made), newIndex(made));
        Draft build = concurrentDraft(
            m_action, Phase::Validate, QStringLiteral("Build the index of the new %1").arg(made.object.sub),
            { index.createIndex }, { index.dropIndex },
            QStringLiteral("Built while reads and writes go on and the old key still holds."));
        build.step.verify = { indexIsValid(m_action.relation.schema, newIndex(made)) };
        build.step.verify.first().isInterim = true;
        m_result.drafts.push_back(build);
    }

    /// The swap's way back brings the foreign keys without reading a row.
    void validateOnTheWayBack()
    {
        QStringList validate;
        for (const PrimaryKeyChange::Reference &reference : m_change.references)
            validate += validateSql(reference.drop, reference.drop.object.sub);
        QStringList &back = m_result.drafts.back().step.rollback.sql;
        back = validate + back;
    }

    void addSwap()
    {
        QStringList sql;
        for (const PrimaryKeyChange::Reference &reference : m_change.references)
            sql += reference.drop.forward;
        sql += dropKey(m_relation, m_change.drop.object);
        sql += add(m_change.add);
        for (const Action &unique : m_change.uniques)
            sql += add(unique);
        for (const PrimaryKeyChange::Reference &reference : m_change.references)
            sql += notValid(reference.add.object, m_context.target());
        Draft swap = ddlDraft(m_action, Phase::Switch, m_action.title, sql, wayBack(), whySwapped());
        swap.step.rollback.transaction = TransactionMode::None;
        swap.step.rollback.caution = caution();
        swap.step.verify = { constraintIsThere(m_action, m_change.add.object.sub, true) };
        swap.needsCommitBefore = true;
        m_result.drafts.push_back(swap);
    }

    /// The old key's index is gone by then. The two keys change places in one statement.
    [[nodiscard]] QStringList wayBack() const
    {
        const KeyByIndex old = key(m_change.drop.object, m_before, m_oldIndex);
        const QString add =
            old.addConstraint.mid(old.addConstraint.indexOf(QLatin1String(" ADD CONSTRAINT ")));
        QStringList sql{ old.createIndex };
        for (const PrimaryKeyChange::Reference &reference : m_change.references)
            sql += dropKey(relationSql(reference.add), reference.add.object);
        for (const Action &unique : m_change.uniques)
            sql += dropKey(m_relation, unique.object);
        sql += dropKey(m_relation, m_change.add.object) + QLatin1Char(',') + add;
        for (const PrimaryKeyChange::Reference &reference : m_change.references)
            sql += notValid(m_context.currentId(reference.drop.object), m_context.current());
        return sql + m_change.drop.backward.mid(2);
    }

    [[nodiscard]] QString caution() const
    {
        QString text =
            QStringLiteral("The way back builds the old key's index beside the traffic, and fails where "
                           "two rows have the same %1 by then.")
                .arg(m_before.columns.join(QStringLiteral(", ")));
        if (!m_change.references.empty())
            text +=
                QStringLiteral(" For a moment, while the two keys change places, %1 %2 not guard new rows; "
                               "the step before validates all of them.")
                    .arg(referenceNames(),
                         m_change.references.size() == 1 ? QStringLiteral("does") : QStringLiteral("do"));
        return text;
    }

    [[nodiscard]] QString referenceNames() const
    {
        QStringList names;
        for (const PrimaryKeyChange::Reference &reference : m_change.references)
            names += reference.add.object.sub;
        return names.join(QStringLiteral(", "));
    }

    [[nodiscard]] QString whySwapped() const
    {
        QString why =
            QStringLiteral("Changes of the catalog only, in one transaction: at no moment the table "
                           "is without a primary key.");
        QStringList names;
        for (const PrimaryKeyChange::Reference &reference : m_change.references)
            names += reference.add.object.sub;
        if (!names.isEmpty())
            why +=
                QStringLiteral(" The old key cannot go without %1: made again in the same transaction, NOT "
                               "VALID, it guards every new row, and the rows there are validated in a step "
                               "of its own.")
                    .arg(names.join(QStringLiteral(", ")));
        return why;
    }

    void addValidations()
    {
        for (const PrimaryKeyChange::Reference &reference : m_change.references) {
            const QString &name = reference.add.object.sub;
            Draft validate = validateConstraintDraft(reference.add, name,
                                                     QStringLiteral("Validate the foreign key ") + name);
            validate.step.verify = { constraintIsThere(reference.add, name, true) };
            m_result.drafts.push_back(validate);
        }
    }

    const Action &m_action;
    const Context &m_context;
    const PrimaryKeyChange &m_change;
    const QString m_relation;
    const schema::ConstraintAttributes &m_before;
    const QString m_oldIndex;
    Rewrite m_result;
};

} // namespace

/// The table's primary key goes over to other columns.
std::optional<Rewrite> changePrimaryKey(const Action &action, const Context &context)
{
    const auto *detail = std::get_if<ChangePrimaryKey>(&action.detail);
    if (!detail)
        return std::nullopt;
    return KeyChangeWriter(action, context, *detail->change).drafts();
}

} // namespace lockstep::plan
