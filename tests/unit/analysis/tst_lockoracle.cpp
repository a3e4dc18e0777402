#include <model/analysis/occurrence.h>
#include <model/scratch/scratchserver.h>
#include <model/sources/catalogreader.h>
#include <model/sql/parser.h>
#include <tests/support/postgrestest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;

namespace {

using Locks = QMap<QString, plan::LockMode>;

std::optional<plan::LockMode> modeOf(const QString &text)
{
    static const QHash<QString, plan::LockMode> modes = {
        {QStringLiteral("AccessShareLock"), plan::LockMode::AccessShare},
        {QStringLiteral("RowShareLock"), plan::LockMode::RowShare},
        {QStringLiteral("RowExclusiveLock"), plan::LockMode::RowExclusive},
        {QStringLiteral("ShareUpdateExclusiveLock"), plan::LockMode::ShareUpdateExclusive},
        {QStringLiteral("ShareLock"), plan::LockMode::Share},
        {QStringLiteral("ShareRowExclusiveLock"), plan::LockMode::ShareRowExclusive},
        {QStringLiteral("ExclusiveLock"), plan::LockMode::Exclusive},
        {QStringLiteral("AccessExclusiveLock"), plan::LockMode::AccessExclusive},
    };
    const auto it = modes.constFind(text);
    return it == modes.constEnd() ? std::nullopt : std::optional(*it);
}

QString text(const Locks &locks)
{
    QStringList parts;
    for (auto it = locks.cbegin(); it != locks.cend(); ++it)
        parts.append(it.key() + QLatin1String(": ") + plan::name(it.value()));
    return parts.join(QLatin1String(", "));
}

/// Weak locks on indexes and those on TOAST are no part of the table: planning and scanning take
/// them, and nobody waits for them who does not wait for the table.
void dropUnlisted(Locks *locks, const SchemaState &state)
{
    for (auto it = locks->begin(); it != locks->end();) {
        const QStringList parts = it.key().split(QLatin1Char('.'));
        const Key key = parts.size() == 2 ? Key(parts[0], parts[1]) : Key(QStringLiteral("public"), parts[0]);
        const RelationState *relation = state.find(key);
        const bool isIndex = relation && relation->kind == RelationKind::Index;
        const bool isWeak = it.value() == plan::LockMode::AccessShare || it.value() == plan::LockMode::RowShare
            || it.value() == plan::LockMode::RowExclusive;
        const bool isToast = it.key().startsWith(QLatin1String("toast:"));
        it = isToast || (isIndex && isWeak) ? locks->erase(it) : std::next(it);
    }
}

Locks measured(const QJsonObject &result)
{
    Locks locks;
    const QJsonObject strongest = result.value(QLatin1String("strongest")).toObject();
    for (auto it = strongest.begin(); it != strongest.end(); ++it) {
        if (const auto mode = modeOf(it.value().toString()))
            locks.insert(it.key(), *mode);
    }
    return locks;
}

/// Statements that the planner may write. The rest of the oracle is reported but not required.
bool plannerEmits(const QString &id)
{
    static const QStringList prefixes = {
        QStringLiteral("add_"), QStringLiteral("set_default"), QStringLiteral("drop_default"),
        QStringLiteral("set_not_null"), QStringLiteral("drop_"), QStringLiteral("validate_"), QStringLiteral("create_"),
        QStringLiteral("comment_"), QStringLiteral("grant_"), QStringLiteral("revoke_"), QStringLiteral("alter_policy"),
        QStringLiteral("alter_type_add"), QStringLiteral("enable_"), QStringLiteral("disable_"),
        QStringLiteral("force_"), QStringLiteral("rename_"), QStringLiteral("attach_"), QStringLiteral("detach_"),
        QStringLiteral("type_"), QStringLiteral("alter_domain"), QStringLiteral("alter_sequence"),
        QStringLiteral("set_fillfactor"), QStringLiteral("reset_"), QStringLiteral("replica_"),
    };
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const QString &p) { return id.startsWith(p); });
}

} // namespace

/// Holds the lock table against what PostgreSQL really locked.
class TestLockOracle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statesTheLocksThatWereMeasured();

