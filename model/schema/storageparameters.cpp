#include "storageparameters.h"

#include <QRegularExpression>
#include <QStringList>

namespace lockstep::schema {

QString withSortedParameters(const QString &statement)
{
    static const QString parameter = QStringLiteral("[a-z_.]+=(?:'[^']*'|[^'\\s,()]+)");
    static const QRegularExpression list(
        QStringLiteral("\\b(?:WITH|SET) \\((%1(?:, %1)+)\\)").arg(parameter));
    const QRegularExpressionMatch match = list.match(statement);
    if (!match.hasMatch())
        return statement;
    QStringList parameters = match.captured(1).split(QStringLiteral(", "));
    parameters.sort();
    return statement.left(match.capturedStart(1)) + parameters.join(QStringLiteral(", "))
           + statement.mid(match.capturedEnd(1));
}

} // namespace lockstep::schema
