#pragma once

namespace lockstep::testing {

/// How long a test waits for what has to come true, in ms: far longer than it takes on a busy machine with
/// sanitizers, for only a test that fails waits that long.
inline constexpr int longEnoughMs = 120'000;

/// Within this, in ms, comes what Lockstep promises within a second: wide enough for a busy machine, and far
/// below what the same thing takes when nobody hears the request. tests/bench measures the promises themselves.
inline constexpr int promptMs = 5'000;

} // namespace lockstep::testing
