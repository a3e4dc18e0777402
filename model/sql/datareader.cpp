#include "readers.h"

#include <QHash>

#include <type_traits>

namespace lockstep::sql::readers {

using ast::flag;
using ast::string;

namespace {

QVector<RelationName> sourcesOf(const QJsonObject &m, const RelationName &target)
{
    QVector<RelationName> result = ast::relationsBelow(m);
    result.removeAll(target);
    return result;
}

RelationName targetOf(const QJsonObject &m)
{
    return ast::relation(m.value(QLatin1String("relation")).toObject());
}

template <typename T>
StatementDetail write(const QJsonObject &m)
{
    T result;
    result.relation = targetOf(m);
    result.sources = sourcesOf(m, result.relation);
    return result;
}

template <typename T>
StatementDetail writeColumns(const QJsonObject &m)
{
    T result = std::get<T>(write<T>(m));
    const bool isInsert = std::is_same_v<T, Insert>;
    const QJsonArray targets =
        m.value(isInsert ? QLatin1String("cols") : QLatin1String("targetList")).toArray();
    for (const QJsonValue &value : targets) {
        const QJsonObject target = ast::unwrap(value).members;
        if (!target.contains(QLatin1String("indirection")))
            result.columns.append(string(target, QLatin1String("name")));
    }
    return result;
}

StatementDetail readUpdate(const QJsonObject &m)
{
    Update result = std::get<Update>(writeColumns<Update>(m));
    result.hasWhere = m.contains(QLatin1String("whereClause"));
    return result;
}

StatementDetail readDelete(const QJsonObject &m)
{
    Delete result = std::get<Delete>(write<Delete>(m));
    result.hasWhere = m.contains(QLatin1String("whereClause"));
    return result;
}

StatementDetail readSelect(const QJsonObject &m)
{
    return Select{ ast::relationsBelow(m), m.contains(QLatin1String("lockingClause")) };
}

StatementDetail readCopy(const QJsonObject &m)
{
    return Copy{ targetOf(m), flag(m, QLatin1String("is_from")) };
}

StatementDetail readTruncate(const QJsonObject &m)
{
    return Truncate{ ast::relations(m.value(QLatin1String("relations")).toArray()),
                     string(m, QLatin1String("behavior")) == QLatin1String("DROP_CASCADE"),
                     flag(m, QLatin1String("restart_seqs")) };
}

StatementDetail readLock(const QJsonObject &m)
{
    return LockTable{ ast::relations(m.value(QLatin1String("relations")).toArray()),
                      m.value(QLatin1String("mode")).toInt(8) };
}

} // namespace

Reading manipulate(const ast::Node &node, const ast::Source &)
{
    using Reader = StatementDetail (*)(const QJsonObject &);
    static const QHash<QString, Reader> readers = {
        { QStringLiteral("InsertStmt"), writeColumns<Insert> }, { QStringLiteral("UpdateStmt"), readUpdate },
        { QStringLiteral("DeleteStmt"), readDelete },           { QStringLiteral("MergeStmt"), write<Merge> },
        { QStringLiteral("SelectStmt"), readSelect },           { QStringLiteral("CopyStmt"), readCopy },
        { QStringLiteral("TruncateStmt"), readTruncate },       { QStringLiteral("LockStmt"), readLock },
    };
    const Reader reader = readers.value(node.tag, nullptr);
    return reader ? Reading(reader(node.members)) : std::nullopt;
}

} // namespace lockstep::sql::readers
