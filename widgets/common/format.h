#pragma once

#include <model/items/format.h>

/// Number formatting of the window; the model's own, so that models and pages agree.
namespace lockstep::widgets {

using items::bytesText;
using items::clockText;
using items::durationText;
using items::momentText;
using items::numberText;
using items::percentText;
using items::rangeText;
using items::rateText;

} // namespace lockstep::widgets
