#include "statementprobe.h"

#include <model/schema/objectid.h>
#include <model/sql/parser.h>
#include <model/sql/tokens.h>

#include <QRegularExpression>

namespace lockstep::execution {

namespace {

template <typename Name>
QString sqlName(const Name &name)
{
    return schema::qualified(name.schema, name.name);
}

ProbeTarget probeOf(const sql::CreateIndex &create)
{
    // One that the server gives a name to cannot be told from others.
    if (create.name.isEmpty())
        return {};
    return { ProbeTarget::Kind::CreateIndex, create.name, sqlName(create.relation), {}, create.concurrently };
}

ProbeTarget probeOf(const sql::Drop &drop)
{
    if (drop.kind != sql::ObjectKind::Index || drop.names.size() != 1)
        return {};
    return { ProbeTarget::Kind::DropIndex, sqlName(drop.names.first()), {}, {}, drop.concurrently };
}

ProbeTarget probeOf(const sql::AlterEnum &alter)
{
    if (alter.newLabel.isEmpty() || !alter.oldLabel.isEmpty())
        return {};
    return { ProbeTarget::Kind::AddEnumLabel, sqlName(alter.type), {}, alter.newLabel, false };
}

ProbeTarget probeOf(const sql::AlterTable &alter)
{
    if (alter.commands.size() != 1)
        return {};
    const auto *detach = std::get_if<sql::DetachPartition>(&alter.commands.front().detail);
    if (!detach || !detach->concurrently)
        return {};
    return {
        ProbeTarget::Kind::DetachPartition, sqlName(detach->partition), sqlName(alter.relation), {}, true
    };
}

ProbeTarget probeOf(const sql::Reindex &reindex)
{
    const bool isOne = reindex.kind == sql::ObjectKind::Index || reindex.kind == sql::ObjectKind::Table;
    if (!reindex.concurrently || reindex.isSystem || !isOne)
        return {};
    return { ProbeTarget::Kind::Reindex, reindex.relation.name, sqlName(reindex.relation), {}, true };
}

/// What doing a statement twice says: that the thing is there already, or that it is gone.
enum class Twice { Neither, There, Gone };

Twice twiceOf(const sql::AlterTable &alter)
{
    if (alter.commands.size() != 1)
        return Twice::Neither;
    const sql::SubcommandDetail &detail = alter.commands.front().detail;
    if (std::holds_alternative<sql::AddColumn>(detail) || std::holds_alternative<sql::AddConstraint>(detail)
        || std::holds_alternative<sql::AttachPartition>(detail))
        return Twice::There;
    if (std::holds_alternative<sql::DropColumn>(detail) || std::holds_alternative<sql::DropConstraint>(detail)
        || std::holds_alternative<sql::DetachPartition>(detail))
        return Twice::Gone;
    return Twice::Neither;
}

Twice twiceOf(const sql::Statement &statement)
{
    if (const auto *alter = statement.as<sql::AlterTable>())
        return twiceOf(*alter);
    if (statement.as<sql::Drop>() || statement.as<sql::Rename>() || statement.as<sql::SetSchema>())
        return Twice::Gone;
    const bool creates = statement.as<sql::CreateTable>() || statement.as<sql::CreateTableAs>()
                         || statement.as<sql::CreateIndex>() || statement.as<sql::CreateView>()
                         || statement.as<sql::CreateTrigger>() || statement.as<sql::CreateRule>()
                         || statement.as<sql::CreatePolicy>() || statement.as<sql::CreateType>()
                         || statement.as<sql::CreateDomain>() || statement.as<sql::CreateFunction>()
                         || statement.as<sql::CreateSequence>() || statement.as<sql::CreateSchema>()
                         || statement.as<sql::CreateExtension>() || statement.as<sql::CreateStatistics>();
    if (creates)
        return Twice::There;
    const auto *other = statement.as<sql::Other>();
    if (other && other->tag.startsWith(QLatin1String("CREATE ")))
        return Twice::There;
    return other && other->tag.startsWith(QLatin1String("DROP ")) ? Twice::Gone : Twice::Neither;
}

} // namespace

ProbeTarget probeTargetOf(const QString &statement)
{
    const auto read = sql::parse(statement);
    if (!read.has_value() || read->isExplained)
        return {};
    if (const auto *create = read->as<sql::CreateIndex>())
        return probeOf(*create);
    if (const auto *drop = read->as<sql::Drop>())
        return probeOf(*drop);
    if (const auto *alter = read->as<sql::AlterEnum>())
        return probeOf(*alter);
    if (const auto *alter = read->as<sql::AlterTable>())
        return probeOf(*alter);
    if (const auto *reindex = read->as<sql::Reindex>())
        return probeOf(*reindex);
    return {};
}

QString indexDefinitionKey(const QString &createIndex)
{
    QStringList key;
    const auto tokens = sql::tokenize(createIndex);
    for (const sql::Token &token : tokens) {
        const QString text = createIndex.mid(token.begin, token.end - token.begin);
        if (token.kind == sql::TokenKind::QuotedName) {
            // A name that needs no quotes is the same without them.
            QString raw = text.mid(1, text.size() - 2);
            raw.replace(QLatin1String("\"\""), QLatin1String("\""));
            key.append(schema::quoteIdent(raw));
        } else {
            key.append(token.kind == sql::TokenKind::Word ? token.word : text);
        }
    }
    const auto drop = [&key](const QStringList &words) {
        for (qsizetype i = 0; i + words.size() <= key.size(); ++i) {
            if (key.mid(i, words.size()) == words)
                key.remove(i, words.size());
        }
    };
    drop({ QStringLiteral("concurrently") });
    drop({ QStringLiteral("if"), QStringLiteral("not"), QStringLiteral("exists") });
    drop({ QStringLiteral("using"), QStringLiteral("btree") });
    drop({ QStringLiteral(";") });
    return key.join(QLatin1Char(' '));
}

bool saysAlreadyDone(const QString &statement, const QString &sqlstate)
{
    static const QStringList there{ QStringLiteral("42P07"), QStringLiteral("42710"), QStringLiteral("42701"),
                                    QStringLiteral("42723"), QStringLiteral("42P06") };
    static const QStringList gone{ QStringLiteral("42704"), QStringLiteral("42P01"), QStringLiteral("42703"),
                                   QStringLiteral("42883"), QStringLiteral("3F000") };
    const auto read = sql::parse(statement);
    if (!read.has_value())
        return false;
    switch (twiceOf(*read)) {
    case Twice::There: return there.contains(sqlstate);
    case Twice::Gone: return gone.contains(sqlstate);
    case Twice::Neither: return false;
    }
    return false;
}

QString duplicateKeyColumns(const QString &detail)
{
    static const QRegularExpression key(QStringLiteral("^Key \\((.*)\\)=\\("));
    return key.match(detail).captured(1);
}

} // namespace lockstep::execution
