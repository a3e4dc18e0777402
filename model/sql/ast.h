#pragma once

#include "names.h"
#include "tokens.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

/// Reading libpg_query's JSON tree. Nodes behind a Node pointer are wrapped ({"A_Const": {…}}),
/// members of a fixed type are not. Members with their default value are left out.
namespace lockstep::sql::ast {

/// The text a tree was made from, for cutting expressions out of it.
class Source
{
public:
    explicit Source(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QVector<Token> &tokens() const;
    /// UTF-16 offset of a byte offset, which is what the tree's locations are.
    [[nodiscard]] qsizetype offset(int byte) const;

private:
    QString m_text;
    QByteArray m_utf8;
    mutable QVector<Token> m_tokens;
    mutable bool m_tokenized = false;
};

/// A wrapped node: its tag and its members.
struct Node
{
    QString tag;
    QJsonObject members;
};
[[nodiscard]] Node unwrap(const QJsonValue &value);

[[nodiscard]] QString string(const QJsonObject &members, QLatin1String key);
[[nodiscard]] bool flag(const QJsonObject &members, QLatin1String key);
/// The names in an array of String nodes, or of a List or TypeName node.
[[nodiscard]] QStringList strings(const QJsonValue &value);
/// The names in an array of IndexElem nodes; "" for an expression.
[[nodiscard]] QStringList elementNames(const QJsonArray &elements);

[[nodiscard]] RelationName relation(const QJsonObject &rangeVar);
[[nodiscard]] QVector<RelationName> relations(const QJsonArray &rangeVars);
/// Every relation named anywhere below `value`, names of CTEs left out.
[[nodiscard]] QVector<RelationName> relationsBelow(const QJsonValue &value);
/// The sequences named by calls of nextval('…'), setval and currval anywhere below.
[[nodiscard]] QVector<RelationName> sequencesBelow(const QJsonValue &value);
/// The functions called anywhere below, as written; sorted.
[[nodiscard]] QStringList functionsBelow(const QJsonValue &value);
/// The text of a constant, be it a string or a number; empty for anything else.
[[nodiscard]] QString constantText(const QJsonValue &value);
/// [schema.]name from a list of name parts.
[[nodiscard]] RelationName relationOf(const QStringList &parts);

[[nodiscard]] TypeName type(const QJsonObject &typeName);

/// Where an expression ends: at the bracket or comma around it, or also at the keyword that starts
/// the next part of a column definition.
enum class ExpressionEnd { Bracket, ColumnKeyword };
[[nodiscard]] Expression expression(const QJsonValue &node, const Source &source, ExpressionEnd end);

[[nodiscard]] ObjectKind objectKind(const QString &tag);

} // namespace lockstep::sql::ast
