#pragma once

#include <model/sql/statement.h>

#include <QMap>
#include <QString>

#include <tuple>

namespace lockstep::plan {

enum class FactKind {
    Schema,
    Relation, ///< But for the next two.
    Index,
    Sequence,
    Type,
    Function,
    Label,
    Column,
    NotNull,
    Default,
    Constraint,
    Trigger,
    Rule,
    Policy,
    Child,
};

/// Something that a statement makes or takes away, as the server's catalog names it.
struct CatalogFact
{
    FactKind kind = FactKind::Relation;
    QString schema; ///< Raw names; of a label, its type's.
    QString name;
    QString sub; ///< Of what hangs on the relation or type; of a child, its parent as SQL says it.

    friend bool operator<(const CatalogFact &a, const CatalogFact &b)
    {
        return std::tie(a.kind, a.schema, a.name, a.sub) < std::tie(b.kind, b.schema, b.name, b.sub);
    }
};

/// Valid: an index that queries use, a constraint that all rows are known to keep.
enum class FactState { Absent, Present, Valid };

/// Follows statements one by one and knows what they leave behind. What a statement changes without saying so
/// (what hangs on a dropped column, say) is forgotten, not guessed. Not thread-safe.
class CatalogFacts
{
public:
    void apply(const sql::Statement &statement);
    [[nodiscard]] const QMap<CatalogFact, FactState> &all() const { return m_facts; }

private:
    struct Follower;
    struct CommandFollower;

    void set(FactKind kind, const sql::RelationName &of, const QString &sub, FactState state);
    void set(FactKind kind, const sql::QualifiedName &name, FactState state);
    void rename(const sql::Rename &rename);
    void moveRelation(FactKind kind, const sql::RelationName &from, const sql::RelationName &to);
    /// A relation or type with all that hangs on it.
    void forget(const QString &schema, const QString &name);
    void forgetIndex(const QString &schema, const QString &name);
    /// Indexes and sequences that are gone and may have come back without being named.
    void forgetAbsences(const QString &schema);
    /// What is known of a column besides that it is there.
    void forgetColumn(const sql::RelationName &relation, const QString &column);
    /// What may go with the table or its columns without being named.
    void forgetDependants(const QString &schema, const QString &name);

    QMap<CatalogFact, FactState> m_facts;
};

} // namespace lockstep::plan
