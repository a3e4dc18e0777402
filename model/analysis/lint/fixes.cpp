#include "fixes.h"

#include "altertablefix.h"

#include <model/base/result.h>
#include <model/schema/objectid.h>
#include <model/sql/tokentext.h>

#include <QRegularExpression>

namespace lockstep::analysis::lint {

namespace {

using sql::TokenText;

/// As PostgreSQL chooses one that nobody else has.
QString chosenIndexName(const Key &table, const sql::CreateIndex &index)
{
    QStringList columns = index.columns;
    columns.replaceInStrings(QRegularExpression(QStringLiteral("^$")), QStringLiteral("expr"));
    return table.second + QLatin1Char('_') + columns.join(QLatin1Char('_')) + QLatin1String("_idx");
}

/// One overload a statement that one statement after the other can do with less waiting.
class Fixer
{
public:
    Fixer(const QString &sql, const FixInput &input)
        : m_text(sql)
        , m_input(input)
        , m_state(input.state)
    { }

    QStringList operator()(const sql::CreateIndex &index) const;
    QStringList operator()(const sql::Drop &drop) const;
    QStringList operator()(const sql::Reindex &reindex) const;
    QStringList operator()(const sql::Refresh &refresh) const;
    QStringList operator()(const sql::Rename &rename) const;
    QStringList operator()(const sql::CreateTable &table) const;
    QStringList operator()(const sql::AlterTable &alter) const
    {
        return alterTableFix(alter, m_text, m_input);
    }
    template <typename T>
    QStringList operator()(const T &) const
    {
        return {};
    }

private:
    [[nodiscard]] QStringList partitionedIndex(const sql::CreateIndex &index, const Key &table) const;

