#pragma once

#include <model/items/planmodel.h>

#include <QTableView>

namespace lockstep::widgets {

/// The plan as a table: the same rows and the same selection as the timeline, for reading,
/// copying and screen readers.
class PlanTable final : public QTableView
{
    Q_OBJECT
public:
    explicit PlanTable(items::PlanModel *model, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copySelection();
};

} // namespace lockstep::widgets
