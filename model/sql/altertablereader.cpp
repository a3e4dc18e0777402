#include "readers.h"

#include <QHash>

#include <algorithm>

namespace lockstep::sql::readers {

using ast::flag;
using ast::string;

namespace {

/// What a subcommand reader gets to see.
struct Command
{
    QJsonObject members;
    const ast::Source *source;

    [[nodiscard]] QString name() const { return string(members, QLatin1String("name")); }
    [[nodiscard]] QJsonValue def() const { return members.value(QLatin1String("def")); }
    [[nodiscard]] QJsonObject defMembers() const { return ast::unwrap(def()).members; }
};

using CommandReader = SubcommandDetail (*)(const Command &);

SubcommandDetail readAddColumn(const Command &c)
{
    return AddColumn{ column(c.defMembers(), *c.source), flag(c.members, QLatin1String("missing_ok")) };
}

SubcommandDetail readAlterType(const Command &c)
{
    const QJsonObject def = c.defMembers();
    const QJsonValue collation =
        def.value(QLatin1String("collClause")).toObject().value(QLatin1String("collname"));
    return AlterType{ c.name(), ast::type(def.value(QLatin1String("typeName")).toObject()),
                      ast::expression(def.value(QLatin1String("raw_default")), *c.source,
                                      ast::ExpressionEnd::Bracket),
                      ast::strings(collation).join(QLatin1Char('.')) };
}

SubcommandDetail readColumnDefault(const Command &c)
{
    if (!c.def().isObject())
        return DropDefault{ c.name() };
    const Expression expression = ast::expression(c.def(), *c.source, ast::ExpressionEnd::Bracket);
    if (expression.functions.contains(QLatin1String(expressionMarker)))
        return SetExpression{ c.name() };
    return SetDefault{ c.name(), expression };
}

SubcommandDetail readAttach(const Command &c)
{
    const QJsonObject def = c.defMembers();
    const QJsonObject bound = def.value(QLatin1String("bound")).toObject();
    return AttachPartition{ ast::relation(def.value(QLatin1String("name")).toObject()),
                            flag(bound, QLatin1String("is_default")),
                            string(bound, QLatin1String("strategy")) == QLatin1String("h") };
}

SubcommandDetail readDetach(const Command &c)
{
    const QJsonObject def = c.defMembers();
    const bool finalize =
        string(c.members, QLatin1String("subtype")) == QLatin1String("AT_DetachPartitionFinalize");
    return DetachPartition{ ast::relation(def.value(QLatin1String("name")).toObject()),
                            flag(def, QLatin1String("concurrent")), finalize };
}

SubcommandDetail readOptions(const Command &c)
{
    QStringList names;
    const QJsonArray items = c.defMembers().value(QLatin1String("items")).toArray();
    for (const QJsonValue &item : items)
        names.append(string(ast::unwrap(item).members, QLatin1String("defname")));
    return SetOptions{ names };
}

SubcommandDetail readSetIdentity(const Command &c)
{
    const QJsonArray options = c.defMembers().value(QLatin1String("items")).toArray();
    const bool changesSequence = std::any_of(options.begin(), options.end(), [](const QJsonValue &option) {
        return string(ast::unwrap(option).members, QLatin1String("defname")) != QLatin1String("generated");
    });
    return SetIdentity{ c.name(), changesSequence };
}

AlterConstraint readAlterConstraint(const QString &name)
{
    const auto behind = [&](const char *marker) { return name.mid(qsizetype(qstrlen(marker))); };
    if (name.startsWith(QLatin1String(enforcedMarker)))
        return { behind(enforcedMarker), true, true };
    if (name.startsWith(QLatin1String(notEnforcedMarker)))
        return { behind(notEnforcedMarker), true, false };
    return { name };
}

template <typename T>
SubcommandDetail named(const Command &c)
{
    return T{ c.name() };
}

template <typename T, bool on>
SubcommandDetail switched(const Command &c)
{
    return T{ c.name(), on };
}

template <RowSecurity to>
SubcommandDetail rowSecurity(const Command &)
{
    return SwitchRowSecurity{ to };
}

SubcommandDetail readReplicaIdentity(const Command &c)
{
    static const QHash<QString, ReplicaRows> rows = {
        { QStringLiteral("n"), ReplicaRows::Nothing },
        { QStringLiteral("f"), ReplicaRows::Full },
        { QStringLiteral("i"), ReplicaRows::Index },
    };
    const QString type = string(c.defMembers(), QLatin1String("identity_type"));
    return ReplicaIdentity{ string(c.defMembers(), QLatin1String("name")),
                            rows.value(type, ReplicaRows::Default) };
}

template <bool add>
SubcommandDetail inherit(const Command &c)
{
    return Inherit{ ast::relation(c.defMembers()), add };
}

const QHash<QString, CommandReader> &commandReaders()
{
    static const QHash<QString, CommandReader> readers = {
        { QStringLiteral("AddColumn"), readAddColumn },
        { QStringLiteral("DropColumn"),
          [](const Command &c) -> SubcommandDetail {
              return DropColumn{ c.name(), flag(c.members, QLatin1String("missing_ok")) };
          } },
        { QStringLiteral("SetNotNull"), named<SetNotNull> },
        { QStringLiteral("DropNotNull"), named<DropNotNull> },
        { QStringLiteral("AlterColumnType"), readAlterType },
        { QStringLiteral("ColumnDefault"), readColumnDefault },
        { QStringLiteral("DropExpression"), named<DropExpression> },
        { QStringLiteral("AddIdentity"), named<AddIdentity> },
        { QStringLiteral("SetIdentity"), readSetIdentity },
        { QStringLiteral("DropIdentity"), named<DropIdentity> },
        { QStringLiteral("SetStatistics"), named<SetStatistics> },
        { QStringLiteral("SetOptions"), named<SetColumnOptions> },
        { QStringLiteral("ResetOptions"), named<SetColumnOptions> },
        { QStringLiteral("SetStorage"), named<SetStorage> },
        { QStringLiteral("SetCompression"), named<SetCompression> },
        { QStringLiteral("AddConstraint"),
          [](const Command &c) -> SubcommandDetail {
              return AddConstraint{ constraint(c.defMembers(), *c.source) };
          } },
        { QStringLiteral("ValidateConstraint"), named<ValidateConstraint> },
        { QStringLiteral("DropConstraint"),
          [](const Command &c) -> SubcommandDetail {
              return DropConstraint{ c.name(), flag(c.members, QLatin1String("missing_ok")) };
          } },
        { QStringLiteral("AlterConstraint"),
          [](const Command &c) -> SubcommandDetail {
              return readAlterConstraint(string(c.defMembers(), QLatin1String("conname")));
          } },
        { QStringLiteral("AttachPartition"), readAttach },
        { QStringLiteral("DetachPartition"), readDetach },
        { QStringLiteral("DetachPartitionFinalize"), readDetach },
        { QStringLiteral("EnableTrig"), switched<SwitchTrigger, true> },
        { QStringLiteral("EnableAlwaysTrig"), switched<SwitchTrigger, true> },
        { QStringLiteral("EnableReplicaTrig"), switched<SwitchTrigger, true> },
        { QStringLiteral("EnableTrigAll"),
          [](const Command &) -> SubcommandDetail {
              return SwitchTrigger{ {}, true, true };
          } },
        { QStringLiteral("EnableTrigUser"), switched<SwitchTrigger, true> },
        { QStringLiteral("DisableTrig"), switched<SwitchTrigger, false> },
        { QStringLiteral("DisableTrigAll"),
          [](const Command &) -> SubcommandDetail {
              return SwitchTrigger{ {}, false, true };
          } },
        { QStringLiteral("DisableTrigUser"), switched<SwitchTrigger, false> },
        { QStringLiteral("EnableRule"), switched<SwitchRule, true> },
        { QStringLiteral("EnableAlwaysRule"), switched<SwitchRule, true> },
        { QStringLiteral("EnableReplicaRule"), switched<SwitchRule, true> },
        { QStringLiteral("DisableRule"), switched<SwitchRule, false> },
        { QStringLiteral("EnableRowSecurity"), rowSecurity<RowSecurity::Enable> },
        { QStringLiteral("DisableRowSecurity"), rowSecurity<RowSecurity::Disable> },
        { QStringLiteral("ForceRowSecurity"), rowSecurity<RowSecurity::Force> },
        { QStringLiteral("NoForceRowSecurity"), rowSecurity<RowSecurity::NoForce> },
        { QStringLiteral("SetRelOptions"), readOptions },
        { QStringLiteral("ResetRelOptions"), readOptions },
        { QStringLiteral("SetLogged"),
          [](const Command &) -> SubcommandDetail { return SetLogged{ true }; } },
        { QStringLiteral("SetUnLogged"),
          [](const Command &) -> SubcommandDetail { return SetLogged{ false }; } },
        { QStringLiteral("SetTableSpace"), named<SetTablespace> },
        { QStringLiteral("SetAccessMethod"), named<SetAccessMethod> },
        { QStringLiteral("ClusterOn"), named<ClusterOn> },
        { QStringLiteral("DropCluster"), [](const Command &) -> SubcommandDetail { return ClusterOn{}; } },
        { QStringLiteral("AddInherit"), inherit<true> },
        { QStringLiteral("DropInherit"), inherit<false> },
        { QStringLiteral("AddOf"),
          [](const Command &c) -> SubcommandDetail {
              return OfType{ ast::relationOf(ast::strings(c.def())) };
          } },
        { QStringLiteral("DropOf"), [](const Command &) -> SubcommandDetail { return OfType{}; } },
        { QStringLiteral("ReplicaIdentity"), readReplicaIdentity },
        { QStringLiteral("ChangeOwner"),
          [](const Command &c) -> SubcommandDetail {
              const QJsonObject role = c.members.value(QLatin1String("newowner")).toObject();
              return OwnerTo{ string(role, QLatin1String("rolename")) };
          } },
    };
    return readers;
}

Subcommand readCommand(const Command &command)
{
    Subcommand result;
    const QString tag = string(command.members, QLatin1String("subtype")).mid(int(qstrlen("AT_")));
    const CommandReader reader = commandReaders().value(tag, nullptr);
    result.detail = reader ? reader(command) : SubcommandDetail(OtherSubcommand{ tag });
    result.cascade = string(command.members, QLatin1String("behavior")) == QLatin1String("DROP_CASCADE");
    return result;
}

/// Subcommands are what commas outside brackets separate; most of their nodes carry no location.
void setLines(AlterTable *alter, const ast::Source &source)
{
    const QVector<Token> &tokens = source.tokens();
    static const QVector<QString> skipped = {
        QStringLiteral("alter"),  QStringLiteral("table"),        QStringLiteral("index"),
        QStringLiteral("view"),   QStringLiteral("materialized"), QStringLiteral("sequence"),
        QStringLiteral("type"),   QStringLiteral("foreign"),      QStringLiteral("if"),
        QStringLiteral("exists"), QStringLiteral("only"),
    };
    qsizetype pos = 0;
    while (pos < tokens.size() && tokens.at(pos).kind == TokenKind::Word
           && skipped.contains(tokens.at(pos).word))
        ++pos;
    pos += alter->relation.schema.isEmpty() ? 1 : 3;
    int depth = 0;
    size_t command = 0;
    bool isFirst = true;
    for (; pos < tokens.size() && command < alter->commands.size(); ++pos) {
        const QString &word = tokens.at(pos).word;
        if (isFirst && word != QLatin1String("*"))
            alter->commands[command].line = lineAt(source.text(), tokens.at(pos).begin);
        isFirst = false;
        depth += word == QLatin1String("(") ? 1 : word == QLatin1String(")") ? -1 : 0;
        if (depth == 0 && word == QLatin1String(",")) {
            ++command;
            isFirst = true;
        }
    }
}

} // namespace

Reading alterTable(const ast::Node &node, const ast::Source &source)
{
    if (node.tag != QLatin1String("AlterTableStmt"))
        return std::nullopt;
    AlterTable result;
    result.relation = ast::relation(node.members.value(QLatin1String("relation")).toObject());
    result.kind = ast::objectKind(string(node.members, QLatin1String("objtype")));
    result.ifExists = flag(node.members, QLatin1String("missing_ok"));
    const QJsonArray commands = node.members.value(QLatin1String("cmds")).toArray();
    for (const QJsonValue &value : commands)
        result.commands.push_back(readCommand({ ast::unwrap(value).members, &source }));
    if (source.text().contains(QLatin1Char('\n')))
        setLines(&result, source);
    return result;
}

} // namespace lockstep::sql::readers
