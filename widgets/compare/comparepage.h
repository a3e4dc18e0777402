#pragma once

#include <model/base/error.h>
#include <model/diff/changeset.h>
#include <model/items/changesmodel.h>
#include <model/plan/intents.h>

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace lockstep::widgets {

class Banner;
class BusyBar;
class ChangeDetail;
class RenamesModel;
class SourcePicker;

/// What there is, what is wanted, and everything that differs: the first page. Renames are
/// decided here, because no comparison can know them.
class ComparePage final : public QWidget
{
    Q_OBJECT
public:
    explicit ComparePage(QWidget *parent = nullptr);
    ~ComparePage() override;

    [[nodiscard]] SourcePicker *currentPicker() const { return m_current; }
    [[nodiscard]] SourcePicker *targetPicker() const { return m_target; }
    void setChanges(const diff::ChangeSetPtr &changes); ///< Null: not compared.
    void setIntents(const plan::Intents &intents);
    void setProgress(const QString &what, int done, int total);
    void setIdle();
    void showError(const base::Error &error);
    void clearError();
    /// "14 changes, 1 decision open": for the strip of stages.
    [[nodiscard]] QString stateLine() const;
    [[nodiscard]] bool hasOpenDecision() const;

signals:
    void swapRequested();
    void cancelRequested();
    void intentsChanged(const lockstep::plan::Intents &intents);

private:
    [[nodiscard]] QWidget *buildPickers();
    [[nodiscard]] QWidget *buildEmpty();
    [[nodiscard]] QWidget *buildTree();
    [[nodiscard]] QWidget *buildRenames();
    void connectParts();
    void showSelected();
    void showUnmodelled();
    void refresh();

    diff::ChangeSetPtr m_changes;
    plan::Intents m_intents;
    items::ChangesModel m_model;
    QSortFilterProxyModel m_filter;
    RenamesModel *m_renames;
    SourcePicker *m_current;
    SourcePicker *m_target;
    QToolButton *m_swap;
    BusyBar *m_busy;
    Banner *m_error;
    Banner *m_unmodelled;
    QStackedWidget *m_stack;
    QLabel *m_emptyTitle;
    QLabel *m_emptyText;
    QLabel *m_counts;
    QLineEdit *m_search;
    QToolButton *m_byKind;
    QTreeView *m_tree;
    QWidget *m_renamesPanel;
    ChangeDetail *m_detail;
};

} // namespace lockstep::widgets
