#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QMap>
#include <QPair>

#include <optional>

namespace lockstep::proof {

/// Where the sequence stands that numbers a column.
struct GeneratorState
{
    QString column; ///< "public.orders.id"
    quint32 sequence = 0;
    bool isRising = true;
    std::optional<qint64> last; ///< Nothing: it has given no number yet.
    qint64 bound = 0; ///< The last number it can give.
    std::optional<qint64> next; ///< Of one that has given none, where it is looked up.
};

/// By relation and attribute number, which no plan changes for a column that stays.
using GeneratorStates = QMap<QPair<quint32, int>, GeneratorState>;

/// Looks up what is next where a sequence has given no number and the one in `before` has.
[[nodiscard]] base::Result<GeneratorStates> readGenerators(postgres::Session &session,
                                                           const GeneratorStates &before = {});

struct GeneratorFindings
{
    QStringList again; ///< Columns that get numbers a second time; whole sentences.
    QStringList notes; ///< Columns that another sequence numbers now, and from where on.
};
/// `when`: "after the plan". A column that nothing numbered for a while (`between`) is only noted.
[[nodiscard]] GeneratorFindings compareGenerators(const GeneratorStates &before, const GeneratorStates &now,
                                                  const QString &when, const GeneratorStates &between);

} // namespace lockstep::proof
