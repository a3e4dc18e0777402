#pragma once

#include <mutex>

namespace lockstep::execution {

/// Lets several threads work on one run, one at a time: whoever has the turn may touch the run, its journal
/// and its connections; waiting for the server or for time gives it away. With one thread it costs nothing.
class Turn
{
public:
    /// Of a thread that begins to take part.
    void take() { m_mutex.lock(); }
    void give() { m_mutex.unlock(); }
    /// While threads take part; not to be changed while one does.
    void share(bool isShared) { m_isShared = isShared; }

    /// For as long as it lives the others may go on.
    class Away
    {
    public:
        explicit Away(Turn &turn)
            : m_turn(turn.m_isShared ? &turn : nullptr)
        {
            if (m_turn)
                m_turn->give();
        }
        ~Away()
        {
            if (m_turn)
                m_turn->take();
        }
        Away(const Away &) = delete;
        Away &operator=(const Away &) = delete;

    private:
        Turn *m_turn;
    };

private:
    std::mutex m_mutex;
    bool m_isShared = false;
};

} // namespace lockstep::execution
