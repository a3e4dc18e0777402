#pragma once

#include <QDialog>
#include <QVector>

#include <functional>

class QLineEdit;
class QStandardItemModel;
class QTreeView;

namespace lockstep::app {

/// Something that can be done at once.
struct Command
{
    QString id; ///< What is remembered of it.
    QString text; ///< "Plan: Prove"
    QString keys; ///< As the user presses them; empty: none.
    std::function<void()> run;
    QString words = {}; ///< Other words for it, with blanks between; found by them, not shown.
};

/// A command that was looked up for what is typed.
struct FoundCommand
{
    Command command;
    int score = 0; ///< As fuzzyScore() has it.
};
/// Finds among too many to be offered one by one; gives the best few.
using CommandFinder = std::function<QVector<FoundCommand>(const QString &typed)>;

/// Every command of the window in one list, found by a few of its letters. Esc closes it.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);

    /// Comes up over the window; `recent` are ids, newest first, which stand first while nothing is typed.
    void offer(const QVector<Command> &commands, const QStringList &recent, CommandFinder finder = {});

signals:
    /// Just before it runs.
    void used(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void runCurrent();

    QVector<Command> m_commands;
    QVector<Command> m_shown; ///< By row.
    CommandFinder m_finder;
    QStringList m_recent;
    QLineEdit *m_input;
    QTreeView *m_list;
    QStandardItemModel *m_model;
};

} // namespace lockstep::app
