#pragma once

#include <model/base/result.h>

#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

/// Ways through SSH servers, made by the user's own ssh with its configuration, agent and known hosts.
namespace lockstep::postgres {

struct TunnelRequest
{
    QString ssh; ///< "user@bastion:2222" or a Host of ~/.ssh/config.
    QString host; ///< Of the database as the SSH server sees it, or the directory of its socket.
    QString port;
};

/// One `ssh -N -L`, used for as long as somebody holds it and a minute longer. Its process ends with this
/// one.
class SshTunnel
{
public:
    virtual ~SshTunnel() = default;
    [[nodiscard]] virtual int localPort() const = 0;
    /// What ssh said of its own accord since it was started, such as why the far end refused.
    [[nodiscard]] virtual QString words() const = 0;
};
using SshTunnelPtr = std::shared_ptr<SshTunnel>;

/// The tunnel that is there already, or a new one, once it carries connections. Asks nothing: a passphrase
/// or a new host key is an error with ssh's words. Blocks for seconds. Errors: Connection, Environment (no
/// ssh), Canceled.
[[nodiscard]] base::Result<SshTunnelPtr> openTunnel(const TunnelRequest &request,
                                                    const std::stop_token &stop);
/// Ends every ssh that is still there; also done at the program's end.
void closeTunnels();

/// What ssh is called with: for tests.
[[nodiscard]] QStringList tunnelArguments(const TunnelRequest &request, int localPort);

} // namespace lockstep::postgres
