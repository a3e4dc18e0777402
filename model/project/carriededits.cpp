#include "carriededits.h"

namespace lockstep::project {

CarriedEdits::CarriedEdits(QVector<KeptWish> wishes, qsizetype inForce)
    : m_wishes(std::move(wishes))
    , m_inForce(inForce)
{ }

QString CarriedEdits::undoText() const
{
    return canUndo() ? wishText(m_wishes.at(m_inForce - 1).wish) : QString();
}

void CarriedEdits::push(const KeptWish &wish)
{
    takeUndone();
    const bool isNew = m_wishes.size() > m_unchanged;
    if (isNew && isTypedAgain(m_wishes.constLast().wish, wish.wish))
        m_wishes.last() = wish;
    else
        m_wishes += wish;
    m_inForce = m_wishes.size();
}

void CarriedEdits::insert(const KeptWish &wish)
{
    m_unchanged = std::min(m_unchanged, m_inForce);
    m_wishes.insert(m_inForce++, wish);
}

QVector<KeptWish> CarriedEdits::takeUndone()
{
    const QVector<KeptWish> undone = m_wishes.mid(m_inForce);
    m_wishes.resize(m_inForce);
    m_unchanged = std::min(m_unchanged, m_inForce);
    return undone;
}

} // namespace lockstep::project
