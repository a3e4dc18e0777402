#pragma once

#include "changedetail.h"

#include <model/base/error.h>
#include <model/diff/changeset.h>
#include <model/plan/intents.h>
#include <model/plan/selecting.h>

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace lockstep::widgets {

class Banner;
class BusyBar;
class ChangesView;
class RenamesList;
class RulesPanel;
class SourcePicker;
class StaleList;

/// What a comparison found, and what of its inputs the page shows beside it.
struct Compared
{
    diff::ChangeSetPtr changes; ///< Null: not compared.
    schema::StatisticsPtr statistics; ///< Of current; null where nothing is known.
    schema::CatalogPtr wanted; ///< Target with what is left out; null: that of the changes.
};

/// What there is, what is wanted, and everything that differs: the first page. What of it the plan is to
/// do is decided here, and renames, because no comparison can know them.
class ComparePage final : public QWidget
{
    Q_OBJECT
public:
    explicit ComparePage(QWidget *parent = nullptr);
    ~ComparePage() override;

    [[nodiscard]] SourcePicker *currentPicker() const { return m_current; }
    [[nodiscard]] SourcePicker *targetPicker() const { return m_target; }
    void setChanges(const Compared &compared);
    void setIntents(const plan::Intents &intents);
    void setStaleDecisions(const QVector<plan::StaleDecision> &decisions);
    void setProgress(const QString &what, int done, int total);
    void setIdle();
    void showError(const base::Error &error);
    /// What is compared is a database in the middle of a run; an empty id takes that back.
    void setUnfinishedRun(const QString &runId, const QString &display);
    /// A side was chosen or read again: what was said of the one before it holds no more.
    void forgetMessages();
    /// Selects an object, whatever the filter hides. `change` is its number; -1: it is identical.
    void reveal(const schema::ObjectId &id, int change);
    /// "14 changes, 2 left out, 1 decision open": for the strip of stages.
    [[nodiscard]] QString stateLine() const;
    [[nodiscard]] bool hasOpenDecision() const;

signals:
    void swapRequested();
    void cancelRequested();
    void unfinishedRunRequested(); ///< To be resumed or rolled back.
    void intentsChanged(const lockstep::plan::Intents &intents);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildPickers();
    [[nodiscard]] QWidget *buildEmpty();
    [[nodiscard]] QWidget *buildSide();
    void connectParts();
    void addShortcuts();
    void showSelected();
    void step(int by);
    void tick(const std::vector<int> &changes, bool isTicked);
    void decideSelected(ShownChange::Decision decision);
    void showMenu(int change, const QPoint &at);
    /// Takes decisions made here: shown at once, the comparison follows.
    void take(const plan::Intents &intents, const std::vector<int> &asked = {});
    void showConsequences(const std::vector<diff::Tied> &before, const std::vector<diff::Tied> &after,
                          const std::vector<int> &asked);
    void showDecisions();
    [[nodiscard]] QSet<int> parkedNumbers() const;
    [[nodiscard]] bool canPark(const diff::Change &change) const;
    void refresh();
    /// Of both sides, where nothing is compared.
    void sayWhatIsMissing();

    Compared m_compared;
    plan::Intents m_intents;
    plan::Intents m_intentsBefore; ///< Of the consequence that is shown.
    SourcePicker *m_current;
    SourcePicker *m_target;
    QToolButton *m_swap;
    BusyBar *m_busy;
    Banner *m_error;
    Banner *m_consequence;
    Banner *m_unfinished;
    QStackedWidget *m_stack;
    QLabel *m_emptyTitle;
    QLabel *m_emptyText;
    ChangesView *m_view;
    QScrollArea *m_side;
    RenamesList *m_renames;
    RulesPanel *m_rules;
    StaleList *m_stale;
    ChangeDetail *m_detail;
};

} // namespace lockstep::widgets