private:
    [[nodiscard]] Locks stated(const QString &setup, const QString &statement, bool *known) const;

    QJsonArray m_cases;
    schema::CatalogPtr m_catalog;
    int m_version = 0;
};

void TestLockOracle::initTestCase()
{
    const QString corpora = testing::corporaDirectory();
    if (corpora.isEmpty())
        QSKIP("The measured locks are not here; LOCKSTEP_CORPORA names where they are.");
    QFile expected(corpora + QStringLiteral("/locks/expected.json"));
    QVERIFY(expected.open(QIODevice::ReadOnly));
    m_cases = QJsonDocument::fromJson(expected.readAll()).object().value(QLatin1String("cases")).toArray();
    QVERIFY(m_cases.size() > 100);
    QFile fixture(corpora + QStringLiteral("/locks/fixture.sql"));
    QVERIFY(fixture.open(QIODevice::ReadOnly));

    QString why;
    const scratch::ScratchServerPtr server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    const auto database = scratch::ScratchDatabase::create(server, QStringLiteral("locks"));
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    const auto loaded = (*session)->executeScript(QString::fromUtf8(fixture.readAll()));
    QVERIFY2(loaded.has_value(), loaded.has_value() ? "" : qPrintable(loaded.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    QVERIFY2(catalog.has_value(), catalog.has_value() ? "" : qPrintable(catalog.error().toText()));
    m_catalog = *catalog;
    m_version = (*session)->server().version;
}

Locks TestLockOracle::stated(const QString &setup, const QString &statement, bool *known) const
{
    SchemaState state(m_catalog);
    for (const QString &before : setup.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (const auto parsed = sql::parse(before); parsed.has_value())
            state.apply(*parsed);
    }
    Locks locks;
    const auto parsed = sql::parse(statement);
    *known = parsed.has_value();
    if (!*known)
        return locks;
    for (const Occurrence &occurrence : classify(*parsed, state, m_version)) {
        *known &= occurrence.form != Form::Unknown;
        for (const KeyLock &lock : locksOf(occurrence, state, m_version)) {
            if (!state.find(lock.key))
                continue; // made by the statement itself
            const QString prefix = lock.key.first == QLatin1String("public") ? QString() : lock.key.first + QLatin1Char('.');
            plan::LockMode &mode = locks[prefix + lock.key.second];
            mode = std::max(mode, lock.mode);
        }
    }
    dropUnlisted(&locks, state);
    return locks;
}

void TestLockOracle::statesTheLocksThatWereMeasured()
{
    int required = 0, matched = 0, others = 0, othersMatched = 0;
    const SchemaState fixture(m_catalog);
    for (const QJsonValue &value : std::as_const(m_cases)) {
        const QJsonObject oracle = value.toObject();
        const QString id = oracle.value(QLatin1String("id")).toString();
        const QString statement = oracle.value(QLatin1String("stmt")).toString();
        for (const QJsonValue &candidate : oracle.value(QLatin1String("results")).toArray()) {
            const QJsonObject result = candidate.toObject();
            const bool sameVersion = result.value(QLatin1String("versions")).toArray().contains(m_version / 10000);
            if (!sameVersion || result.contains(QLatin1String("error")))
                continue;
            bool known = false;
            const Locks mine = stated(oracle.value(QLatin1String("setup")).toString(), statement, &known);
            Locks theirs = measured(result);
            dropUnlisted(&theirs, fixture);
            const bool counts = plannerEmits(id);
            (counts ? required : others) += 1;
            if (known && mine == theirs)
                (counts ? matched : othersMatched) += 1;
            else
                qInfo().noquote() << (counts ? "MISS " : "miss ") << id << "|" << statement << "\n   stated  "
                                  << text(mine) << "\n   measured" << text(theirs);
        }
    }
    qInfo("%d of %d forms the planner emits, %d of %d others have the measured locks", matched, required, othersMatched,
          others);
    QVERIFY(required > 80);
    QVERIFY2(matched >= required * 9 / 10, "Too many forms state other locks than PostgreSQL takes.");
}

QTEST_GUILESS_MAIN(TestLockOracle)
#include "tst_lockoracle.moc"
