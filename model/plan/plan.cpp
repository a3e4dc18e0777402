#include "plan.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace lockstep::plan {

namespace {

using ModeBits = unsigned;

constexpr ModeBits bit(LockMode mode)
{
    return 1u << unsigned(mode);
}

/// Row = mode, bits = modes it conflicts with; PostgreSQL documentation, table 13.2.
constexpr std::array<ModeBits, 8> modeConflicts{
    bit(LockMode::AccessExclusive),
    bit(LockMode::Exclusive) | bit(LockMode::AccessExclusive),
    bit(LockMode::Share) | bit(LockMode::ShareRowExclusive) | bit(LockMode::Exclusive)
        | bit(LockMode::AccessExclusive),
    bit(LockMode::ShareUpdateExclusive) | bit(LockMode::Share) | bit(LockMode::ShareRowExclusive)
        | bit(LockMode::Exclusive) | bit(LockMode::AccessExclusive),
    bit(LockMode::RowExclusive) | bit(LockMode::ShareUpdateExclusive) | bit(LockMode::ShareRowExclusive)
        | bit(LockMode::Exclusive) | bit(LockMode::AccessExclusive),
    bit(LockMode::RowExclusive) | bit(LockMode::ShareUpdateExclusive) | bit(LockMode::Share)
        | bit(LockMode::ShareRowExclusive) | bit(LockMode::Exclusive) | bit(LockMode::AccessExclusive),
    0xFFu & ~bit(LockMode::AccessShare),
    0xFFu,
};

constexpr bool isSymmetric()
{
    for (unsigned a = 0; a < 8; ++a) {
        for (unsigned b = 0; b < 8; ++b) {
            if (bool(modeConflicts[a] & (1u << b)) != bool(modeConflicts[b] & (1u << a)))
                return false;
        }
    }
    return true;
}
static_assert(isSymmetric());

/// Length-prefixed, so that no two different plans give the same bytes.
void addText(QCryptographicHash &hash, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    hash.addData(QByteArray::number(utf8.size()).append(':'));
    hash.addData(utf8);
}

void addTexts(QCryptographicHash &hash, const QStringList &texts)
{
    hash.addData(QByteArray::number(texts.size()).append('['));
    for (const QString &text : texts)
        addText(hash, text);
}

void addStep(QCryptographicHash &hash, const Step &step)
{
    addText(hash, step.id);
    addText(hash, name(step.kind));
    hash.addData(step.transaction == TransactionMode::Own ? "own" : "none");
    addTexts(hash, step.sql);
    hash.addData(step.backfill ? "backfill" : "no");
    if (step.backfill) {
        addText(hash, schema::dottedName(step.backfill->table));
        addText(hash, step.backfill->set);
        addText(hash, step.backfill->where);
        hash.addData(step.backfill->batcher == Batcher::Keyset ? "keyset" : "ctid");
        addTexts(hash, step.backfill->key);
        addTexts(hash, step.backfill->keyTypes);
        if (!step.backfill->into.name.isEmpty())
            addTexts(hash, QStringList{ schema::dottedName(step.backfill->into) } + step.backfill->columns
                               + step.backfill->values);
        if (step.backfill->overridesIdentity)
            hash.addData("overriding");
        if (!step.backfill->each.isEmpty())
            addText(hash, step.backfill->each);
        if (step.backfill->locksFirst)
            hash.addData("locks first");
    }
    addTexts(hash, step.rollback.sql);
    addText(hash, step.rollback.irreversible);
    hash.addData(step.rollback.transaction == TransactionMode::Own ? "own" : "none");
    for (const Verification &check : step.verify)
        addTexts(hash, { check.sql, check.expect, check.isInterim ? QStringLiteral("interim") : QString() });
}

} // namespace

const Step *Plan::find(const QString &stepId) const
{
    const auto it =
        std::find_if(steps.cbegin(), steps.cend(), [&](const Step &step) { return step.id == stepId; });
    return it == steps.cend() ? nullptr : &*it;
}

const OffStep *Plan::findOff(const QString &stepId) const
{
    const auto it =
        std::find_if(off.cbegin(), off.cend(), [&](const OffStep &one) { return one.step.id == stepId; });
    return it == off.cend() ? nullptr : &*it;
}

QByteArray Plan::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Step &step : steps)
        addStep(hash, step);
    return "sha256:" + hash.result().toHex();
}

bool Plan::isProved() const
{
    return proof.status == ProofStatus::Proved && proof.planDigest == digest();
}

