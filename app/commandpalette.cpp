#include "commandpalette.h"

#include "fuzzy.h"

#include <widgets/common/rowdelegate.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::app {

namespace {

constexpr int paletteWidth = 620;
constexpr int paletteHeight = 420;
/// Nobody reads further down instead of typing another letter.
constexpr qsizetype mostRows = 200;

/// What is called so stands before what it could also be called.
int scoreOf(const QString &typed, const Command &command)
{
    const int score = fuzzyScore(typed, command.text);
    if (command.words.isEmpty())
        return score;
    const QString words = command.words + QLatin1Char(' ') + command.text;
    return std::max(score, wordsScore(typed, words) - 1);
}

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QDialog(window, Qt::Popup)
    , m_input(new QLineEdit)
    , m_list(new QTreeView)
    , m_model(new QStandardItemModel(0, 2, this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    setWindowTitle(tr("Command palette"));
    m_input->setObjectName(QStringLiteral("paletteInput"));
    m_input->setPlaceholderText(tr("A few letters of a command, a step or an object that was compared"));
    m_input->setAccessibleName(tr("What to look for"));
    m_input->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new widgets::RowDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHeaderHidden(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_input);
    column->addWidget(m_list, 1);
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_input, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QTreeView::activated, this, &CommandPalette::runCurrent);
    connect(m_list, &QTreeView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::offer(const QVector<Command> &commands, const QStringList &recent, CommandFinder finder)
{
    m_commands = commands;
    m_finder = std::move(finder);
    m_recent = recent;
    m_input->clear();
    filter();
    const QWidget *window = parentWidget();
    resize(std::min(paletteWidth, window->width()), std::min(paletteHeight, window->height()));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, window->height() / 8)));
    show();
    m_input->setFocus();
}

void CommandPalette::filter()
{
    const QString typed = m_input->text();
    QVector<FoundCommand> found;
    for (const Command &command : std::as_const(m_commands)) {
        const auto age = m_recent.indexOf(command.id);
        const int lately = age < 0 ? 0 : int(m_recent.size() - age);
        // Of two that fit as well, the one that was used lately.
        const int score = typed.trimmed().isEmpty() ? 0 : scoreOf(typed, command);
        if (score >= 0)
            found.append({ command, score * 100 + lately });
    }
    for (const FoundCommand &one : m_finder ? m_finder(typed) : QVector<FoundCommand>())
        found.append({ one.command, one.score * 100 });
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &one, const auto &other) { return one.score > other.score; });
    found.resize(std::min(found.size(), mostRows));
    m_model->removeRows(0, m_model->rowCount());
    m_shown.clear();
    for (const FoundCommand &one : std::as_const(found)) {
        const Command &command = one.command;
        m_shown.append(command);
        auto *text = new QStandardItem(command.text);
        // A screen reader reads the row's first column.
        text->setAccessibleText(command.keys.isEmpty() ? command.text
                                                       : tr("%1, %2").arg(command.text, command.keys));
        auto *keys = new QStandardItem(command.keys);
        keys->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_model->appendRow({ text, keys });
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_input || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    // The list is walked through while the typing goes on.
    const int row = m_list->currentIndex().row();
    const int page = 8;
    int step = 0;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: step = 1; break;
    case Qt::Key_Up: step = -1; break;
    case Qt::Key_PageDown: step = page; break;
    case Qt::Key_PageUp: step = -page; break;
    default: return false;
    }
    m_list->setCurrentIndex(
        m_model->index(std::clamp(row + step, 0, std::max(0, m_model->rowCount() - 1)), 0));
    return true;
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const Command command = m_shown.at(current.row());
    hide();
    emit used(command.id);
    command.run();
}

} // namespace lockstep::app
