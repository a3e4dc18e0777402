#include "banner.h"

#include "hinttext.h"
#include "icons.h"
#include "theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace lockstep::widgets {

namespace {

QLabel *makeBannerLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QColor lineColor(Banner::Kind kind, const Colors &colors)
{
    switch (kind) {
    case Banner::Kind::Info: return colors.accent;
    case Banner::Kind::Success: return colors.success;
    case Banner::Kind::Warning: return colors.warning;
    case Banner::Kind::Error: return colors.error;
    }
    return colors.accent;
}

QColor fillColor(Banner::Kind kind, const Colors &colors)
{
    switch (kind) {
    case Banner::Kind::Info: return colors.accentSoft;
    case Banner::Kind::Success: return colors.successSoft;
    case Banner::Kind::Warning: return colors.warningSoft;
    case Banner::Kind::Error: return colors.errorSoft;
    }
    return colors.accentSoft;
}

Icon signOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info: return Icon::Info;
    case Banner::Kind::Success: return Icon::Check;
    case Banner::Kind::Warning: return Icon::Warning;
    case Banner::Kind::Error: return Icon::Error;
    }
    return Icon::Info;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(makeBannerLabel(this, QStringLiteral("bannerTitle")))
    , m_details(makeBannerLabel(this, QStringLiteral("bannerDetails")))
    , m_hint(makeBannerLabel(this, QStringLiteral("bannerHint")))
    , m_actionRow(new QHBoxLayout)
    , m_copy(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("banner"));
    m_title->setFont(scaledFont(font(), 1, true));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_copy->setObjectName(QStringLiteral("bannerCopy"));
    m_copy->setToolTip(tr("Copy the whole message"));
    m_copy->setAccessibleName(tr("Copy the message"));
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the message"));

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(14, 9, 9, 9);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(3);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_title, 0, 1);
    m_actionRow->setSpacing(6);
    layout->addLayout(m_actionRow, 0, 2, Qt::AlignTop);
    layout->addWidget(m_copy, 0, 3, Qt::AlignTop);
    layout->addWidget(m_close, 0, 4, Qt::AlignTop);
    layout->addWidget(m_details, 1, 1, 1, 4);
    layout->addWidget(m_hint, 2, 1, 1, 4);
    layout->setColumnStretch(1, 1);

    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_plainText); });
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    setActions({ QString() });
    dress();
    hide();
}

void Banner::showMessage(Kind kind, const QString &title, const QString &details, const QString &hint)
{
    m_kind = kind;
    m_title->setText(title);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    QStringList lines{ title, details, hint };
    lines.removeAll(QString());
    m_plainText = lines.join(QLatin1Char('\n'));
    setAccessibleName(title);
    setAccessibleDescription(m_plainText);
    dress();
    show();
}

void Banner::showError(const base::Error &error)
{
    QString title = error.message;
    // A reader of files names the file itself.
    const QString file = error.position ? error.position->file : QString();
    const bool needsFile = !file.isEmpty() && !error.message.startsWith(file);
    if (needsFile && error.position->line > 0)
        title = tr("%1, line %2: %3").arg(file, QString::number(error.position->line), error.message);
    else if (needsFile)
        title = tr("%1: %2").arg(file, error.message);
    QStringList details;
    if (!error.detail.isEmpty())
        details.append(error.detail);
    if (!error.statement.isEmpty())
        details.append(tr("Statement: %1").arg(error.statement.simplified().left(400)));
    if (!error.sqlstate.isEmpty())
        details.append(tr("SQLSTATE %1").arg(error.sqlstate));
    showMessage(error.isCanceled() ? Kind::Info : Kind::Error, title, details.join(QLatin1Char('\n')),
                hintText(error));
    base::Error said = error;
    said.hint = hintText(error);
    m_plainText = said.toText();
}

void Banner::setAction(const QString &text)
{
    setActions({ text });
}

void Banner::setActions(const QStringList &texts)
{
    while (m_actions.size() < texts.size()) {
        const int number = int(m_actions.size());
        auto *button = new QToolButton(this);
        button->setObjectName(number == 0 ? QStringLiteral("bannerAction")
                                          : QStringLiteral("bannerAction%1").arg(number + 1));
        button->setProperty("look", QStringLiteral("action"));
        connect(button, &QToolButton::clicked, this, [this, number] {
            if (number == 0)
                emit actionTriggered();
            emit actionChosen(number);
        });
        m_actionRow->addWidget(button);
        m_actions.append(button);
    }
    for (int i = 0; i < m_actions.size(); ++i) {
        const QString text = texts.value(i);
        m_actions.at(i)->setText(text);
        m_actions.at(i)->setAccessibleName(text);
        m_actions.at(i)->setVisible(!text.isEmpty());
    }
}

QString Banner::title() const
{
    return m_title->text();
}

void Banner::dismiss()
{
    if (isHidden())
        return;
    hide();
    emit dismissed();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_close != nullptr)
        dress();
}

void Banner::dress()
{
    const Colors &colors = colorsFor(palette());
    m_icon->setPixmap(icon(signOf(m_kind), lineColor(m_kind, colors)).pixmap(18, 18));
    m_copy->setIcon(icon(Icon::Copy, colors.text));
    m_close->setIcon(icon(Icon::Close, colors.text));
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    // Painted, not styled: a style sheet's colours would become the palette of the children.
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(m_kind, colors));
    painter.setBrush(fillColor(m_kind, colors));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 5, 5);
}

} // namespace lockstep::widgets
