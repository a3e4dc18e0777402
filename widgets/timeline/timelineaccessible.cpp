#include "timelineaccessible.h"

#include "timelinecanvas.h"

#include <model/items/words.h>

#include <QPointer>

namespace lockstep::widgets {

namespace {

class TimelineRowAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    TimelineRowAccessible(TimelineCanvas *canvas, int row)
        : m_canvas(canvas)
        , m_row(row)
    { }
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] bool isValid() const override
    {
        return m_canvas && m_canvas->rows()->model()->stepAt(m_row);
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_canvas->window()->windowHandle(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const plan::Step &step = *m_canvas->rows()->model()->stepAt(m_row);
        if (kind == QAccessible::Name)
            return items::spokenText(step, m_row + 1);
        if (kind == QAccessible::Description)
            return step.why;
        return {};
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect bar = m_canvas->barRect(m_row).toAlignedRect();
        return { m_canvas->mapToGlobal(bar.topLeft()), bar.size() };
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.invalid = !isValid();
        if (isValid()) {
            state.selected = m_canvas->rows()->selected() == m_row;
            state.focused = state.selected && m_canvas->hasFocus();
            state.offscreen = !m_canvas->rect().intersects(m_canvas->barRect(m_row).toAlignedRect());
        }
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return { pressAction() }; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_canvas->rows()->select(m_row);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<TimelineCanvas> m_canvas;
    int m_row;
};

QAccessibleInterface *timelineFactory(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<TimelineCanvas *>(object);
    return canvas ? new TimelineAccessible(canvas) : nullptr;
}

} // namespace

TimelineAccessible::TimelineAccessible(TimelineCanvas *canvas)
    : QAccessibleWidget(canvas, QAccessible::List, canvas->accessibleName())
{ }

TimelineAccessible::~TimelineAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

TimelineCanvas *TimelineAccessible::canvas() const
{
    return static_cast<TimelineCanvas *>(widget());
}

int TimelineAccessible::childCount() const
{
    return canvas()->rows()->count();
}

QAccessibleInterface *TimelineAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    // Made when asked for: a plan may have thousands of rows and nobody listening.
    const auto known = m_children.constFind(index);
    if (known != m_children.constEnd())
        return QAccessible::accessibleInterface(known.value());
    auto *row = new TimelineRowAccessible(canvas(), index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(row));
    return row;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *row = dynamic_cast<const TimelineRowAccessible *>(child);
    return row ? row->row() : -1;
}

QAccessibleInterface *TimelineAccessible::childAt(int x, int y) const
{
    const QPoint point = canvas()->mapFromGlobal(QPoint(x, y));
    return canvas()->rect().contains(point) ? child(canvas()->rows()->at(point.y())) : nullptr;
}

QAccessibleInterface *TimelineAccessible::focusChild() const
{
    return child(canvas()->rows()->selected());
}

void installTimelineAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(timelineFactory);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void notifyTimelineFocus(TimelineCanvas *canvas, int row)
{
    if (!QAccessible::isActive() || row < 0)
        return;
    QAccessibleEvent event(canvas, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

} // namespace lockstep::widgets
