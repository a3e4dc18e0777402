#pragma once

#include <model/schema/catalog.h>
#include <model/sql/statement.h>

#include <QHash>
#include <QPair>

namespace lockstep::analysis {

/// A relation by schema and name, raw.
using Key = QPair<QString, QString>;
using Keys = QVector<Key>;

enum class RelationKind { Table, Index, View, MaterializedView, Sequence, Composite };

struct ColumnState
{
    QString type;
    QString collation;
    bool notNull = false;
    bool isIdentity = false;
    bool isNew = false; ///< Added by the plan: it holds nothing that was there before.
};

struct ConstraintState
{
    schema::ConstraintType type = schema::ConstraintType::Check;
    QStringList columns;
    QStringList provesNotNull; ///< Columns that a CHECK proves to be not null.
    bool validated = true;
    bool compares = false; ///< A CHECK with a comparison in it.
    Key referenced; ///< FOREIGN KEY only.
    Key index; ///< PRIMARY KEY, UNIQUE, EXCLUDE only.
};

struct RelationState
{
    RelationKind kind = RelationKind::Table;
    bool isNew = false; ///< Made by the plan: nobody else can be waiting for it.
    bool isPartitioned = false;
    bool isDefaultPartition = false;
    Key parent; ///< Partition root or first inheritance parent; empty name: none.
    Keys children;
    Keys indexes;
    Keys sequences;
    QStringList sequenceColumns; ///< The column each of them belongs to.
    Keys referencing; ///< Tables whose foreign keys point here.
    Keys sources; ///< Of views: the relations they read.
    // Indexes only:
    Key table;
    QStringList keyColumns; ///< "" or an expression's text where it is no column.
    QStringList usedColumns; ///< Besides those.
    QString predicate;
    // Read when first asked for:
    bool detailed = false;
    QHash<QString, ColumnState> columns;
    QHash<QString, ConstraintState> constraints;
};

/// The catalog as it will be when a statement runs: the current one, and on top of it what the
/// statements before have done. Not thread-safe; one per analysis.
class SchemaState
{
public:
    explicit SchemaState(schema::CatalogPtr current);

    /// Where a statement that says no schema looks, and makes what it makes. Not set: public. An empty name is
    /// the schema of names that are taken as written.
    void setSearchPath(const QStringList &schemas) { m_searchPath = schemas; }
    [[nodiscard]] const QStringList &searchPath() const { return m_searchPath; }
    /// Where the statement said no schema: the first of the search path that has such a relation, or the only
    /// schema that has, else the first of the path.
    [[nodiscard]] Key resolve(const sql::RelationName &name) const;
    [[nodiscard]] Key resolve(const QString &schema, const QString &name) const;
    /// Null where nothing is known of it.
    [[nodiscard]] const RelationState *find(const Key &key) const;
    /// find() with columns and constraints read.
    [[nodiscard]] const RelationState *details(const Key &key) const;
    [[nodiscard]] const ConstraintState *constraint(const Key &table, const QString &name) const;
    [[nodiscard]] const ColumnState *column(const Key &table, const QString &name) const;
    [[nodiscard]] bool isNew(const Key &key) const;

    /// All partitions and inheritance children, theirs included.
    [[nodiscard]] Keys descendants(const Key &key) const;
    [[nodiscard]] Keys indexesUsing(const Key &table, const QString &column) const;
    [[nodiscard]] Key defaultPartition(const Key &parent) const;
    [[nodiscard]] bool provesNotNull(const Key &table, const QString &column) const;
    /// True if CHECKs may imply the bound of a partition-to-be: one that compares each column of the
    /// key, none of which can be NULL. Without them the server surely reads the rows.
    [[nodiscard]] bool checksBound(const Key &partition, const Key &parent) const;
    /// The same of a DEFAULT partition, which must hold no row within the bound.
    [[nodiscard]] bool excludesBound(const Key &partition, const Key &parent) const;
    /// True if an index starts with these columns, in any order.
    [[nodiscard]] bool hasIndexOn(const Key &table, const QStringList &columns) const;
    [[nodiscard]] Keys tablesUsingType(const QString &schema, const QString &name) const;
    /// Relations that DROP … CASCADE of the object takes with it or changes.
    [[nodiscard]] Keys dependents(const schema::ObjectId &object) const;
    /// A domain's facts; null for other types.
    [[nodiscard]] const schema::DomainAttributes *domain(const QString &type) const;
    [[nodiscard]] bool isConstrainedDomain(const QString &type) const;
    /// Strongest volatility of the functions of that name; nothing where none is known.
    [[nodiscard]] std::optional<schema::Volatility> volatility(const QString &function) const;

    /// Follows a statement.
    void apply(const sql::Statement &statement);
    /// What is new is not so any more: others can use it.
    void settle();
    /// The same of one relation and its indexes.
    void settle(const Key &relation);

    [[nodiscard]] const schema::CatalogPtr &catalog() const { return m_catalog; }

private:
    friend class StateChanger;
    [[nodiscard]] bool checksKey(const Key &partition, const Key &parent, bool mustBeNotNull) const;
    void addFact(const schema::Fact &fact);
    void addConstraintFact(const schema::ObjectId &id, const schema::ConstraintAttributes &attributes);
    void addViewSources();
    RelationState &load(const Key &key) const;
    RelationState &touch(const Key &key);
    [[nodiscard]] schema::ObjectId domainId(const QString &type) const;

    schema::CatalogPtr m_catalog;
    mutable QHash<Key, RelationState> m_relations;
    QHash<QString, Keys> m_byName;
    QHash<QString, schema::Volatility> m_functions;
    QStringList m_searchPath = { QStringLiteral("public") };
    Keys m_new; ///< Relations that are new, or have columns that are; some may be gone again.
};

/// True if the text has an operator that compares.
[[nodiscard]] bool hasComparison(const QString &expression);
[[nodiscard]] Key keyOf(const schema::ObjectId &id);
/// The name as SQL writes it.
[[nodiscard]] QString display(const Key &key);

} // namespace lockstep::analysis
