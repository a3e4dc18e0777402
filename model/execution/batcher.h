#pragma once

#include <model/base/result.h>
#include <model/plan/plan.h>
#include <model/postgres/session.h>

#include <memory>
#include <optional>

namespace lockstep::execution {

/// A place in the visiting order: key values as text, or one block number. Empty: before the first.
using Position = QStringList;

/// The next stretch of rows, half open: (from, to].
struct Stretch
{
    Position from;
    Position to;
    qint64 rows = 0;
};

/// Cuts a table into stretches and says in SQL what lies in one.
class Batcher
{
public:
    virtual ~Batcher() = default;
    /// Where to end, fixed when the backfill starts; nothing for an empty table. Rows inserted
    /// later are the business of defaults and triggers, so the backfill ends under any load.
    [[nodiscard]] virtual base::Result<std::optional<Position>> bound(postgres::Session &session) = 0;
    /// The stretch of about `rows` rows after `from`; empty `to` when `from` is the end.
    [[nodiscard]] virtual base::Result<Stretch> next(postgres::Session &session, const Position &from,
                                                     const Position &bound, qint64 rows) = 0;
    /// Places in order, fewer than `parts`, that cut what there is up to the bound into pieces of about the
    /// same number of rows; none where nothing tells.
    [[nodiscard]] virtual base::Result<QVector<Position>> cuts(postgres::Session &session,
                                                               const Position &bound, int parts) = 0;
    /// WHERE condition of (from, to]; appends its values to `parameters`.
    [[nodiscard]] virtual QString condition(const Stretch &stretch,
                                            postgres::Parameters *parameters) const = 0;
    /// Condition of the j-th of k stripes; empty where the batcher cannot stripe.
    [[nodiscard]] virtual QString stripe(int k, int j) const = 0;
    /// Position of `at` between the start and the bound, 0 to 1; negative where only rows tell.
    [[nodiscard]] virtual double fraction(const Position &at, const Position &bound) const = 0;
    /// Columns that name a row for people: `"id"`, `ctid`.
    [[nodiscard]] virtual QString rowName() const = 0;
    /// SELECT list of what tells a row from the others, each as text.
    [[nodiscard]] virtual QString identity() const = 0;
    /// Condition that holds for the row of that identity alone; appends its values to `parameters`.
    [[nodiscard]] virtual QString isRow(const Position &row, postgres::Parameters *parameters) const = 0;
    /// Query of the place where a stretch ends, for looking at its plan; empty where there is none.
    [[nodiscard]] virtual QString boundaryQuery(const Position &from, const Position &to, qint64 rows,
                                                postgres::Parameters *parameters) const = 0;
};

/// FROM item of the rows that a spec is about, without an alias: `ONLY public.users_1`.
[[nodiscard]] QString relationText(const plan::BackfillSpec &spec);

[[nodiscard]] std::unique_ptr<Batcher> makeKeysetBatcher(const plan::BackfillSpec &spec);
/// `rowsPerPage` turns a number of rows into a number of blocks.
[[nodiscard]] std::unique_ptr<Batcher> makeCtidBatcher(const plan::BackfillSpec &spec, double rowsPerPage,
                                                       bool hasTidRangeScan);

} // namespace lockstep::execution
