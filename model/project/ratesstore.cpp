#include "ratesstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace lockstep::project {

namespace {

base::Error storeError(const QString &message, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    error.message = message;
    error.hint = hint;
    return error;
}

} // namespace

RatesStore::RatesStore(QString directory)
    : m_directory(std::move(directory))
{ }

QString RatesStore::pathOf(const analysis::ServerKey &key) const
{
    // A host may be a directory, and identifiers come from a server: neither is a file name.
    const QByteArray server = QStringLiteral("%1\n%2").arg(key.systemIdentifier, key.host).toUtf8();
    const QByteArray name = QCryptographicHash::hash(server, QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("%1/%2-%3.rates.json").arg(m_directory, QLatin1String(name)).arg(key.major);
}

base::Result<void> RatesStore::save(const analysis::Rates &rates) const
{
    if (m_directory.isEmpty())
        return {};
    if (!rates.key.isKnown()) {
        base::Error error = storeError(
            QStringLiteral("What was measured cannot be kept: the server does not tell this role which one "
                           "it is, so it could not be found again."),
            QStringLiteral("It is used until the window closes. GRANT EXECUTE ON FUNCTION "
                           "pg_control_system() lets the role read the identifier."));
        error.kind = base::ErrorKind::Refused;
        return error;
    }
    QSaveFile file(pathOf(rates.key));
    const QByteArray json = analysis::toJson(rates);
    if (!QDir().mkpath(m_directory) || !file.open(QIODevice::WriteOnly) || file.write(json) != json.size()
        || !file.commit()) {
        return storeError(QStringLiteral("What was measured cannot be kept in \"%1\": %2.")
                              .arg(file.fileName(), file.errorString()),
                          QStringLiteral("It is used until the window closes."));
    }
    return {};
}

base::Result<analysis::RatesPtr> RatesStore::find(const analysis::ServerKey &key) const
{
    if (m_directory.isEmpty() || !key.isKnown())
        return analysis::RatesPtr();
    QFile file(pathOf(key));
    if (!file.exists())
        return analysis::RatesPtr();
    if (!file.open(QIODevice::ReadOnly)) {
        return storeError(
            QStringLiteral("\"%1\" cannot be read: %2.").arg(file.fileName(), file.errorString()),
            QStringLiteral("Estimates use the default rates."));
    }
    auto rates = analysis::ratesFromJson(file.readAll(), file.fileName());
    if (!rates.has_value())
        return rates;
    // Somebody may have put another's file here.
    return (*rates)->key == key ? rates : base::Result<analysis::RatesPtr>(analysis::RatesPtr());
}

base::Result<void> RatesStore::forget(const analysis::ServerKey &key) const
{
    if (m_directory.isEmpty() || !key.isKnown())
        return {};
    QFile file(pathOf(key));
    if (file.exists() && !file.remove()) {
        return storeError(
            QStringLiteral("\"%1\" cannot be removed: %2.").arg(file.fileName(), file.errorString()), {});
    }
    return {};
}

} // namespace lockstep::project
