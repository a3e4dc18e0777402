#include "columnsync.h"
#include "partedindexes.h"

#include <model/plan/plain/ddl.h>
#include <model/plan/plain/tableddl.h>

namespace lockstep::plan {

namespace {

/// Writes the first steps of an online type change: columns of the new types, filled and in step.
class CopyWriter
{
public:
    CopyWriter(const Action &action, const Context &context, const ColumnCopy &copy)
        : m_action(action)
        , m_context(context)
        , m_copy(copy)
        , m_relation(relationSql(action))
    { }

    [[nodiscard]] Rewrite drafts()
    {
        for (const CopiedColumn &column : m_copy.columns)
            addTest(column);
        for (const CopiedColumn &column : m_copy.columns)
            addColumn(column);
        addFilling();
        addIndexes();
        for (const CopiedColumn &column : m_copy.columns)
            addNotNull(column);
        addConstraints();
        addAgreement();
        return std::move(m_result);
    }

private:
    /// Only what is looked at afterwards, too, may be checked when the plan is done.
    void add(Draft draft)
    {
        for (Verification &verification : draft.step.verify)
            verification.isInterim = true;
        for (const CopiedColumn &column : m_copy.columns)
            draft.step.title.replace(column.copy, QStringLiteral("the new ") + column.before.id.sub);
        m_result.drafts.push_back(std::move(draft));
    }

    [[nodiscard]] static QString typePair(const CopiedColumn &column)
    {
        return column.typeBefore == column.typeAfter
                   ? QStringLiteral("values of the old and of the new %1").arg(column.typeAfter)
                   : QStringLiteral("%1 and %2").arg(column.typeBefore, column.typeAfter);
    }
    [[nodiscard]] QString testName(const CopiedColumn &column) const
    {
        return schema::qualified(m_action.relation.schema, ownName(column.before.id, QStringLiteral("test")));
    }
    [[nodiscard]] QString createTest(const CopiedColumn &column) const
    {
        const QString body =
            QStringLiteral(
                "DECLARE\n  zzz_lockstep_value %1;\nBEGIN\n  zzz_lockstep_value := (SELECT (%2) FROM "
                "(SELECT (zzz_lockstep_row).*) AS %3);\n  RETURN true;\nEXCEPTION WHEN OTHERS THEN\n"
                "  RETURN false;\nEND")
                .arg(column.becomes().type, column.expression, schema::quoteIdent(column.before.id.name));
        return QStringLiteral("CREATE FUNCTION %1(zzz_lockstep_row %2) RETURNS boolean LANGUAGE plpgsql%3 AS "
                              "$lockstep$\n#variable_conflict use_column\n%4\n$lockstep$")
            .arg(testName(column), m_relation, conversionSettings(m_action, m_copy), body);
    }
    [[nodiscard]] QString dropTest(const CopiedColumn &column) const
    {
        return QStringLiteral("DROP FUNCTION %1(%2)").arg(testName(column), m_relation);
    }

    [[nodiscard]] static bool hasTest(const CopiedColumn &column)
    {
        return column.mayFail && column.misfits.isEmpty();
    }

    /// What a person finds a row with, and the value: the primary key, else where the row lies.
    [[nodiscard]] QString keyAnd(const QString &column) const
    {
        QStringList names{ QStringLiteral("ctid") };
        for (const int part : m_context.current().partsOf(m_action.relation)) {
            const auto *key =
                m_context.current().facts()[std::size_t(part)].as<schema::ConstraintAttributes>();
            if (!key || key->type != schema::ConstraintType::PrimaryKey)
                continue;
            names.clear();
            for (const QString &name : key->columns)
                names += schema::quoteIdent(name);
        }
        if (!names.contains(schema::quoteIdent(column)))
            names += schema::quoteIdent(column);
        return names.join(QStringLiteral(", "));
    }

