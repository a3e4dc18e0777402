#pragma once

#include <model/items/logmodel.h>

#include <QObject>

#include <memory>

namespace lockstep::app {

/// Brings log lines of all threads to the log panel's model, and Qt's own messages into the log.
/// One instance, for as long as the window lives.
class LogRelay final : public QObject
{
    Q_OBJECT
public:
    explicit LogRelay(QObject *parent = nullptr);
    ~LogRelay() override;
    [[nodiscard]] items::LogModel *model() { return &m_model; }

signals:
    void lineLogged(lockstep::base::log::Level level, const QString &channel, const QString &message);

private:
    struct Gate;
    std::shared_ptr<Gate> m_gate;
    items::LogModel m_model;
};

/// Sends qWarning() and the like through the log, under "qt".
void installQtMessageHandler();

} // namespace lockstep::app
