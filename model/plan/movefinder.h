#pragma once

#include "rowmove.h"

#include <model/sql/names.h>

namespace lockstep::plan {

/// Resolves one `moves` intent: what it names in the plan and in both catalogs. Errors (Usage) say what is
/// wrong with it and what to do.
class MoveFinder
{
public:
    /// `member` as "moves[0]". The plan and the intent outlive this.
    MoveFinder(const PlainPlan &plan, const MoveIntent &intent, const QString &member);

    [[nodiscard]] base::Result<void> find(const Intents &intents);
    [[nodiscard]] const std::shared_ptr<RowMove> &move() const { return m_move; }
    [[nodiscard]] int create() const { return m_create; } ///< The action that makes the new table.
    [[nodiscard]] const std::vector<int> &drops() const { return m_drops; } ///< Those of the old columns.
    /// Of an intent that takes what another one has.
    [[nodiscard]] base::Error twice(const schema::ObjectId &id) const;

private:
    [[nodiscard]] base::Error error(const QString &what, const QString &hint) const;
    [[nodiscard]] QString ownerOf(const QString &column) const;
    [[nodiscard]] QString fromName() const { return schema::dottedName(m_move->from); }
    [[nodiscard]] QString toName() const { return schema::dottedName(m_move->to); }
    [[nodiscard]] QSet<QString> movedColumns() const;
    [[nodiscard]] base::Result<sql::Expression> parsed(const QString &text, const QString &what) const;
    [[nodiscard]] QVector<QPair<QString, QString>> readTexts() const;
    [[nodiscard]] int dropOf(const schema::ObjectId &column) const;

    [[nodiscard]] base::Result<void> findTables();
    [[nodiscard]] base::Result<void> findOwner();
    [[nodiscard]] base::Result<void> findColumns();
    [[nodiscard]] base::Result<void> addColumn(const schema::Fact &column, const QString &expression);
    [[nodiscard]] base::Result<void> findLeaving();
    [[nodiscard]] base::Result<void> findKey();
    [[nodiscard]] base::Result<void> findCondition();
    [[nodiscard]] base::Result<void> findUsed();
    void findConstraints();

    const PlainPlan &m_plan;
    const MoveIntent &m_intent;
    const QString m_member;
    const schema::Catalog &m_current;
    const schema::Catalog &m_target;
    std::shared_ptr<RowMove> m_move;
    int m_create = -1;
    std::vector<int> m_drops;
};

} // namespace lockstep::plan
