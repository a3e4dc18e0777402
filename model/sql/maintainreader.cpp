#include "readers.h"

#include <QHash>

namespace lockstep::sql::readers {

using ast::flag;
using ast::string;

namespace {

/// Whether a `(NAME [value])` option is on; PostgreSQL takes false, off and 0 as off.
bool optionIsOn(const QJsonArray &options, QLatin1String name)
{
    for (const QJsonValue &option : options) {
        const QJsonObject element = ast::unwrap(option).members;
        if (string(element, QLatin1String("defname")) != name)
            continue;
        const QJsonValue argument = element.value(QLatin1String("arg"));
        if (!argument.isObject())
            return true;
        const ast::Node value = ast::unwrap(argument);
        if (value.tag == QLatin1String("Integer"))
            return value.members.value(QLatin1String("ival")).toInt() != 0;
        const QString text = ast::strings(argument).value(0);
        return text != QLatin1String("false") && text != QLatin1String("off");
    }
    return false;
}

StatementDetail readVacuum(const QJsonObject &m)
{
    return Vacuum{ ast::relationsBelow(m.value(QLatin1String("rels"))),
                   flag(m, QLatin1String("is_vacuumcmd")),
                   optionIsOn(m.value(QLatin1String("options")).toArray(), QLatin1String("full")) };
}

StatementDetail readReindex(const QJsonObject &m)
{
    const QString what =
        QLatin1String("OBJECT_") + string(m, QLatin1String("kind")).mid(int(qstrlen("REINDEX_OBJECT_")));
    Reindex result;
    result.kind = ast::objectKind(what);
    result.isSystem = what == QLatin1String("OBJECT_SYSTEM");
    result.relation = ast::relation(m.value(QLatin1String("relation")).toObject());
    if (result.relation.name.isEmpty())
        result.relation.name = string(m, QLatin1String("name"));
    result.concurrently =
        optionIsOn(m.value(QLatin1String("params")).toArray(), QLatin1String("concurrently"));
    return result;
}

StatementDetail readCluster(const QJsonObject &m)
{
    return Cluster{ ast::relation(m.value(QLatin1String("relation")).toObject()) };
}

StatementDetail readRefresh(const QJsonObject &m)
{
    return Refresh{ ast::relation(m.value(QLatin1String("relation")).toObject()),
                    flag(m, QLatin1String("concurrent")), !flag(m, QLatin1String("skipData")) };
}

StatementDetail readTransaction(const QJsonObject &m)
{
    static const QHash<QString, TransactionAction> actions = {
        { QStringLiteral("BEGIN"), TransactionAction::Begin },
        { QStringLiteral("START"), TransactionAction::Begin },
        { QStringLiteral("COMMIT"), TransactionAction::Commit },
        { QStringLiteral("ROLLBACK"), TransactionAction::Rollback },
        { QStringLiteral("SAVEPOINT"), TransactionAction::Savepoint },
        { QStringLiteral("RELEASE"), TransactionAction::Savepoint },
        { QStringLiteral("ROLLBACK_TO"), TransactionAction::Savepoint },
    };
    const QString kind = string(m, QLatin1String("kind")).mid(int(qstrlen("TRANS_STMT_")));
    // AND CHAIN opens the next one at once.
    const TransactionAction action = actions.value(kind, TransactionAction::Other);
    return Transaction{ flag(m, QLatin1String("chain")) ? TransactionAction::Other : action };
}

StatementDetail readSet(const QJsonObject &m)
{
    Set result;
    result.name = string(m, QLatin1String("name"));
    result.isLocal = flag(m, QLatin1String("is_local"));
    result.isAll = string(m, QLatin1String("kind")) == QLatin1String("VAR_RESET_ALL");
    for (const QJsonValue &argument : m.value(QLatin1String("args")).toArray())
        result.values.append(ast::constantText(argument));
    return result;
}

StatementDetail readDiscard(const QJsonObject &m)
{
    Set result;
    result.isAll = string(m, QLatin1String("target")) == QLatin1String("DISCARD_ALL");
    return result;
}

StatementDetail readDo(const QJsonObject &m)
{
    Do result;
    for (const QJsonValue &option : m.value(QLatin1String("args")).toArray()) {
        const QJsonObject element = ast::unwrap(option).members;
        if (string(element, QLatin1String("defname")) == QLatin1String("as"))
            result.body = ast::strings(element.value(QLatin1String("arg"))).value(0);
    }
    return result;
}

template <typename T>
StatementDetail plain(const QJsonObject &)
{
    return T{};
}

} // namespace

Reading maintain(const ast::Node &node, const ast::Source &)
{
    using Reader = StatementDetail (*)(const QJsonObject &);
    static const QHash<QString, Reader> readers = {
        { QStringLiteral("VacuumStmt"), readVacuum },
        { QStringLiteral("ReindexStmt"), readReindex },
        { QStringLiteral("ClusterStmt"), readCluster },
        { QStringLiteral("RefreshMatViewStmt"), readRefresh },
        { QStringLiteral("TransactionStmt"), readTransaction },
        { QStringLiteral("VariableSetStmt"), readSet },
        { QStringLiteral("DiscardStmt"), readDiscard },
        { QStringLiteral("VariableShowStmt"), plain<Set> },
        { QStringLiteral("ConstraintsSetStmt"), plain<Set> },
        { QStringLiteral("DoStmt"), readDo },
        { QStringLiteral("PrepareStmt"),
          [](const QJsonObject &m) -> StatementDetail {
              return Prepare{ string(m, QLatin1String("name")) };
          } },
        { QStringLiteral("ExecuteStmt"),
          [](const QJsonObject &m) -> StatementDetail {
              return Execute{ string(m, QLatin1String("name")) };
          } },
        { QStringLiteral("CallStmt"), plain<Call> },
    };
    const Reader reader = readers.value(node.tag, nullptr);
    return reader ? Reading(reader(node.members)) : std::nullopt;
}

} // namespace lockstep::sql::readers
