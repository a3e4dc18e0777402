#include "occurrence.h"
#include "typechange.h"

#include <model/base/result.h>

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

namespace {

using Occurrences = std::vector<Occurrence>;

/// Turns the subcommands of one ALTER TABLE into occurrences.
class AlterClassifier
{
public:
    AlterClassifier(const sql::AlterTable &alter, const SchemaState &state, int serverVersion)
        : m_alter(alter)
        , m_state(state)
        , m_version(serverVersion)
        , m_table(state.resolve(alter.relation))
    { }

    Occurrences run()
    {
        for (const sql::Subcommand &command : m_alter.commands) {
            m_command = &command;
            std::visit(*this, command.detail);
        }
        return std::move(m_result);
    }

    void operator()(const sql::AddColumn &c);
    void operator()(const sql::DropColumn &c);
    void operator()(const sql::SetNotNull &c);
    void operator()(const sql::DropNotNull &) { add(Form::DropNotNull); }
    void operator()(const sql::AlterType &c);
    void operator()(const sql::SetDefault &) { add(isView() ? Form::AlterView : Form::ColumnDefault); }
    void operator()(const sql::DropDefault &) { add(isView() ? Form::AlterView : Form::ColumnDefault); }
    void operator()(const sql::SetExpression &c) { add(Form::SetExpression).column = c.column; }
    void operator()(const sql::DropExpression &) { add(Form::DropExpression); }
    void operator()(const sql::AddIdentity &) { add(Form::AddIdentity); }
    void operator()(const sql::SetIdentity &c) { add(Form::ChangeIdentity).column = c.column; }
    void operator()(const sql::DropIdentity &c) { add(Form::DropIdentity).column = c.column; }
    void operator()(const sql::SetStatistics &)
    {
        add(isIndex() ? Form::AlterIndex : Form::ColumnStatistics);
    }
    void operator()(const sql::SetColumnOptions &) { add(Form::ColumnStatistics); }
    void operator()(const sql::SetStorage &) { add(Form::ColumnStorage); }
    void operator()(const sql::SetCompression &) { add(Form::ColumnStorage); }
    void operator()(const sql::AddConstraint &c);
    void operator()(const sql::ValidateConstraint &c);
    void operator()(const sql::DropConstraint &c);
    void operator()(const sql::AlterConstraint &) { add(Form::AlterConstraint); }
    void operator()(const sql::AttachPartition &c);
    void operator()(const sql::DetachPartition &c);
    void operator()(const sql::SwitchTrigger &) { add(Form::SwitchTrigger); }
    void operator()(const sql::SwitchRule &) { add(Form::SwitchRule); }
    void operator()(const sql::SwitchRowSecurity &) { add(Form::SwitchRowSecurity); }
    void operator()(const sql::SetOptions &c);
    void operator()(const sql::SetLogged &) { add(Form::SetLogged); }
    void operator()(const sql::SetTablespace &)
    {
        add(isIndex() ? Form::IndexTablespace : Form::SetTablespace);
    }
    void operator()(const sql::SetAccessMethod &) { add(Form::SetAccessMethod); }
    void operator()(const sql::ClusterOn &c) { add(Form::ClusterOn).index = indexNamed(c.index); }
    void operator()(const sql::Inherit &c)
    {
        add(c.add ? Form::Inherit : Form::NoInherit).others = { m_state.resolve(c.parent) };
    }
    void operator()(const sql::OfType &) { add(Form::OfType); }
    void operator()(const sql::ReplicaIdentity &c) { add(Form::ReplicaIdentity).index = indexNamed(c.index); }
    void operator()(const sql::OwnerTo &) { add(isView() ? Form::AlterView : Form::OwnerTo); }
    void operator()(const sql::OtherSubcommand &) { add(Form::OtherAlterTable); }

private:
    Occurrence &add(Form form)
    {
        Occurrence occurrence;
        occurrence.form = form;
        occurrence.own = m_table;
        occurrence.only = m_alter.relation.only;
        occurrence.subcommand = m_command;
        occurrence.line = m_command->line;
        m_result.push_back(std::move(occurrence));
        return m_result.back();
    }
    [[nodiscard]] bool isIndex() const { return m_alter.kind == sql::ObjectKind::Index; }
    [[nodiscard]] bool isView() const { return m_alter.kind == sql::ObjectKind::View; }
    [[nodiscard]] Key indexNamed(const QString &name) const
    {
        return name.isEmpty() ? Key() : Key(m_table.first, name);
    }
    void addComposite();
    void addInlineConstraint(const sql::ConstraintClause &clause, bool hasDefault);
    [[nodiscard]] bool addingRewrites(const sql::ColumnClause &column) const;
    [[nodiscard]] Keys referencedThrough(const QString &column) const;
    [[nodiscard]] bool isReferencedKey(const QString &column) const;
    [[nodiscard]] bool dropsCheckOf(const QString &column) const;

