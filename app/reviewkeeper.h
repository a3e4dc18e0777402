#pragma once

#include <model/project/worker.h>

#include <QLockFile>
#include <QTimer>

#include <memory>
#include <optional>

namespace lockstep::widgets {
class ReviewPage;
}

namespace lockstep::app {

/// Keeps the scripts of the review page that are not saved in a file of its own, a few seconds after they
/// change, so that they come back after a crash. A window that closes in order takes that file with it.
class ReviewKeeper final : public QObject
{
    Q_OBJECT
public:
    explicit ReviewKeeper(widgets::ReviewPage *page, QObject *parent = nullptr);
    ~ReviewKeeper() override;

    /// Brings back what the last start left in the file. Does nothing while another window uses it.
    void begin(const QString &path);

public slots:
    void keepSoon();

signals:
    void recovered();

private:
    void keep();
    void takeUp(const QByteArray &json);

    widgets::ReviewPage *m_page;
    QString m_path; ///< Empty: nothing is kept.
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_soon;
    std::unique_ptr<project::Worker> m_worker;
};

} // namespace lockstep::app
