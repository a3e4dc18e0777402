#include "route.h"

#include "passfile.h"
#include "servicefile.h"

#include <algorithm>

namespace lockstep::postgres {

namespace {

/// What libpq would take where the text says nothing: of the service, then of the environment.
class Defaults
{
public:
    explicit Defaults(const ConnectionOptions &options)
        : m_options(options)
    {
        QString name = valueOf(options, QStringLiteral("service"));
        if (name.isEmpty())
            name = qEnvironmentVariable("PGSERVICE");
        if (name.isEmpty())
            return;
        for (const Service &service : services()) {
            if (service.name == name)
                m_service = service.options;
        }
    }
    [[nodiscard]] QString operator()(const char *key, const char *variable, const QString &otherwise) const
    {
        for (const ConnectionOptions &options : { m_options, m_service }) {
            const QString value = valueOf(options, QLatin1String(key));
            if (!value.isEmpty())
                return value;
        }
        return qEnvironmentVariable(variable, otherwise);
    }

private:
    ConnectionOptions m_options;
    ConnectionOptions m_service;
};

void replaceOption(ConnectionOptions *options, const char *key, const QString &value)
{
    const QString name = QLatin1String(key);
    options->erase(std::remove_if(options->begin(), options->end(),
                                  [&](const auto &option) { return option.first == name; }),
                   options->end());
    if (!value.isEmpty())
        options->append({ name, value });
}

QString escapedOption(QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char(' '), QLatin1String("\\ "));
    return value;
}

void addStartupOptions(Route *route)
{
    QStringList settings;
    if (!route->own.role.isEmpty())
        settings << QStringLiteral("-c role=") + escapedOption(route->own.role);
    if (route->own.isReadOnly)
        settings << QStringLiteral("-c default_transaction_read_only=on");
    if (settings.isEmpty())
        return;
    settings.prepend(Defaults(route->options)("options", "PGOPTIONS", {}));
    replaceOption(&route->options, "options", settings.join(QLatin1Char(' ')).trimmed());
}

base::Result<void> lead(Route *route, const std::stop_token &stop)
{
    const Defaults known(route->options);
    const QString host = known("host", "PGHOST", QStringLiteral("localhost"));
    const QString port = known("port", "PGPORT", QStringLiteral("5432"));
    const QString address = known("hostaddr", "PGHOSTADDR", host);
    if (host.contains(QLatin1Char(',')) || address.contains(QLatin1Char(','))) {
        base::Error error;
        error.kind = base::ErrorKind::Connection;
        error.message =
            QStringLiteral("A connection through an SSH server leads to one host, not to \"%1\".").arg(host);
        error.hint = QStringLiteral("Name one of them.");
        return error;
    }
    const auto tunnel = openTunnel({ route->own.ssh, address, port }, stop);
    if (!tunnel.has_value())
        return tunnel.error();
    route->tunnel = *tunnel;
    if (valueOf(route->options, QStringLiteral("password")).isEmpty()
        && qEnvironmentVariableIsEmpty("PGPASSWORD")) {
        PassfileQuestion question;
        question.file = known("passfile", "PGPASSFILE", {});
        question.host = host;
        question.port = port;
        question.user = known("user", "PGUSER", qEnvironmentVariable("USER"));
        question.database = known("dbname", "PGDATABASE", question.user);
        replaceOption(&route->options, "password", passwordFromFile(question));
    }
    // The name stays the server's own: certificates are made out to it.
    replaceOption(&route->options, "host",
                  host.startsWith(QLatin1Char('/')) ? QStringLiteral("localhost") : host);
    replaceOption(&route->options, "hostaddr", QStringLiteral("127.0.0.1"));
    replaceOption(&route->options, "port", QString::number((*tunnel)->localPort()));
    return {};
}

} // namespace

base::Result<Route> routeTo(const ConnectionTarget &target, const std::stop_token &stop)
{
    const auto parsed = parseConnection(target.text);
    if (!parsed.has_value())
        return parsed.error();
    const auto own = ownSettings(*parsed);
    if (!own.has_value())
        return own.error();
    const auto options = effectiveOptions(target);
    if (!options.has_value())
        return options.error();
    Route route{ *options, *own, nullptr };
    addStartupOptions(&route);
    if (!own->ssh.isEmpty()) {
        const auto led = lead(&route, stop);
        if (!led.has_value())
            return led.error();
    }
    return route;
}

} // namespace lockstep::postgres
