#pragma once

#include "intents.h"
#include "jsonreader.h"

namespace lockstep::plan {

/// Intents as a JSON object, for the intents file and for the plan file that carries them.
[[nodiscard]] QJsonObject intentsObject(const Intents &intents);
[[nodiscard]] Intents readIntents(JsonReader &reader);

} // namespace lockstep::plan
