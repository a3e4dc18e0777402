#include "dottedname.h"

namespace lockstep::plan {

QStringList splitDottedName(const QString &text)
{
    QStringList parts;
    QString part;
    bool isQuoted = false;
    bool hasPart = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('"')) {
            const bool isDoubled = isQuoted && i + 1 < text.size() && text[i + 1] == QLatin1Char('"');
            if (isDoubled) {
                part += c;
                ++i;
            } else {
                isQuoted = !isQuoted;
            }
            hasPart = true;
        } else if (c == QLatin1Char('.') && !isQuoted) {
            if (!hasPart)
                return {};
            parts += part;
            part.clear();
            hasPart = false;
        } else if (c == QLatin1Char('(') && !isQuoted) {
            part += text.mid(i);
            hasPart = true;
            break;
        } else {
            part += c;
            hasPart = true;
        }
    }
    if (isQuoted || !hasPart)
        return {};
    parts += part;
    return parts;
}

schema::ObjectId tableOf(const QString &dotted)
{
    const QStringList parts = splitDottedName(dotted);
    if (parts.size() != 2)
        return {};
    return schema::objectId(schema::Kind::Table, parts[0], parts[1]);
}

schema::ObjectId columnOf(const QString &dotted)
{
    const QStringList parts = splitDottedName(dotted);
    if (parts.size() != 3)
        return {};
    return schema::subId(schema::Kind::Column, parts[0], parts[1], parts[2]);
}

} // namespace lockstep::plan
