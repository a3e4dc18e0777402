#include "relationname.h"

#include <QRegularExpression>

namespace lockstep::execution {

bool isRelationName(const QString &text)
{
    static const QString identifier = QStringLiteral("(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)");
    static const QRegularExpression name(
        QRegularExpression::anchoredPattern(QStringLiteral("%1(?:\\.%1)?").arg(identifier)),
        QRegularExpression::UseUnicodePropertiesOption);
    return name.match(text).hasMatch();
}

} // namespace lockstep::execution
