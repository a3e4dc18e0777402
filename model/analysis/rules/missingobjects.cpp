#include "existencerules.h"

#include <model/base/result.h>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

using sql::ObjectKind;

/// PostgreSQL's own are in no catalog that is read here, and temporary ones are the session's.
bool isOutside(const Key &key)
{
    return key.first.startsWith(QLatin1String("pg_")) || key.first == QLatin1String("information_schema")
           || key.second.startsWith(QLatin1String("pg_"));
}

QStringList missingColumns(const StatementInput &in, const Key &table, const QStringList &columns)
{
    static const QStringList ofTheSystem = { QStringLiteral("ctid"), QStringLiteral("xmin"),
                                             QStringLiteral("xmax"), QStringLiteral("cmin"),
                                             QStringLiteral("cmax"), QStringLiteral("tableoid"),
                                             QStringLiteral("oid"),  QString() };
    const RelationState *known = in.state.details(table);
    if (!known || !known->isFromCatalog || known->kind != RelationKind::Table)
        return {};
    QStringList result;
    for (const QString &column : columns) {
        if (!known->columns.contains(column) && !ofTheSystem.contains(column) && !result.contains(column))
            result.append(column);
    }
    return result;
}

/// True if there are extensions besides the language that every database has.
bool bringsRelations(const schema::CatalogPtr &catalog)
{
    const auto extensions = catalog->factsOf(schema::Kind::Extension);
    return std::any_of(extensions.begin(), extensions.end(),
                       [](const schema::Fact &fact) { return fact.id.name != QLatin1String("plpgsql"); });
}

bool isOfKind(const RelationState &relation, ObjectKind kind)
{
    switch (relation.kind) {
    case RelationKind::Table:
        return kind == (relation.isForeign ? ObjectKind::ForeignTable : ObjectKind::Table);
    case RelationKind::Index: return kind == ObjectKind::Index;
    case RelationKind::View: return kind == ObjectKind::View;
    case RelationKind::MaterializedView: return kind == ObjectKind::MaterializedView;
    case RelationKind::Sequence: return kind == ObjectKind::Sequence;
    case RelationKind::Composite: return false;
    }
    return true;
}

/// Collects what a statement uses and is not there.
class Missing
{
public:
    explicit Missing(const StatementInput &in)
        : m_in(in)
    { }
    Verdicts take() { return std::move(m_result); }

    void relation(const sql::RelationName &name)
    {
        if (!name.name.isEmpty())
            relation(m_in.state.resolve(name), m_line);
    }
    void relations(const QVector<sql::RelationName> &names)
    {
        for (const sql::RelationName &name : names)
            relation(name);
    }
    void columns(const sql::RelationName &table, const QStringList &names)
    {
        const Key key = m_in.state.resolve(table);
        for (const QString &column : missingColumns(m_in, key, names)) {
            if (!m_added.contains(column))
                add(QStringLiteral("%1 has no column %2").arg(display(key), schema::quoteIdent(column)));
        }
    }

