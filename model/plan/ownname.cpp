#include "ownname.h"

#include <model/schema/helpers.h>

#include <QCryptographicHash>

namespace lockstep::plan {

QString ownName(const schema::ObjectId &about, const QString &suffix)
{
    const QByteArray digest =
        QCryptographicHash::hash(schema::dottedName(about).toUtf8(), QCryptographicHash::Sha256);
    return schema::helperName(QString::fromLatin1(digest.toHex().left(12)) + QLatin1Char('_') + suffix);
}

bool isOwnName(const QString &name)
{
    return schema::isHelperName(name);
}

} // namespace lockstep::plan
