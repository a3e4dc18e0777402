#include "connectionform.h"

#include <widgets/common/theme.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

namespace lockstep::widgets {

using project::KeptConnection;

namespace {

struct FormField
{
    const char *name;
    QString KeptConnection::*member;
};

constexpr FormField formFields[] = {
    { "name", &KeptConnection::name },         { "host", &KeptConnection::host },
    { "port", &KeptConnection::port },         { "database", &KeptConnection::database },
    { "user", &KeptConnection::user },         { "service", &KeptConnection::service },
    { "passfile", &KeptConnection::passfile }, { "sslRootCert", &KeptConnection::sslRootCert },
    { "sslCert", &KeptConnection::sslCert },   { "sslKey", &KeptConnection::sslKey },
    { "ssh", &KeptConnection::ssh },           { "role", &KeptConnection::role },
};

QString defaultOf(const char *variable, const QString &fallback)
{
    const QString set = qEnvironmentVariable(variable);
    return set.isEmpty() ? fallback : set;
}

QFormLayout *formIn(QHBoxLayout *row)
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(6);
    form->setHorizontalSpacing(10);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    row->addLayout(form, 1);
    return form;
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QFrame(parent)
    , m_uri(new QLineEdit)
    , m_environment(new QComboBox)
    , m_readOnly(new QCheckBox(tr("Read-only: the server refuses every write")))
    , m_moreButton(new QToolButton)
    , m_more(nullptr)
    , m_outcome(new QLabel)
    , m_test(new QPushButton(tr("Test")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_save(new QPushButton(tr("Save")))
    , m_use(new QPushButton(tr("Use this server")))
{
    setObjectName(QStringLiteral("connectionForm"));
    m_uri->setObjectName(QStringLiteral("uri"));
    m_uri->setAccessibleName(tr("Connection text"));
    m_uri->setPlaceholderText(
        tr("Paste postgresql://\u2026 or host=\u2026 dbname=\u2026 here, or fill in the fields"));
    m_moreButton->setObjectName(QStringLiteral("more"));
    m_moreButton->setText(tr("TLS, SSH server, role, read-only"));
    m_moreButton->setCheckable(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(m_uri);
    column->addWidget(buildServer());
    column->addWidget(m_moreButton, 0, Qt::AlignLeft);
    m_more = buildMore();
    column->addWidget(m_more);
    buildButtons();
    showMore(false);
    connectParts();
    setUseText(m_use->text());
    refresh();
}

QWidget *ConnectionForm::buildServer()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    QFormLayout *left = formIn(row);
    addField(left, "name", tr("Name"), tr("to keep it under"));
    addField(left, "host", tr("Host"), defaultOf("PGHOST", tr("local socket")));
    addField(left, "port", tr("Port"), defaultOf("PGPORT", QStringLiteral("5432")));
    addField(left, "database", tr("Database"), defaultOf("PGDATABASE", tr("same as the user")));
    QFormLayout *right = formIn(row);
    m_environment->setObjectName(QStringLiteral("environment"));
    m_environment->setAccessibleName(tr("Environment"));
    const QVector<QPair<Environment, QString>> environments = {
        { Environment::Unknown, tr("not said") },
        { Environment::Development, tr("Development") },
        { Environment::Test, tr("Test") },
        { Environment::Staging, tr("Staging") },
        { Environment::Production, tr("Production") }
    };
    for (const auto &[environment, text] : environments)
        m_environment->addItem(text, int(environment));
    right->addRow(tr("Environment"), m_environment);
    addField(right, "user", tr("User"), defaultOf("PGUSER", defaultOf("USER", {})));
    QLineEdit *password = addField(right, "password", tr("Password"), tr("asked for when needed"));
    password->setEchoMode(QLineEdit::Password);
    password->setToolTip(tr("from ~/.pgpass, or asked for; never stored here"));
    addField(right, "service", tr("Service"), defaultOf("PGSERVICE", tr("from ~/.pg_service.conf")));
    return box;
}

QWidget *ConnectionForm::buildMore()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    column->addLayout(row);
    QFormLayout *left = formIn(row);
    m_sslMode =
        addChoice(left, "sslMode", tr("TLS"),
                  { QStringLiteral("disable"), QStringLiteral("allow"), QStringLiteral("prefer"),
                    QStringLiteral("require"), QStringLiteral("verify-ca"), QStringLiteral("verify-full") });
    m_sslMode->setItemText(0, defaultOf("PGSSLMODE", tr("prefer, as libpq does")));
    addField(left, "sslRootCert", tr("Authorities"),
             defaultOf("PGSSLROOTCERT", tr("~/.postgresql/root.crt, or \u201csystem\u201d")));
    addField(left, "sslCert", tr("Certificate"), defaultOf("PGSSLCERT", tr("~/.postgresql/postgresql.crt")));
    addField(left, "sslKey", tr("Key"), defaultOf("PGSSLKEY", tr("~/.postgresql/postgresql.key")));
    m_channelBinding =
        addChoice(left, "channelBinding", tr("Channel binding"),
                  { QStringLiteral("disable"), QStringLiteral("prefer"), QStringLiteral("require") });
    m_channelBinding->setItemText(0, defaultOf("PGCHANNELBINDING", tr("prefer, as libpq does")));
    QFormLayout *right = formIn(row);
    addField(right, "ssh", tr("SSH server"), tr("user@host:port, or a Host of ~/.ssh/config"));
    addField(right, "passfile", tr("Passfile"), defaultOf("PGPASSFILE", tr("~/.pgpass")));
    addField(right, "role", tr("Role"), tr("SET ROLE after connecting"));
    m_readOnly->setObjectName(QStringLiteral("readOnly"));
    m_readOnly->setToolTip(
        tr("default_transaction_read_only=on from the first moment; plans cannot be run there."));
    column->addWidget(m_readOnly); // In most languages wider than half of the form.
    return box;
}

void ConnectionForm::buildButtons()
{
    m_outcome->setObjectName(QStringLiteral("testOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_test->setObjectName(QStringLiteral("test"));
    m_cancel->setObjectName(QStringLiteral("cancelConnection"));
    m_cancel->setProperty("look", QStringLiteral("quiet"));
    m_save->setObjectName(QStringLiteral("saveConnection"));
    m_use->setObjectName(QStringLiteral("use"));
    m_use->setProperty("look", QStringLiteral("primary"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : { m_cancel, m_test, m_save, m_use })
        buttons->addWidget(button);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_outcome);
    column->addLayout(buttons);
    column->addStretch(1);
}

void ConnectionForm::connectParts()
{
    connect(m_moreButton, &QToolButton::toggled, this, &ConnectionForm::showMore);
    connect(m_uri, &QLineEdit::textChanged, this, [this] { takeUri(false); });
    connect(m_uri, &QLineEdit::editingFinished, this, [this] { takeUri(true); });
    connect(m_test, &QPushButton::clicked, this, [this] {
        showOutcome(tr("Connecting\u2026"), false);
        emit testRequested(connectionText());
    });
    connect(m_use, &QPushButton::clicked, this, [this] { emit accepted(connectionText()); });
    connect(m_save, &QPushButton::clicked, this, [this] { emit saveRequested(connection()); });
    connect(m_cancel, &QPushButton::clicked, this, &ConnectionForm::canceled);
    connect(m_readOnly, &QCheckBox::toggled, this, &ConnectionForm::refresh);
    connect(m_environment, &QComboBox::currentIndexChanged, this,
            [this] { emit environmentChanged(environment()); });
}

QLineEdit *ConnectionForm::addField(QFormLayout *form, const char *name, const QString &label,
                                    const QString &placeholder)
{
    auto *field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(label);
    form->addRow(label, field);
    m_fields.insert(QLatin1String(name), field);
    connect(field, &QLineEdit::textChanged, this, &ConnectionForm::refresh);
    connect(field, &QLineEdit::textEdited, this, &ConnectionForm::showInUri);
    connect(field, &QLineEdit::returnPressed, this,
            [this] { (m_use->isHidden() ? m_save : m_use)->click(); });
    return field;
}

QComboBox *ConnectionForm::addChoice(QFormLayout *form, const char *name, const QString &label,
                                     const QStringList &choices)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->addItem(QString(), QString());
    for (const QString &choice : choices)
        box->addItem(choice, choice);
    form->addRow(label, box);
    connect(box, &QComboBox::currentIndexChanged, this, &ConnectionForm::refresh);
    return box;
}

void ConnectionForm::setConnection(const KeptConnection &connection)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_connection = connection;
    for (const FormField &field : formFields)
        m_fields.value(QLatin1String(field.name))->setText(connection.*field.member);
    m_sslMode->setCurrentIndex(qMax(0, m_sslMode->findData(connection.sslMode)));
    m_channelBinding->setCurrentIndex(qMax(0, m_channelBinding->findData(connection.channelBinding)));
    m_readOnly->setChecked(connection.isReadOnly);
    setEnvironment(connection.environment);
    m_fields.value(QStringLiteral("password"))->clear();
    m_uri->clear();
    const bool hasMore = !connection.sslMode.isEmpty() || !connection.sslRootCert.isEmpty()
                         || !connection.ssh.isEmpty() || !connection.role.isEmpty()
                         || !connection.passfile.isEmpty() || connection.isReadOnly;
    m_moreButton->setChecked(hasMore);
    m_outcome->clear();
    m_isFilling = false;
    refresh();
}

KeptConnection ConnectionForm::connection() const
{
    KeptConnection connection = m_connection;
    for (const FormField &field : formFields)
        connection.*field.member = m_fields.value(QLatin1String(field.name))->text().trimmed();
    connection.sslMode = m_sslMode->currentData().toString();
    connection.channelBinding = m_channelBinding->currentData().toString();
    connection.isReadOnly = m_readOnly->isChecked();
    connection.environment = environment();
    return connection;
}

QString ConnectionForm::password() const
{
    return m_fields.value(QStringLiteral("password"))->text();
}

QString ConnectionForm::connectionText() const
{
    return project::connectionText(connection(), password());
}

Environment ConnectionForm::environment() const
{
    return Environment(m_environment->currentData().toInt());
}

void ConnectionForm::setEnvironment(Environment environment)
{
    m_environment->setCurrentIndex(m_environment->findData(int(environment)));
}

void ConnectionForm::setUseText(const QString &text)
{
    m_use->setText(text);
    m_use->setVisible(!text.isEmpty());
    m_cancel->setVisible(text.isEmpty());
    m_save->setProperty("look", text.isEmpty() ? QStringLiteral("primary") : QString());
}

/// What was pasted goes into the fields at once; while somebody types, an unfinished text is no error.
void ConnectionForm::takeUri(bool isWhole)
{
    const QString text = m_uri->text().trimmed();
    const bool looksLikeOne = text.contains(QLatin1Char('=')) || text.contains(QLatin1String("://"));
    if (!looksLikeOne || m_isFilling)
        return;
    const auto read = project::connectionFromText(text);
    if (!read.has_value()) {
        if (isWhole)
            showTestError(read.error());
        return;
    }
    // Leaving the field once more must not undo what was changed in the others since.
    if (text != m_takenUri) {
        KeptConnection connection = read->connection;
        connection.id = m_connection.id;
        connection.name = m_fields.value(QStringLiteral("name"))->text();
        connection.environment = environment();
        const QString shown = m_uri->text();
        setConnection(connection);
        const QScopedValueRollback filling(m_isFilling, true);
        m_uri->setText(shown);
        m_fields.value(QStringLiteral("password"))->setText(read->password);
    }
    m_takenUri = text;
    if (isWhole && !read->password.isEmpty()) {
        // A password does not stay readable once the text is whole.
        const QScopedValueRollback filling(m_isFilling, true);
        m_takenUri = project::connectionText(read->connection);
        m_uri->setText(m_takenUri);
    }
    refresh();
}

/// The text that was pasted must not say otherwise than the fields.
void ConnectionForm::showInUri()
{
    if (m_uri->text().isEmpty())
        return;
    const QScopedValueRollback filling(m_isFilling, true);
    m_takenUri = project::connectionText(connection());
    m_uri->setText(m_takenUri);
}

void ConnectionForm::showTestResult(const QString &text)
{
    showOutcome(text, false);
}

void ConnectionForm::showTestError(const base::Error &error)
{
    // libpq sets its second thoughts off by a tab.
    QString text = QString(error.message).remove(QLatin1Char('\t'));
    for (const QString &more : { error.detail, error.hint }) {
        if (!more.isEmpty() && !text.contains(more))
            text += QLatin1Char('\n') + more;
    }
    showOutcome(text, true);
}

void ConnectionForm::showOutcome(const QString &text, bool isError)
{
    m_isError = isError;
    m_outcome->setText(text);
    dress();
}

void ConnectionForm::dress()
{
    const Colors &colors = colorsFor(palette());
    QPalette outcome = palette();
    outcome.setColor(QPalette::WindowText, m_isError ? colors.error : colors.text);
    m_outcome->setPalette(outcome);
}

void ConnectionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QFrame::changeEvent(event);
}

void ConnectionForm::showMore(bool isShown)
{
    m_more->setVisible(isShown);
    m_moreButton->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
}

void ConnectionForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit canceled();
    else
        QFrame::keyPressEvent(event);
}

void ConnectionForm::refresh()
{
    if (m_isFilling || !m_readOnly || !m_channelBinding)
        return;
    const bool isFilled = !connectionText().isEmpty();
    m_test->setEnabled(isFilled);
    m_use->setEnabled(isFilled);
    const bool hasName = !m_fields.value(QStringLiteral("name"))->text().trimmed().isEmpty();
    m_save->setEnabled(isFilled && hasName);
    m_save->setToolTip(hasName ? QString() : tr("Give it a name to keep it under."));
    m_outcome->clear();
}

} // namespace lockstep::widgets
