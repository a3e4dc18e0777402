#pragma once

#include "linediff.h"

#include <QWidget>

class QLabel;
class QShortcut;

namespace lockstep::widgets {

class SciWidget;

/// Two texts side by side, lines that belong together at the same height, differences marked by
/// colour and by a sign in the margin, in changed lines the words that differ. The panes scroll together.
class DiffView final : public QWidget
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);
    void setTitles(const QString &left, const QString &right);
    [[nodiscard]] int differenceCount() const; ///< Runs of lines that differ.
    [[nodiscard]] bool differsInWhitespaceOnly() const { return m_isWhitespaceOnly; }
    /// Off where the page has Alt+Up and Alt+Down for a longer way.
    void setShortcutsEnabled(bool enabled);

public slots:
    void setTexts(const QString &left, const QString &right);
    /// Moves to the next or previous run of differences (Alt+Down, Alt+Up); false where there is none.
    bool nextDifference();
    bool previousDifference();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void markWords();
    void dressMarks();
    void showRow(int row);

    QVector<DiffRow> m_rows;
    QVector<int> m_runs; ///< First row of each run of differences.
    QStringList m_leftLines;
    QStringList m_rightLines;
    bool m_isWhitespaceOnly = false;
    QShortcut *m_next;
    QShortcut *m_previous;
    QLabel *m_leftTitle;
    QLabel *m_rightTitle;
    SciWidget *m_left;
    SciWidget *m_right;
};

} // namespace lockstep::widgets
