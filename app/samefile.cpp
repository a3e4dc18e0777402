#include "samefile.h"

#include <QDir>
#include <QFileInfo>

namespace lockstep::app {

bool isSameFile(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    const QFileInfo first(a);
    const QFileInfo second(b);
    if (QDir::cleanPath(first.absoluteFilePath()) == QDir::cleanPath(second.absoluteFilePath()))
        return true;
    const QString there = first.canonicalFilePath();
    return !there.isEmpty() && there == second.canonicalFilePath();
}

} // namespace lockstep::app
