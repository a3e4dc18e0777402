#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace lockstep::widgets {

class TimelineCanvas;

/// The canvas to a screen reader: a list whose rows say what a bar shows, "Step 5, Fill
/// users.tier, blocks nothing, about 4 min 12 s".
class TimelineAccessible final : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineCanvas *canvas);
    ~TimelineAccessible() override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    [[nodiscard]] TimelineCanvas *canvas() const;

    mutable QHash<int, QAccessible::Id> m_children;
};

/// Makes QAccessible know the canvas; once a process.
void installTimelineAccessibility();
/// Tells a screen reader, if there is one, that another row is selected.
void notifyTimelineFocus(TimelineCanvas *canvas, int row);

} // namespace lockstep::widgets
