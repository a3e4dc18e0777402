#include "bodynames.h"

#include <QRegularExpression>

namespace lockstep::schema {

namespace {

QString rawName(const QString &written)
{
    if (!written.startsWith(QLatin1Char('"')))
        return written.toLower();
    QString name = written.mid(1, written.size() - 2);
    return name.replace(QLatin1String("\"\""), QLatin1String("\""));
}

void addNames(const QString &text, bool withStrings, QSet<QPair<QString, QString>> &names)
{
    static const QString name = QStringLiteral("(\"(?:[^\"]|\"\")+\"|[[:alpha:]_][\\w$]*)");
    static const QRegularExpression token(
        QStringLiteral("'((?:[^']|'')*)'|--[^\\n]*|/\\*.*?\\*/|%1(?:\\s*\\.\\s*%1)?").arg(name),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
    for (auto it = token.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (withStrings && !match.captured(1).isEmpty())
            addNames(match.captured(1).replace(QLatin1String("''"), QLatin1String("'")), true, names);
        if (match.captured(2).isEmpty())
            continue;
        if (match.captured(3).isEmpty())
            names.insert({ QString(), rawName(match.captured(2)) });
        else
            names.insert({ rawName(match.captured(2)), rawName(match.captured(3)) });
    }
}

} // namespace

QSet<QPair<QString, QString>> namesInBody(const QString &body)
{
    QSet<QPair<QString, QString>> names;
    addNames(body, false, names);
    return names;
}

QSet<QPair<QString, QString>> namesInBodyAndStrings(const QString &body)
{
    QSet<QPair<QString, QString>> names;
    addNames(body, true, names);
    return names;
}

} // namespace lockstep::schema
