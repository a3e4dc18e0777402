#include "filenodes.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogqueries.h>

#include <algorithm>

namespace lockstep::proof {

base::Result<postgres::Rows> FileNodes::read()
{
    const auto next =
        m_observer.query(QStringLiteral("SELECT txid_snapshot_xmin(txid_current_snapshot()) & 4294967295"));
    if (!next.has_value())
        return next.error();
    auto rows = m_observer.query(
        sources::catalogQuery(QStringLiteral("filenodes"), m_observer.server().version), { m_since });
    m_since = next->text(0, 0);
    return rows;
}

base::Result<void> FileNodes::start()
{
    const auto rows = read();
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i)
        m_files.insert(quint32(rows->integer(i, 0)), quint32(rows->integer(i, 1)));
    return {};
}

base::Result<QVector<FileChange>> FileNodes::changes()
{
    const auto rows = read();
    if (!rows.has_value())
        return rows.error();
    QVector<FileChange> changed;
    for (int i = 0; i < rows->count(); ++i) {
        const auto known = m_files.find(quint32(rows->integer(i, 0)));
        const auto file = quint32(rows->integer(i, 1));
        if (known == m_files.end() || *known == file)
            continue;
        *known = file;
        const QString table =
            rows->isNull(i, 6) ? QString() : schema::qualified(rows->text(i, 5), rows->text(i, 6));
        changed.append(
            { rows->text(i, 2).at(0), schema::qualified(rows->text(i, 3), rows->text(i, 4)), table });
    }
    std::sort(changed.begin(), changed.end(),
              [](const FileChange &a, const FileChange &b) { return a.relation < b.relation; });
    return changed;
}

EffectComparison compareEffects(const plan::Step &step, const QVector<FileChange> &changed)
{
    using plan::Effect;
    EffectComparison result;
    const Effect stated = step.assessment.effect;
    bool isRewritten = false;
    QStringList rewritten;
    for (const FileChange &change : changed) {
        if (change.kind != QLatin1Char('r'))
            continue;
        isRewritten = true;
        rewritten.append(change.relation);
        if (stated != Effect::Rewrite)
            result.errors.append(QStringLiteral("%1 rewrote table %2, but its effect is stated as \"%3\".")
                                     .arg(step.id, change.relation, plan::name(stated)));
    }
    for (const FileChange &change : changed) {
        // The indexes of a rewritten table are built with it.
        if (change.kind != QLatin1Char('i') || rewritten.contains(change.table))
            continue;
        if (stated != Effect::Rewrite && stated != Effect::IndexBuild)
            result.errors.append(
                QStringLiteral("%1 built index %2 of %3 anew, but its effect is stated as \"%4\".")
                    .arg(step.id, change.relation, change.table, plan::name(stated)));
    }
    if (stated == Effect::Rewrite && !isRewritten)
        result.notes.append(
            QStringLiteral("%1 is stated as a rewrite, but no table that was there got a new file.")
                .arg(step.id));
    return result;
}

} // namespace lockstep::proof
