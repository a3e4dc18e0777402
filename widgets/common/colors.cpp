#include "theme.h"

#include <algorithm>
#include <cmath>

namespace lockstep::widgets {

namespace {

/// From here on a palette's text and ground are those of somebody who asked for all the contrast there is:
/// black on white has 21.
constexpr double highestContrast = 20;

Colors makeLight()
{
    Colors c;
    c.window = 0xeef0f4;
    c.base = 0xffffff;
    c.alternate = 0xf5f6f8;
    c.raised = 0xffffff;
    c.text = 0x1b2027;
    c.muted = 0x667080;
    c.disabled = c.muted.lighter(140);
    c.border = 0xd4d9e1;
    c.grid = 0xe6e9ee;
    c.accent = 0x1f6feb;
    c.onAccent = 0xffffff;
    c.accentSoft = 0xe2edfc;
    c.hover = 0xeff4fc;
    c.blocks = { QColor(0x3aa66a), QColor(0x4a80d8), QColor(0xdc9a1e), QColor(0xd24c4c) };
    c.pattern = QColor(255, 255, 255, 170);
    c.phases = { QColor(0x8d7ddb), QColor(0x3aa66a), QColor(0x4a80d8), QColor(0xdc9a1e), QColor(0xd24c4c) };
    c.success = 0x23864f;
    c.warning = 0xa86d00;
    c.error = 0xc93636;
    c.successSoft = 0xe6f5ec;
    c.warningSoft = 0xfdf3dd;
    c.errorSoft = 0xfce9e9;
    c.keyword = 0x0b5cad;
    c.string = 0x1f7a45;
    c.comment = 0x6b7685;
    c.number = 0x9a4a00;
    c.parameter = 0x1f7a45;
    c.addedLine = 0xdff3e6;
    c.removedLine = 0xfbe3e3;
    c.changedLine = 0xfdf1d3;
    return c;
}

Colors makeDark()
{
    Colors c;
    c.isDark = true;
    c.window = 0x23272e;
    c.base = 0x1b1e23;
    c.alternate = 0x21252b;
    c.raised = 0x2b3038;
    c.text = 0xe7e9ed;
    c.muted = 0x939ba8;
    c.disabled = c.muted.darker(140);
    c.border = 0x3a414c;
    c.grid = 0x2c323a;
    c.accent = 0x6ea8fe;
    c.onAccent = 0x0d1a2e;
    c.accentSoft = 0x2d4063;
    c.hover = 0x27303e;
    c.blocks = { QColor(0x3aa66a), QColor(0x4a80d8), QColor(0xd9971f), QColor(0xcf4f4f) };
    c.pattern = QColor(255, 255, 255, 130);
    c.phases = { QColor(0x9d8fe6), QColor(0x3fae71), QColor(0x5a8fe6), QColor(0xd9971f), QColor(0xd75a5a) };
    c.success = 0x4cc38a;
    c.warning = 0xe2a63a;
    c.error = 0xf07070;
    c.successSoft = 0x1f3329;
    c.warningSoft = 0x3a3020;
    c.errorSoft = 0x3f2627;
    c.keyword = 0x79b0ff;
    c.string = 0x7fcf9a;
    c.comment = 0x8b94a1;
    c.number = 0xe0a46c;
    c.parameter = 0x7fcf9a;
    c.addedLine = 0x1f3a2b;
    c.removedLine = 0x452a2c;
    c.changedLine = 0x413520;
    return c;
}

Colors makeContrastDark()
{
    Colors c;
    c.isDark = true;
    c.isHighContrast = true;
    c.window = QColor(Qt::black);
    c.base = QColor(Qt::black);
    c.alternate = 0x101010;
    c.raised = QColor(Qt::black);
    c.text = 0xffffff;
    c.muted = 0xe0e0e0;
    c.disabled = 0xa0a0a0;
    c.border = 0xc4c4c4;
    c.grid = 0x5c5c5c;
    c.accent = 0x7fdbff;
    c.onAccent = QColor(Qt::black);
    c.accentSoft = 0x00274a;
    c.hover = 0x1f1f1f;
    c.blocks = { QColor(0x4fe08c), QColor(0x9cc4ff), QColor(0xffc53d), QColor(0xffa8a8) };
    c.pattern = QColor(0, 0, 0, 220);
    c.phases = { QColor(0xcdbfff), QColor(0x4fe08c), QColor(0x9cc4ff), QColor(0xffc53d), QColor(0xffa8a8) };
    c.success = 0x66e6a3;
    c.warning = 0xffd060;
    c.error = 0xffacac;
    c.successSoft = 0x002612;
    c.warningSoft = 0x2b2000;
    c.errorSoft = 0x380a0a;
    c.keyword = 0x9ccaff;
    c.string = 0x92f0b4;
    c.comment = 0xd4d4d4;
    c.number = 0xffcb94;
    c.parameter = 0x92f0b4;
    c.addedLine = 0x003318;
    c.removedLine = 0x4a0e0e;
    c.changedLine = 0x3a2b00;
    return c;
}

Colors makeContrastLight()
{
    Colors c;
    c.isHighContrast = true;
    c.window = 0xffffff;
    c.base = 0xffffff;
    c.alternate = 0xf4f4f4;
    c.raised = 0xffffff;
    c.text = QColor(Qt::black);
    c.muted = 0x303030;
    c.disabled = 0x505050;
    c.border = 0x404040;
    c.grid = 0x8f8f8f;
    c.accent = 0x003c91;
    c.onAccent = 0xffffff;
    c.accentSoft = 0xd9e8ff;
    c.hover = 0xe9e9e9;
    c.blocks = { QColor(0x00502c), QColor(0x003c91), QColor(0x663500), QColor(0x8c0000) };
    c.pattern = QColor(255, 255, 255, 220);
    c.phases = { QColor(0x43308f), QColor(0x00502c), QColor(0x003c91), QColor(0x663500), QColor(0x8c0000) };
    c.success = 0x00502c;
    c.warning = 0x5f3200;
    c.error = 0x8c0000;
    c.successSoft = 0xe3f7ea;
    c.warningSoft = 0xfff2d6;
    c.errorSoft = 0xffe8e8;
    c.keyword = 0x003c91;
    c.string = 0x004d2a;
    c.comment = 0x3a3a3a;
    c.number = 0x663000;
    c.parameter = 0x004d2a;
    c.addedLine = 0xd9f5e3;
    c.removedLine = 0xffe0e0;
    c.changedLine = 0xffedc7;
    return c;
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor Colors::of(plan::Severity value) const
{
    switch (value) {
    case plan::Severity::Info: return accent;
    case plan::Severity::Warning: return warning;
    case plan::Severity::Error: return error;
    }
    return muted;
}

const Colors &colorsOf(Look look)
{
    static const Colors light = makeLight();
    static const Colors dark = makeDark();
    static const Colors contrastLight = makeContrastLight();
    static const Colors contrastDark = makeContrastDark();
    switch (look) {
    case Look::Light: return light;
    case Look::Dark: return dark;
    case Look::ContrastLight: return contrastLight;
    case Look::ContrastDark: return contrastDark;
    }
    return light;
}

const Colors &lightColors()
{
    return colorsOf(Look::Light);
}

const Colors &darkColors()
{
    return colorsOf(Look::Dark);
}

double contrastOf(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({ luminance(one), luminance(other) });
    return (lighter + 0.05) / (darker + 0.05);
}

Look lookOf(const QPalette &palette)
{
    // Not of the group it is in: what is disabled is dimmed and looks like the rest all the same.
    const QColor ground = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    const bool isDark = ground.lightness() < text.lightness();
    // Called in every paint event: the exact sum only for who can come near it.
    const bool isExtreme =
        std::abs(ground.lightness() - text.lightness()) > 240 && contrastOf(ground, text) >= highestContrast;
    if (isExtreme)
        return isDark ? Look::ContrastDark : Look::ContrastLight;
    return isDark ? Look::Dark : Look::Light;
}

const Colors &colorsFor(const QPalette &palette)
{
    return colorsOf(lookOf(palette));
}

} // namespace lockstep::widgets
