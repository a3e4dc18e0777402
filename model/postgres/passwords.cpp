#include "passwords.h"

#include <QHash>

#include <mutex>

namespace lockstep::postgres {

namespace {

struct Memory
{
    std::mutex mutex;
    QHash<QString, QString> passwords;
};

Memory &memory()
{
    static Memory memory;
    return memory;
}

} // namespace

QString passwordKey(const ConnectionTarget &target)
{
    QStringList parts;
    for (const char *key : { "user", "host", "hostaddr", "port", "service", "ssh" })
        parts.append(target.parameter(QLatin1String(key)));
    return parts.join(QLatin1Char('|'));
}

void rememberPassword(const ConnectionTarget &target, const QString &password)
{
    const QString key = passwordKey(target);
    const std::scoped_lock lock(memory().mutex);
    memory().passwords.insert(key, password);
}

void forgetPassword(const ConnectionTarget &target)
{
    const QString key = passwordKey(target);
    const std::scoped_lock lock(memory().mutex);
    memory().passwords.remove(key);
}

QString knownPassword(const ConnectionTarget &target)
{
    const QString key = passwordKey(target);
    const std::scoped_lock lock(memory().mutex);
    return memory().passwords.value(key);
}

bool wantsPassword(const base::Error &error)
{
    return error.kind == base::ErrorKind::Connection && error.sqlstate == QLatin1String("28P01");
}

} // namespace lockstep::postgres
