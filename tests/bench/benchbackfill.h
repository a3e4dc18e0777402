#pragma once

#include "benchdatabase.h"

namespace lockstep::bench {

/// Fills a column of a big table in several ways and prints a table of its own: speed, log, growth, and
/// what others feel of it.
void measureBackfill(const scratch::ScratchServerPtr &server, const Options &options);

} // namespace lockstep::bench
