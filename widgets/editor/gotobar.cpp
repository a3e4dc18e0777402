#include "gotobar.h"

#include "sciwidget.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace lockstep::widgets {

GoToBar::GoToBar(SciWidget *editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_line(new QLineEdit)
{
    setObjectName(QStringLiteral("goToBar"));
    m_line->setObjectName(QStringLiteral("goToLine"));
    m_line->setAccessibleName(tr("Line to go to"));
    m_line->setValidator(new QIntValidator(1, 99'999'999, m_line));
    m_line->setMaximumWidth(120);
    auto *label = new QLabel(tr("&Go to line"));
    label->setBuddy(m_line);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->addWidget(label);
    layout->addWidget(m_line);
    layout->addStretch(1);
    connect(m_line, &QLineEdit::returnPressed, this, &GoToBar::go);
    hide();
}

void GoToBar::open()
{
    m_line->setPlaceholderText(tr("1 to %1").arg(m_editor->lines()));
    m_line->clear();
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void GoToBar::close()
{
    hide();
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void GoToBar::go()
{
    const int line = qBound(1, m_line->text().toInt(), m_editor->lines());
    m_editor->setCursorPosition(line - 1, 0);
    m_editor->ensureLineVisible(line - 1);
    close();
}

} // namespace lockstep::widgets
