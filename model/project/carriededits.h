#pragma once

#include "keptedits.h"

namespace lockstep::project {

/// Edits on their way from one plan to the next: those in force, then those that were undone. What the user
/// does while the next plan is made is done here and takes effect with it.
class CarriedEdits
{
public:
    CarriedEdits() = default;
    CarriedEdits(QVector<KeptWish> wishes, qsizetype inForce);

    [[nodiscard]] const QVector<KeptWish> &wishes() const { return m_wishes; }
    [[nodiscard]] qsizetype inForce() const { return m_inForce; }
    [[nodiscard]] bool canUndo() const { return m_inForce > 0; }
    [[nodiscard]] bool canRedo() const { return m_inForce < m_wishes.size(); }
    /// What undo() would take back; empty if nothing.
    [[nodiscard]] QString undoText() const;
    void undo() { m_inForce = std::max<qsizetype>(m_inForce - 1, 0); }
    void redo() { m_inForce = std::min(m_inForce + 1, m_wishes.size()); }
    /// One more; what was undone is forgotten. Of SQL of the same place that no plan has seen yet only the
    /// last stays.
    void push(const KeptWish &wish);
    /// One more that was there before what was undone.
    void insert(const KeptWish &wish);
    /// What was undone, which is forgotten here.
    QVector<KeptWish> takeUndone();
    void addUndone(const QVector<KeptWish> &undone) { m_wishes += undone; }
    /// From now on unchanged() counts anew: the next plan is made with them as they are.
    void mark() { m_unchanged = m_wishes.size(); }
    /// How many of the first are as they were at mark().
    [[nodiscard]] qsizetype unchanged() const { return m_unchanged; }

private:
    QVector<KeptWish> m_wishes;
    qsizetype m_inForce = 0;
    qsizetype m_unchanged = 0;
};

} // namespace lockstep::project
