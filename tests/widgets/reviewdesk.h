#pragma once

#include "../support/postgrestest.h"
#include "../support/stallwatch.h"

#include <app/mainwindow.h>
#include <model/items/roles.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/review/findingslist.h>
#include <widgets/review/reviewpage.h>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <memory>

/// The window with its Review page, as a user has it before him.
namespace lockstep::testing {

inline constexpr int patience = 60000;

inline const char *const script = "-- 0042\n"
                                  "SET lock_timeout = '5s';\n"
                                  "\n"
                                  "CREATE INDEX orders_at ON orders (created_at);\n"
                                  "ALTER TABLE orders\n"
                                  "    ALTER COLUMN note SET NOT NULL;\n";

struct ReviewDesk
{
    QTemporaryDir directory;
    app::Settings settings{ directory.filePath(QStringLiteral("settings.ini")) };
    widgets::Theme theme;
    app::MainWindow window{ { testing::server()->maintenance().text, 0 }, &settings, &theme };
    widgets::ReviewPage *page = window.pages()->review();
    std::unique_ptr<StallWatch> watch;

    ReviewDesk()
    {
        window.resize(1400, 900);
        window.show();
        QApplication::processEvents();
        watch = std::make_unique<StallWatch>(); // Not of the opening, which tests/bench measures.
    }
    ~ReviewDesk()
    {
        const QString report = watch->takeReport();
        if (!report.isEmpty())
            QTest::qFail(qPrintable(report), __FILE__, __LINE__);
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = directory.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    }
    template <typename T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    /// As a user does: copies a text and presses the button.
    bool paste(const QString &text)
    {
        window.pages()->showReview();
        QApplication::clipboard()->setText(text);
        click("pasteScript");
        return settled();
    }
    [[nodiscard]] bool settled() const
    {
        return QTest::qWaitFor([this] { return !window_review()->isWorking(); }, patience);
    }
    [[nodiscard]] app::ReviewController *window_review() const
    {
        return const_cast<app::MainWindow &>(window).review();
    }
    [[nodiscard]] QStringList marks() const
    {
        QStringList lines;
        for (const widgets::EditorNote &note : page->editor()->notes())
            lines.append(QStringLiteral("%1 %2").arg(note.line).arg(plan::name(note.severity)));
        return lines;
    }
    [[nodiscard]] int rowOf(const QString &rule) const
    {
        const auto *model = page->findings()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->findingAt(row)->rule == rule)
                return row;
        }
        return -1;
    }
    /// Clicks the finding in the list.
    bool select(const QString &rule) const
    {
        auto *view = find<QTreeView>("findings");
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (index.data(items::RuleRole).toString() != rule)
                continue;
            view->scrollTo(index);
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
            return true;
        }
        return false;
    }
};

inline QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace lockstep::testing
