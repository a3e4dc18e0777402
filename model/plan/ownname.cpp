#include "ownname.h"

#include <QCryptographicHash>

namespace lockstep::plan {

namespace {

/// Sorts behind people's triggers, which fire in the order of their names.
constexpr QLatin1String prefix("zzz_lockstep_");

} // namespace

QString ownName(const schema::ObjectId &about, const QString &suffix)
{
    const QByteArray digest =
        QCryptographicHash::hash(schema::dottedName(about).toUtf8(), QCryptographicHash::Sha256);
    return prefix + QString::fromLatin1(digest.toHex().left(12)) + QLatin1Char('_') + suffix;
}

bool isOwnName(const QString &name)
{
    return name.startsWith(prefix);
}

} // namespace lockstep::plan
