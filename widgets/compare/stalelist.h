#pragma once

#include <model/plan/selecting.h>

#include <QWidget>

namespace lockstep::widgets {

/// Decisions about what is not there any more: shown, in nobody's way, removable.
class StaleList final : public QWidget
{
    Q_OBJECT
public:
    explicit StaleList(QWidget *parent = nullptr);
    void setDecisions(const QVector<plan::StaleDecision> &decisions);
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

signals:
    void removed(const QVector<lockstep::plan::StaleDecision> &decisions);

private:
    QWidget *m_body = nullptr;
    bool m_isEmpty = true;
};

} // namespace lockstep::widgets
