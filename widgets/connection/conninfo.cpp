#include "conninfo.h"

#include <QStringList>

#include <algorithm>

namespace lockstep::widgets {

namespace {

QString conninfoValue(QString value)
{
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || QStringLiteral("_-./:").contains(c); };
    if (std::all_of(value.cbegin(), value.cend(), isPlain))
        return value;
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

} // namespace

QString conninfoOf(const ConnectionFields &fields)
{
    QStringList parts;
    const auto add = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            parts << QLatin1String(key) + QLatin1Char('=') + conninfoValue(value);
    };
    add("service", fields.service);
    add("host", fields.host);
    add("port", fields.port);
    add("dbname", fields.database);
    add("user", fields.user);
    add("password", fields.password);
    return parts.join(QLatin1Char(' '));
}

} // namespace lockstep::widgets
