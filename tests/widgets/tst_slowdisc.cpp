#include "windowfixture.h"

#include <widgets/common/banner.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/review/reviewpage.h>

#include <tests/support/patience.h>

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lockstep;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// A project on a disc that takes its time, or has none left.
class TestSlowDisc final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void leavesTheWindowAlone();
    void looksAtItsFileBesideTheWindow();
    void writesInTheOrderAsked();
    void savesWhatWasChangedMeanwhile();
    void keepsTheWindowUntilTheLastWrite();
    void finishesWhatWasAskedWhenItIsTakenApart();
    void saysWhatCannotBeWritten();
    void triesAgainWhatCouldNotBeWritten();
    void keepsTheWindowOnceWhereNothingCanBeWritten();
    void savesAScriptBesideTheWindow();
    void keepsAScriptThatCannotBeWritten();
    void cleanup() { m_fixture.reset(); }

private:
    [[nodiscard]] app::Document *document() const { return m_fixture->window()->document(); }
    [[nodiscard]] widgets::Banner *banner() const { return m_fixture->find<widgets::Banner>("windowBanner"); }
    [[nodiscard]] QString runTarget(const QString &path) const;
    [[nodiscard]] app::FileWriter::Disc disc();
    [[nodiscard]] app::ReviewController *review() const { return m_fixture->window()->review(); }
    [[nodiscard]] widgets::ReviewPage *page() const { return m_fixture->pages()->review(); }
    /// The file of a script on the Review page, on that disc, and those letters typed before it.
    QString reviewed(const char *letters);
    void type(const char *letters) const;
    void change(const char *target) { document()->setRunTarget(l1(target)); }

    QSemaphore m_disc; ///< One for each write.
    QAtomicInt m_isFull = 0;
    std::unique_ptr<testing::WindowFixture> m_fixture;
    QString m_path;
};

void TestSlowDisc::init()
{
    m_disc.acquire(m_disc.available());
    m_isFull = 0;
    m_fixture = std::make_unique<testing::WindowFixture>();
    m_path = m_fixture->openSmallProject();
    QVERIFY(!m_path.isEmpty());
    document()->writer()->setDisc(disc());
}

app::FileWriter::Disc TestSlowDisc::disc()
{
    return [this](const app::FileWriter::Job &job) -> app::FileWriter::Content {
        m_disc.acquire();
        if (m_isFull)
            return base::inputError(l1("It cannot be saved: no space left."), {});
        return job();
    };
}

QString TestSlowDisc::reviewed(const char *letters)
{
    const QString path = m_fixture->write(l1("script.sql"), "SELECT 1;\n");
    review()->open({ path });
    if (!QTest::qWaitFor([this] { return !review()->isWorking(); }, testing::windowPatience))
        return {};
    review()->saver()->writer()->setDisc(disc());
    page()->editor()->goTo(1, 1);
    type(letters);
    return path;
}

void TestSlowDisc::type(const char *letters) const
{
    auto *text = page()->findChild<QWidget *>(l1("sqlEditorText"));
    text->setFocus();
    QTest::keyClicks(text, l1(letters));
}

QString TestSlowDisc::runTarget(const QString &path) const
{
    const auto project = project::readProject(path);
    return project.has_value() ? project->runTarget : QString();
}

void TestSlowDisc::leavesTheWindowAlone()
{
    change("host=one");
    m_fixture->verifyNoStall();
    m_fixture->find<QAction>("save")->trigger();
    QVERIFY(document()->isWriting());
    QTest::qWait(300);
    QVERIFY(document()->isWriting());
    QVERIFY(document()->isChanged());
    m_fixture->verifyNoStall();
    m_disc.release();
    QTRY_VERIFY_WITH_TIMEOUT(!document()->isChanged(), testing::longEnoughMs);
    QCOMPARE(runTarget(m_path), l1("host=one"));
    m_fixture->verifyNoStall();
}

