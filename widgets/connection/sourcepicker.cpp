#include "sourcepicker.h"

#include "connectionform.h"

#include <widgets/common/icons.h>
#include <widgets/common/theme.h>

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

namespace lockstep::widgets {

using project::KeptConnection;

namespace {

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString path =
        urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
    // Projects and plans are the whole window's.
    const bool isOfTheWindow =
        path.endsWith(QLatin1String(".lockstep")) || path.endsWith(QLatin1String(".lockplan"));
    return isOfTheWindow ? QString() : path;
}

QToolButton *pickerButton(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    return button;
}

} // namespace

SourcePicker::SourcePicker(const QString &title, const QString &placeholder, QWidget *parent)
    : QFrame(parent)
    , m_text(new QComboBox)
    , m_badge(new Badge)
    , m_file(pickerButton(QStringLiteral("file"), tr("File\u2026"),
                          tr("Opens a .sql file, an archive or a snapshot.")))
    , m_server(pickerButton(QStringLiteral("server"), tr("Server\u2026"), tr("Connects to a live database.")))
    , m_reload(pickerButton(QStringLiteral("reload"), tr("Reload"), tr("Reads it again.")))
    , m_state(new QLabel)
    , m_known(new QComboBox)
    , m_form(new ConnectionForm)
{
    setObjectName(QStringLiteral("sourcePicker"));
    setAcceptDrops(true);
    setAccessibleName(title);
    auto *caption = new QLabel(title);
    caption->setFont(scaledFont(font(), 1.0, true));
    m_text->setEditable(true);
    m_text->setObjectName(QStringLiteral("source"));
    m_text->setInsertPolicy(QComboBox::NoInsert);
    m_text->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_text->setMinimumContentsLength(18);
    m_text->lineEdit()->setPlaceholderText(placeholder);
    m_text->lineEdit()->setAcceptDrops(false); // the whole picker takes the file
    m_text->setAccessibleName(title);
    m_server->setCheckable(true);
    m_state->setObjectName(QStringLiteral("sourceState"));
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setWordWrap(true);
    m_known->setObjectName(QStringLiteral("knownConnection"));
    m_known->setAccessibleName(tr("Known connections"));
    m_known->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_known->hide();
    m_form->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(caption);
    row->addWidget(m_text, 1);
    row->addWidget(m_badge);
    row->addWidget(m_file);
    row->addWidget(m_server);
    row->addWidget(m_reload);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_state);
    column->addWidget(m_known);
    column->addWidget(m_form);
    connectParts();
    dress();
    setState(Tone::Muted, tr("Nothing chosen yet."));
}

void SourcePicker::connectParts()
{
    connect(m_text->lineEdit(), &QLineEdit::editingFinished, this, [this] { choose(text()); });
    connect(m_text, &QComboBox::activated, this, [this](int index) {
        const QString named = m_text->itemData(index).toString();
        choose(named.isEmpty() ? text() : named);
    });
    connect(m_form, &ConnectionForm::saveRequested, this, &SourcePicker::saveRequested);
    connect(m_form, &ConnectionForm::canceled, this, [this] { m_server->setChecked(false); });
    connect(m_file, &QToolButton::clicked, this, &SourcePicker::chooseFile);
    connect(m_server, &QToolButton::toggled, m_form, &QWidget::setVisible);
    connect(m_server, &QToolButton::toggled, this, [this](bool isOpen) {
        m_known->setVisible(isOpen && !m_connections.isEmpty());
        if (isOpen)
            openForm();
    });
    connect(m_known, &QComboBox::activated, this,
            [this](int index) { fillForm(index > 0 ? m_connections.at(index - 1) : KeptConnection()); });
    connect(m_reload, &QToolButton::clicked, this, &SourcePicker::reloadRequested);
    connect(m_form, &ConnectionForm::testRequested, this, &SourcePicker::testRequested);
    connect(m_form, &ConnectionForm::environmentChanged, this, [this](Environment environment) {
        m_badge->setEnvironment(environment);
        emit environmentChanged(environment);
    });
    connect(m_form, &ConnectionForm::accepted, this, [this](const QString &connection) {
        m_server->setChecked(false);
        m_chosen = connection;
        emit sourceChosen(connection);
    });
}

void SourcePicker::setText(const QString &text)
{
    m_text->setEditText(text);
    m_text->lineEdit()->setCursorPosition(0); // What is too long shows its beginning.
    m_chosen = text;
}

QString SourcePicker::text() const
{
    return m_text->currentText().trimmed();
}

void SourcePicker::setRecent(const QStringList &texts)
{
    m_recent = texts;
    fillChoices();
}

