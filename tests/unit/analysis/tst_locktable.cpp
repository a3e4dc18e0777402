#include <model/analysis/locktable.h>

#include <QSet>
#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;

class TestLockTable : public QObject
{
    Q_OBJECT

private slots:
    void hasOneEntryAFormInTheirOrder();
    void namesEveryFormOnce();
    void locksSomethingUnlessTheFormStandsAlone();
    void givesVersionsThatCanBeMet();
};

void TestLockTable::hasOneEntryAFormInTheirOrder()
{
    QCOMPARE(int(lockTable().size()), formCount);
    for (int i = 0; i < formCount; ++i)
        QCOMPARE(int(lockTable()[size_t(i)].form), i);
}

void TestLockTable::namesEveryFormOnce()
{
    QSet<QString> names;
    for (const FormEntry &entry : lockTable()) {
        const QString name = QString::fromLatin1(entry.name);
        QVERIFY(!name.isEmpty());
        QVERIFY2(!names.contains(name), entry.name);
        names.insert(name);
    }
}

void TestLockTable::locksSomethingUnlessTheFormStandsAlone()
{
    const QSet<int> alone = { int(Form::AddEnumLabel), int(Form::AlterDomain) };
    for (const FormEntry &entry : lockTable()) {
        const bool locks = entry.locks[0].target != Target::None;
        QVERIFY2(locks != alone.contains(int(entry.form)), entry.name);
    }
}

void TestLockTable::givesVersionsThatCanBeMet()
{
    for (const FormEntry &entry : lockTable()) {
        for (const LockRule &rule : entry.locks)
            QVERIFY2(rule.since <= rule.until, entry.name);
    }
}

QTEST_GUILESS_MAIN(TestLockTable)
#include "tst_locktable.moc"