    const sql::AlterTable &m_alter;
    const SchemaState &m_state;
    const int m_version;
    const Key m_table;
    const sql::Subcommand *m_command = nullptr;
    Occurrences m_result;
};

void AlterClassifier::addComposite()
{
    Occurrence &occurrence = add(Form::AlterComposite);
    if (!m_command->cascade)
        return;
    for (const schema::Fact &fact : m_state.catalog()->factsOf(schema::Kind::Table)) {
        const auto *table = fact.as<schema::TableAttributes>();
        if (table && table->ofType == display(m_table))
            occurrence.dependents.append(keyOf(fact.id));
    }
}

bool AlterClassifier::addingRewrites(const sql::ColumnClause &column) const
{
    if (column.type.isSerial || column.generated == sql::GeneratedKind::Stored
        || column.generated == sql::GeneratedKind::Identity)
        return true;
    if (column.generated == sql::GeneratedKind::Virtual)
        return false;
    if (column.hasDefault() && (m_version < 110000 || isVolatile(column.defaultExpression, m_state)))
        return true;
    return m_state.isConstrainedDomain(column.type.text);
}

void AlterClassifier::operator()(const sql::AddColumn &c)
{
    if (m_alter.kind == sql::ObjectKind::Type)
        return addComposite();
    const bool exists = c.ifNotExists && m_state.column(m_table, c.column.name);
    if (exists) {
        add(Form::AddColumn);
        return;
    }
    const bool checksVirtual = c.column.generated == sql::GeneratedKind::Virtual && c.column.notNull;
    add(addingRewrites(c.column) ? Form::AddColumnRewrite
        : checksVirtual          ? Form::AddColumnScan
                                 : Form::AddColumn)
        .column = c.column.name;
    for (const sql::ConstraintClause &clause : c.column.constraints)
        addInlineConstraint(clause, c.column.hasDefault());
}

void AlterClassifier::addInlineConstraint(const sql::ConstraintClause &clause, bool hasDefault)
{
    switch (clause.kind) {
    case sql::ConstraintKind::Check: add(Form::AddColumnScan); return;
    case sql::ConstraintKind::PrimaryKey:
    case sql::ConstraintKind::Unique: add(Form::AddColumnIndex); return;
    case sql::ConstraintKind::ForeignKey:
        add(hasDefault ? Form::AddColumnReferencesDefault : Form::AddColumnReferences).referenced = {
            m_state.resolve(clause.referenced)
        };
        return;
    case sql::ConstraintKind::NotNull:
    case sql::ConstraintKind::Exclude:
    case sql::ConstraintKind::Other: return;
    }
}

Keys AlterClassifier::referencedThrough(const QString &column) const
{
    Keys result;
    if (const RelationState *table = m_state.details(m_table)) {
        for (const ConstraintState &constraint : table->constraints) {
            const bool isForeign = constraint.type == schema::ConstraintType::ForeignKey;
            if (isForeign && constraint.columns.contains(column) && !result.contains(constraint.referenced))
                result.append(constraint.referenced);
        }
    }
    return result;
}

bool AlterClassifier::isReferencedKey(const QString &column) const
{
    const RelationState *table = m_state.details(m_table);
    if (!table || table->referencing.isEmpty())
        return false;
    return std::any_of(table->constraints.cbegin(), table->constraints.cend(), [&](const ConstraintState &c) {
        const bool isKey =
            c.type == schema::ConstraintType::PrimaryKey || c.type == schema::ConstraintType::Unique;
        return isKey && c.columns.contains(column);
    });
}

void AlterClassifier::operator()(const sql::DropColumn &c)
{
    if (m_alter.kind == sql::ObjectKind::Type)
        return addComposite();
    Occurrence &occurrence = add(Form::DropColumn);
    occurrence.column = c.column;
    occurrence.referenced = referencedThrough(c.column);
    if (m_command->cascade)
        occurrence.dependents =
            m_state.dependents(schema::subId(schema::Kind::Column, m_table.first, m_table.second, c.column));
}

bool AlterClassifier::dropsCheckOf(const QString &column) const
{
    return std::any_of(m_alter.commands.begin(), m_alter.commands.end(), [&](const sql::Subcommand &command) {
        const auto *drop = std::get_if<sql::DropConstraint>(&command.detail);
        const ConstraintState *constraint = drop ? m_state.constraint(m_table, drop->name) : nullptr;
        return constraint && constraint->provesNotNull.contains(column);
    });
}

void AlterClassifier::operator()(const sql::SetNotNull &c)
{
    const ColumnState *column = m_state.column(m_table, c.column);
    const bool proved =
        m_version >= 120000 && m_state.provesNotNull(m_table, c.column) && !dropsCheckOf(c.column);
    const bool already = column && column->notNull;
    add(proved || already ? Form::SetNotNullProved : Form::SetNotNull).column = c.column;
}

void AlterClassifier::operator()(const sql::AlterType &c)
{
    if (m_alter.kind == sql::ObjectKind::Type)
        return addComposite();
    const ColumnState *column = m_state.column(m_table, c.column);
    const TypeChange change = column ? typeChange(*column, c, m_state) : TypeChange::Rewrite;
    const Keys referenced = referencedThrough(c.column);
    const bool isKey = isReferencedKey(c.column);
    const RelationState *table = m_state.details(m_table);
    const bool isChecked =
        table && std::any_of(table->constraints.cbegin(), table->constraints.cend(), [&](const auto &k) {
            return k.type == schema::ConstraintType::Check && k.validated && k.columns.contains(c.column);
        });
    Form form = Form::AlterTypeRewrite;
    switch (change) {
    case TypeChange::Instant: form = isChecked ? Form::AlterTypeScan : Form::AlterTypeInstant; break;
    case TypeChange::IndexBuild:
        form = m_state.indexesUsing(m_table, c.column).isEmpty()
                   ? (isChecked ? Form::AlterTypeScan : Form::AlterTypeInstant)
                   : Form::AlterTypeIndexBuild;
        break;
    case TypeChange::Rewrite:
        form = referenced.isEmpty() && !isKey ? Form::AlterTypeRewrite : Form::AlterTypeKey;
        break;
    }
    Occurrence &occurrence = add(form);
    occurrence.column = c.column;
    occurrence.referenced = referenced;
    if (isKey)
        occurrence.dependents = table->referencing;
}

void AlterClassifier::operator()(const sql::AddConstraint &c)
{
    const sql::ConstraintClause &clause = c.constraint;
    switch (clause.kind) {
    case sql::ConstraintKind::Check:
    case sql::ConstraintKind::NotNull: add(clause.notValid ? Form::AddNotValid : Form::AddCheck); return;
    case sql::ConstraintKind::ForeignKey:
        add(clause.notValid ? Form::AddForeignKeyNotValid : Form::AddForeignKey).referenced = {
            m_state.resolve(clause.referenced)
        };
        return;
    case sql::ConstraintKind::PrimaryKey:
    case sql::ConstraintKind::Unique: {
        const bool isPrimary = clause.kind == sql::ConstraintKind::PrimaryKey;
        if (clause.usingIndex.isEmpty()) {
            add(isPrimary ? Form::AddPrimaryKey : Form::AddUnique);
            return;
        }
        const Key index = indexNamed(clause.usingIndex);
        const RelationState *state = m_state.find(index);
        const QStringList columns = state ? state->keyColumns : QStringList();
        const bool scans = isPrimary && std::any_of(columns.begin(), columns.end(), [&](const QString &name) {
                               const ColumnState *column = m_state.column(m_table, name);
                               return !(column && column->notNull) && !m_state.provesNotNull(m_table, name);
                           });
        add(scans ? Form::AddPrimaryKeyUsingIndexScan : Form::AddUniqueUsingIndex).index = index;
        return;
    }
    case sql::ConstraintKind::Exclude: add(Form::AddExclude); return;
    case sql::ConstraintKind::Other: add(Form::OtherAlterTable); return;
    }
}

void AlterClassifier::operator()(const sql::ValidateConstraint &c)
{
    const ConstraintState *constraint = m_state.constraint(m_table, c.name);
    if (constraint && constraint->validated) {
        add(Form::ValidateAgain);
    } else if (constraint && constraint->type == schema::ConstraintType::ForeignKey) {
        add(Form::ValidateForeignKey).referenced = { constraint->referenced };
    } else {
        add(Form::ValidateCheck);
    }
}

void AlterClassifier::operator()(const sql::DropConstraint &c)
{
    const ConstraintState *constraint = m_state.constraint(m_table, c.name);
    if (!constraint) {
        add(Form::DropConstraint);
        return;
    }
    if (constraint->type == schema::ConstraintType::ForeignKey) {
        add(Form::DropForeignKey).referenced = { constraint->referenced };
        return;
    }
    const bool isKey = !constraint->index.second.isEmpty();
    Occurrence &occurrence = add(isKey ? Form::DropKey : Form::DropConstraint);
    occurrence.index = constraint->index;
    if (isKey && m_command->cascade)
        occurrence.dependents = m_state.dependents(
            schema::subId(schema::Kind::Constraint, m_table.first, m_table.second, c.name));
}

void AlterClassifier::operator()(const sql::AttachPartition &c)
{
    const Key partition = m_state.resolve(c.partition);
    if (isIndex()) {
        add(Form::AttachIndex).others = { partition };
        return;
    }
    const RelationState *child = m_state.find(partition);
    const Key fallback = m_state.defaultPartition(m_table);
    // A DEFAULT partition is read as well.
    const bool readsFallback =
        !fallback.second.isEmpty() && !m_state.isNew(fallback) && !m_state.excludesBound(fallback, m_table);
    const bool checked =
        !readsFallback && ((child && child->isNew) || m_state.checksBound(partition, m_table));
    add(checked ? Form::AttachPartitionChecked : Form::AttachPartition).others = { partition };
}

void AlterClassifier::operator()(const sql::DetachPartition &c)
{
    add(c.concurrently || c.finalize ? Form::DetachConcurrently : Form::DetachPartition).others = {
        m_state.resolve(c.partition)
    };
}

void AlterClassifier::operator()(const sql::SetOptions &c)
{
    static const QSet<QString> strong = {
        QStringLiteral("user_catalog_table"),     QStringLiteral("fastupdate"),
        QStringLiteral("gin_pending_list_limit"), QStringLiteral("buffering"),
        QStringLiteral("pages_per_range"),        QStringLiteral("autosummarize"),
    };
    const bool isStrong =
        std::any_of(c.names.begin(), c.names.end(), [](const QString &n) { return strong.contains(n); });
    if (isView())
        add(Form::AlterView);
    else if (isStrong)
        add(Form::SetStrongOptions);
    else
        add(isIndex() ? Form::AlterIndex : Form::SetOptions);
}

} // namespace

std::vector<Occurrence> classifyAlter(const sql::AlterTable &alter, const SchemaState &state,
                                      int serverVersion)
{
    return AlterClassifier(alter, state, serverVersion).run();
}

} // namespace lockstep::analysis
