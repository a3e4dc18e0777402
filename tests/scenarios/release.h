#pragma once

#include <model/scratch/scratchserver.h>

#include <QHash>
#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>
#include <thread>

/// Applications that use a database while its schema changes.
namespace lockstep::testing {

/// What one release of an application says. %1 is a key, %2 a value as a literal.
struct Release
{
    QString name; ///< "old", for messages.
    QString insert;
    QString update;
    QString read; ///< The value of a key as text.
};

/// What came of it. All that was written is in `written`, by key, as it was written last.
struct Traffic
{
    QHash<qint64, QString> written;
    QStringList failures; ///< Statements that failed, or read something else than was written.
    qint64 statements = 0;
    double longestMs = 0; ///< The longest that one statement took.
};

/// One connection of a release, writing and reading rows of its own keys until it is stopped.
class Session
{
public:
    /// Updates `keys` existing rows from `firstKey` on; inserts beyond `newKeysFrom`.
    Session(const postgres::ConnectionTarget &target, Release release, qint64 firstKey, int keys,
            qint64 newKeysFrom);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// Ends after the statement that runs.
    Traffic stop();

private:
    void work(const postgres::ConnectionTarget &target, qint64 firstKey, int keys, qint64 newKeysFrom);
    [[nodiscard]] bool say(postgres::Session &session, const QString &sql, QString *answer = nullptr);

    const Release m_release;
    Traffic m_traffic;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace lockstep::testing
