#include "windowfixture.h"

#include <widgets/common/banner.h>

#include <tests/support/patience.h>

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lockstep;

namespace {

constexpr int noticePatience = 5000;

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// A project whose file somebody else writes while it is open.
class TestFileConflict final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void saysSoAndSavesNothing();
    void noticesAFileThatIsReplaced();
    void looksBeforeItSaves();
    void reloadsWhatIsThere();
    void keepsMine();
    void savesUnderAnotherName();
    void writesAFileThatIsGoneAgain();
    void keepsWhatIsNotSavedForTheNextStart();
    void isQuietAboutItsOwnSaving();
    void saysNoMoreWhenTheFileIsAsItWas();
    void savesTheLastChangeWhenItCloses();
    void cleanup() { m_fixture.reset(); }

private:
    [[nodiscard]] QByteArray content() const;
    void overwrite(const QByteArray &content) const;
    [[nodiscard]] QByteArray withRunTarget(const QByteArray &target) const;
    [[nodiscard]] widgets::Banner *banner() const { return m_fixture->find<widgets::Banner>("fileConflict"); }
    void press(const char *button) const;
    void saveNow() const;
    [[nodiscard]] app::Document *document() const { return m_fixture->window()->document(); }

    std::unique_ptr<testing::WindowFixture> m_fixture;
    QString m_path;
    QByteArray m_before;
};

void TestFileConflict::init()
{
    m_fixture = std::make_unique<testing::WindowFixture>();
    m_path =
        m_fixture->openSmallProject([](project::Project *project) { project->runTarget = l1("host=first"); });
    QVERIFY(!m_path.isEmpty());
    m_before = content();
    m_fixture->window()->document()->unsaved()->begin(m_fixture->path(l1("aside.lockstep")));
    QVERIFY(!banner()->isVisible());
}

QByteArray TestFileConflict::content() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestFileConflict::overwrite(const QByteArray &content) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QByteArray TestFileConflict::withRunTarget(const QByteArray &target) const
{
    QByteArray other = m_before;
    return other.replace("host=first", QByteArray("host=" + target));
}

void TestFileConflict::press(const char *button) const
{
    auto *one = banner()->findChild<QToolButton *>(QLatin1String(button));
    QVERIFY2(one && one->isVisible(), button);
    QTest::mouseClick(one, Qt::LeftButton);
    document()->finishWriting();
}

void TestFileConflict::saveNow() const
{
    document()->saveNow();
    document()->finishWriting();
}

void TestFileConflict::saysSoAndSavesNothing()
{
    const QByteArray theirs = withRunTarget("theirs");
    overwrite(theirs);
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), noticePatience);
    QVERIFY2(banner()->title().contains(l1("shop.lockstep")), qPrintable(banner()->title()));
    QVERIFY(banner()->plainText().contains(QDir::toNativeSeparators(m_path)));
    m_fixture->shoot(l1("file-conflict"));
    document()->setRunTarget(l1("host=mine"));
    saveNow();
    QCOMPARE(content(), theirs);
    QVERIFY(document()->isChanged());
    banner()->dismiss();
    m_fixture->find<QAction>("save")->trigger();
    document()->finishWriting();
    QVERIFY(banner()->isVisible());
    QCOMPARE(content(), theirs);
    m_fixture->verifyNoStall();
}

void TestFileConflict::noticesAFileThatIsReplaced()
{
    // As editors and version control do it: another file takes the name.
    for (const char *who : { "one", "other" }) {
        const QString fresh = m_fixture->write(l1("fresh"), withRunTarget(who));
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::rename(fresh, m_path));
        QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), noticePatience);
        press("bannerAction");
        QTRY_COMPARE_WITH_TIMEOUT(document()->runTarget(), l1("host=") + l1(who), testing::longEnoughMs);
        QVERIFY(!banner()->isVisible());
    }
}

void TestFileConflict::looksBeforeItSaves()
{
    const QByteArray theirs = withRunTarget("theirs");
    document()->setRunTarget(l1("host=mine"));
    overwrite(theirs); // And before anybody has told of it:
    m_fixture->find<QAction>("save")->trigger();
    document()->finishWriting();
    QCOMPARE(content(), theirs);
    QVERIFY(banner()->isVisible());
}