    void addTest(const CopiedColumn &column)
    {
        if (!column.mayFail)
            return;
        if (!hasTest(column))
            return addCount(column);
        const QString &name = column.before.id.sub;
        const QString failing = QStringLiteral("FROM %1 AS zzz_lockstep_row WHERE NOT %2(zzz_lockstep_row)")
                                    .arg(m_relation, testName(column));
        add(ddlDraft(
            m_action, Phase::Expand, QStringLiteral("Prepare a test of the values of ") + name,
            { createTest(column) }, { dropTest(column) },
            QStringLiteral("The function converts a row's value and says whether it can be done, so that "
                           "counting those that cannot be converted does not fail at the first of them.")));
        add(verifyDraft(
            m_action, QStringLiteral("Check that every %1 can become %2").arg(name, column.typeAfter),
            QStringLiteral("SELECT count(*) ") + failing, QStringLiteral("0"),
            QStringLiteral(
                "A value that does not convert would stop the fill in its middle, and the application at "
                "every write of such a row; better to know before anything is changed."),
            QStringLiteral("SELECT %1 %2 LIMIT 20").arg(keyAnd(name), failing)));
        m_result.drafts.back().needsCommitBefore = true;
    }

    /// Where a condition says which values do not convert.
    void addCount(const CopiedColumn &column)
    {
        add(verifyDraft(
            m_action,
            QStringLiteral("Check that every %1 can become %2").arg(column.before.id.sub, column.typeAfter),
            countWhere(m_relation, column.misfits), QStringLiteral("0"),
            QStringLiteral("A value that does not convert would stop the fill in its middle, and "
                           "the application at every write of such a row. %1")
                .arg(column.remedy),
            QStringLiteral("SELECT %1 FROM %2 WHERE %3 LIMIT 20")
                .arg(keyAnd(column.before.id.sub), m_relation, column.misfits)));
    }

    void addColumn(const CopiedColumn &copied)
    {
        const schema::Fact column = newColumn(copied);
        const QString &to = copied.typeAfter;
        QStringList sql{ alterTable(m_relation,
                                    QStringLiteral("ADD COLUMN ") + ddl::columnClause(column, nullptr)) };
        QStringList back{ alterTable(m_relation,
                                     QStringLiteral("DROP COLUMN ") + schema::quoteIdent(copied.copy)) };
        if (hasTest(copied)) {
            sql.prepend(dropTest(copied));
            back.append(createTest(copied));
        }
        sql += ddl::columnSettings(nullptr, column) + saidOf(copied, copied.copy, m_context);
        Draft draft = ddlDraft(
            m_action, Phase::Expand,
            QStringLiteral("Add a column for %1 as %2").arg(copied.before.id.sub, to), sql, back,
            QStringLiteral(
                "%1 are stored differently: ALTER COLUMN TYPE would rewrite %2 and its "
                "indexes while reads and writes wait. A column of the new type is filled beside the traffic "
                "instead and takes the name in one short transaction.")
                .arg(typePair(copied), schema::dottedName(m_action.relation)));
        draft.step.verify = { columnIsThere(m_action, copied.copy, false) };
        add(draft);
    }

    void addFilling()
    {
        const SyncTrigger sync = forwardSync(m_action, m_copy);
        add(ddlDraft(
            m_action, Phase::Expand,
            QStringLiteral("Convert %1 in every row written from now on").arg(namesOf(m_copy)), sync.create,
            sync.drop,
            QStringLiteral("The trigger is named to run last, so that it converts what other triggers have "
                           "made of the row. From here on a value that %1 cannot hold is refused.")
                .arg(newTypes())));
        schema::ObjectId copy = m_copy.columns.first().before.id;
        copy.sub = m_copy.columns.first().copy;
        // One pass over the table fills all of them.
        QStringList values{ m_copy.columns.first().expression };
        QStringList conditions;
        for (const CopiedColumn &column : m_copy.columns) {
            conditions += behind(column);
            if (conditions.size() > 1)
                values += QStringLiteral("%1 = %2").arg(schema::quoteIdent(column.copy), column.expression);
        }
        const QString joiner = QStringLiteral(") OR (");
        add(backfillDraft(m_action, m_context, copy, values.join(QStringLiteral(", ")),
                          QStringLiteral("The converted values of %1 of %2 go with the copy that holds them.")
                              .arg(namesOf(m_copy), m_action.relation.name),
                          conditions.size() == 1 ? conditions.first()
                                                 : QStringLiteral("((%1))").arg(conditions.join(joiner))));
    }
    [[nodiscard]] static QString behind(const CopiedColumn &column)
    {
        return isBehind(column.copy, column.expression, column.becomes().type);
    }
    [[nodiscard]] QString newTypes() const
    {
        QStringList types;
        for (const CopiedColumn &column : m_copy.columns)
            types += column.typeAfter;
        types.removeDuplicates();
        return types.join(QStringLiteral(" or "));
    }

