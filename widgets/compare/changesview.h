#pragma once

#include <model/items/changesmodel.h>

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace lockstep::widgets {

/// What a comparison found: counts that filter, a list that is ticked. Knows nothing of decisions but
/// how to ask for them.
class ChangesView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesView(QWidget *parent = nullptr);

    [[nodiscard]] items::ChangesModel *model() { return &m_model; }
    /// Keeps what is selected where it is still there.
    void setChanges(const diff::ChangeSetPtr &changes, const schema::StatisticsPtr &statistics);
    void setDecisions(const std::vector<diff::Tied> &leftOut, const QSet<int> &parked);
    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] int currentNumber() const; ///< -1: no change is selected.
    /// Selects a change and takes away what hides it.
    void reveal(int change);
    /// Shows what does not differ, by its name alone: it may be one of ten thousand.
    void revealIdentical(const schema::ObjectId &id);
    /// The next line of the list, or the one before; false at its end.
    bool step(int by);
    [[nodiscard]] QToolButton *rulesButton() const { return m_rules; }

public slots:
    void focusFilter();

signals:
    void currentChanged();
    void ticked(const std::vector<int> &changes, bool isTicked);
    void menuRequested(int change, const QPoint &at);

private:
    [[nodiscard]] QWidget *buildBar();
    [[nodiscard]] QWidget *buildSelectionBar();
    void buildTree();
    void connectParts();
    void applyFilter();
    void restore(int change);
    void selectWanted();
    void refreshCounts();
    void refreshKinds();
    void tickShown(bool isTicked);

    items::ChangesModel m_model;
    std::array<QToolButton *, items::changeStatusCount> m_chips{};
    QComboBox *m_grouping;
    QComboBox *m_kind;
    QLineEdit *m_search;
    QToolButton *m_rules;
    QWidget *m_selectionBar;
    QLabel *m_selection;
    QLabel *m_nothing;
    QTreeView *m_tree;
    std::optional<schema::ObjectId> m_wanted; ///< Identical, and not listed yet.
};

} // namespace lockstep::widgets