QString name(Phase phase)
{
    switch (phase) {
    case Phase::Expand: return QStringLiteral("expand");
    case Phase::Backfill: return QStringLiteral("backfill");
    case Phase::Validate: return QStringLiteral("validate");
    case Phase::Switch: return QStringLiteral("switch");
    case Phase::Contract: return QStringLiteral("contract");
    }
    Q_UNREACHABLE();
}

QString name(StepKind kind)
{
    switch (kind) {
    case StepKind::Ddl: return QStringLiteral("ddl");
    case StepKind::Backfill: return QStringLiteral("backfill");
    case StepKind::Verify: return QStringLiteral("verify");
    case StepKind::Gate: return QStringLiteral("gate");
    }
    Q_UNREACHABLE();
}

QString name(LockMode mode)
{
    switch (mode) {
    case LockMode::AccessShare: return QStringLiteral("ACCESS SHARE");
    case LockMode::RowShare: return QStringLiteral("ROW SHARE");
    case LockMode::RowExclusive: return QStringLiteral("ROW EXCLUSIVE");
    case LockMode::ShareUpdateExclusive: return QStringLiteral("SHARE UPDATE EXCLUSIVE");
    case LockMode::Share: return QStringLiteral("SHARE");
    case LockMode::ShareRowExclusive: return QStringLiteral("SHARE ROW EXCLUSIVE");
    case LockMode::Exclusive: return QStringLiteral("EXCLUSIVE");
    case LockMode::AccessExclusive: return QStringLiteral("ACCESS EXCLUSIVE");
    }
    Q_UNREACHABLE();
}

QString name(Blocks blocks)
{
    switch (blocks) {
    case Blocks::Nothing: return QStringLiteral("nothing");
    case Blocks::Ddl: return QStringLiteral("ddl");
    case Blocks::Writes: return QStringLiteral("writes");
    case Blocks::ReadsAndWrites: return QStringLiteral("reads+writes");
    }
    Q_UNREACHABLE();
}

QString name(Effect effect)
{
    switch (effect) {
    case Effect::Instant: return QStringLiteral("instant");
    case Effect::Scan: return QStringLiteral("scan");
    case Effect::IndexBuild: return QStringLiteral("index-build");
    case Effect::Rewrite: return QStringLiteral("rewrite");
    case Effect::Wait: return QStringLiteral("wait");
    case Effect::Batched: return QStringLiteral("batched");
    }
    Q_UNREACHABLE();
}

QString name(Severity severity)
{
    switch (severity) {
    case Severity::Info: return QStringLiteral("info");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Error: return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

QString lostText(const Loss &loss)
{
    return loss.part.isEmpty() ? loss.what : QStringLiteral("%1 in %2").arg(loss.part, loss.what);
}

QString name(Policy policy)
{
    switch (policy) {
    case Policy::ZeroDowntime: return QStringLiteral("zero-downtime");
    case Policy::Window: return QStringLiteral("window");
    }
    Q_UNREACHABLE();
}

QString name(RowProofStatus status)
{
    switch (status) {
    case RowProofStatus::None: return QStringLiteral("none");
    case RowProofStatus::Proved: return QStringLiteral("proved");
    case RowProofStatus::NotProved: return QStringLiteral("not-proved");
    case RowProofStatus::Failed: return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

QString rowProofText(const RowProof &rows)
{
    const QString amount = QStringLiteral("%1 rows in %2 %3")
                               .arg(rows.rows)
                               .arg(rows.tables)
                               .arg(rows.tables == 1 ? QStringLiteral("table") : QStringLiteral("tables"));
    switch (rows.status) {
    case RowProofStatus::None: return QStringLiteral("not tried with rows");
    case RowProofStatus::Proved: return QStringLiteral("proved with ") + amount;
    case RowProofStatus::NotProved:
        return rows.prepare.isEmpty()
                   ? QStringLiteral("not proved: some tables have no rows (%1)").arg(amount)
                   : QStringLiteral("not proved: data must be prepared (%1)").arg(amount);
    case RowProofStatus::Failed: return QStringLiteral("failed with ") + amount;
    }
    Q_UNREACHABLE();
}

Blocks blockedBy(LockMode mode)
{
    switch (mode) {
    case LockMode::AccessShare:
    case LockMode::RowShare:
    case LockMode::RowExclusive: return Blocks::Nothing;
    case LockMode::ShareUpdateExclusive: return Blocks::Ddl;
    case LockMode::Share:
    case LockMode::ShareRowExclusive:
    case LockMode::Exclusive: return Blocks::Writes;
    case LockMode::AccessExclusive: return Blocks::ReadsAndWrites;
    }
    Q_UNREACHABLE();
}

bool conflicts(LockMode a, LockMode b)
{
    return modeConflicts[std::size_t(a)] & bit(b);
}

} // namespace lockstep::plan