    void addIndexes()
    {
        for (const Twin &index : m_copy.indexes) {
            addOnly(index);
            for (const Twin *leaf : leavesOf(index))
                addIndex(*leaf, leaf->copy.id.name, buildLeaf(*leaf, &Twin::copy),
                         QStringLiteral("The new column takes the name with an index as good as %1 on it.")
                             .arg(leaf->original.id.name));
            addAttached(index);
        }
        for (const Twin &key : m_copy.keys) {
            for (const Twin *leaf : leavesOf(key))
                addKeyIndexes(*leaf);
        }
    }

    /// The partitions' are attached to it, and dropping it drops them.
    void addOnly(const Twin &index)
    {
        if (!index.isPartitioned)
            return;
        add(ddlDraft(
            m_action, Phase::Validate,
            QStringLiteral("Make an index like %1 without the partitions").arg(index.original.id.name),
            createOnly(index, &Twin::copy), { dropWhole(index) },
            QStringLiteral("The index of a partitioned table cannot be built concurrently: it is made "
                           "ON ONLY, which builds nothing; each partition's is built concurrently "
                           "and attached.")));
    }
    void addAttached(const Twin &index)
    {
        const QStringList attach = attachParts(index, &Twin::copy);
        if (attach.isEmpty())
            return;
        Draft draft = ddlDraft(
            m_action, Phase::Validate,
            QStringLiteral("Attach the partitions' indexes to that like %1").arg(index.original.id.name),
            attach, { dropWhole(index) },
            QStringLiteral("A change of the catalog only: with the last one attached the index is valid."));
        draft.needsCommitBefore = true;
        draft.step.verify = { indexIsValid(index.copy.id.schema, index.copy.id.name) };
        add(draft);
    }
    [[nodiscard]] static QString dropWhole(const Twin &index)
    {
        return QStringLiteral("DROP INDEX IF EXISTS ")
               + schema::qualified(index.copy.id.schema, index.copy.id.name);
    }

    void addKeyIndexes(const Twin &key)
    {
        const Action action = actionOnPart(m_action, key);
        const QString relation = relationSql(action);
        const auto &attributes = *key.copy.as<schema::ConstraintAttributes>();
        add(duplicateCheck(action, attributes));
        const QString why = QStringLiteral("The key %1 takes over the finished index at the swap.");
        addIndex(key, key.copy.id.sub,
                 { keyByIndex(relation, key.original.id, attributes, key.copy.id.sub)->createIndex },
                 why.arg(key.original.id.sub));
        if (!key.isUniqueBack)
            return;
        const auto &original = *key.original.as<schema::ConstraintAttributes>();
        addIndex(
            key, wayBackIndex(key),
            { keyByIndex(relation, key.original.id, original, wayBackIndex(key))->createIndex },
            QStringLiteral("At the swap %1 leaves the old column, and its index goes with it; with this one "
                           "the way back is as short.")
                .arg(key.original.id.sub));
    }

    void addIndex(const Twin &like, const QString &name, const QStringList &sql, const QString &why)
    {
        const QString &schemaName = like.original.id.schema;
        Draft draft =
            concurrentDraft(actionOnPart(m_action, like), Phase::Validate,
                            QStringLiteral("Build an index like ") + indexNameOf(like.original), sql,
                            { QStringLiteral("DROP INDEX CONCURRENTLY IF EXISTS %1")
                                  .arg(schema::qualified(schemaName, name)) },
                            why);
        draft.step.verify = { indexIsValid(schemaName, name) };
        add(draft);
    }

