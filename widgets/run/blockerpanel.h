#pragma once

#include <model/execution/runevents.h>
#include <model/items/blockersmodel.h>

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTreeView;

namespace lockstep::widgets {

/// Who keeps the run from its lock, and what may be done about each: nothing is done that was not
/// confirmed elsewhere. Hidden while nobody does.
class BlockerPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit BlockerPanel(QWidget *parent = nullptr);
    void setLockWait(const execution::LockWait &wait);
    void clear();
    /// What the user is asked before it is done; a whole sentence.
    [[nodiscard]] static QString question(const execution::Blocker &blocker, execution::BlockerEnd how);

signals:
    void endAsked(const lockstep::execution::Blocker &blocker, lockstep::execution::BlockerEnd how);
    void extendRequested();

private:
    void buildTable();
    void showSelected();
    [[nodiscard]] std::optional<execution::Blocker> selected() const;

    items::BlockersModel m_model;
    QTreeView *m_view;
    QLabel *m_kept;
    QPushButton *m_cancel;
    QPushButton *m_terminate;
    QPushButton *m_extend;
};

} // namespace lockstep::widgets