void TestFileConflict::reloadsWhatIsThere()
{
    document()->setRunTarget(l1("host=mine"));
    overwrite(withRunTarget("theirs"));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), noticePatience);
    QVERIFY(
        banner()->findChild<QToolButton *>(l1("bannerAction"))->text().contains(l1("without my changes")));
    press("bannerAction");
    QCOMPARE(document()->runTarget(), l1("host=theirs"));
    QVERIFY(!document()->isChanged());
    QVERIFY(!banner()->isVisible());
}

void TestFileConflict::keepsMine()
{
    document()->setRunTarget(l1("host=mine"));
    overwrite(withRunTarget("theirs"));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), noticePatience);
    press("bannerAction2");
    QCOMPARE(content(), withRunTarget("mine"));
    QVERIFY(!document()->isChanged());
    QVERIFY(!banner()->isVisible());
}

void TestFileConflict::savesUnderAnotherName()
{
    document()->setRunTarget(l1("host=mine"));
    const QByteArray theirs = withRunTarget("theirs");
    overwrite(theirs);
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), noticePatience);
    press("bannerAction3");
    auto *dialog = m_fixture->window()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString other = m_fixture->path(l1("mine.lockstep"));
    emit dialog->fileSelected(other);
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(document()->path(), other, testing::longEnoughMs);
    QCOMPARE(project::readProject(other)->runTarget, l1("host=mine"));
    QCOMPARE(content(), theirs);
    QVERIFY(!banner()->isVisible());
}

void TestFileConflict::writesAFileThatIsGoneAgain()
{
    QVERIFY(QFile::remove(m_path));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), noticePatience);
    QVERIFY2(banner()->title().contains(l1("not there any more")), qPrintable(banner()->title()));
    QVERIFY(!banner()->findChild<QToolButton *>(l1("bannerAction"))->isVisible());
    m_fixture->shoot(l1("file-gone"));
    document()->touch();
    saveNow();
    QVERIFY(!QFile::exists(m_path));
    press("bannerAction2");
    QCOMPARE(content(), m_before);
    QVERIFY(!banner()->isVisible());
}

void TestFileConflict::keepsWhatIsNotSavedForTheNextStart()
{
    overwrite(withRunTarget("theirs"));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), noticePatience);
    document()->setRunTarget(l1("host=mine"));
    saveNow();
    QVERIFY(document()->unsaved()->read().has_value());
    QCOMPARE(document()->unsaved()->read()->runTarget, l1("host=mine"));
    const auto *status = m_fixture->find<QLabel>("statusSaved");
    QVERIFY2(status->text().startsWith(l1("not saved since ")), qPrintable(status->text()));
    press("bannerAction2");
    QVERIFY(!document()->unsaved()->read().has_value());
    QTRY_VERIFY2_WITH_TIMEOUT(status->text().startsWith(l1("saved ")), qPrintable(status->text()),
                              testing::longEnoughMs);
}

void TestFileConflict::isQuietAboutItsOwnSaving()
{
    const QSignalSpy state(document(), &app::Document::fileStateChanged);
    for (const char *target : { "host=one", "host=two" }) {
        document()->setRunTarget(l1(target));
        saveNow();
        QTest::qWait(400);
    }
    QVERIFY(state.isEmpty());
    QVERIFY(content().contains("host=two"));
}

void TestFileConflict::saysNoMoreWhenTheFileIsAsItWas()
{
    overwrite(withRunTarget("theirs"));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), noticePatience);
    overwrite(m_before);
    QTRY_VERIFY_WITH_TIMEOUT(!banner()->isVisible(), noticePatience);
}

void TestFileConflict::savesTheLastChangeWhenItCloses()
{
    document()->setRunTarget(l1("host=mine"));
    m_fixture->window()->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->window()->isVisible(), testing::longEnoughMs);
    QCOMPARE(content(), withRunTarget("mine"));
}

QTEST_MAIN(TestFileConflict)
#include "tst_fileconflict.moc"
