#include "help.h"

#include "actions.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace lockstep::app {

namespace {

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
    auto *table = new QWidget;
    auto *form = new QFormLayout(table);
    for (const QAction *action : actions.all()) {
        if (!action->shortcut().isEmpty())
            form->addRow(action->shortcut().toString(QKeySequence::NativeText),
                         new QLabel(action->toolTip()));
    }
    openHelp(parent, Help::tr("Keyboard shortcuts"), table);
}

} // namespace lockstep::app
