#include "columnnumbers.h"
#include "columnsync.h"
#include "partedindexes.h"

#include <model/plan/plain/ddl.h>
#include <model/plan/plain/tableddl.h>
#include <model/plan/typefamilies.h>

namespace lockstep::plan {

namespace {

/// Writes the swap: statements and the way back of each piece, side by side.
class SwapWriter
{
public:
    SwapWriter(const Action &action, const Context &context, const ColumnCopy &copy)
        : m_action(action)
        , m_context(context)
        , m_copy(copy)
        , m_relation(relationSql(action))
    { }

    [[nodiscard]] Draft draft(const QString &title, const QString &why)
    {
        const SyncTrigger forward = forwardSync(m_action, m_copy);
        const SyncTrigger backward = backwardSync(m_action, m_copy);
        pair(forward.drop, forward.create);
        takeConstraints();
        for (const CopiedColumn &column : m_copy.columns)
            swapColumn(column);
        swapIndexes();
        giveConstraints();
        keepReferences();
        pair(m_copy.saidOfParts, {});
        pair(backward.create, backward.drop);
        // Made again, they have to be told again.
        m_back += m_copy.saidOfParts;
        Draft draft = ddlDraft(m_action, Phase::Switch, title, m_sql, m_back, why);
        for (const CopiedColumn &column : m_copy.columns)
            draft.step.verify.append(columnIsThere(m_action, column.before.id.sub, false));
        for (const Twin &key : m_copy.keys) {
            if (key.isPartitioned) // Valid once all parts of it are attached.
                draft.step.verify.append(indexIsValid(key.original.id.schema, key.original.id.sub));
        }
        return draft;
    }

private:
    /// `back` undoes `sql`, so it comes before what undoes earlier pieces.
    void pair(const QStringList &sql, const QStringList &back)
    {
        m_sql += sql;
        m_back = back + m_back;
    }
    [[nodiscard]] QString alter(const QString &what) const { return alterTable(m_relation, what); }
    [[nodiscard]] QString dropConstraint(const QString &name) const
    {
        return alter(QStringLiteral("DROP CONSTRAINT ") + schema::quoteIdent(name));
    }
    [[nodiscard]] QString renameConstraint(const QString &from, const QString &to) const
    {
        return alter(QStringLiteral("RENAME CONSTRAINT %1 TO %2")
                         .arg(schema::quoteIdent(from), schema::quoteIdent(to)));
    }

    void takeConstraints()
    {
        for (const Twin &constraint : m_copy.constraints)
            pair({ dropConstraint(constraint.original.id.sub) }, notValidAgain(constraint.original));
        for (const schema::Fact &constraint : m_copy.leaving)
            pair({ dropConstraint(constraint.id.sub) }, notValidAgain(constraint));
        // Foreign keys may have referred to it.
        for (const Twin &key : m_copy.keys)
            pair({ dropConstraint(key.original.id.sub) }, oldKeyAgain(key));
    }
    [[nodiscard]] QStringList oldKeyAgain(const Twin &key) const
    {
        if (!key.isUniqueBack)
            return ddl::createConstraint(key.original, m_context.current());
        return keyOfIndexes(key, KeyIndex::WayBack, m_context);
    }
    [[nodiscard]] QStringList notValidAgain(schema::Fact constraint) const
    {
        std::get<schema::ConstraintAttributes>(constraint.attributes).validated = false;
        return ddl::createConstraint(constraint, m_context.current());
    }

    void swapColumn(const CopiedColumn &copied)
    {
        const QString rename = QStringLiteral("RENAME COLUMN %1 TO %2");
        const QString column = schema::quoteIdent(copied.before.id.sub);
        const QString aside = schema::quoteIdent(copied.aside);
        const QString copy = schema::quoteIdent(copied.copy);
        const auto alterColumn = [&](const QString &what) {
            return alter(QStringLiteral("ALTER COLUMN %1 %2").arg(column, what));
        };
        pair(copied.numbersBefore.forward, copied.numbersBefore.backward);
        if (!copied.defaultBefore.isEmpty())
            pair({ alterColumn(QStringLiteral("DROP DEFAULT")) },
                 { alterColumn(QStringLiteral("SET DEFAULT ") + copied.defaultBefore) });
        pair({ alter(rename.arg(column, aside)) }, { alter(rename.arg(aside, column)) });
        pair({ alter(rename.arg(copy, column)) }, { alter(rename.arg(column, copy)) });
        pair(moveNumbers(m_action, copied, false), moveNumbers(m_action, copied, true));
        pair(copied.numbersAfter.forward, copied.numbersAfter.backward);
        if (!copied.defaultAfter.isEmpty())
            pair({ alterColumn(QStringLiteral("SET DEFAULT ") + copied.defaultAfter) },
                 { alterColumn(QStringLiteral("DROP DEFAULT")) });
        if (m_context.major() < 18 || !copied.was().notNull)
            return;
        const QString name = ddl::notNullName(copied.before);
        const auto exchange = [&](const QString &from, const QString &to) {
            pair({ renameConstraint(from, to) }, { renameConstraint(to, from) });
        };
        exchange(name, asideNotNullName(copied));
        exchange(copyNotNullName(copied), name);
    }

