#pragma once

#include <model/execution/runvalues.h>

#include <QWidget>

class QSpinBox;

namespace lockstep::widgets {

/// How hard backfills may press: how many workers they have, and which share of the time is theirs while
/// others are at work on the server. And how many rows they may leave behind that cannot be written.
class BackfillChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit BackfillChoice(QWidget *parent = nullptr);
    void choose(execution::RunOptions *options) const;
    [[nodiscard]] int parkedRows() const;
    void setParkedRows(int rows);
    static constexpr int mostParkedRows = 1000;

private:
    QSpinBox *m_workers;
    QSpinBox *m_share;
    QSpinBox *m_parked;
};

} // namespace lockstep::widgets
