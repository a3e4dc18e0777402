#include "windowfixture.h"

#include <model/plan/planjson.h>
#include <widgets/common/banner.h>
#include <widgets/compare/comparepage.h>
#include <widgets/connection/sourcepicker.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/plan/planpage.h>
#include <widgets/review/reviewpage.h>

#include <tests/support/patience.h>

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QStackedWidget>
#include <QTest>
#include <QUrl>

using namespace lockstep;
using project::Side;
using widgets::StageStrip;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// Whatever the window opens can be dropped on it; what it cannot open is refused in words.
class TestWindowDrops final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void opensAPlanWhereverItFalls();
    void opensAProjectThatFallsOnAPicker();
    void takesASchemaForTheNextSide_data();
    void takesASchemaForTheNextSide();
    void takesTwoSchemasForBothSides();
    void takesAConnectionText();
    void reviewsAScriptOnTheReviewPage();
    void reviewsFoldersAndManyScripts();
    void writesNoFileNamesIntoTheEditor();
    void saysWhatItCannotOpen_data();
    void saysWhatItCannotOpen();
    void cleanup() { m_fixture.reset(); }

private:
    /// As file managers do it, over the middle of a widget: what is under the pointer is asked first.
    bool drop(const QMimeData &data, QWidget *where);
    bool drop(const QStringList &paths, QWidget *where = nullptr);
    [[nodiscard]] app::Document *document() const { return m_fixture->window()->document(); }
    [[nodiscard]] QString script(const char *name) const
    {
        return m_fixture->write(QLatin1String(name), "CREATE TABLE a (id int);\n");
    }

    std::unique_ptr<testing::WindowFixture> m_fixture;
};

void TestWindowDrops::init()
{
    m_fixture = std::make_unique<testing::WindowFixture>();
    m_fixture->openWindow()->openFrom({});
}

bool TestWindowDrops::drop(const QMimeData &data, QWidget *where)
{
    app::MainWindow *window = m_fixture->window();
    QWidget *wanted = where;
    if (!wanted)
        wanted = m_fixture->pages()->stack();
    const QPoint at = wanted->mapTo(window, wanted->rect().center());
    QWidget *under = window->childAt(at);
    const QPoint inside = under->mapFrom(window, at);
    QDragEnterEvent enter(inside, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent fall(inside, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &fall);
    return fall.isAccepted();
}

bool TestWindowDrops::drop(const QStringList &paths, QWidget *where)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    data.setText(paths.join(QLatin1Char('\n')));
    return drop(data, where);
}

void TestWindowDrops::opensAPlanWhereverItFalls()
{
    plan::Plan plan;
    plan::Step step;
    step.id = l1("s01");
    step.title = l1("Add users.tier");
    step.sql = { l1("ALTER TABLE users ADD COLUMN tier text") };
    plan.steps.append(step);
    const QString path = m_fixture->write(l1("change.lockplan"), plan::toJson(plan));
    const QString other = m_fixture->write(l1("change.json"), plan::toJson(plan));
    for (const QString &file : { path, other }) {
        m_fixture->openWindow()->openFrom({});
        m_fixture->pages()->showReview();
        QVERIFY(drop({ file }, m_fixture->pages()->review()->editor()));
        QVERIFY(m_fixture->pages()->plan()->isVisible());
        QVERIFY(m_fixture->pages()->plan()->plan());
        QCOMPARE(m_fixture->pages()->plan()->plan()->steps.size(), 1);
    }
}

void TestWindowDrops::opensAProjectThatFallsOnAPicker()
{
    project::Project project;
    project.current = script("a.sql");
    const QString path = m_fixture->path(l1("shop.lockstep"));
    QVERIFY(project::writeProject(project, path).has_value());
    m_fixture->pages()->show(StageStrip::Compare);
    QVERIFY(drop({ path }, m_fixture->pages()->compare()->targetPicker()));
    QCOMPARE(document()->path(), path);
    QCOMPARE(document()->source(Side::Current), project.current);
}

void TestWindowDrops::takesASchemaForTheNextSide_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("script") << l1("a.sql") << QByteArray("CREATE TABLE a (id int);\n");
    QTest::newRow("script of another name") << l1("a.txt") << QByteArray("CREATE TABLE a (id int);\n");
    QTest::newRow("archive") << l1("a.dump") << QByteArray("PGDMP\1\16\0", 8);
    QTest::newRow("snapshot") << l1("a.json") << QByteArray("{\"format\":\"lockstep-snapshot/1\"}");
}

