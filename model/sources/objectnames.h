#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>
#include <model/schema/objectid.h>

#include <QHash>
#include <QPair>
#include <QVector>

#include <stop_token>

namespace lockstep::sources {

/// The names of everything that can be renamed, by what a rename leaves as it is: so that names read
/// before and after a script tell what it has renamed, however it did it.
struct ObjectNames
{
    struct Named
    {
        schema::ObjectId id;
        QString home; ///< What it lives in by itself; empty: it goes with something else.
    };
    QHash<QString, Named> byKey;
};

/// Old and new name of what was renamed or moved to another schema by itself.
using RenamedObject = QPair<schema::ObjectId, schema::ObjectId>;

[[nodiscard]] base::Result<ObjectNames> readObjectNames(postgres::Session &session, std::stop_token stop);
/// Sorted by the old name.
[[nodiscard]] QVector<RenamedObject> renamedBetween(const ObjectNames &before, const ObjectNames &after);

} // namespace lockstep::sources
