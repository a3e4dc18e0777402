#include "help.h"

#include "actions.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace lockstep::app {

namespace {

constexpr QSize sheetSize(520, 560);

void openHelp(QWidget *parent, const QString &title, QWidget *content)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(content);
    column->addWidget(buttons);
    dialog->show();
}

struct Help
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

using KeyLines = QVector<QPair<QString, QString>>; ///< Keys and what they do.

/// "Ctrl+F, F3", or "Ctrl+1 to Ctrl+5".
QString keys(const QVector<QKeyCombination> &combinations, bool isRange = false)
{
    QStringList names;
    for (const QKeyCombination &combination : combinations)
        names.append(QKeySequence(combination).toString(QKeySequence::NativeText));
    return isRange ? Help::tr("%1 to %2", "keys").arg(names.first(), names.last())
                   : names.join(QStringLiteral(", "));
}

KeyLines keysOf(const QMenu *menu)
{
    KeyLines lines;
    for (const QAction *action : menu->actions()) {
        if (action->menu())
            lines += keysOf(action->menu());
        QStringList names;
        for (const QKeySequence &sequence : action->shortcuts())
            names.append(sequence.toString(QKeySequence::NativeText));
        if (!names.isEmpty())
            lines.append({ names.join(QStringLiteral(", ")), action->toolTip() });
    }
    return lines;
}

QString section(const QString &title, const KeyLines &lines)
{
    if (lines.isEmpty())
        return {};
    QString html =
        QStringLiteral("<h3>%1</h3><table cellspacing='0' cellpadding='3'>").arg(title.toHtmlEscaped());
    for (const auto &[key, what] : lines) {
        html += QStringLiteral("<tr><td width='170'><b>%1</b></td><td>%2</td></tr>")
                    .arg(key.toHtmlEscaped(), what.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

} // namespace

void openAbout(QWidget *parent)
{
    auto *text = new QLabel(
        Help::tr("<h2>Lockstep %1</h2><p>PostgreSQL schema changes, proved before they run.</p>"
                 "<p>Qt %2 \u00b7 free software under the GNU General Public License, version 3.</p>")
            .arg(QStringLiteral(LOCKSTEP_VERSION), QLatin1String(qVersion())));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    openHelp(parent, Help::tr("About Lockstep"), text);
}

void openShortcuts(QWidget *parent, const Actions &actions)
{
    QString html;
    for (const QMenu *menu : actions.menus())
        html += section(menu->title().remove(QLatin1Char('&')), keysOf(menu));
    html += section(Help::tr("Everywhere"), { { keys({ Qt::CTRL | Qt::Key_1, Qt::CTRL | Qt::Key_5 }, true),
                                                Help::tr("A page of the work, by its number") },
                                              { keys({ Qt::Key_F6, Qt::SHIFT | Qt::Key_F6 }),
                                                Help::tr("Next or previous part of the page") },
                                              { keys({ Qt::Key_Escape }), Help::tr("Close what came up") } });
    html += section(Help::tr("In the timeline"),
                    { { keys({ Qt::Key_Plus, Qt::Key_Minus }), Help::tr("Zoom in, and out") },
                      { keys({ Qt::Key_F }), Help::tr("Show all of the time") },
                      { keys({ Qt::Key_Backspace, Qt::ALT | Qt::Key_Left }),
                        Help::tr("Back to what was in sight before") } });
    html += section(Help::tr("In the SQL editor"),
                    { { keys({ Qt::CTRL | Qt::Key_F, Qt::Key_F3 }), Help::tr("Find, and find again") },
                      { keys({ Qt::CTRL | Qt::Key_Space }), Help::tr("Complete the name") },
                      { keys({ Qt::CTRL | Qt::Key_Slash }), Help::tr("Comment lines in or out") } });
    auto *text = new QTextBrowser;
    text->setObjectName(QStringLiteral("shortcutSheet"));
    text->setAccessibleName(Help::tr("Keyboard shortcuts"));
    text->setHtml(html);
    text->setFrameShape(QFrame::NoFrame);
    text->setMinimumSize(sheetSize);
    openHelp(parent, Help::tr("Keyboard shortcuts"), text);
}

} // namespace lockstep::app
