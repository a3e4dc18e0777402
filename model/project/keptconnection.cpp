#include "keptconnection.h"

#include "connectionfields.h"

#include <model/postgres/conninfo.h>
#include <model/postgres/session.h>

#include <algorithm>

namespace lockstep::project {

namespace {

const QLatin1String readOnlyKey("read_only");

QString quoted(QString value)
{
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || QStringLiteral("_-./:@").contains(c); };
    if (!value.isEmpty() && std::all_of(value.cbegin(), value.cend(), isPlain))
        return value;
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

} // namespace

QString connectionText(const KeptConnection &connection, const QString &password)
{
    QStringList parts;
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            parts << key + QLatin1Char('=') + quoted(value);
    };
    for (const ConnectionField &field : connectionFields()) {
        add(QLatin1String(field.key), connection.*field.member);
        if (field.member == &KeptConnection::user)
            add(QStringLiteral("password"), password);
    }
    for (const auto &[key, value] : connection.others)
        add(key, value);
    if (connection.isReadOnly)
        add(readOnlyKey, QStringLiteral("on"));
    return parts.join(QLatin1Char(' '));
}

base::Result<ReadConnection> connectionFromText(const QString &text)
{
    const auto options = postgres::parseConnection(text.trimmed());
    if (!options.has_value())
        return options.error();
    ReadConnection read;
    for (const auto &[key, value] : *options) {
        const auto &fields = connectionFields();
        const QString name = key;
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const ConnectionField &one) {
            return name == QLatin1String(one.key);
        });
        if (field != fields.end())
            read.connection.*field->member = value;
        else if (key == QLatin1String("password"))
            read.password = value;
        else if (key == readOnlyKey)
            read.connection.isReadOnly = value != QLatin1String("off");
        else if (key != QLatin1String("sslpassword"))
            read.connection.others.append({ key, value });
    }
    return read;
}

bool isSamePlace(const KeptConnection &connection, const QString &text)
{
    const auto read = connectionFromText(text);
    if (!read.has_value())
        return false;
    const KeptConnection &other = read->connection;
    return connection.host == other.host && connection.port == other.port
           && connection.database == other.database && connection.user == other.user
           && connection.service == other.service && connection.ssh == other.ssh;
}

QString placeText(const KeptConnection &connection)
{
    postgres::ConnectionTarget target;
    target.text = connectionText(connection);
    QString place = target.display();
    if (!connection.user.isEmpty())
        place += QStringLiteral(" \u00b7 ") + connection.user;
    if (!connection.role.isEmpty())
        place += QStringLiteral(" \u2192 ") + connection.role;
    if (!connection.ssh.isEmpty())
        place += QStringLiteral(" \u00b7 ssh ") + connection.ssh;
    return place;
}

} // namespace lockstep::project
