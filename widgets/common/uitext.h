#pragma once

#include <model/items/words.h>

/// Words for enums, as the window says them.
namespace lockstep::widgets {

using items::blocksSentence;
using items::proofWords;
using items::spokenText;
using items::strongestLockText;
using items::words;

} // namespace lockstep::widgets
