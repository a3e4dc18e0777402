#pragma once

#include <model/project/keptedits.h>

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace lockstep::widgets {

/// Edits of the user's that the plan, as it is generated now, does not simply take: what was generated then,
/// what the user made of it, what is generated now, and the choice. Hidden while there is none.
class ConflictBar final : public QFrame
{
    Q_OBJECT
public:
    explicit ConflictBar(QWidget *parent = nullptr);
    void setConflicts(const QVector<project::EditConflict> &conflicts);

signals:
    void resolved(int index, bool keepMine);

private:
    void refresh();

    QVector<project::EditConflict> m_conflicts;
    QLabel *m_title;
    QLabel *m_reason;
    QWidget *m_texts;
    QPlainTextEdit *m_base;
    QPlainTextEdit *m_yours;
    QPlainTextEdit *m_now;
    QPushButton *m_keep;
    QPushButton *m_drop;
};

} // namespace lockstep::widgets
