#pragma once

#include <model/project/preflight.h>
#include <tests/support/postgrestest.h>

#include <QObject>

#include <memory>

/// Leaves the test where the call has made it fail.
#define QUIET(call)                                                                                          \
    call;                                                                                                    \
    if (QTest::currentTestFailed())                                                                          \
    return

namespace lockstep::testing {

[[nodiscard]] plan::Step lockingStep(const QString &id, const QString &sql, const QString &relation,
                                     plan::LockMode mode);
[[nodiscard]] plan::Step questionStep(const QString &id, const QString &sql, const QString &expect,
                                      const QString &sample = {});

/// A database with users and orders, and the checklist of a plan asked of it.
class PreflightFixture : public QObject
{
protected:
    using CheckVerdict = analysis::CheckVerdict;
    void prepare();
    [[nodiscard]] std::unique_ptr<postgres::Session> open() const { return m_database->open().value(); }
    [[nodiscard]] plan::Plan plan() const;
    [[nodiscard]] static project::PreflightOptions quick();
    void ask(const plan::Plan &plan, const project::PreflightOptions &options = quick(),
             const QString &extra = {});
    void verdict(const QString &id, CheckVerdict verdict, const QStringList &words = {});
    void exec(const QString &sql);

    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
    analysis::ChecklistPtr m_list;
};

} // namespace lockstep::testing