    const TokenText m_text;
    const FixInput &m_input;
    const SchemaState &m_state;
};

QStringList Fixer::operator()(const sql::CreateIndex &index) const
{
    const Key table = m_state.resolve(index.relation);
    if (index.concurrently || index.relation.only || m_state.isNew(table))
        return {};
    const RelationState *relation = m_state.find(table);
    if (relation && relation->isPartitioned)
        return partitionedIndex(index, table);
    return { m_text.withInserted(m_text.find("index"), QStringLiteral("CONCURRENTLY")) };
}

/// The parent's own index is valid once each partition has attached one.
QStringList Fixer::partitionedIndex(const sql::CreateIndex &index, const Key &table) const
{
    const Keys partitions = m_state.find(table)->children;
    for (const Key &partition : partitions) {
        const RelationState *state = m_state.find(partition);
        if (!state || state->isPartitioned)
            return {};
    }
    const QString name = index.name.isEmpty() ? chosenIndexName(table, index) : index.name;
    const int on = m_text.find("on");
    const int end = m_text.afterName(on + 1);
    const QString unique = index.unique ? QStringLiteral("UNIQUE ") : QString();
    const QString rest = m_text.text(end, m_text.size());
    QStringList result = { QStringLiteral("CREATE %1INDEX %2 ON ONLY %3 %4")
                               .arg(unique, schema::quoteIdent(name), m_text.text(on + 1, end), rest) };
    for (const Key &partition : partitions) {
        const QString part = chosenIndexName(partition, index);
        result.append(QStringLiteral("CREATE %1INDEX CONCURRENTLY %2 ON %3 %4")
                          .arg(unique, schema::quoteIdent(part), display(partition), rest));
        result.append(QStringLiteral("ALTER INDEX %1 ATTACH PARTITION %2")
                          .arg(display({ table.first, name }), display({ partition.first, part })));
    }
    return result;
}

QStringList Fixer::operator()(const sql::Drop &drop) const
{
    if (drop.kind != sql::ObjectKind::Index || drop.concurrently || drop.cascade)
        return {};
    QStringList result;
    for (const sql::QualifiedName &name : drop.names) {
        const Key key = m_state.resolve(name.schema, name.name);
        const RelationState *index = m_state.find(key);
        const RelationState *table = index ? m_state.find(index->table) : nullptr;
        // Of a partitioned table, or of a table that nobody else knows.
        if (table && (table->isPartitioned || table->isNew))
            return {};
        const QString written =
            name.schema.isEmpty() ? schema::quoteIdent(name.name) : schema::qualified(name.schema, name.name);
        result.append(QStringLiteral("DROP INDEX CONCURRENTLY %1%2")
                          .arg(drop.ifExists ? QStringLiteral("IF EXISTS ") : QString(), written));
    }
    return result;
}

QStringList Fixer::operator()(const sql::Reindex &reindex) const
{
    if (reindex.concurrently || m_text.find("system") >= 0)
        return {};
    for (const char *kind : { "index", "table", "schema", "database" }) {
        if (const int at = m_text.find(kind); at >= 0)
            return { m_text.withInserted(at, QStringLiteral("CONCURRENTLY")) };
    }
    return {};
}

QStringList Fixer::operator()(const sql::Refresh &refresh) const
{
    const int view = m_text.find("view");
    const bool isEmptied = m_text.find("no", view) >= 0;
    if (refresh.concurrently || isEmptied || m_state.isNew(m_state.resolve(refresh.relation)))
        return {};
    return { m_text.withInserted(view, QStringLiteral("CONCURRENTLY")) };
}

/// The old name goes on as a view, which PostgreSQL lets applications write to as well.
QStringList Fixer::operator()(const sql::Rename &rename) const
{
    const Key key = m_state.resolve(rename.relation);
    const RelationState *table = m_state.find(key);
    const bool isTable = rename.kind == sql::ObjectKind::Table && rename.from.isEmpty()
                         && (!table || table->kind == RelationKind::Table);
    if (!isTable || rename.relation.name.isEmpty() || m_state.isNew(key))
        return {};
    const QString old = rename.relation.schema.isEmpty()
                            ? schema::quoteIdent(rename.relation.name)
                            : schema::qualified(rename.relation.schema, rename.relation.name);
    const QString renamed = rename.relation.schema.isEmpty()
                                ? schema::quoteIdent(rename.to)
                                : schema::qualified(rename.relation.schema, rename.to);
    return { QStringLiteral("BEGIN"), m_text.text(0, m_text.size()),
             QStringLiteral("CREATE VIEW %1 AS SELECT * FROM %2").arg(old, renamed),
             QStringLiteral("COMMIT") };
}

/// ATTACH keeps the parent for readers and writers; PARTITION OF takes it from both.
QStringList Fixer::operator()(const sql::CreateTable &table) const
{
    const Key parent = m_state.resolve(table.partitionOf);
    const int of = m_text.find("partition");
    const int bound = of < 0 ? -1 : m_text.afterName(of + 2);
    const bool isPlain = of >= 0 && m_text.is(of + 1, "of") && m_text.isAnyOf(bound, { "for", "default" })
                         && m_text.find("with", bound) < 0 && m_text.find("tablespace", bound) < 0
                         && m_text.find("partition", bound) < 0 && m_text.find("using", bound) < 0;
    if (table.partitionOf.name.isEmpty() || !isPlain || table.ifNotExists || m_state.isNew(parent))
        return {};
    const int name = m_text.find("table") + 1;
    const QString own = m_text.text(name, m_text.afterName(name));
    const QString written = m_text.text(of + 2, bound);
    return { QStringLiteral("CREATE TABLE %1 (LIKE %2 INCLUDING ALL EXCLUDING IDENTITY)").arg(own, written),
             QStringLiteral("ALTER TABLE %1 ATTACH PARTITION %2 %3")
                 .arg(written, own, m_text.text(bound, m_text.size())) };
}

} // namespace

QStringList safeWay(const sql::Statement &statement, const QString &sql, const FixInput &input)
{
    return std::visit(Fixer(sql, input), statement.detail);
}

} // namespace lockstep::analysis::lint