/// Who reads a pipe waits until somebody writes.
void TestSlowDisc::looksAtItsFileBesideTheWindow()
{
    const QByteArray path = QFile::encodeName(m_path);
    m_fixture->verifyNoStall();
    QVERIFY(QFile::remove(m_path));
    QCOMPARE(mkfifo(path.constData(), S_IRUSR | S_IWUSR), 0);
    int writer = -1;
    const auto isLookedAt = [&] {
        writer = open(path.constData(), O_WRONLY | O_NONBLOCK); // Fails while nobody reads.
        return writer >= 0;
    };
    QVERIFY(QTest::qWaitFor(isLookedAt, testing::longEnoughMs));
    QTest::qWait(300);
    m_fixture->verifyNoStall();
    QCOMPARE(document()->fileState(), app::ProjectFileState::Same); // Nobody knows yet.
    QVERIFY(QFile::remove(m_path));
    close(writer);
    QTRY_VERIFY_WITH_TIMEOUT(document()->fileState() != app::ProjectFileState::Same, testing::longEnoughMs);
}

void TestSlowDisc::writesInTheOrderAsked()
{
    QStringList saved;
    QObject::connect(document(), &app::Document::saved, document(),
                     [&saved](const QString &path) { saved.append(path); });
    const QString other = m_fixture->path(l1("other.lockstep"));
    change("host=one");
    document()->save(other);
    change("host=two");
    document()->save(m_path);
    change("host=three");
    m_disc.release(2);
    QTRY_COMPARE_WITH_TIMEOUT(saved, QStringList({ other, m_path }), testing::longEnoughMs);
    QCOMPARE(runTarget(other), l1("host=one"));
    QCOMPARE(runTarget(m_path), l1("host=two"));
    QVERIFY(document()->isChanged());
    m_disc.release(); // What the window saves by itself.
}

void TestSlowDisc::savesWhatWasChangedMeanwhile()
{
    const QSignalSpy state(document(), &app::Document::fileStateChanged);
    change("host=one");
    document()->saveNow();
    change("host=two");
    m_disc.release(2);
    QTRY_COMPARE_WITH_TIMEOUT(runTarget(m_path), l1("host=two"), testing::longEnoughMs);
    QTRY_VERIFY_WITH_TIMEOUT(!document()->isChanged(), testing::longEnoughMs);
    QTest::qWait(400);
    QVERIFY(state.isEmpty()); // Nobody else has written.
}

void TestSlowDisc::keepsTheWindowUntilTheLastWrite()
{
    change("host=one");
    document()->saveNow();
    change("host=two");
    m_fixture->verifyNoStall();
    m_fixture->window()->close();
    QTest::qWait(200);
    QVERIFY(m_fixture->window()->isVisible());
    m_disc.release();
    QTest::qWait(200);
    QVERIFY(m_fixture->window()->isVisible());
    m_fixture->verifyNoStall();
    m_disc.release();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->window()->isVisible(), testing::longEnoughMs);
    QCOMPARE(runTarget(m_path), l1("host=two"));
}

void TestSlowDisc::finishesWhatWasAskedWhenItIsTakenApart()
{
    const QString other = m_fixture->path(l1("other.lockstep"));
    change("host=one");
    document()->save(m_path);
    change("host=two");
    document()->save(other);
    m_disc.release(2);
    m_fixture->closeWindow();
    QCOMPARE(runTarget(m_path), l1("host=one"));
    QCOMPARE(runTarget(other), l1("host=two"));
}

void TestSlowDisc::saysWhatCannotBeWritten()
{
    m_isFull = 1;
    change("host=one");
    m_fixture->find<QAction>("save")->trigger();
    QVERIFY(!banner()->isVisible());
    m_disc.release();
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), testing::longEnoughMs);
    QVERIFY2(banner()->plainText().contains(l1("no space left")), qPrintable(banner()->plainText()));
    QVERIFY(document()->isChanged());
    QCOMPARE(runTarget(m_path), QString());
    const auto *status = m_fixture->find<QLabel>("statusSaved");
    QVERIFY2(status->text().startsWith(l1("not saved since ")), qPrintable(status->text()));
    banner()->dismiss();
    QTest::qWait(1100); // The status bar tells the time anew each second.
    QVERIFY2(status->text().startsWith(l1("not saved since ")), qPrintable(status->text()));
    m_fixture->shoot(l1("not-saved"));
    m_isFull = 0;
    m_disc.release(2);
    m_fixture->find<QAction>("save")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(runTarget(m_path), l1("host=one"), testing::longEnoughMs);
    QTRY_VERIFY2_WITH_TIMEOUT(status->text().startsWith(l1("saved ")), qPrintable(status->text()),
                              testing::longEnoughMs);
}

