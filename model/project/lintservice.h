#pragma once

#include <model/analysis/lint/lint.h>
#include <model/base/error.h>
#include <model/sources/scriptfiles.h>
#include <model/sources/source.h>

#include <QObject>

#include <memory>

namespace lockstep::project {

struct LintRequest
{
    QVector<analysis::lint::ScriptFile> files; ///< In the order they run in.
    sources::LoadedSourcePtr schema; ///< What the statements meet; null: relations are taken as written.
    int serverVersion = 0; ///< 0: the schema's.
    analysis::RatesPtr rates; ///< Null: the default ones.
    analysis::lint::LintSettings rules; ///< Its `inTransaction` does not count.
    bool inTransaction = false; ///< The tool that runs the files puts each into a transaction.
};

/// Reads scripts and lints them off the GUI thread. Lives in the GUI thread; nothing here blocks.
class LintService final : public QObject
{
    Q_OBJECT
public:
    explicit LintService(QObject *parent = nullptr);
    ~LintService() override;
    [[nodiscard]] bool isWorking() const;

public slots:
    /// Stops what an older text still takes; only the newest is answered.
    void check(const lockstep::project::LintRequest &request);
    /// Files, or directories with all .sql files below them, in the order they run in.
    void read(const QStringList &paths);

signals:
    void workingChanged(bool isWorking);
    void checked(const lockstep::analysis::lint::LintReportPtr &report);
    void scriptsRead(const QVector<lockstep::sources::ScriptText> &scripts);
    void readFailed(const lockstep::base::Error &error); ///< None of them is taken then.

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lockstep::project
