#pragma once

#include "badge.h"

#include <QAbstractButton>
#include <QVector>
#include <QWidget>

class QHBoxLayout;

namespace lockstep::widgets {

/// How far a stage is; the dot's colour. The line of words says it too.
enum class StageTone { Idle, Active, Good, Attention, Bad };

/// One tab of the strip: "2 Plan" over "14 steps, 1 gate", with a dot.
class StageTab final : public QAbstractButton
{
    Q_OBJECT
public:
    StageTab(int number, const QString &title, QWidget *parent = nullptr);
    void setState(StageTone tone, const QString &line);
    void setNumber(int number);
    /// What the database is for that the stage works on: an edge and, where there is room, its badge.
    void setEnvironment(Environment environment);
    [[nodiscard]] Environment environment() const { return m_environment; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] StageTone tone() const { return m_tone; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    void paintText(QPainter *painter) const;

    int m_number;
    Environment m_environment = Environment::Unknown;
    StageTone m_tone = StageTone::Idle;
    QString m_line;
};

/// The line of work, left to right: Compare, Plan, Check, Rehearse, Run. Ctrl+1 to Ctrl+5 and the
/// arrow keys move; widgets put at the right end (proof state, Run) go through addTrailing().
class StageStrip final : public QWidget
{
    Q_OBJECT
public:
    enum Stage { Compare, Plan, Check, Rehearse, Run };

    explicit StageStrip(QWidget *parent = nullptr);
    [[nodiscard]] int current() const { return m_current; } ///< -1: something beside the stages is shown.
    [[nodiscard]] StageTab *tab(int stage) const { return m_tabs.at(stage); }
    void setState(int stage, StageTone tone, const QString &line);
    void setEnvironment(int stage, Environment environment);
    void addTrailing(QWidget *widget);
    /// Only these, numbered from 1 in their order; the others are not there for the user.
    void showStages(const QVector<int> &stages);

public slots:
    void setCurrent(int stage);
    void setNoCurrent();

signals:
    void currentChanged(int stage);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int stageNumbered(int number) const;

    QVector<StageTab *> m_tabs;
    QHBoxLayout *m_trailing;
    int m_current = Compare;
};

} // namespace lockstep::widgets
