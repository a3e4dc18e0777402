#include "connectionform.h"

#include <widgets/common/theme.h>

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace lockstep::widgets {

namespace {

QString defaultOf(const char *variable, const QString &fallback)
{
    const QString set = qEnvironmentVariable(variable);
    return set.isEmpty() ? fallback : set;
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QFrame(parent)
    , m_environment(new QComboBox)
    , m_outcome(new QLabel)
    , m_test(new QPushButton(tr("Test")))
    , m_use(new QPushButton(tr("Use this server")))
{
    auto *left = new QFormLayout;
    m_uri = addField(left, "uri", tr("URI"), tr("paste postgresql://\u2026 here, or fill in the fields"));
    m_host = addField(left, "host", tr("Host"), defaultOf("PGHOST", tr("local socket")));
    m_port = addField(left, "port", tr("Port"), defaultOf("PGPORT", QStringLiteral("5432")));
    m_database = addField(left, "database", tr("Database"), defaultOf("PGDATABASE", tr("same as the user")));
    auto *right = new QFormLayout;
    m_service =
        addField(right, "service", tr("Service"), defaultOf("PGSERVICE", tr("from ~/.pg_service.conf")));
    m_user = addField(right, "user", tr("User"), defaultOf("PGUSER", defaultOf("USER", {})));
    m_password = addField(right, "password", tr("Password"), tr("from ~/.pgpass; never stored"));
    m_password->setEchoMode(QLineEdit::Password);
    m_environment->setObjectName(QStringLiteral("environment"));
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

    m_outcome->setObjectName(QStringLiteral("testOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_test->setObjectName(QStringLiteral("test"));
    m_use->setObjectName(QStringLiteral("use"));
    m_use->setProperty("look", QStringLiteral("primary"));
    auto *fields = new QHBoxLayout;
    fields->setSpacing(24);
    fields->addLayout(left, 1);
    fields->addLayout(right, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_outcome, 1);
    buttons->addWidget(m_test);
    buttons->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->addLayout(fields);
    column->addLayout(buttons);
    connect(m_test, &QPushButton::clicked, this, [this] {
        showOutcome(tr("Connecting\u2026"), false);
        emit testRequested(connectionText());
    });
    connect(m_use, &QPushButton::clicked, this, [this] { emit accepted(connectionText()); });
    connect(m_environment, &QComboBox::currentIndexChanged, this,
            [this] { emit environmentChanged(environment()); });
    refresh();
}

QLineEdit *ConnectionForm::addField(QFormLayout *form, const char *name, const QString &label,
                                    const QString &placeholder)
{
    auto *field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(placeholder);
    form->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &ConnectionForm::refresh);
    connect(field, &QLineEdit::returnPressed, m_use, &QPushButton::click);
    return field;
}

QString ConnectionForm::connectionText() const
{
    const QString uri = m_uri->text().trimmed();
    if (!uri.isEmpty())
        return uri;
    return conninfoOf({ m_host->text().trimmed(), m_port->text().trimmed(), m_database->text().trimmed(),
                        m_user->text().trimmed(), m_password->text(), m_service->text().trimmed() });
}

Environment ConnectionForm::environment() const
{
    return Environment(m_environment->currentData().toInt());
}

void ConnectionForm::setEnvironment(Environment environment)
{
    m_environment->setCurrentIndex(m_environment->findData(int(environment)));
}

void ConnectionForm::showTestResult(const QString &text)
{
    showOutcome(text, false);
}

void ConnectionForm::showTestError(const base::Error &error)
{
    showOutcome(error.hint.isEmpty() ? error.message : error.message + QLatin1Char('\n') + error.hint, true);
}

void ConnectionForm::showOutcome(const QString &text, bool isError)
{
    const Colors &colors = colorsFor(palette());
    QPalette outcome = palette();
    outcome.setColor(QPalette::WindowText, isError ? colors.error : colors.text);
    m_outcome->setPalette(outcome);
    m_outcome->setText(text);
}

void ConnectionForm::refresh()
{
    const bool hasUri = m_uri && !m_uri->text().trimmed().isEmpty();
    for (QLineEdit *field : { m_host, m_port, m_database, m_user, m_password, m_service }) {
        if (field)
            field->setEnabled(!hasUri);
    }
    const bool isFilled = m_service && !connectionText().isEmpty();
    m_test->setEnabled(isFilled);
    m_use->setEnabled(isFilled);
    if (m_outcome)
        m_outcome->clear();
}

} // namespace lockstep::widgets
