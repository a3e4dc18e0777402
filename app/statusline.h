#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

class QLabel;
class QStatusBar;

namespace lockstep::app {

/// The status bar: what we are connected to and whether we write, when the catalog was read, when
/// the project was saved.
class StatusLine final : public QObject
{
    Q_OBJECT
public:
    explicit StatusLine(QStatusBar *bar);
    void setConnection(const QString &display);
    void setWriting(bool isWriting);
    void setReadAt(const QDateTime &at);
    void setSaved(const QDateTime &at, bool isChanged);

private:
    void refresh();

    QString m_display;
    bool m_isWriting = false;
    QDateTime m_readAt;
    QDateTime m_savedAt;
    bool m_isChanged = false;
    QLabel *m_connection;
    QLabel *m_read;
    QLabel *m_saved;
    QTimer m_clock;
};

} // namespace lockstep::app