    void addNotNull(const CopiedColumn &column)
    {
        if (!column.was().notNull)
            return;
        schema::ObjectId copy = column.before.id;
        copy.sub = column.copy;
        const QString drop =
            QStringLiteral("ALTER COLUMN %1 DROP NOT NULL").arg(schema::quoteIdent(copy.sub));
        QStringList back{ alterTable(m_relation, drop) };
        for (const schema::ObjectId &partition : partitionsOfPrimaryKey(column))
            back += alterTable(schema::qualified(partition.schema, partition.name), drop);
        for (const Draft &draft : notNullDrafts(m_action, m_context, copy, back))
            add(draft);
    }
    /// From PostgreSQL 18 on a partition's primary key makes the NOT NULL the partition's own as well, which
    /// stays when the parent's goes.
    [[nodiscard]] QVector<schema::ObjectId> partitionsOfPrimaryKey(const CopiedColumn &column) const
    {
        QVector<schema::ObjectId> partitions;
        for (const Twin &key : m_copy.keys) {
            const auto &attributes = *key.copy.as<schema::ConstraintAttributes>();
            if (m_context.major() >= 18 && attributes.type == schema::ConstraintType::PrimaryKey
                && attributes.columns.contains(column.copy))
                partitions += tablesOfParts(key);
        }
        return partitions;
    }

    void addConstraints()
    {
        for (const Twin &constraint : m_copy.constraints) {
            if (constraint.refersToCopy && !isToOwnKey(constraint, m_action.relation))
                continue; // When the other table has its copy, too.
            const QString &name = constraint.copy.id.sub;
            schema::Fact notValid = constraint.copy;
            std::get<schema::ConstraintAttributes>(notValid.attributes).validated = false;
            // The way back of the swap may have taken it away with the key it refers to.
            const QString drop = constraint.refersToCopy ? QStringLiteral("DROP CONSTRAINT IF EXISTS ")
                                                         : QStringLiteral("DROP CONSTRAINT ");
            add(ddlDraft(
                m_action, Phase::Validate,
                QStringLiteral("Add a constraint like %1 for new rows").arg(constraint.original.id.sub),
                ddl::createConstraint(notValid, m_context.current()),
                { alterTable(m_relation, drop + schema::quoteIdent(name)) },
                QStringLiteral("NOT VALID reads no row under its lock.")));
            Draft validate = validateConstraintDraft(
                m_action, name,
                QStringLiteral("Validate the constraint like %1").arg(constraint.original.id.sub));
            validate.step.verify = { constraintIsThere(m_action, name, true) };
            add(validate);
        }
    }

    void addAgreement()
    {
        for (const CopiedColumn &column : m_copy.columns) {
            Draft agree = verifyDraft(
                m_action, QStringLiteral("Check that every %1 is converted").arg(column.before.id.sub),
                countWhere(m_relation, behind(column)), QStringLiteral("0"),
                QStringLiteral("Only then may the new column take the name."),
                sampleWhere(m_relation, behind(column)));
            agree.step.rollback.transaction = TransactionMode::None;
            agree.needsCommitBefore = true;
            add(agree);
        }
        // The swap's way back brings these without reading a row.
        QStringList &validate = m_result.drafts.back().step.rollback.sql;
        for (const Twin &constraint : m_copy.constraints)
            validate += validateSql(m_action, constraint.original.id.sub);
        for (const schema::Fact &constraint : m_copy.leaving)
            validate += validateSql(m_action, constraint.id.sub);
    }

    const Action &m_action;
    const Context &m_context;
    const ColumnCopy &m_copy;
    const QString m_relation;
    Rewrite m_result;
};

} // namespace

/// A column of the new type beside the old one, with all that hangs on it.
std::optional<Rewrite> copyColumn(const Action &action, const Context &context)
{
    const auto *change = std::get_if<CopyColumn>(&action.detail);
    if (!change)
        return std::nullopt;
    return CopyWriter(action, context, *change->copy).drafts();
}

} // namespace lockstep::plan
