#include "keychain.h"

#include <QFileInfo>
#include <QObject>
#include <qt6keychain/keychain.h>

namespace lockstep::app {

namespace {

const QString serviceName = QStringLiteral("lockstep");

/// Services of Linux are asked over it; without it, asking waits in vain.
bool hasSessionBus()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
           || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
#else
    return true;
#endif
}

class SystemKeychain final : public Keychain
{
public:
    // No call tells whether there is a service; one that answers "there is no such entry" does.
    void probe(std::function<void(bool isThere)> answer) override
    {
        if (!hasSessionBus()) {
            answer(false);
            return;
        }
        auto *job = new QKeychain::ReadPasswordJob(serviceName, &m_context);
        job->setKey(QStringLiteral("probe"));
        QObject::connect(
            job, &QKeychain::Job::finished, &m_context, [job, answer = std::move(answer)](QKeychain::Job *) {
                answer(job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound);
            });
        job->start();
    }

    void read(const QString &key, std::function<void(std::optional<QString>)> answer) override
    {
        auto *job = new QKeychain::ReadPasswordJob(serviceName, &m_context);
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, &m_context,
                         [job, answer = std::move(answer)](QKeychain::Job *) {
                             const bool isFound = job->error() == QKeychain::NoError;
                             answer(isFound ? std::optional<QString>(job->textData()) : std::nullopt);
                         });
        job->start();
    }

    void write(const QString &key, const QString &secret) override
    {
        auto *job = new QKeychain::WritePasswordJob(serviceName, &m_context);
        job->setKey(key);
        job->setTextData(secret);
        job->start();
    }

    void remove(const QString &key) override
    {
        auto *job = new QKeychain::DeletePasswordJob(serviceName, &m_context);
        job->setKey(key);
        job->start();
    }

private:
    QObject m_context;
};

} // namespace

std::unique_ptr<Keychain> systemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace lockstep::app
