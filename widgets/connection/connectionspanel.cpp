#include "connectionspanel.h"

#include "connectionform.h"

#include <widgets/common/pagestack.h>
#include <widgets/common/theme.h>
#include <widgets/common/twolinedelegate.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace lockstep::widgets {

using project::KeptConnection;

namespace {

QPushButton *panelButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    return button;
}

} // namespace

ConnectionsPanel::ConnectionsPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new PageStack)
    , m_list(new QListView)
    , m_empty(
          new QLabel(tr("None yet. A connection keeps how to reach a database, what it is for and whether "
                        "it may be written to; never its password.")))
    , m_outcome(new QLabel)
    , m_form(new ConnectionForm)
    , m_new(panelButton(QStringLiteral("newConnection"), tr("New connection\u2026")))
    , m_use(panelButton(QStringLiteral("useConnection"), tr("Compare")))
    , m_test(panelButton(QStringLiteral("testConnection"), tr("Test")))
    , m_edit(panelButton(QStringLiteral("editConnection"), tr("Edit\u2026")))
    , m_duplicate(panelButton(QStringLiteral("duplicateConnection"), tr("Duplicate\u2026")))
    , m_remove(panelButton(QStringLiteral("deleteConnection"), tr("Delete")))
    , m_undo(panelButton(QStringLiteral("undoDeleteConnection"), tr("Undo")))
{
    setObjectName(QStringLiteral("connectionsPanel"));
    setAccessibleName(tr("Connections"));
    auto *caption = new QLabel(tr("Connections"));
    caption->setFont(scaledFont(font(), 1.15, true));
    auto *head = new QHBoxLayout;
    head->addWidget(caption, 1);
    head->addWidget(m_new);
    m_stack->addWidget(buildList());
    auto *scroll = new QScrollArea; // The form is higher than a small window.
    scroll->setObjectName(QStringLiteral("connectionFormArea"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    scroll->viewport()->setAutoFillBackground(false); // The panel is white.
    m_form->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    m_form->setUseText({});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    connect(m_new, &QPushButton::clicked, this, &ConnectionsPanel::addNew);
    connect(m_form, &ConnectionForm::canceled, this, &ConnectionsPanel::closeForm);
    connect(m_form, &ConnectionForm::testRequested, this, &ConnectionsPanel::testRequested);
    connect(m_form, &ConnectionForm::saveRequested, this, [this](const KeptConnection &connection) {
        closeForm();
        emit saveRequested(connection);
    });
    refresh();
}

QWidget *ConnectionsPanel::buildList()
{
    auto *box = new QWidget;
    m_list->setObjectName(QStringLiteral("connections"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_outcome->setObjectName(QStringLiteral("connectionOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_outcome->hide();
    m_undo->hide();
    m_use->setToolTip(tr("Starts a comparison with this database as the current side."));
    m_use->setProperty("look", QStringLiteral("primary"));
    auto *said = new QHBoxLayout;
    said->addWidget(m_outcome, 1);
    said->addWidget(m_undo, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : { m_use, m_test, m_edit, m_duplicate, m_remove })
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(said);
    column->addLayout(buttons);
    connect(m_list, &QListView::activated, m_use, &QPushButton::click);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const KeptConnection *connection = selected())
            emit useRequested(*connection);
    });
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (const KeptConnection *connection = selected()) {
            say(tr("Connecting to %1\u2026").arg(connection->name), false);
            emit testRequested(project::connectionText(*connection));
        }
    });
    connect(m_edit, &QPushButton::clicked, this, &ConnectionsPanel::edit);
    connect(m_duplicate, &QPushButton::clicked, this, &ConnectionsPanel::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionsPanel::removeSelected);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        say({}, false);
        emit saveRequested(m_removed);
    });
    return box;
}

void ConnectionsPanel::setModel(items::ConnectionsModel *model)
{
    m_model = model;
    m_list->setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model->rowCount() > 0)
            m_list->setCurrentIndex(m_model->index(0, 0));
        refresh();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionsPanel::refresh);
    refresh();
}

const KeptConnection *ConnectionsPanel::selected() const
{
    return m_model ? m_model->at(m_list->currentIndex().row()) : nullptr;
}

void ConnectionsPanel::addNew()
{
    openForm({});
}

void ConnectionsPanel::edit()
{
    const KeptConnection *connection = selected();
    if (connection && !connection->isService)
        openForm(*connection);
}

void ConnectionsPanel::duplicate()
{
    const KeptConnection *connection = selected();
    if (!connection)
        return;
    KeptConnection copy = *connection;
    copy.id.clear();
    copy.isService = false;
    copy.name = tr("%1 (copy)").arg(copy.name);
    openForm(copy);
}

void ConnectionsPanel::removeSelected()
{
    const KeptConnection *connection = selected();
    if (!connection || connection->isService)
        return;
    m_removed = *connection;
    say(tr("%1 is deleted.").arg(m_removed.name), false);
    m_undo->show();
    emit removeRequested(m_removed.id);
}

void ConnectionsPanel::openForm(const KeptConnection &connection)
{
    say({}, false);
    m_form->setConnection(connection);
    m_stack->setCurrentIndex(1);
    m_new->setEnabled(false);
    m_form->findChild<QWidget *>(connection.id.isEmpty() ? QStringLiteral("uri") : QStringLiteral("name"))
        ->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPanel::closeForm()
{
    m_stack->setCurrentIndex(0);
    m_new->setEnabled(true);
    m_list->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPanel::showTestResult(const QString &text)
{
    if (m_stack->currentIndex() == 1)
        m_form->showTestResult(text);
    else
        say(text, false);
}

void ConnectionsPanel::showTestError(const base::Error &error)
{
    if (m_stack->currentIndex() == 1)
        m_form->showTestError(error);
    else
        showError(error);
}

void ConnectionsPanel::showError(const base::Error &error)
{
    QStringList lines{ error.message, error.detail, error.hint };
    lines.removeAll(QString());
    say(lines.join(QLatin1Char('\n')), true);
}

void ConnectionsPanel::say(const QString &text, bool isError)
{
    const Colors &colors = colorsFor(palette());
    QPalette said = palette();
    said.setColor(QPalette::WindowText, isError ? colors.error : colors.text);
    m_outcome->setPalette(said);
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
    m_undo->hide();
}

bool ConnectionsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete) {
            removeSelected();
            return true;
        }
        if (key == Qt::Key_F2) {
            edit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConnectionsPanel::refresh()
{
    const bool isEmpty = !m_model || m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    const KeptConnection *connection = selected();
    const bool isOwn = connection && !connection->isService;
    for (QPushButton *button : { m_use, m_test, m_edit, m_duplicate, m_remove })
        button->setVisible(!isEmpty);
    m_use->setEnabled(connection);
    m_test->setEnabled(connection);
    m_duplicate->setEnabled(connection);
    m_edit->setEnabled(isOwn);
    m_remove->setEnabled(isOwn);
    const QString why = connection && !isOwn
                            ? tr("It is a section of your service file; change it there, or duplicate it.")
                            : QString();
    m_edit->setToolTip(why);
    m_remove->setToolTip(why);
}

} // namespace lockstep::widgets