    void swapIndexes()
    {
        for (const Twin &index : m_copy.indexes)
            swapIndex(index);
    }
    void swapIndex(const Twin &index)
    {
        const auto rename = [&](const QString &from, const QString &to) {
            return QStringLiteral("ALTER INDEX %1 RENAME TO %2")
                .arg(schema::qualified(index.original.id.schema, from), schema::quoteIdent(to));
        };
        const QString &name = index.original.id.name;
        pair({ rename(name, index.aside.id.name), rename(index.copy.id.name, name) },
             { rename(name, index.copy.id.name), rename(index.aside.id.name, name) });
        for (const Twin &part : index.parts)
            swapIndex(part);
    }

    void giveConstraints()
    {
        for (const Twin &key : m_copy.keys) {
            pair(keyOfIndexes(key, KeyIndex::Copy, m_context), { dropConstraint(key.original.id.sub) });
        }
        for (const Twin &constraint : m_copy.constraints) {
            const QString &name = constraint.original.id.sub;
            // The key it refers to cannot go without it.
            pair({ renameConstraint(constraint.copy.id.sub, name) },
                 { isToOwnKey(constraint, m_action.relation)
                       ? dropConstraint(name)
                       : renameConstraint(name, constraint.copy.id.sub) });
        }
    }

    /// Those of other tables went over before the swap; back, the key that leaves lets them go first.
    void keepReferences()
    {
        for (const Reference &reference : m_copy.references) {
            const schema::ObjectId &key = reference.key.original.id;
            pair({},
                 QStringList{ alterTable(schema::qualified(key.schema, key.name),
                                         QStringLiteral("DROP CONSTRAINT ") + schema::quoteIdent(key.sub)) }
                     + notValidAgain(reference.key.aside));
        }
    }

    const Action &m_action;
    const Context &m_context;
    const ColumnCopy &m_copy;
    const QString m_relation;
    QStringList m_sql;
    QStringList m_back;
};

QString numbersReason(const CopiedColumn &column)
{
    if (column.staysIdentity())
        return QStringLiteral(" The identity goes on with the next number, from a new sequence of the same "
                              "name: PostgreSQL cannot move the old one to another column.");
    if (column.becomesIdentity())
        return QStringLiteral(" The serial column becomes an identity in the same moment, which goes on with "
                              "the next number of its sequence.");
    if (column.wasIdentity())
        return QStringLiteral(
            " The identity becomes a serial column in the same moment, whose sequence goes on "
            "with the next number.");
    return {};
}

QString swapReason(const ColumnCopy &copy)
{
    QStringList asides;
    for (const CopiedColumn &column : copy.columns)
        asides += column.aside;
    QString why =
        QStringLiteral("The filled column takes the name: a change of the catalog only. Until the gate the "
                       "old column stays as %1 and gets what is written, so that the way back keeps it; a "
                       "value that %2 cannot hold is refused until then. The new column is the table's last "
                       "one: statements have to name their columns instead of counting them.")
            .arg(asides.join(QStringLiteral(", ")), typesOf(copy, false));
    for (const CopiedColumn &column : copy.columns)
        why += numbersReason(column);
    if (!copy.references.isEmpty()) {
        QStringList keys;
        for (const Reference &reference : copy.references)
            keys += reference.key.original.id.sub;
        why += QStringLiteral(" %1 refer%2 to the new column already; only the way back locks the referring "
                              "tables, too, for a moment.")
                   .arg(keys.join(QStringLiteral(", ")), keys.size() == 1 ? QStringLiteral("s") : QString());
    }
    if (!copy.filledAnew.isEmpty())
        why += QStringLiteral(" It is not short, though: reads and writes wait until %1 is filled again.")
                   .arg(copy.filledAnew.join(QStringLiteral(", ")));
    return why;
}

/// A value that means something else under the same name is nothing that two releases can share.
QString changedMeaning(const ColumnCopy &copy)
{
    QStringList changes;
    for (const CopiedColumn &column : copy.columns) {
        if (!keepsMeaning(column.expression, column.before.id.sub))
            changes += QStringLiteral("%1 becomes %2").arg(column.before.id.sub, column.expression);
    }
    if (changes.isEmpty())
        return {};
    return QStringLiteral(
               "With the next step %1 in every row, all at once: every release that uses it is ready "
               "to take it so from that moment on, or is stopped.")
        .arg(changes.join(QStringLiteral(", ")));
}

} // namespace

/// The copies take the columns' names, in one short transaction with all that has to be rebuilt around it.
std::optional<Rewrite> swapColumn(const Action &action, const Context &context)
{
    const auto *change = std::get_if<ChangeType>(&action.detail);
    if (!change || !change->copy)
        return std::nullopt;
    const ColumnCopy &copy = *change->copy;
    Draft draft = SwapWriter(action, context, copy).draft(action.title, swapReason(copy));
    if (!copy.areUniqueBack())
        draft.step.rollback.caution = QStringLiteral("The way back builds the indexes of the old keys while "
                                                     "reads and writes wait, and fails where "
                                                     "two values of %1 are one of %2.")
                                          .arg(typesOf(copy, true), typesOf(copy, false));
    draft.step.timeouts.statementMs = 0;
    draft.confirmAlone = changedMeaning(copy);
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
