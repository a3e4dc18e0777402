#pragma once

#include <model/postgres/session.h>

namespace lockstep::sources {

/// One snapshot for all queries, with everything pinned that could change how the server prints an
/// expression; ends with the object, whatever happened in between.
class ReadTransaction
{
public:
    explicit ReadTransaction(postgres::Session &session)
        : m_session(session)
    { }
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

    /// With the snapshot that another connection exported, if one is given.
    [[nodiscard]] base::Result<void> begin(const QString &snapshot = {});
    /// The snapshot for another connection's begin(); empty where the server gives none. To be asked
    /// for before anything is read: where it fails, the transaction is begun anew.
    [[nodiscard]] base::Result<QString> exportSnapshot();

private:
    postgres::Session &m_session;
    bool m_isOpen = false;
};

} // namespace lockstep::sources
