#pragma once

#include <QHash>
#include <QSettings>
#include <QThread>
#include <QVariant>

#include <memory>

namespace lockstep::app {

/// A QSettings that is written by a thread of its own: it makes sure of the disk at each write, which a busy
/// disk answers late. A value is there as soon as it is set; what is set is written when this goes.
class SettingsStore
{
public:
    /// An empty file name is the user's own.
    explicit SettingsStore(const QString &fileName);
    ~SettingsStore();
    SettingsStore(const SettingsStore &) = delete;
    SettingsStore &operator=(const SettingsStore &) = delete;

    [[nodiscard]] QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);
    void remove(const QString &key);

private:
    std::unique_ptr<QSettings> m_read;
    std::unique_ptr<QSettings> m_written; ///< Lives in the thread.
    QHash<QString, QVariant> m_set; ///< Since the start; invalid: removed.
    QThread m_thread;
};

} // namespace lockstep::app
