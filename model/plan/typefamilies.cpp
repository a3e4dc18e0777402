#include "typefamilies.h"

#include <QRegularExpression>

namespace lockstep::plan {

namespace {

bool isTextLike(const QString &type)
{
    return type == QLatin1String("text") || type.startsWith(QLatin1String("character varying"));
}

} // namespace

bool isInteger(const QString &type)
{
    return type == QLatin1String("smallint") || type == QLatin1String("integer")
           || type == QLatin1String("bigint");
}

bool isOfTime(const QString &type)
{
    return type.startsWith(QLatin1String("time")) || type == QLatin1String("date")
           || type.startsWith(QLatin1String("interval"));
}

bool cannotFail(const ChangeType &change)
{
    if (change.toType == QLatin1String("text"))
        return change.usingExpression.isEmpty();
    const bool isWider = change.toType == QLatin1String("bigint") || change.toType == QLatin1String("numeric")
                         || (change.fromType == QLatin1String("smallint") && isInteger(change.toType));
    return change.usingExpression.isEmpty() && isInteger(change.fromType) && isWider;
}

bool isUniqueBack(const ChangeType &change)
{
    const QRegularExpression cast(
        QStringLiteral("^%1::\\w+$").arg(QRegularExpression::escape(schema::quoteIdent(change.column.sub))));
    const bool isMere = change.usingExpression.isEmpty() || cast.match(change.usingExpression).hasMatch();
    const QString &from = change.fromType;
    return isMere && isInteger(change.toType)
           && (isInteger(from) || from == QLatin1String("numeric") || isTextLike(from));
}

bool keepsMeaning(const QString &expression, const QString &column)
{
    static const QRegularExpression casts(
        QStringLiteral(R"re(::\s*(?:"[^"]*"|\w+)(?:\.(?:"[^"]*"|\w+))?(?: varying| precision)?)re"
                       R"re((?:\s*\(\d+(?:,\s*\d+)?\))?(?: with(?:out)? time zone)?(?:\[\])?)re"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression words(
        QStringLiteral(R"re(\bAT TIME ZONE '[^']*'|\bCAST\b|\bAS [\w ]+(?:\(\d+(?:,\s*\d+)?\))?(?=\)))re"
                       R"re(|\b(?:b|l|r)?trim\b|\bnullif\b|''|[(),])re"),
        QRegularExpression::CaseInsensitiveOption);
    const QString rest = QString(expression).remove(casts).remove(words).trimmed();
    return rest == column || rest == schema::quoteIdent(column);
}

} // namespace lockstep::plan
