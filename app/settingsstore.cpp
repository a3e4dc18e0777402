#include "settingsstore.h"

namespace lockstep::app {

namespace {

std::unique_ptr<QSettings> settingsOf(const QString &fileName)
{
    return fileName.isEmpty()
               ? std::make_unique<QSettings>(QStringLiteral("lockstep"), QStringLiteral("lockstep"))
               : std::make_unique<QSettings>(fileName, QSettings::IniFormat);
}

} // namespace

SettingsStore::SettingsStore(const QString &fileName)
    : m_read(settingsOf(fileName))
    , m_written(settingsOf(fileName))
{
    m_written->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("settings"));
    m_thread.start(QThread::LowPriority);
}

SettingsStore::~SettingsStore()
{
    // Behind what was set before: events of one receiver come in their order.
    QMetaObject::invokeMethod(m_written.get(), [this] {
        m_written->sync();
        m_thread.quit();
    });
    m_thread.wait();
}

QVariant SettingsStore::value(const QString &key, const QVariant &otherwise) const
{
    const auto set = m_set.constFind(key);
    if (set == m_set.cend())
        return m_read->value(key, otherwise);
    return set->isValid() ? *set : otherwise;
}

void SettingsStore::setValue(const QString &key, const QVariant &value)
{
    m_set.insert(key, value);
    QMetaObject::invokeMethod(m_written.get(),
                              [settings = m_written.get(), key, value] { settings->setValue(key, value); });
}

void SettingsStore::remove(const QString &key)
{
    m_set.insert(key, {});
    QMetaObject::invokeMethod(m_written.get(), [settings = m_written.get(), key] { settings->remove(key); });
}

} // namespace lockstep::app
