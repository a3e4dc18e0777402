#pragma once

#include <model/plan/plan.h>

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>
#include <optional>

namespace lockstep::widgets {

/// Every colour the window uses. Quiet backgrounds, one accent; colour and pattern of a bar mean
/// one thing only: what it blocks.
struct Colors
{
    bool isDark = false;
    bool isHighContrast = false; ///< Every text at least 7:1, lines instead of shades.
    QColor window; ///< Bars and panels around the work.
    QColor base; ///< The work itself: tables, editor, timeline.
    QColor alternate; ///< Every second row.
    QColor raised; ///< Cards and buttons on `window`.
    QColor text;
    QColor muted; ///< Second line, units, labels.
    QColor disabled; ///< Text of what cannot be used now.
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

enum class Look { Light, Dark, ContrastLight, ContrastDark };

[[nodiscard]] const Colors &colorsOf(Look look);
/// What a palette looks like, ours or the desktop's.
[[nodiscard]] Look lookOf(const QPalette &palette);
/// As the WCAG has it: 1 for twice the same colour, 21 for black and white.
[[nodiscard]] double contrastOf(const QColor &one, const QColor &other);
/// The colours that belong to a widget's palette; how painted widgets follow the theme without
/// knowing a Theme: ask again when changeEvent() brings PaletteChange.
[[nodiscard]] const Colors &colorsFor(const QPalette &palette);
[[nodiscard]] const Colors &lightColors();
[[nodiscard]] const Colors &darkColors();

/// JetBrains Mono where installed, else the system's fixed font, at the application's size.
[[nodiscard]] QFont monospaceFont();
/// The same font a bit smaller or bigger, and bold.
[[nodiscard]] QFont scaledFont(const QFont &font, double factor, bool bold = false);

enum class ThemeMode { System, Light, Dark, ContrastLight, ContrastDark };

/// What a desktop says of itself beside its palette.
struct DesktopWishes
{
    std::optional<bool> isDark;
    bool isHighContrast = false;

    friend bool operator==(const DesktopWishes &, const DesktopWishes &) = default;
};

/// Dresses the application: Fusion style, palette, style sheet, fonts. One instance, made and
/// owned by main() (or a test); widgets do not need it.
class Theme final : public QObject
{
    Q_OBJECT
public:
    /// With a style sheet in place every widget that is put into another is dressed once more, with all
    /// in it: a window is built in half the time before it is there. Later: dress() does it.
    enum class Dressing { Now, Later };

    explicit Theme(Dressing dressing = Dressing::Now, QObject *parent = nullptr);
    void dress();
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] Look look() const { return m_look; }
    [[nodiscard]] bool isDark() const { return colors().isDark; }
    [[nodiscard]] const Colors &colors() const { return colorsOf(m_look); }

public slots:
    /// Applies at once; changed() only if it looks otherwise then.
    void setMode(lockstep::widgets::ThemeMode mode);
    /// Followed while the mode is System.
    void setDesktopWishes(const lockstep::widgets::DesktopWishes &wishes);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    [[nodiscard]] Look wantedLook() const;

    ThemeMode m_mode = ThemeMode::System;
    DesktopWishes m_wishes;
    Look m_look = Look::Light;
    bool m_isApplying = false;
    bool m_isApplied = false;
    bool m_isDressed = true;
};

} // namespace lockstep::widgets
