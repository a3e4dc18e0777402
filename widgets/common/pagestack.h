#pragma once

#include <QStackedWidget>

namespace lockstep::widgets {

/// Pages that take what room there is. A plain stack asks each of them, also those that nobody sees, how high
/// it would like to be for the width it gets: every text of the window is broken into lines again whenever
/// something in it is shown or hidden.
class PageStack final : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

} // namespace lockstep::widgets
