#include <app/unsavedwork.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;

/// The file of work that has no name.
class TestUnsavedWork final : public QObject
{
    Q_OBJECT
private slots:
    void isNowhereAtFirst();
    void findsWhatAnEarlierWindowLeft();
    void findsWhatCannotBeRead();
    void findsNothingInAPlanThatWasLookedAt();
    void isAnotherFileInASecondWindow();
    void isGivenANameOfItsOwn();

private:
    [[nodiscard]] QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    bool write(const QString &target) const
    {
        project::Project project;
        project.target = target;
        return project::writeProject(project, path("unsaved.lockstep")).has_value();
    }

    QTemporaryDir m_directory;
};

void TestUnsavedWork::isNowhereAtFirst()
{
    app::UnsavedWork work;
    QVERIFY(work.path().isEmpty());
    QVERIFY(!work.hasFound());
    QVERIFY(!work.read());
    QVERIFY(work.putAside().isEmpty());
    work.discard();
}

void TestUnsavedWork::findsWhatAnEarlierWindowLeft()
{
    QVERIFY(write(QStringLiteral("/b.sql")));
    app::UnsavedWork work;
    work.begin(path("unsaved.lockstep"));
    QVERIFY(work.hasFound());
    QCOMPARE(work.read()->target, QStringLiteral("/b.sql"));
    work.takeUp();
    QVERIFY(!work.hasFound());
    work.discard();
    QVERIFY(!QFile::exists(path("unsaved.lockstep")));
}

void TestUnsavedWork::findsWhatCannotBeRead()
{
    QFile file(path("unsaved.lockstep"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{ \"current\": ") > 0);
    file.close();
    app::UnsavedWork work;
    work.begin(path("unsaved.lockstep"));
    QVERIFY(work.hasFound()); // So that it is put aside, not written over.
    QVERIFY(!work.read());
    work.discard();
}

void TestUnsavedWork::findsNothingInAPlanThatWasLookedAt()
{
    QVERIFY(write({}));
    app::UnsavedWork work;
    work.begin(path("unsaved.lockstep"));
    QVERIFY(!work.hasFound());
    work.discard();
}

void TestUnsavedWork::isAnotherFileInASecondWindow()
{
    app::UnsavedWork first;
    first.begin(path("unsaved.lockstep"));
    QVERIFY(write(QStringLiteral("/b.sql")));
    {
        app::UnsavedWork second;
        second.begin(path("unsaved.lockstep"));
        QCOMPARE(second.path(), path("unsaved-2.lockstep"));
        QVERIFY(!second.hasFound());
        second.discard();
    }
    QVERIFY(QFile::exists(path("unsaved.lockstep")));
    QVERIFY(QFile::copy(path("unsaved.lockstep"), path("unsaved-3.lockstep")));
    {
        app::UnsavedWork third; // Work before an empty file.
        third.begin(path("unsaved.lockstep"));
        QCOMPARE(third.path(), path("unsaved-3.lockstep"));
        QVERIFY(third.hasFound());
        third.discard();
    }
    app::UnsavedWork next;
    next.begin(path("unsaved.lockstep"));
    QCOMPARE(next.path(), path("unsaved-2.lockstep")); // Which is free again.
    first.discard();
}

void TestUnsavedWork::isGivenANameOfItsOwn()
{
    QStringList names;
    for (const char *target : { "/b.sql", "/c.sql" }) {
        QVERIFY(write(QLatin1String(target)));
        app::UnsavedWork work;
        work.begin(path("unsaved.lockstep"));
        names.append(work.putAside());
        QVERIFY(!work.hasFound());
        QCOMPARE(project::readProject(names.last())->target, QLatin1String(target));
    }
    QVERIFY(!QFile::exists(path("unsaved.lockstep")));
    QVERIFY(names.first() != names.last());
}

QTEST_GUILESS_MAIN(TestUnsavedWork)
#include "tst_unsavedwork.moc"
