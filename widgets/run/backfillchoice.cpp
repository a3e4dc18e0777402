#include "backfillchoice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lockstep::widgets {

BackfillChoice::BackfillChoice(QWidget *parent)
    : QWidget(parent)
    , m_workers(new QSpinBox)
    , m_share(new QSpinBox)
    , m_parked(new QSpinBox)
{
    const execution::RunOptions usual;
    m_workers->setObjectName(QStringLiteral("runWorkers"));
    m_workers->setAccessibleName(tr("Workers of a backfill"));
    m_workers->setRange(1, execution::RunOptions::mostWorkers);
    m_workers->setValue(usual.workers);
    m_workers->setToolTip(tr("Batches that are written at a time, each on a connection of its own. There are "
                             "fewer while the server feels it."));
    m_share->setObjectName(QStringLiteral("runShare"));
    m_share->setAccessibleName(tr("Share of the time that batches take while others are at work"));
    m_share->setRange(5, 100);
    m_share->setSingleStep(5);
    m_share->setSuffix(tr(" %"));
    m_share->setValue(qRound(usual.limits.shareBesideOthers * 100));
    m_share->setToolTip(tr("Between batches the server has time for everybody else. With nobody else at work "
                           "batches follow each other without a pause."));
    m_parked->setObjectName(QStringLiteral("runParkedRows"));
    m_parked->setAccessibleName(tr("Rows that may be put aside"));
    m_parked->setRange(0, mostParkedRows);
    m_parked->setToolTip(tr("So many rows that cannot be written stay as they are, and the journal names "
                            "them; the next one stops the backfill. With 0 the first one does."));
    auto *workers = new QLabel(tr("&Workers"));
    workers->setBuddy(m_workers);
    auto *share = new QLabel(tr("Ti&me while others are at work"));
    share->setBuddy(m_share);
    auto *parked = new QLabel(tr("Rows put &aside at most"));
    parked->setBuddy(m_parked);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    auto *lastRow = new QHBoxLayout;
    column->addLayout(row);
    column->addLayout(lastRow);
    row->addWidget(workers);
    row->addWidget(m_workers);
    row->addSpacing(24);
    row->addWidget(share);
    row->addWidget(m_share);
    lastRow->addWidget(parked);
    lastRow->addWidget(m_parked);
    lastRow->addStretch(1);
    row->addStretch(1);
}

void BackfillChoice::choose(execution::RunOptions *options) const
{
    options->workers = m_workers->value();
    options->limits.shareBesideOthers = m_share->value() / 100.0;
    options->parkRejects = m_parked->value();
}

int BackfillChoice::parkedRows() const
{
    return m_parked->value();
}

void BackfillChoice::setParkedRows(int rows)
{
    m_parked->setValue(rows);
}

} // namespace lockstep::widgets