void TestWindowDrops::takesASchemaForTheNextSide()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    const QString path = m_fixture->write(name, content);
    QVERIFY(drop({ path }));
    QVERIFY(m_fixture->pages()->compare()->isVisible());
    QCOMPARE(document()->source(Side::Current), path);
    m_fixture->pages()->show(StageStrip::Plan);
    QVERIFY(drop({ path }));
    QVERIFY(m_fixture->pages()->compare()->isVisible());
    QCOMPARE(document()->source(Side::Target), path);
}

void TestWindowDrops::takesTwoSchemasForBothSides()
{
    const QString today = script("today.sql");
    const QString next = script("next.sql");
    QVERIFY(drop({ today, next }));
    QCOMPARE(document()->source(Side::Current), today);
    QCOMPARE(document()->source(Side::Target), next);
    QVERIFY(m_fixture->pages()->compare()->isVisible());
}

void TestWindowDrops::takesAConnectionText()
{
    const QString text = l1("postgresql://app@127.0.0.1:1/shop");
    QMimeData data;
    data.setText(text);
    QVERIFY(drop(data, nullptr));
    QCOMPARE(document()->source(Side::Current), text);
    QMimeData prose;
    prose.setText(l1("Some words of a letter"));
    QVERIFY(!drop(prose, nullptr));
}

void TestWindowDrops::reviewsAScriptOnTheReviewPage()
{
    m_fixture->pages()->showReview();
    QVERIFY(drop({ script("0042.sql") }));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->pages()->review()->editor()->sqlText().contains(l1("CREATE TABLE a")),
                             testing::longEnoughMs);
    QVERIFY(document()->source(Side::Current).isEmpty());
    m_fixture->verifyNoStall();
}

void TestWindowDrops::reviewsFoldersAndManyScripts()
{
    QVERIFY(QDir(m_fixture->path({})).mkpath(l1("migrations")));
    QVERIFY(!script("migrations/V1__a.sql").isEmpty());
    QVERIFY(!script("migrations/V2__b.sql").isEmpty());
    QVERIFY(drop({ m_fixture->path(l1("migrations")) }));
    QVERIFY(m_fixture->pages()->review()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->pages()->review()->scripts().size(), 2, testing::longEnoughMs);
    m_fixture->pages()->show(StageStrip::Compare);
    QVERIFY(drop({ script("1.sql"), script("2.sql"), script("3.sql") }));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->pages()->review()->scripts().size(), 3, testing::longEnoughMs);
}

void TestWindowDrops::writesNoFileNamesIntoTheEditor()
{
    m_fixture->pages()->showReview();
    widgets::SqlEditor *editor = m_fixture->pages()->review()->editor();
    QVERIFY(drop({ script("0042.sql") }, editor));
    QTRY_COMPARE_WITH_TIMEOUT(editor->sqlText(), l1("CREATE TABLE a (id int);\n"), testing::longEnoughMs);
}

void TestWindowDrops::saysWhatItCannotOpen_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("message");
    QTest::newRow("picture") << QStringList{ l1("photo.png") } << l1("photo.png cannot be opened here");
    QTest::newRow("picture beside a script")
        << QStringList{ l1("photo.png"), l1("a.sql") } << l1("These 2 files cannot be opened together");
    QTest::newRow("page of the web") << QStringList{ l1("https://example.net/schema.sql") }
                                     << l1("is not on this computer");
    QTest::newRow("settings of something else")
        << QStringList{ l1("package.json") } << l1("package.json cannot be opened here");
}

void TestWindowDrops::saysWhatItCannotOpen()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, message);
    const QString before = script("before.sql");
    QVERIFY(drop({ before }));
    m_fixture->write(l1("photo.png"), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    m_fixture->write(l1("package.json"), "{\"name\": \"shop\"}\n");
    QVERIFY(!script("a.sql").isEmpty());
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &name : names)
        urls.append(name.contains(l1("://")) ? QUrl(name) : QUrl::fromLocalFile(m_fixture->path(name)));
    data.setUrls(urls);
    QVERIFY(drop(data, nullptr));
    auto *banner = m_fixture->find<widgets::Banner>("windowBanner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->plainText().contains(message), qPrintable(banner->plainText()));
    QVERIFY(banner->plainText().contains(l1("Drop a project")));
    QCOMPARE(document()->source(Side::Current), before);
    QVERIFY(document()->source(Side::Target).isEmpty());
    m_fixture->shoot(l1("drop-refused"));
}

QTEST_MAIN(TestWindowDrops)
#include "tst_windowdrops.moc"
