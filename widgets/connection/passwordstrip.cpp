#include "passwordstrip.h"

#include <widgets/common/theme.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace lockstep::widgets {

PasswordStrip::PasswordStrip(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel)
    , m_password(new QLineEdit)
    , m_keep(new QCheckBox(tr("Keep in the keychain")))
    , m_note(new QLabel(tr("No keychain answers here: kept in memory until the window closes.")))
    , m_connect(new QPushButton(tr("Connect")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("passwordStrip"));
    setAccessibleName(tr("Password"));
    m_question->setObjectName(QStringLiteral("passwordQuestion"));
    m_question->setFont(scaledFont(font(), 1.0, true));
    m_password->setObjectName(QStringLiteral("passwordField"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMinimumWidth(220);
    m_keep->setObjectName(QStringLiteral("passwordKeep"));
    m_note->setObjectName(QStringLiteral("passwordNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_connect->setObjectName(QStringLiteral("passwordConnect"));
    m_connect->setProperty("look", QStringLiteral("primary"));
    m_cancel->setObjectName(QStringLiteral("passwordCancel"));
    m_cancel->setProperty("look", QStringLiteral("quiet"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 8);
    row->setSpacing(10);
    row->addWidget(m_question);
    row->addWidget(m_password);
    row->addWidget(m_keep);
    row->addWidget(m_note, 1);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_connect);
    m_connect->setEnabled(false);
    connect(m_password, &QLineEdit::textChanged, m_connect,
            [this](const QString &text) { m_connect->setEnabled(!text.isEmpty()); });
    connect(m_password, &QLineEdit::returnPressed, m_connect, &QPushButton::click);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        const QString password = m_password->text();
        const bool toKeychain = m_keep->isChecked() && m_keep->isEnabled();
        dismiss();
        emit given(password, toKeychain);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        dismiss();
        emit canceled();
    });
    setKeychain(false);
    hide();
}

void PasswordStrip::ask(const QString &place, bool wasWrong)
{
    m_question->setText(wasWrong ? tr("That password was not right. Password of %1:").arg(place)
                                 : tr("Password of %1:").arg(place));
    m_password->setAccessibleName(m_question->text());
    m_password->clear();
    show();
    m_password->setFocus(Qt::OtherFocusReason);
}

void PasswordStrip::setKeychain(bool isThere)
{
    m_keep->setVisible(isThere);
    m_keep->setEnabled(isThere);
    m_note->setVisible(!isThere);
}

void PasswordStrip::dismiss()
{
    m_password->clear();
    hide();
}

void PasswordStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_cancel->click();
    else
        QFrame::keyPressEvent(event);
}

// Painted as banners are: a sheet would freeze the palette that the theme changes.
void PasswordStrip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.accentSoft);
    painter.fillRect(QRect(0, 0, 4, height()), colors.accent);
}

} // namespace lockstep::widgets
