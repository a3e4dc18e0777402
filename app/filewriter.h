#pragma once

#include <model/base/result.h>
#include <model/project/worker.h>

#include <QByteArray>
#include <QObject>

#include <functional>
#include <future>

namespace lockstep::app {

/// Writes files on a thread of its own, so that a slow disc stops nobody: one at a time, each to its end,
/// the one under way when this is destroyed too.
class FileWriter final : public QObject
{
    Q_OBJECT
public:
    /// What the file holds afterwards.
    using Content = base::Result<QByteArray>;
    using Job = std::function<Content()>;
    using Disc = std::function<Content(const Job &job)>;

    explicit FileWriter(QObject *parent = nullptr);
    /// Runs the jobs from now on, on the thread of this: a disc that is slow, or full.
    void setDisc(Disc disc) { m_disc = std::move(disc); }
    [[nodiscard]] bool isWriting() const { return m_content.valid(); }
    /// Only while nothing is being written.
    void write(const Job &job);
    /// Waits for what is being written; written() was emitted when this returns.
    void finish();

signals:
    void written(const lockstep::base::Result<QByteArray> &content);

private:
    Disc m_disc;
    std::future<Content> m_content;
    quint64 m_number = 0; ///< Of the write that m_content belongs to.
    /// Last, so that the thread ends before anything it uses.
    project::Worker m_worker{ QStringLiteral("file writer") };
};

} // namespace lockstep::app
