#pragma once

#include <QIcon>
#include <QPalette>

namespace lockstep::widgets {

enum class Icon {
    Check,
    Cross,
    Dot,
    Diamond,
    Play,
    Pause,
    Stop,
    Undo,
    Redo,
    Copy,
    Close,
    Info,
    Warning,
    Error,
    Swap,
    Open,
    Save,
    Add,
    Remove,
    Change,
    Rename,
    Refresh,
    Find,
};

/// Line icons drawn in one colour at any size and resolution.
[[nodiscard]] QIcon icon(Icon which, const QColor &color);
/// In the text colour of a palette, dimmed when disabled.
[[nodiscard]] QIcon icon(Icon which, const QPalette &palette);
void paintIcon(QPainter *painter, const QRectF &box, Icon which, const QColor &color);

} // namespace lockstep::widgets
