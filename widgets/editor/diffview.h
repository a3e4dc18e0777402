#pragma once

#include "linediff.h"

#include <QWidget>

class QLabel;

namespace lockstep::widgets {

class SciWidget;

/// Two texts side by side, lines that belong together at the same height, differences marked by
/// colour and by a sign in the margin. The panes scroll together.
class DiffView final : public QWidget
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);
    void setTitles(const QString &left, const QString &right);
    [[nodiscard]] int differenceCount() const; ///< Runs of lines that differ.

public slots:
    void setTexts(const QString &left, const QString &right);
    /// Moves to the next or previous run of differences (Alt+Down, Alt+Up).
    void nextDifference();
    void previousDifference();

private:
    void fill();
    void showRow(int row);

    QVector<DiffRow> m_rows;
    QVector<int> m_runs; ///< First row of each run of differences.
    QStringList m_leftLines;
    QStringList m_rightLines;
    QLabel *m_leftTitle;
    QLabel *m_rightTitle;
    SciWidget *m_left;
    SciWidget *m_right;
};

} // namespace lockstep::widgets
