#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace lockstep::app {

/// Where the system keeps secrets, if it does. Belongs to the GUI thread; answers come later, there.
class Keychain
{
public:
    virtual ~Keychain() = default;
    /// Whether a service answers.
    virtual void probe(std::function<void(bool isThere)> answer) = 0;
    virtual void read(const QString &key, std::function<void(std::optional<QString>)> answer) = 0;
    /// What cannot be kept is asked for again the next time: there is nothing to tell.
    virtual void write(const QString &key, const QString &secret) = 0;
    virtual void remove(const QString &key) = 0;
};

/// Secret Service, KWallet, the Keychain of macOS or the credential store of Windows.
[[nodiscard]] std::unique_ptr<Keychain> systemKeychain();

} // namespace lockstep::app