void SourcePicker::setConnections(const QVector<project::KeptConnection> &connections)
{
    m_connections = connections;
    fillChoices();
}

void SourcePicker::fillChoices()
{
    const QString shown = m_text->currentText();
    const QSignalBlocker blocker(m_text);
    m_text->clear();
    m_known->clear();
    m_known->addItem(tr("Another server"));
    m_formIsOf.reset();
    for (const project::KeptConnection &connection : m_connections) {
        QString text = connection.name + QStringLiteral("  \u2013  ") + project::placeText(connection);
        const QString environment = environmentBadgeText(connection.environment);
        if (!environment.isEmpty())
            text += QStringLiteral("  \u00b7  ") + environment;
        m_text->addItem(text, project::connectionText(connection));
        m_known->addItem(text);
    }
    if (!m_connections.isEmpty() && !m_recent.isEmpty())
        m_text->insertSeparator(m_text->count());
    for (const QString &recent : m_recent)
        m_text->addItem(recent, recent);
    m_text->setCurrentIndex(-1); // What is in the field need not be one of them.
    m_text->setEditText(shown);
}

void SourcePicker::openForm()
{
    // What was typed into it before stays there until something else is chosen.
    if (m_formIsOf == text())
        return;
    m_formIsOf = text();
    const auto known = std::find_if(m_connections.cbegin(), m_connections.cend(),
                                    [this](const auto &one) { return project::isSamePlace(one, text()); });
    m_known->setCurrentIndex(known == m_connections.cend() ? 0 : int(known - m_connections.cbegin()) + 1);
    if (known != m_connections.cend()) {
        fillForm(*known);
        return;
    }
    const bool isConnection = text().contains(QLatin1Char('=')) || text().contains(QLatin1String("://"));
    const auto read = isConnection ? project::connectionFromText(text()) : project::ReadConnection();
    KeptConnection connection = read.has_value() ? read->connection : KeptConnection();
    connection.environment = m_badge->environment();
    fillForm(connection);
}

void SourcePicker::fillForm(const KeptConnection &connection)
{
    // Nothing is chosen by looking at it.
    const QSignalBlocker blocker(m_form);
    m_form->setConnection(connection);
}

void SourcePicker::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void SourcePicker::setEnvironment(Environment environment)
{
    m_badge->setEnvironment(environment);
    const QSignalBlocker blocker(m_form);
    m_form->setEnvironment(environment);
}

Environment SourcePicker::environment() const
{
    return m_badge->environment();
}

void SourcePicker::showWorking(const QString &what)
{
    setState(Tone::Muted, what);
}
void SourcePicker::showReady(const QString &line)
{
    setState(Tone::Good, line);
}

void SourcePicker::showError(const base::Error &error)
{
    QString line = error.message;
    if (error.position && error.position->line > 0)
        line = tr("Line %1: %2").arg(error.position->line).arg(line);
    setState(Tone::Bad, line, error.toText());
}

QString SourcePicker::stateLine() const
{
    return m_state->text();
}

void SourcePicker::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a schema"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Schemas (*.sql *.dump *.backup *.json *.prisma)"), tr("All files (*)") });
    const QFileInfo known(text());
    if (known.exists())
        dialog->setDirectory(known.absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { choose(path); });
    dialog->open();
}

void SourcePicker::choose(const QString &text)
{
    if (text.isEmpty() || text == m_chosen)
        return;
    setText(text);
    emit sourceChosen(text);
}

void SourcePicker::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedFile(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_isDropTarget = true;
    dress();
}

void SourcePicker::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isDropTarget = false;
    dress();
}

void SourcePicker::dropEvent(QDropEvent *event)
{
    m_isDropTarget = false;
    dress();
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    choose(path);
}

void SourcePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QFrame::changeEvent(event);
}

void SourcePicker::setState(Tone tone, const QString &line, const QString &toolTip)
{
    m_tone = tone;
    m_state->setText(line);
    m_state->setToolTip(toolTip);
    dress();
}

void SourcePicker::dress()
{
    const Colors &colors = colorsFor(palette());
    QPalette state;
    if (m_tone == Tone::Bad)
        state.setColor(QPalette::WindowText, colors.error);
    m_state->setPalette(state);
    m_state->setForegroundRole(m_tone == Tone::Bad ? QPalette::WindowText : QPalette::PlaceholderText);
    m_reload->setIcon(icon(Icon::Refresh, palette()));
    m_file->setIcon(icon(Icon::Open, palette()));
    update();
}

// Painted, not a style sheet: a sheet would freeze the palette that the theme changes.
void SourcePicker::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colors.base);
    painter.setPen(QPen(m_isDropTarget ? colors.accent : colors.border, 1,
                        m_isDropTarget ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace lockstep::widgets