    void operator()(const sql::AlterTable &alter);
    void operator()(const sql::CreateIndex &index)
    {
        relation(index.relation);
        columns(index.relation, index.columns + index.included);
    }
    void operator()(const sql::Drop &drop)
    {
        for (const sql::QualifiedName &name : drop.names) {
            const Key key = m_in.state.resolve(name.schema, name.name);
            const RelationState *known = m_in.state.find(key);
            if (namesRelation(drop.kind) && !drop.ifExists)
                relation(key, 1);
            if (namesRelation(drop.kind) && known && !isOfKind(*known, drop.kind))
                add(QStringLiteral("%1 is of another kind").arg(display(key)));
        }
    }
    void operator()(const sql::Rename &rename)
    {
        if (rename.ifExists)
            return;
        relation(rename.relation);
        if (rename.kind == ObjectKind::Column)
            columns(rename.relation, { rename.from });
    }
    void operator()(const sql::Insert &insert)
    {
        relation(insert.relation);
        relations(insert.sources);
        columns(insert.relation, insert.columns);
    }
    void operator()(const sql::Update &update)
    {
        relation(update.relation);
        relations(update.sources);
        columns(update.relation, update.columns);
    }
    void operator()(const sql::Delete &remove)
    {
        relation(remove.relation);
        relations(remove.sources);
    }
    void operator()(const sql::Merge &merge)
    {
        relation(merge.relation);
        relations(merge.sources);
    }
    void operator()(const sql::Select &select) { relations(select.relations); }
    void operator()(const sql::CreateTableAs &table) { relations(table.sources); }
    void operator()(const sql::CreateView &view) { relations(view.sources); }
    void operator()(const sql::Truncate &truncate) { relations(truncate.relations); }
    void operator()(const sql::LockTable &lock) { relations(lock.relations); }
    void operator()(const sql::Copy &copy) { relation(copy.relation); }
    void operator()(const sql::Refresh &refresh) { relation(refresh.relation); }
    void operator()(const sql::CreateTrigger &trigger) { relation(trigger.relation); }
    void operator()(const sql::CreateRule &rule) { relation(rule.relation); }
    void operator()(const sql::CreatePolicy &policy) { relation(policy.relation); }
    template <typename T>
    void operator()(const T &)
    { }

private:
    void relation(const Key &key, int line)
    {
        if (isOutside(key) || m_in.state.find(key))
            return;
        m_line = line;
        add(QStringLiteral("There is no %1 in the schema").arg(display(key)));
        if (!bringsRelations(m_in.state.catalog()))
            return;
        // What an extension brings is in no catalog that is read here.
        m_result.last().severity = plan::Severity::Warning;
        m_result.last().message =
            QStringLiteral("There is no %1 in the schema: unless an extension brings it, PostgreSQL refuses "
                           "the statement.")
                .arg(display(key));
    }
    void add(const QString &what)
    {
        m_result.append(
            { plan::Severity::Error, what + QStringLiteral(": PostgreSQL refuses the statement."), m_line });
    }

    const StatementInput &m_in;
    Verdicts m_result;
    QStringList m_added; ///< Columns that the statement adds itself.
    int m_line = 1;
};

void Missing::operator()(const sql::AlterTable &alter)
{
    if (alter.ifExists || !namesRelation(alter.kind))
        return;
    relation(alter.relation);
    const auto column = [&](const QString &name) { columns(alter.relation, { name }); };
    for (const sql::Subcommand &command : alter.commands) {
        m_line = command.line;
        std::visit(base::Overloaded{ [&](const sql::AddColumn &c) { m_added.append(c.column.name); },
                                     [&](const sql::DropColumn &c) {
                                         if (!c.ifExists)
                                             column(c.column);
                                     },
                                     [&](const sql::SetNotNull &c) { column(c.column); },
                                     [&](const sql::DropNotNull &c) { column(c.column); },
                                     [&](const sql::AlterType &c) { column(c.column); },
                                     [&](const sql::SetDefault &c) { column(c.column); },
                                     [&](const sql::DropDefault &c) { column(c.column); },
                                     [&](const sql::AddConstraint &c) {
                                         columns(alter.relation, c.constraint.columns);
                                         relation(c.constraint.referenced);
                                     },
                                     [&](const sql::AttachPartition &c) { relation(c.partition); },
                                     [&](const sql::DetachPartition &c) { relation(c.partition); },
                                     [](const auto &) {} },
                   command.detail);
    }
}

} // namespace

bool namesRelation(ObjectKind kind)
{
    return kind == ObjectKind::Table || kind == ObjectKind::Index || kind == ObjectKind::View
           || kind == ObjectKind::MaterializedView || kind == ObjectKind::Sequence
           || kind == ObjectKind::ForeignTable;
}

Verdicts objectMissing(const StatementInput &in)
{
    if (!in.scene.knowsSchema || in.state.doubts().mayHaveMore)
        return {};
    Missing missing(in);
    std::visit(missing, in.statement.detail);
    return missing.take();
}

} // namespace lockstep::analysis::rules
