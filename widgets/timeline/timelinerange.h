#pragma once

#include "timelinegeometry.h"

#include <QElapsedTimer>
#include <QObject>

namespace lockstep::widgets {

/// What part of the time axis is in sight. Setters that change nothing emit nothing.
class TimelineRange final : public QObject
{
    Q_OBJECT
public:
    explicit TimelineRange(QObject *parent = nullptr);

    /// Another plan or scale: shows all of it if all was shown before, else keeps the same share.
    void setTotal(double units);
    [[nodiscard]] double total() const { return m_total; }
    [[nodiscard]] UnitSpan visible() const { return m_visible; }
    [[nodiscard]] bool isFitted() const;
    [[nodiscard]] bool canGoBack() const { return !m_past.isEmpty(); }

public slots:
    void setVisible(lockstep::widgets::UnitSpan visible);
    /// Factor above 1 zooms in; what is at `anchor` stays in place.
    void zoomAt(double anchor, double factor);
    void moveBy(double units);
    void fit();
    /// To what was in sight before; a turn of the wheel or a drag is one step.
    void goBack();

signals:
    void changed();

private:
    void show(UnitSpan visible);

    double m_total = 1;
    UnitSpan m_visible;
    QVector<UnitSpan> m_past; ///< Oldest first.
    QElapsedTimer m_sinceChange;
};

} // namespace lockstep::widgets
