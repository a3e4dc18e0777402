#include "rehearsalsetup.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimer>

namespace lockstep::widgets {

namespace {

constexpr int pauseBeforeAskingMs = 600;
constexpr int mostRowsMade = 5'000'000;

QLabel *quietLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

RehearsalSetup::RehearsalSetup(QWidget *parent)
    : QWidget(parent)
    , m_kinds(new QButtonGroup(this))
    , m_rows(new QSpinBox)
    , m_backup(new QLineEdit)
    , m_browse(new QPushButton(tr("Browse\u2026")))
    , m_database(new QLineEdit)
    , m_server(quietLabel("rehearsalServer"))
    , m_typeHere(new QLabel)
    , m_name(new QLineEdit)
    , m_reason(quietLabel("rehearsalReason"))
    , m_start(new QPushButton(tr("Start the rehearsal")))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    grid->setColumnMinimumWidth(0, 130);
    buildMadeUp(grid);
    buildBackup(grid);
    buildDatabase(grid);
    m_start->setObjectName(QStringLiteral("rehearsalStart"));
    m_start->setProperty("look", QStringLiteral("primary"));
    // Enter in a field must not change a database.
    m_start->setAutoDefault(false);
    auto *last = new QHBoxLayout;
    last->addWidget(m_reason, 1);
    last->addWidget(m_start);
    grid->addLayout(last, 5, 0, 1, 4);
    connect(m_kinds, &QButtonGroup::idToggled, this, &RehearsalSetup::refresh);
    connect(m_start, &QPushButton::clicked, this, &RehearsalSetup::startRequested);
    refresh();
}

void RehearsalSetup::buildMadeUp(QGridLayout *grid)
{
    auto *pick = new QRadioButton(tr("Make up rows"));
    pick->setObjectName(QStringLiteral("rehearsalMadeUp"));
    pick->setChecked(true);
    m_kinds->addButton(pick, RehearsalChoice::MadeUp);
    m_rows->setObjectName(QStringLiteral("rehearsalRows"));
    m_rows->setAccessibleName(tr("Rows in a table that refers to no other"));
    m_rows->setRange(10, mostRowsMade);
    m_rows->setSingleStep(10'000);
    m_rows->setGroupSeparatorShown(true);
    m_rows->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_rows->setMinimumWidth(120);
    m_rows->setValue(RehearsalChoice().rows);
    auto *more = new QLabel(tr("in each table that refers to no other, five times as many in the others"));
    more->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(pick, 0, 0);
    grid->addWidget(m_rows, 0, 1);
    grid->addWidget(more, 0, 2, 1, 2);
}

void RehearsalSetup::buildBackup(QGridLayout *grid)
{
    auto *pick = new QRadioButton(tr("Restore a backup"));
    pick->setObjectName(QStringLiteral("rehearsalBackup"));
    m_kinds->addButton(pick, RehearsalChoice::Backup);
    m_backup->setObjectName(QStringLiteral("rehearsalPath"));
    m_backup->setAccessibleName(tr("Backup by pg_dump"));
    m_backup->setPlaceholderText(tr("A pg_dump archive, a directory of one, or SQL text with its rows"));
    m_browse->setObjectName(QStringLiteral("rehearsalBrowse"));
    grid->addWidget(pick, 1, 0);
    grid->addWidget(m_backup, 1, 1, 1, 2);
    grid->addWidget(m_browse, 1, 3);
    connect(m_backup, &QLineEdit::textChanged, this, &RehearsalSetup::refresh);
    connect(m_browse, &QPushButton::clicked, this, &RehearsalSetup::browseRequested);
}

void RehearsalSetup::buildDatabase(QGridLayout *grid)
{
    auto *pick = new QRadioButton(tr("Use a database"));
    pick->setObjectName(QStringLiteral("rehearsalDatabase"));
    m_kinds->addButton(pick, RehearsalChoice::Database);
    m_database->setObjectName(QStringLiteral("rehearsalTarget"));
    m_database->setAccessibleName(tr("Database that may be changed"));
    m_database->setPlaceholderText(
        tr("A copy that may be changed: postgresql://user@host/database or service=name"));
    m_name->setObjectName(QStringLiteral("rehearsalName"));
    m_typeHere->setObjectName(QStringLiteral("rehearsalTypeHere"));
    m_typeHere->setBuddy(m_name);
    grid->addWidget(pick, 2, 0);
    grid->addWidget(m_database, 2, 1, 1, 3);
    grid->addWidget(m_server, 3, 1, 1, 3);
    grid->addWidget(m_typeHere, 4, 1);
    grid->addWidget(m_name, 4, 2, 1, 2);
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(pauseBeforeAskingMs);
    connect(pause, &QTimer::timeout, this, [this] {
        if (!m_database->text().trimmed().isEmpty())
            emit databaseEdited(m_database->text().trimmed());
    });
    connect(m_database, &QLineEdit::textEdited, this, [this, pause] {
        m_wanted.clear();
        m_server->setText(tr("Asking the server\u2026"));
        refresh();
        pause->start();
    });
    connect(m_name, &QLineEdit::textChanged, this, &RehearsalSetup::refresh);
}

void RehearsalSetup::setPlan(bool hasPlan, const QString &loses)
{
    m_hasPlan = hasPlan;
    m_loses = loses;
    refresh();
}

void RehearsalSetup::setWorking(bool isWorking)
{
    m_isWorking = isWorking;
    refresh();
}

void RehearsalSetup::setBackup(const QString &path)
{
    m_backup->setText(path);
}

void RehearsalSetup::setServer(const QString &wanted, const QString &description)
{
    m_wanted = wanted;
    m_server->setText(m_loses.isEmpty()
                          ? description
                          : tr("%1 The plan loses for good there: %2.").arg(description, m_loses));
    refresh();
}

void RehearsalSetup::setServerError(const QString &text)
{
    m_wanted.clear();
    m_server->setText(text);
    refresh();
}

RehearsalChoice RehearsalSetup::choice() const
{
    return { RehearsalChoice::Kind(m_kinds->checkedId()), m_rows->value(), m_backup->text().trimmed(),
             m_database->text().trimmed() };
}

QString RehearsalSetup::whyNot() const
{
    if (!m_hasPlan)
        return tr("There is no plan to rehearse yet.");
    if (m_isWorking)
        return tr("A rehearsal is going on.");
    const RehearsalChoice wanted = choice();
    if (wanted.kind == RehearsalChoice::Backup && wanted.backup.isEmpty())
        return tr("Name the backup.");
    if (wanted.kind == RehearsalChoice::Database && m_wanted.isEmpty())
        return tr("Name a database that can be reached.");
    if (wanted.kind == RehearsalChoice::Database && m_name->text() != m_wanted)
        return tr("The name of the database is not typed yet.");
    return {};
}

void RehearsalSetup::refresh()
{
    const RehearsalChoice wanted = choice();
    m_rows->setEnabled(wanted.kind == RehearsalChoice::MadeUp);
    m_backup->setEnabled(wanted.kind == RehearsalChoice::Backup);
    m_browse->setEnabled(wanted.kind == RehearsalChoice::Backup);
    const bool isDatabase = wanted.kind == RehearsalChoice::Database;
    m_database->setEnabled(isDatabase);
    for (QWidget *widget : { static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_typeHere),
                             static_cast<QWidget *>(m_name) })
        widget->setVisible(isDatabase);
    m_typeHere->setText(m_wanted.isEmpty() ? tr("To confirm, type its name")
                                           : tr("To confirm, type: %1").arg(m_wanted));
    const QString reason = whyNot();
    m_reason->setText(reason.isEmpty() && !isDatabase ? tr(
                          "It runs on a scratch server of this computer; no database of yours is touched.")
                                                      : reason);
    m_start->setEnabled(reason.isEmpty());
}

} // namespace lockstep::widgets
