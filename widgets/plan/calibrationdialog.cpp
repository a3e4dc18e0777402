#include "calibrationdialog.h"

#include "ratestext.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/theme.h>

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

constexpr int noteIndent = 24;
constexpr int dialogWidth = 640;

QLabel *calibrationText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CalibrationDialog::CalibrationDialog(QWidget *parent)
    : QDialog(parent)
    , m_inUse(calibrationText({}))
    , m_choiceRows(new QVBoxLayout)
    , m_choices(new QButtonGroup(this))
    , m_busy(new BusyBar)
    , m_banner(new Banner)
    , m_start(new QPushButton(tr("&Measure")))
    , m_defaults(new QPushButton(tr("Use the &default rates")))
    , m_close(new QPushButton(tr("Close")))
{
    setObjectName(QStringLiteral("calibrationDialog"));
    setWindowTitle(tr("Calibrate the estimates"));
    setModal(false);
    setFixedWidth(dialogWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    buildTexts(column);
    column->addWidget(m_busy);
    column->addWidget(m_banner);
    column->addStretch(1);
    buildButtons(column);
    setWorking(false);
}

void CalibrationDialog::buildTexts(QVBoxLayout *column)
{
    auto *title = new QLabel(tr("How fast is the server?"));
    title->setFont(scaledFont(font(), 1.3, true));
    m_inUse->setObjectName(QStringLiteral("calibrationInUse"));
    QLabel *does = calibrationText(
        tr("A calibration takes under a minute. It makes a schema lockstep_calibration with up to 500 MB of "
           "tables, measures reading, writing and indexing in it (up to 4 GB of WAL, which standbys receive "
           "too), and removes it again, also when it fails or is canceled. Tables of others are neither read "
           "nor locked."));
    does->setObjectName(QStringLiteral("calibrationDoes"));
    does->setForegroundRole(QPalette::PlaceholderText);
    m_choiceRows->setSpacing(4);
    m_banner->setObjectName(QStringLiteral("calibrationBanner"));
    column->addWidget(title);
    column->addWidget(m_inUse);
    column->addLayout(m_choiceRows);
    column->addWidget(does);
}

void CalibrationDialog::buildButtons(QVBoxLayout *column)
{
    m_start->setObjectName(QStringLiteral("calibrationStart"));
    m_start->setProperty("look", QStringLiteral("primary"));
    m_defaults->setObjectName(QStringLiteral("calibrationDefaults"));
    m_defaults->setToolTip(tr("Forgets what was measured on this server."));
    m_close->setObjectName(QStringLiteral("calibrationClose"));
    // Enter must not write to a server by itself.
    for (QPushButton *button : { m_start, m_defaults })
        button->setAutoDefault(false);
    m_close->setDefault(true);
    auto *line = new QHBoxLayout;
    line->addWidget(m_defaults);
    line->addStretch(1);
    line->addWidget(m_close);
    line->addWidget(m_start);
    column->addLayout(line);
    connect(m_start, &QPushButton::clicked, this, [this] {
        m_banner->dismiss();
        setProgress(tr("Connecting"), 0);
        emit startRequested(chosen());
    });
    connect(m_defaults, &QPushButton::clicked, this, [this] {
        m_banner->dismiss();
        emit defaultsRequested();
    });
    connect(m_choices, &QButtonGroup::buttonClicked, this, [this] { m_picked = chosen(); });
    connect(m_close, &QPushButton::clicked, this, &CalibrationDialog::reject);
    connect(m_busy, &BusyBar::cancelRequested, this, &CalibrationDialog::cancelRequested);
}

void CalibrationDialog::setChoices(const QVector<CalibrationChoice> &choices, const QString &preferred)
{
    qDeleteAll(m_choiceWidgets);
    m_choiceWidgets.clear();
    for (const CalibrationChoice &choice : choices) {
        auto *button = new QRadioButton(choice.title);
        button->setObjectName(QStringLiteral("calibrate_") + choice.id);
        button->setProperty("choice", choice.id);
        button->setAccessibleDescription(choice.note);
        QLabel *note = calibrationText(choice.note);
        note->setContentsMargins(noteIndent, 0, 0, 4);
        note->setForegroundRole(QPalette::PlaceholderText);
        m_choices->addButton(button);
        m_choiceRows->addWidget(button);
        m_choiceRows->addWidget(note);
        m_choiceWidgets << button << note;
    }
    for (const QString &wanted : { preferred, m_picked }) {
        for (QAbstractButton *button : m_choices->buttons()) {
            if (!wanted.isEmpty() && button->property("choice").toString() == wanted)
                button->setChecked(true);
        }
    }
    setWorking(m_isWorking);
}

QString CalibrationDialog::chosen() const
{
    const QAbstractButton *button = m_choices->checkedButton();
    return button ? button->property("choice").toString() : QString();
}

void CalibrationDialog::setRates(const analysis::RatesPtr &rates)
{
    m_inUse->setText(ratesSentence(*rates, QDateTime::currentDateTimeUtc()));
    m_defaults->setVisible(rates->origin != analysis::RatesOrigin::Default);
}

void CalibrationDialog::setWorking(bool isWorking)
{
    m_isWorking = isWorking;
    for (QAbstractButton *button : m_choices->buttons())
        button->setEnabled(!isWorking);
    m_start->setEnabled(!isWorking && !chosen().isEmpty());
    m_defaults->setEnabled(!isWorking);
    m_close->setEnabled(!isWorking);
    if (!isWorking)
        m_busy->setIdle();
}

/// Sentences of any length stand there whole.
bool CalibrationDialog::event(QEvent *event)
{
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        setFixedHeight(layout()->totalHeightForWidth(dialogWidth));
    return isTaken;
}

void CalibrationDialog::setProgress(const QString &what, double done)
{
    if (!m_isWorking)
        setWorking(true);
    m_busy->setShare(what, done);
}

void CalibrationDialog::setDone(const analysis::RatesPtr &rates, const QString &remark)
{
    setWorking(false);
    m_banner->showMessage(remark.isEmpty() ? Banner::Kind::Success : Banner::Kind::Warning,
                          tr("Measured on %1.").arg(rates->server),
                          remark.isEmpty() ? speedsSentence(*rates)
                                           : speedsSentence(*rates) + QLatin1Char('\n') + remark);
}

void CalibrationDialog::setError(const base::Error &error)
{
    setWorking(false);
    m_banner->showError(error);
}

void CalibrationDialog::setCanceled()
{
    setWorking(false);
    m_banner->showMessage(Banner::Kind::Info,
                          tr("The calibration was canceled and its tables are removed. Estimates stay as "
                             "they were."));
}

void CalibrationDialog::reject()
{
    if (m_isWorking)
        emit cancelRequested();
    else
        QDialog::reject();
}

} // namespace lockstep::widgets
