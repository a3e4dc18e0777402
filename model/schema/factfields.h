#pragma once

#include "accessfields.h"
#include "codefields.h"
#include "constraintfields.h"
#include "facts.h"
#include "relationfields.h"
#include "typefields.h"

/// The fields of every attribute struct, once, in a fixed order: the fingerprint and the snapshot
/// file are both made from these lists, one header for each family of facts.
