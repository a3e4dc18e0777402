#pragma once

#include "runfixture.h"

#include <QMap>

#include <optional>

namespace lockstep::testing {

/// The application: writes to users, row by row, and remembers what must be there afterwards.
class Traffic
{
public:
    /// Of the rows 1 to `users` it changes and deletes some, and inserts others after them.
    Traffic(const RunDatabase &db, qint64 users);
    ~Traffic();
    void stop();
    /// What is not as it should be: rows lost, written over, or filled more than once; statements that failed
    /// otherwise than by a lost connection. Empty: all is well. `isFilled`: the column tier has its values.
    [[nodiscard]] QString problems(RunDatabase &db, bool isFilled = true);
    [[nodiscard]] double longestMs() const { return m_longestMs; }
    [[nodiscard]] int writes() const { return m_writes; }

private:
    struct Row
    {
        QString name;
        int updates = 0;
    };
    void work();
    bool write(postgres::Session &session, int i);
    /// False if the connection is lost again.
    [[nodiscard]] bool readAgain(postgres::Session &session);
    [[nodiscard]] QString compared(const postgres::Rows &rows, bool isFilled) const;

    postgres::ConnectionTarget m_target;
    qint64 m_users;
    qint64 m_nextId;
    QMap<qint64, Row> m_rows;
    QString m_failure;
    std::optional<qint64> m_unsure; ///< The row whose last write was answered by a lost connection.
    double m_longestMs = 0;
    int m_writes = 0;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

} // namespace lockstep::testing
