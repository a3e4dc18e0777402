#pragma once

#include <model/plan/plan.h>

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>

namespace lockstep::widgets {

/// Every colour the window uses. Quiet backgrounds, one accent; colour and pattern of a bar mean
/// one thing only: what it blocks.
struct Colors
{
    bool isDark = false;
    QColor window; ///< Bars and panels around the work.
    QColor base; ///< The work itself: tables, editor, timeline.
    QColor alternate; ///< Every second row.
    QColor raised; ///< Cards and buttons on `window`.
    QColor text;
    QColor muted; ///< Second line, units, labels.
    QColor border;
    QColor grid; ///< Weaker than border.
    QColor accent;
    QColor onAccent; ///< Text on accent.
    QColor accentSoft; ///< Selected row, active tab.
    QColor hover;
    std::array<QColor, 4> blocks; ///< By plan::Blocks.
    QColor pattern; ///< Drawn over those.
    std::array<QColor, 5> phases; ///< By plan::Phase.
    QColor success, warning, error;
    QColor successSoft, warningSoft, errorSoft; ///< Backgrounds of banners.
    QColor keyword, string, comment, number, parameter; ///< SQL.
    QColor addedLine, removedLine, changedLine; ///< Backgrounds in two-pane views.

    [[nodiscard]] QColor of(plan::Blocks value) const { return blocks.at(size_t(value)); }
    [[nodiscard]] QColor of(plan::Phase value) const { return phases.at(size_t(value)); }
    [[nodiscard]] QColor of(plan::Severity value) const;
};

/// The colours that belong to a widget's palette; how painted widgets follow the theme without
/// knowing a Theme: ask again when changeEvent() brings PaletteChange.
[[nodiscard]] const Colors &colorsFor(const QPalette &palette);
[[nodiscard]] const Colors &lightColors();
[[nodiscard]] const Colors &darkColors();

/// JetBrains Mono where installed, else the system's fixed font, at the application's size.
[[nodiscard]] QFont monospaceFont();
/// The same font a bit smaller or bigger, and bold.
[[nodiscard]] QFont scaledFont(const QFont &font, double factor, bool bold = false);

enum class ThemeMode { System, Light, Dark };

/// Dresses the application: Fusion style, palette, style sheet, fonts. One instance, made and
/// owned by main() (or a test); widgets do not need it.
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_isDark; }
    [[nodiscard]] const Colors &colors() const { return m_isDark ? darkColors() : lightColors(); }

public slots:
    /// Applies at once; changed() only if light became dark or the other way round.
    void setMode(lockstep::widgets::ThemeMode mode);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    bool m_isDark = false;
    bool m_isApplying = false;
    bool m_isApplied = false;
};

} // namespace lockstep::widgets
