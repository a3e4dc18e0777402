#pragma once

#include "session.h"

#include <utility>

namespace lockstep::postgres {

/// Hands rows on in batches that end where the key changes.
class BatchCutter
{
public:
    BatchCutter(int keyColumns, const Session::TakeBatch &take)
        : m_keyColumns(keyColumns)
        , m_take(take)
    { }

    /// False once nothing more is wanted: the rest is thrown away.
    bool add(QByteArrayView line)
    {
        constexpr qsizetype enough = 1 << 20;
        if (!m_isWanted)
            return true; // Told before.
        if (m_batch.size() < enough) {
            m_batch.addCopyLine(line);
            return true;
        }
        Rows next;
        next.addCopyLine(line);
        if (m_keyColumns > 0 && hasKeyOfLast(next)) {
            m_batch.append(std::move(next));
            return true;
        }
        m_isWanted = m_take(std::exchange(m_batch, std::move(next)));
        return m_isWanted;
    }
    void finish()
    {
        if (m_batch.count() > 0)
            m_isWanted = m_take(std::move(m_batch));
    }
    [[nodiscard]] bool isWanted() const { return m_isWanted; }

private:
    [[nodiscard]] bool hasKeyOfLast(const Rows &next) const
    {
        for (int column = 0; column < m_keyColumns; ++column) {
            if (m_batch.bytes(m_batch.count() - 1, column) != next.bytes(0, column))
                return false;
        }
        return true;
    }

    int m_keyColumns = 0;
    const Session::TakeBatch &m_take;
    Rows m_batch;
    bool m_isWanted = true;
};

} // namespace lockstep::postgres
