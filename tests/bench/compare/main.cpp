#include <widgets/compare/changesview.h>

#include <model/diff/changeset.h>

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTextStream>
#include <QToolButton>

#include <algorithm>
#include <ctime>

using namespace lockstep;

/// How long the window is busy when the list of a big comparison is filtered: from the key to the painted
/// list, through the real widget, in processor time. Needs no server.
namespace {

constexpr int defaultTables = 10000;
constexpr int columnsPerTable = 10;
constexpr int tablesPerSchema = 500;

schema::CatalogPtr catalogOf(int tables, int everyWhich)
{
    using namespace schema;
    std::vector<Fact> facts;
    for (int t = 0; t < tables; ++t) {
        const QString home = QStringLiteral("app_%1").arg(t / tablesPerSchema, 3, 10, QLatin1Char('0'));
        const QString name = QStringLiteral("item_%1").arg(t);
        facts.push_back({ objectId(Kind::Table, home, name), TableAttributes(), {} });
        for (int c = 0; c < columnsPerTable; ++c) {
            ColumnAttributes column;
            column.position = c + 1;
            column.type =
                everyWhich > 0 && t % everyWhich == 0 ? QStringLiteral("bigint") : QStringLiteral("integer");
            facts.push_back(
                { subId(Kind::Column, home, name, QStringLiteral("column_%1").arg(c)), column, {} });
        }
    }
    return std::make_shared<const Catalog>(150000, std::move(facts), std::vector<Dependency>());
}

/// The thread's own time: what others take of the processors is not the window's doing. It waits for nobody.
class OwnClock
{
public:
    void start() { m_started = now(); }
    [[nodiscard]] double elapsedMs() const { return now() - m_started; }

private:
    [[nodiscard]] static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    double m_started = 0;
};

struct Times
{
    std::vector<double> ms;
    void add(const OwnClock &clock) { ms.push_back(clock.elapsedMs()); }
    [[nodiscard]] double median()
    {
        std::sort(ms.begin(), ms.end());
        return ms.empty() ? 0 : ms[ms.size() / 2];
    }
    [[nodiscard]] double worst() const { return ms.empty() ? 0 : *std::max_element(ms.begin(), ms.end()); }
};

void measure(const QString &what, const schema::CatalogPtr &current, const schema::CatalogPtr &target)
{
    diff::DiffOptions options;
    options.offersAll = true;
    const auto changes = diff::diff(current, target, options, {});
    if (!changes.has_value())
        qFatal("%s", qPrintable(changes.error().toText()));
    widgets::ChangesView view;
    view.resize(1400, 700);
    view.show();
    OwnClock clock;
    clock.start();
    view.setChanges(*changes, nullptr);
    QApplication::processEvents();
    const double shown = clock.elapsedMs();
    auto *filter = view.findChild<QLineEdit *>(QStringLiteral("filter"));
    Times keys;
    for (const QString &text :
         { QStringLiteral("item_77"), QStringLiteral("app_003.item*"), QStringLiteral("mn_4") }) {
        for (const QChar letter : text) {
            clock.start();
            QTest::keyClick(filter, letter.toLatin1());
            QApplication::processEvents();
            keys.add(clock);
        }
        clock.start();
        filter->clear();
        QApplication::processEvents();
        keys.add(clock);
    }
    Times slices;
    view.findChild<QToolButton *>(QStringLiteral("showIdentical"))->click();
    for (int i = 0; i < 1000; ++i) {
        clock.start();
        QApplication::processEvents();
        slices.add(clock);
    }
    QTextStream(stdout) << QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |")
                               .arg(what)
                               .arg(view.model()->all().size())
                               .arg(shown, 0, 'f', 1)
                               .arg(keys.median(), 0, 'f', 1)
                               .arg(keys.worst(), 0, 'f', 1)
                               .arg(slices.worst(), 0, 'f', 1)
                        << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const int given = app.arguments().size() > 1 ? app.arguments().at(1).toInt() : 0;
    const int tables = given > 0 ? given : defaultTables;
    QTextStream(stdout) << "| comparison of " << tables
                        << " tables | changes | first shown ms | key to painted ms, median | worst | "
                           "identical ones listed, longest stall ms |\n|---|---|---|---|---|---|"
                        << Qt::endl;
    const auto plain = catalogOf(tables, 0);
    measure(QStringLiteral("one table in a hundred changed"), plain, catalogOf(tables, 100));
    measure(QStringLiteral("one in ten changed"), plain, catalogOf(tables, 10));
    measure(QStringLiteral("everything new"), catalogOf(0, 0), plain);
    return 0;
}
