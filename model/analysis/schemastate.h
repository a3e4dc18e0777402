#pragma once

#include "doubts.h"
#include "relationstate.h"

#include <model/sql/statement.h>

#include <QSet>

#include <functional>
#include <memory>

namespace lockstep::analysis {

/// The catalog as it will be when a statement runs: the current one, and on top of it what the
/// statements before have done. Not thread-safe; one per analysis.
class SchemaState
{
public:
    explicit SchemaState(schema::CatalogPtr current);

    /// Where a statement that says no schema looks, and makes what it makes. Not set: public. An empty name
    /// is the schema of names that are taken as written.
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
    /// What a relation was called when its rows were counted.
    [[nodiscard]] Key measuredAs(const Key &key) const;

    /// Tables with a foreign key on the table; with `column`, only through keys that have it.
    [[nodiscard]] Keys referencing(const Key &table, const QString &column = {}) const;
    /// All relations there are of these kinds, sorted.
    [[nodiscard]] Keys relationsWhere(
        const std::function<bool(const Key &, const RelationState &)> &isMeant) const;
    /// True after SET TIME ZONE to one without an offset: timestamps keep their bytes then.
    [[nodiscard]] bool isUtc() const { return m_isUtc; }
    /// All partitions and inheritance children, theirs included.
    [[nodiscard]] Keys descendants(const Key &key) const;
    /// True if the index has a predicate, or an expression among its keys.
    [[nodiscard]] bool hasExpression(const Key &index) const;
    /// Sequences that make the values of the columns; with `except`, of all but those.
    [[nodiscard]] Keys sequencesFilling(const Key &table, const QStringList &except) const;
    /// True if a trigger, rule or policy of that name is known of.
    [[nodiscard]] bool hasPart(schema::Kind kind, const Key &table, const QString &name) const;
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
    /// Tables OF the composite type, and what belongs to them.
    [[nodiscard]] Keys typedTables(const Key &type) const;
    /// A relation as SQL writes it.
    [[nodiscard]] static Key keyFromText(const QString &text);
    /// What PREPARE made; null where nothing is known of it.
    [[nodiscard]] const sql::Statement *prepared(const QString &name) const;
    [[nodiscard]] Keys tablesUsingType(const QString &schema, const QString &name) const;
    /// Relations that DROP … CASCADE of the object takes with it or changes.
    [[nodiscard]] Keys dependents(const schema::ObjectId &object) const;
    /// Views that read the column and are there still.
    [[nodiscard]] Keys viewsReading(const Key &table, const QString &column) const;
    /// A domain's facts; null for other types.
    [[nodiscard]] const schema::DomainAttributes *domain(const QString &type) const;
    [[nodiscard]] bool isConstrainedDomain(const QString &type) const;
    /// Strongest volatility of the functions of that name; nothing where none is known.
    [[nodiscard]] std::optional<schema::Volatility> volatility(const QString &function) const;
    /// What routines of that name run, all of them together; null where none is known.
    [[nodiscard]] std::shared_ptr<const sql::Statement> routine(const QString &function) const;

    /// Which names are there may be doubted after statements that are not followed in all they do.
    [[nodiscard]] const Doubts &doubts() const { return m_doubts; }
    /// After something that cannot be read: it may have made and dropped anything.
    void setUncertain() { m_doubts = { true, true }; }

    /// Follows a statement.
    void apply(const sql::Statement &statement);
    /// What was made so far is there from now on: others use it, and it has rows.
    void settle();
    /// The same of one relation and its indexes.
    void settle(const Key &relation);

    [[nodiscard]] const schema::CatalogPtr &catalog() const { return m_catalog; }

private:
    friend class StateChanger;
    [[nodiscard]] Keys keyIndexesBelow(const Key &index) const;
    [[nodiscard]] bool checksKey(const Key &partition, const Key &parent, bool mustBeNotNull) const;
    void addFact(const schema::Fact &fact);
    void addTableFact(const Key &key, const schema::TableAttributes &table);
    void addIndexFact(const Key &key, const schema::IndexAttributes &index);
    void addConstraintFact(const schema::ObjectId &id, const schema::ConstraintAttributes &attributes);
    void addViewSources();
    RelationState &load(const Key &key) const;
    RelationState &touch(const Key &key);
    void addRoutine(const QString &schema, const QString &name, const QString &definition);
    [[nodiscard]] schema::ObjectId domainId(const QString &type) const;

    schema::CatalogPtr m_catalog;
    mutable QHash<Key, RelationState> m_relations;
    QHash<QString, Keys> m_byName;
    QHash<QString, schema::Volatility> m_functions;
    QHash<QString, QStringList> m_routines; ///< CREATE FUNCTION or PROCEDURE, by schema and name.
    QHash<QString, QStringList> m_routineNames; ///< Those, by name alone.
    QHash<QString, std::shared_ptr<const sql::Statement>> m_prepared;
    QSet<schema::ObjectId> m_newParts;
    bool m_isUtc = false;
    Doubts m_doubts;
    QStringList m_searchPath = { QStringLiteral("public") };
    Keys m_new; ///< Relations that are new, or have columns that are; some may be gone again.
};

/// True if the text has an operator that compares.
[[nodiscard]] bool hasComparison(const QString &expression);
[[nodiscard]] Key keyOf(const schema::ObjectId &id);
/// The name as SQL writes it.
[[nodiscard]] QString display(const Key &key);

} // namespace lockstep::analysis
