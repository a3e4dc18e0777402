#include "ast.h"

#include <QSet>

#include <algorithm>

namespace lockstep::sql::ast {

namespace {

struct Usage
{
    QSet<QString> functions;
    QSet<QString> columns;
    int firstByte = -1;
};

void collectUsage(const QJsonValue &value, Usage *usage)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            collectUsage(item, usage);
        return;
    }
    const QJsonObject object = value.toObject();
    if (object.contains(QLatin1String("location"))) {
        const int byte = object.value(QLatin1String("location")).toInt();
        if (byte >= 0 && (usage->firstByte < 0 || byte < usage->firstByte))
            usage->firstByte = byte;
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject members = it.value().toObject();
        if (it.key() == QLatin1String("FuncCall"))
            usage->functions.insert(strings(members.value(QLatin1String("funcname"))).join(QLatin1Char('.')));
        else if (it.key() == QLatin1String("ColumnRef"))
            usage->columns.insert(strings(members.value(QLatin1String("fields"))).value(0));
        collectUsage(it.value(), usage);
    }
}

QString columnName(const QJsonValue &node)
{
    const Node reference = unwrap(node);
    if (reference.tag != QLatin1String("ColumnRef"))
        return {};
    const QStringList fields = strings(reference.members.value(QLatin1String("fields")));
    return fields.isEmpty() ? QString() : fields.last();
}

/// The columns that a true result of the expression proves to be not null, in the one form that
/// PostgreSQL's own proof of SET NOT NULL accepts.
QStringList provedNotNull(const QJsonValue &value)
{
    const Node node = unwrap(value);
    if (node.tag == QLatin1String("NullTest")
        && string(node.members, QLatin1String("nulltesttype")) == QLatin1String("IS_NOT_NULL")) {
        const QString column = columnName(node.members.value(QLatin1String("arg")));
        return column.isEmpty() ? QStringList() : QStringList(column);
    }
    QStringList result;
    if (node.tag == QLatin1String("BoolExpr")
        && string(node.members, QLatin1String("boolop")) == QLatin1String("AND_EXPR")) {
        const QJsonArray arguments = node.members.value(QLatin1String("args")).toArray();
        for (const QJsonValue &argument : arguments)
            result += provedNotNull(argument);
    }
    return result;
}

bool isColumnItself(const QJsonValue &value)
{
    const Node node = unwrap(value);
    if (node.tag == QLatin1String("TypeCast"))
        return !columnName(node.members.value(QLatin1String("arg"))).isEmpty();
    return node.tag == QLatin1String("ColumnRef");
}

bool startsNextPart(const QString &word)
{
    static const QSet<QString> words = {
        QStringLiteral("constraint"), QStringLiteral("not"),       QStringLiteral("null"),
        QStringLiteral("check"),      QStringLiteral("unique"),    QStringLiteral("primary"),
        QStringLiteral("references"), QStringLiteral("generated"), QStringLiteral("deferrable"),
        QStringLiteral("initially"),
    };
    return words.contains(word);
}

/// Brackets that open the expression itself, not the clause it stands in.
qsizetype withOpeningBrackets(const QVector<Token> &tokens, qsizetype first)
{
    const auto isBracket = [&](qsizetype i) { return i >= 0 && tokens.at(i).word == QLatin1String("("); };
    while (isBracket(first - 1)) {
        const QString before = first >= 2 ? tokens.at(first - 2).word : QString();
        if (before == QLatin1String("check") || before == QLatin1String("as"))
            break;
        --first;
    }
    return first;
}

QString cutText(const Source &source, int firstByte, ExpressionEnd end)
{
    const QVector<Token> &tokens = source.tokens();
    const qsizetype start = source.offset(firstByte);
    const auto found =
        std::find_if(tokens.begin(), tokens.end(), [&](const Token &t) { return t.end > start; });
    const qsizetype first = withOpeningBrackets(tokens, found - tokens.begin());
    int depth = 0;
    qsizetype last = first;
    for (qsizetype i = first; i < tokens.size(); ++i) {
        const QString &word = tokens.at(i).word;
        if (word == QLatin1String("(") || word == QLatin1String("["))
            ++depth;
        else if (word == QLatin1String(")") || word == QLatin1String("]"))
            --depth;
        const bool closes =
            depth < 0 || (depth == 0 && (word == QLatin1String(",") || word == QLatin1String(";")));
        const bool nextPart = depth == 0 && i > first && end == ExpressionEnd::ColumnKeyword
                              && tokens.at(i).kind == TokenKind::Word && startsNextPart(word);
        if (closes || nextPart)
            break;
        last = i;
    }
    if (first >= tokens.size())
        return {};
    return source.text().mid(tokens.at(first).begin, tokens.at(last).end - tokens.at(first).begin);
}

QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.removeAll(QString());
    list.sort();
    return list;
}

} // namespace

QStringList functionsBelow(const QJsonValue &value)
{
    Usage usage;
    collectUsage(value, &usage);
    return sorted(usage.functions);
}

Expression expression(const QJsonValue &node, const Source &source, ExpressionEnd end)
{
    Expression result;
    if (!node.isObject())
        return result;
    Usage usage;
    collectUsage(node, &usage);
    result.functions = sorted(usage.functions);
    result.columns = sorted(usage.columns);
    result.notNullColumns = provedNotNull(node);
    result.relations = relationsBelow(node);
    result.sequences = sequencesBelow(node);
    result.isColumnItself = isColumnItself(node);
    if (usage.firstByte >= 0)
        result.text = cutText(source, usage.firstByte, end);
    return result;
}

} // namespace lockstep::sql::ast
