#pragma once

#include "nodes.h"

namespace lockstep::plan::plain {

/// A routine that gets other arguments is another one. Where calls would find both, and so neither, they
/// change places in one transaction; where every call of the old one finds the new one, no release has to
/// come first. And of one that only gets another body it is said what does not follow: what was computed with
/// it before.
void exchangeOverloads(const NodeInput &input, Nodes &nodes);

} // namespace lockstep::plan::plain
