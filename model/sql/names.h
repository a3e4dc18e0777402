#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

/// The small values that typed statements are made of. Names are raw, not quoted; an empty schema
/// means that the statement did not say one.
namespace lockstep::sql {

struct RelationName
{
    QString schema;
    QString name;
    bool only = false; ///< ONLY t: children are not touched.
    friend bool operator==(const RelationName &, const RelationName &) = default;
};

struct TypeName
{
    /// As format_type() prints it ("character varying(20)", "app.mood", "integer[]").
    QString text;
    bool isSerial = false; ///< serial, bigserial, smallserial and their numbered names.
};

/// What an expression uses; enough to judge volatility and NOT NULL proofs.
struct Expression
{
    QString text;
    QStringList functions; ///< As written: "now", "billing.tier_of"; sorted, without repeats.
    QStringList columns; ///< Last part of each column reference; sorted, without repeats.
    QStringList notNullColumns; ///< c where the expression is c IS NOT NULL, or that AND more.
    QVector<RelationName> relations; ///< Of sub-queries.
    QVector<RelationName> sequences; ///< Named by nextval('…') and its like.
    bool isColumnItself = false; ///< Nothing but a column reference, or a column cast.
    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
};

enum class ConstraintKind { NotNull, Check, PrimaryKey, Unique, ForeignKey, Exclude, Other };

struct ConstraintClause
{
    ConstraintKind kind = ConstraintKind::Other;
    QString name; ///< Empty: the server picks one.
    QStringList columns;
    Expression expression; ///< CHECK only.
    RelationName referenced; ///< FOREIGN KEY only.
    QStringList referencedColumns;
    bool notValid = false;
    bool noInherit = false;
    QString usingIndex; ///< UNIQUE or PRIMARY KEY USING INDEX.
    bool deferrable = false;
};

enum class GeneratedKind { None, Stored, Virtual, Identity };

struct ColumnClause
{
    QString name;
    TypeName type;
    bool notNull = false;
    Expression defaultExpression; ///< Or the generating expression.
    bool defaultIsNull = false; ///< DEFAULT NULL, which is no default.
    GeneratedKind generated = GeneratedKind::None;
    QVector<ConstraintClause> constraints; ///< Inline, without NOT NULL.
    int line = 1; ///< Where it starts within the statement.
    [[nodiscard]] bool hasDefault() const { return !defaultExpression.isEmpty() && !defaultIsNull; }
};

enum class ObjectKind {
    Table,
    Index,
    View,
    MaterializedView,
    Sequence,
    ForeignTable,
    Type,
    Domain,
    Function,
    Schema,
    Extension,
    Trigger,
    Rule,
    Policy,
    Constraint,
    DomainConstraint,
    Column,
    Attribute,
    Collation,
    Statistics,
    Publication,
    Subscription,
    Role,
    Database,
    EventTrigger,
    Other,
};

} // namespace lockstep::sql