/// Nobody touches the window meanwhile.
void TestSlowDisc::triesAgainWhatCouldNotBeWritten()
{
    document()->setRetryDelay(50);
    const QSignalSpy failed(document(), &app::Document::saveFailed);
    m_isFull = 1;
    change("host=one");
    m_fixture->find<QAction>("save")->trigger();
    m_disc.release(3);
    QTRY_COMPARE_WITH_TIMEOUT(m_disc.available(), 0, testing::longEnoughMs);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, testing::longEnoughMs); // Once, not at each try.
    QVERIFY(banner()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(document()->isWriting(), testing::longEnoughMs); // The fourth, which waits.
    m_isFull = 0;
    m_disc.release();
    QTRY_COMPARE_WITH_TIMEOUT(runTarget(m_path), l1("host=one"), testing::longEnoughMs);
    QTRY_VERIFY_WITH_TIMEOUT(!banner()->isVisible(), testing::longEnoughMs);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!document()->isChanged());
}

void TestSlowDisc::keepsTheWindowOnceWhereNothingCanBeWritten()
{
    m_isFull = 1;
    m_disc.release(10);
    change("host=one");
    m_fixture->window()->close();
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), testing::longEnoughMs);
    QVERIFY(m_fixture->window()->isVisible());
    QVERIFY2(banner()->plainText().contains(l1("no space left")), qPrintable(banner()->plainText()));
    QVERIFY2(banner()->plainText().contains(l1("close the window again")), qPrintable(banner()->plainText()));
    m_fixture->shoot(l1("closing-unsaved"));
    m_fixture->window()->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->window()->isVisible(), testing::longEnoughMs);
}

void TestSlowDisc::savesAScriptBesideTheWindow()
{
    const QString path = reviewed("-- x ");
    QVERIFY(!path.isEmpty());
    m_fixture->verifyNoStall();
    m_fixture->find<QAction>("save")->trigger();
    type("y ");
    QTest::qWait(200);
    QVERIFY(review()->saver()->isSaving());
    QCOMPARE(app::ProjectFileWatch::contentOf(path), QByteArray("SELECT 1;\n"));
    m_fixture->verifyNoStall();
    m_disc.release();
    QTRY_VERIFY_WITH_TIMEOUT(!review()->saver()->isSaving(), testing::longEnoughMs);
    QCOMPARE(app::ProjectFileWatch::contentOf(path), QByteArray("-- x SELECT 1;\n"));
    QCOMPARE(review()->unsaved(), QStringList{ l1("script.sql") }); // For what was typed since.
    // Whatever takes the script's place waits for its last write.
    m_fixture->find<QAction>("save")->trigger();
    review()->open({ m_fixture->write(l1("other.sql"), "SELECT 2;\n") });
    QTest::qWait(200);
    QVERIFY(page()->editor()->sqlText().startsWith(l1("-- x y ")));
    m_disc.release();
    QTRY_COMPARE_WITH_TIMEOUT(page()->editor()->sqlText(), l1("SELECT 2;\n"), testing::longEnoughMs);
    QCOMPARE(app::ProjectFileWatch::contentOf(path), QByteArray("-- x y SELECT 1;\n"));
}

void TestSlowDisc::keepsAScriptThatCannotBeWritten()
{
    const QString path = reviewed("-- x ");
    QVERIFY(!path.isEmpty());
    m_isFull = 1;
    m_fixture->find<QAction>("save")->trigger();
    m_fixture->window()->close();
    QVERIFY(m_fixture->window()->isVisible());
    m_disc.release();
    const auto *said = m_fixture->find<widgets::Banner>("reviewBanner");
    QTRY_VERIFY_WITH_TIMEOUT(said->isVisible(), testing::longEnoughMs);
    QVERIFY2(said->plainText().contains(l1("no space left")), qPrintable(said->plainText()));
    QTest::qWait(200);
    QVERIFY(m_fixture->window()->isVisible());
    QCOMPARE(review()->unsaved(), QStringList{ l1("script.sql") });
    m_fixture->shoot(l1("script-unsaved"));
    m_isFull = 0;
    m_disc.release();
    m_fixture->find<QAction>("save")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(review()->unsaved().isEmpty(), testing::longEnoughMs);
    QVERIFY(!said->isVisible());
    QCOMPARE(app::ProjectFileWatch::contentOf(path), QByteArray("-- x SELECT 1;\n"));
}

QTEST_MAIN(TestSlowDisc)
#include "tst_slowdisc.moc"
