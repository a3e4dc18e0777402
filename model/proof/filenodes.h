#pragma once

#include <model/base/result.h>
#include <model/plan/step.h>
#include <model/postgres/session.h>

#include <QHash>

namespace lockstep::proof {

/// A relation that got a new file: its table was rewritten, or the index built anew.
struct FileChange
{
    QChar kind; ///< relkind: r, m or i.
    QString relation; ///< As SQL names it.
    QString table; ///< Of an index.
};

/// Watches the files of the relations a database had in the beginning. Those made later are the
/// plan's own; to rewrite them harms nobody.
class FileNodes
{
public:
    explicit FileNodes(postgres::Session &observer)
        : m_observer(observer)
    { }
    [[nodiscard]] base::Result<void> start();
    /// Since start() or the last call.
    [[nodiscard]] base::Result<QVector<FileChange>> changes();

private:
    [[nodiscard]] base::Result<postgres::Rows> read();

    postgres::Session &m_observer;
    QHash<quint32, quint32> m_files; ///< relfilenode by oid.
    QString m_since = QStringLiteral("0"); ///< Transaction.
};

struct EffectComparison
{
    QStringList errors; ///< Rewrites and index builds that the step does not say.
    QStringList notes; ///< A rewrite that was said and not seen.
};
[[nodiscard]] EffectComparison compareEffects(const plan::Step &step, const QVector<FileChange> &changed);

} // namespace lockstep::proof
