#pragma once

#include <model/base/error.h>
#include <model/execution/runhistory.h>
#include <model/items/eventlogmodel.h>
#include <model/items/runhistorymodel.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace lockstep::widgets {

class Banner;

/// The runs that a database's journal remembers; of the chosen one its steps and events. Asks for what it
/// shows by signals.
class HistoryView final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(QWidget *parent = nullptr);
    /// Something is being read: `display` names the database, without secrets.
    void setReading(const QString &display);
    /// The chosen run stays chosen, else the newest one is.
    void setRuns(const QVector<execution::RunSummary> &runs);
    /// Ignored unless it is the chosen one.
    void setRun(const execution::RecordedRun &run);
    void setError(const base::Error &error);
    void setSaved(const QString &path);
    [[nodiscard]] QString chosenRun() const; ///< Empty: none.

signals:
    void runChosen(const QString &runId);
    void refreshRequested();
    void planRequested(const QString &runId);
    void exportRequested(const QString &runId, const QVector<lockstep::execution::LogLine> &events);
    void closed();

private:
    void buildHead();
    [[nodiscard]] QWidget *buildTables();
    void showChosen();

    items::RunHistoryModel m_runs;
    items::RecordedStepsModel m_steps;
    items::EventLogModel m_events;
    execution::RecordedRun m_shown;
    QString m_display;
    QLabel *m_title;
    QLabel *m_detail;
    QLabel *m_empty;
    QPushButton *m_refresh;
    QPushButton *m_export;
    QPushButton *m_plan;
    QPushButton *m_close;
    QTreeView *m_runsView;
    QTreeView *m_stepsView;
    QTreeView *m_eventsView;
    QWidget *m_tables;
    Banner *m_banner;
};

} // namespace lockstep::widgets
