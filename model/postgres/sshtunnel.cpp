#include "sshtunnel.h"

#include "sshprocess.h"

#include <QCoreApplication>

#include <map>
#include <mutex>

namespace lockstep::postgres {

namespace {

/// The tunnels of the program by what they lead to. One lock for each place: a slow SSH server keeps only
/// those waiting who want through it.
struct Place
{
    std::mutex mutex;
    std::shared_ptr<SshProcess> process;
};

struct Places
{
    std::mutex mutex;
    std::map<QString, std::shared_ptr<Place>> byKey;
};

Places &places()
{
    static Places places;
    return places;
}

std::shared_ptr<Place> placeOf(const TunnelRequest &request)
{
    Places &all = places();
    const std::scoped_lock lock(all.mutex);
    if (all.byKey.empty())
        qAddPostRoutine(closeTunnels);
    auto &place =
        all.byKey[request.ssh + QLatin1Char('\n') + request.host + QLatin1Char('\n') + request.port];
    if (!place)
        place = std::make_shared<Place>();
    return place;
}

/// One user who is counted already; the process outlives its last one for a while.
class TunnelUse final : public SshTunnel
{
public:
    explicit TunnelUse(std::shared_ptr<SshProcess> process)
        : m_process(std::move(process))
    { }
    ~TunnelUse() override { m_process->removeUser(); }
    TunnelUse(const TunnelUse &) = delete;
    TunnelUse &operator=(const TunnelUse &) = delete;
    [[nodiscard]] int localPort() const override { return m_process->localPort(); }
    [[nodiscard]] QString words() const override { return m_process->words(); }

private:
    std::shared_ptr<SshProcess> m_process;
};

} // namespace

base::Result<SshTunnelPtr> openTunnel(const TunnelRequest &request, const std::stop_token &stop)
{
    const std::shared_ptr<Place> place = placeOf(request);
    const std::scoped_lock lock(place->mutex);
    if (place->process && place->process->tryUse())
        return SshTunnelPtr(std::make_shared<TunnelUse>(place->process));
    constexpr int attempts = 3; // Somebody else may take the port between our look and ssh's.
    base::Error failure;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto process = SshProcess::start(request, stop);
        if (process.has_value()) {
            place->process = *process;
            return SshTunnelPtr(std::make_shared<TunnelUse>(place->process));
        }
        failure = process.error();
        if (!failure.detail.contains(QLatin1String("Address already in use")))
            break;
    }
    return failure;
}

void closeTunnels()
{
    Places &all = places();
    const std::scoped_lock lock(all.mutex);
    for (const auto &[key, place] : all.byKey) {
        const std::scoped_lock placeLock(place->mutex);
        place->process.reset();
    }
    all.byKey.clear();
}

} // namespace lockstep::postgres
