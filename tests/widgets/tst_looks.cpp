#include "everypage.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using widgets::ThemeMode;

namespace {

/// Where two pictures differ; empty where they do not.
QRect difference(const QImage &one, const QImage &other)
{
    if (one == other)
        return {};
    if (one.size() != other.size())
        return QRect(QPoint(), one.size().expandedTo(other.size()));
    QRect all;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) != other.pixel(x, y))
                all |= QRect(x, y, 1, 1);
        }
    }
    return all;
}

QImage pictureOf(QWidget *widget)
{
    // A blinking cursor is no difference.
    QApplication::processEvents();
    if (QWidget *focused = QApplication::focusWidget())
        focused->clearFocus();
    QApplication::processEvents();
    return widget->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// Everything is shown twice: what one sight opens, such as the log, the others have as well then.
QHash<QString, QImage> picturesOf(app::MainWindow *window)
{
    QHash<QString, QImage> pictures;
    for (const bool isToKeep : { false, true }) {
        for (const Sight &sight : everySight()) {
            if (!sight.isSteady)
                continue;
            QWidget *shown = sight.show(window);
            const QImage picture = pictureOf(shown);
            if (isToKeep)
                pictures.insert(sight.name, picture);
            FilledWindow::leave(shown);
        }
    }
    return pictures;
}

/// Where pictures differ, in words; keeps those to look at.
QString compared(const QHash<QString, QImage> &found, const QHash<QString, QImage> &wanted,
                 const QString &name)
{
    const QDir shots(QCoreApplication::applicationDirPath() + QStringLiteral("/shots"));
    if (!shots.mkpath(QStringLiteral(".")))
        return QStringLiteral("There is no room for pictures.");
    QStringList different;
    for (auto picture = found.cbegin(); picture != found.cend(); ++picture) {
        const QString file = shots.filePath(name + QLatin1Char('-') + picture.key());
        bool isKept = picture->save(file + QStringLiteral(".png"));
        const QRect place = difference(*picture, wanted.value(picture.key()));
        if (!place.isEmpty()) {
            isKept = wanted.value(picture.key()).save(file + QStringLiteral("-wanted.png")) && isKept;
            different.append(QStringLiteral("%1 at %2,%3 %4x%5")
                                 .arg(file)
                                 .arg(place.x())
                                 .arg(place.y())
                                 .arg(place.width())
                                 .arg(place.height()));
        }
        if (!isKept)
            different.append(file + QStringLiteral(" cannot be written"));
    }
    return different.join(QLatin1Char('\n'));
}

} // namespace

/// Every page in every look: what changes while the window is open becomes what a new window is.
class TestLooks final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void changeWhileTheWindowIsOpen_data();
    void changeWhileTheWindowIsOpen();
    void areTheSameWhereAWindowIsDressedLast();

private:
    widgets::Theme m_theme;
};

void TestLooks::initTestCase()
{
    QApplication::setCursorFlashTime(0);
}

void TestLooks::changeWhileTheWindowIsOpen_data()
{
    QTest::addColumn<ThemeMode>("before");
    QTest::addColumn<ThemeMode>("after");
    QTest::newRow("contrast-dark") << ThemeMode::Light << ThemeMode::ContrastDark;
    QTest::newRow("contrast-light") << ThemeMode::Dark << ThemeMode::ContrastLight;
}

void TestLooks::changeWhileTheWindowIsOpen()
{
    QFETCH(const ThemeMode, before);
    QFETCH(const ThemeMode, after);
    m_theme.setMode(after);
    QHash<QString, QImage> fresh;
    {
        FilledWindow filled(&m_theme);
        fresh = picturesOf(&filled.window);
    }
    m_theme.setMode(before);
    FilledWindow filled(&m_theme);
    picturesOf(&filled.window); // What was drawn once may be kept.
    m_theme.setMode(after);
    const QString stale = compared(picturesOf(&filled.window), fresh,
                                   QStringLiteral("look-") + QLatin1String(QTest::currentDataTag()));
    QVERIFY2(stale.isEmpty(), qPrintable(stale));
}

/// As the program begins, which takes half the time.
void TestLooks::areTheSameWhereAWindowIsDressedLast()
{
    m_theme.setMode(ThemeMode::Light);
    const QString sheet = qApp->styleSheet();
    const QTemporaryDir directory;
    const auto pictures = [&](bool isDressedLast) {
        if (isDressedLast)
            qApp->setStyleSheet({});
        app::Settings settings(directory.filePath(QStringLiteral("settings.ini")));
        app::MainWindow window({ QStringLiteral("auto"), 0 }, &settings, &m_theme);
        if (isDressedLast)
            qApp->setStyleSheet(sheet);
        window.resize(1400, 900);
        window.show();
        return picturesOf(&window);
    };
    const QHash<QString, QImage> wanted = pictures(false);
    const QString different = compared(pictures(true), wanted, QStringLiteral("look-dressed-last"));
    QVERIFY2(different.isEmpty(), qPrintable(different));
}

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
