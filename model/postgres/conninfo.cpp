#include "conninfo.h"

#include "ownkeywords.h"
#include "passwords.h"
#include "route.h"

#include <QRegularExpression>

#include <algorithm>
#include <libpq-fe.h>
#include <memory>

namespace lockstep::postgres {

namespace {

bool isSecret(const QString &key)
{
    return key == QLatin1String("password") || key == QLatin1String("sslpassword");
}

/// For texts that libpq cannot read: whatever looks like a password goes.
QString roughlyWithoutSecrets(QString text)
{
    static const QRegularExpression inUri(QStringLiteral("(://[^:/@]*):.*@"));
    static const QRegularExpression inPairs(
        QStringLiteral("(password\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*'?|[^\\s&]*)"),
        QRegularExpression::CaseInsensitiveOption);
    return text.replace(inUri, QStringLiteral("\\1@")).replace(inPairs, QStringLiteral("\\1***"));
}

void setIfMissing(ConnectionOptions *options, const char *key, const QString &value)
{
    const QString name = QLatin1String(key);
    if (valueOf(*options, name).isEmpty())
        options->append({ name, value });
}

ConnectionOptions withoutKeys(const ConnectionOptions &options,
                              const std::function<bool(const QString &)> &drop)
{
    ConnectionOptions kept;
    for (const auto &option : options) {
        if (!drop(option.first))
            kept.append(option);
    }
    return kept;
}

} // namespace

base::Result<ConnectionOptions> parseConnection(const QString &text)
{
    char *message = nullptr;
    const SplitConnection split = splitConnection(text);
    PQconninfoOption *parsed = PQconninfoParse(split.libpq.toUtf8().constData(), &message);
    if (!parsed) {
        base::Error error;
        error.kind = base::ErrorKind::Connection;
        // libpq quotes the part it does not understand, which may be a piece of the password.
        error.message =
            QStringLiteral("The connection text \"%1\" cannot be read.").arg(roughlyWithoutSecrets(text));
        error.hint =
            QStringLiteral("Write postgresql://user@host:port/database, or host=... dbname=... pairs, or "
                           "service=name. In a URI, write @ : / in a password as %40 %3A %2F.");
        PQfreemem(message);
        return error;
    }
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> owner(parsed, &PQconninfoFree);
    ConnectionOptions options;
    for (const PQconninfoOption *option = parsed; option->keyword; ++option) {
        if (option->val)
            options.append({ QString::fromUtf8(option->keyword), QString::fromUtf8(option->val) });
    }
    options += split.own;
    return options;
}

QString joinConnection(const ConnectionOptions &options)
{
    QStringList pairs;
    for (const auto &[key, value] : options) {
        QString quoted = value;
        quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('\''), QLatin1String("\\'"));
        pairs.append(key + QStringLiteral("='") + quoted + QLatin1Char('\''));
    }
    return pairs.join(QLatin1Char(' '));
}

QString valueOf(const ConnectionOptions &options, const QString &key)
{
    for (const auto &option : options) {
        if (option.first == key)
            return option.second;
    }
    return {};
}

base::Result<ConnectionOptions> effectiveOptions(const ConnectionTarget &target)
{
    auto parsed = parseConnection(target.text);
    if (!parsed.has_value())
        return parsed.error();
    ConnectionOptions options = withoutKeys(*parsed, [](const QString &key) {
        return key == QLatin1String("client_encoding") || isOwnKeyword(key);
    });
    const QString password = knownPassword(target);
    if (!password.isEmpty())
        setIfMissing(&options, "password", password);
    setIfMissing(&options, "application_name", target.applicationName);
    // A service file counts only for what the text leaves open, so its settings must be left room.
    if (valueOf(options, QStringLiteral("service")).isEmpty()) {
        setIfMissing(&options, "keepalives", QStringLiteral("1"));
        setIfMissing(&options, "keepalives_idle", QStringLiteral("30"));
        setIfMissing(&options, "keepalives_interval", QStringLiteral("10"));
        setIfMissing(&options, "keepalives_count", QStringLiteral("3"));
        // A network that swallows everything is given up as well while something sent is not acknowledged.
        if (PQlibVersion() >= 120000)
            setIfMissing(&options, "tcp_user_timeout", QStringLiteral("30000"));
    }
    options.append({ QStringLiteral("client_encoding"), QStringLiteral("UTF8") });
    return options;
}

QString ConnectionTarget::parameter(const QString &key) const
{
    const auto options = parseConnection(text);
    return options.has_value() ? valueOf(*options, key) : QString();
}

ConnectionTarget ConnectionTarget::withDatabase(const QString &database) const
{
    auto options = parseConnection(text);
    if (!options.has_value())
        return *this;
    ConnectionOptions changed =
        withoutKeys(*options, [](const QString &key) { return key == QLatin1String("dbname"); });
    changed.append({ QStringLiteral("dbname"), database });
    return { joinConnection(changed), applicationName };
}

QString ConnectionTarget::display() const
{
    const auto options = parseConnection(text);
    if (!options.has_value())
        return roughlyWithoutSecrets(text);
    const QString service = valueOf(*options, QStringLiteral("service"));
    QString host = valueOf(*options, QStringLiteral("host"));
    if (host.isEmpty())
        host = valueOf(*options, QStringLiteral("hostaddr"));
    if (host.isEmpty() && service.isEmpty())
        host = qEnvironmentVariable("PGHOST", QStringLiteral("localhost"));
    QString database = valueOf(*options, QStringLiteral("dbname"));
    if (database.isEmpty())
        database = valueOf(*options, QStringLiteral("user"));
    if (!service.isEmpty() && host.isEmpty())
        return database.isEmpty() ? QStringLiteral("service %1").arg(service)
                                  : QStringLiteral("%1 @ service %2").arg(database, service);
    if (database.isEmpty())
        database = qEnvironmentVariable("PGDATABASE", QStringLiteral("default database"));
    const QString port = valueOf(*options, QStringLiteral("port"));
    const bool plain = port.isEmpty() || port == QLatin1String("5432") || host.startsWith(QLatin1Char('/'));
    return database + QStringLiteral(" @ ") + host + (plain ? QString() : QLatin1Char(':') + port);
}

QString ConnectionTarget::withoutSecrets() const
{
    const auto options = parseConnection(text);
    if (!options.has_value())
        return roughlyWithoutSecrets(text);
    const ConnectionOptions kept = withoutKeys(*options, isSecret);
    // A text without secrets stays as its author wrote it.
    return kept.size() == options->size() ? text : joinConnection(kept);
}

ProcessConnection forProcess(const ConnectionTarget &target)
{
    const auto parsed = parseConnection(target.text);
    if (!parsed.has_value())
        return { target.text, {}, {} };
    ConnectionOptions options = *parsed;
    ProcessConnection connection;
    const bool hasOwn = std::any_of(options.cbegin(), options.cend(),
                                    [](const auto &option) { return isOwnKeyword(option.first); });
    const auto route = hasOwn ? routeTo(target, {}) : base::Result<Route>(Route{ options, {}, {} });
    if (route.has_value()) {
        options = route->options;
        connection.way = route->tunnel;
    }
    connection.password = valueOf(options, QStringLiteral("password"));
    if (connection.password.isEmpty())
        connection.password = knownPassword(target);
    connection.conninfo = joinConnection(withoutKeys(
        options, [](const QString &key) { return key == QLatin1String("password") || isOwnKeyword(key); }));
    return connection;
}

} // namespace lockstep::postgres
