#pragma once

#include <model/schema/catalog.h>

namespace lockstep::plan::plain {

/// From PostgreSQL 18 on NOT NULL is a constraint, and the name it gets by itself has a number behind it
/// where any constraint of the schema has that name already (CREATE TABLE … LIKE copies names). Such a NOT
/// NULL has its default name said in both catalogs, so that every statement that makes it says it.
void spellTakenNotNulls(schema::CatalogPtr &current, schema::CatalogPtr &target);

} // namespace lockstep::plan::plain
