#include "findbar.h"

#include "sciwidget.h"

#include <widgets/common/icons.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace lockstep::widgets {

FindBar::FindBar(SciWidget *editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_text(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("findBar"));
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setPlaceholderText(tr("Find"));
    m_text->setAccessibleName(tr("Find in the SQL"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("findCount"));
    auto *closeButton = new QToolButton(this);
    closeButton->setObjectName(QStringLiteral("findClose"));
    closeButton->setIcon(icon(Icon::Close, palette()));
    closeButton->setAccessibleName(tr("Close the find bar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_count);
    layout->addWidget(closeButton);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        markAll();
        find(true, true);
    });
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    show();
    if (m_editor->hasSelectedText() && !m_editor->selectedText().contains(QLatin1Char('\n')))
        m_text->setText(m_editor->selectedText());
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
    markAll();
}

void FindBar::close()
{
    hide();
    const int last = m_editor->lines() - 1;
    m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), SciWidget::FoundMark);
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::findNext()
{
    find(true, false);
}

void FindBar::findPrevious()
{
    find(false, false);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            find(!(key->modifiers() & Qt::ShiftModifier), false);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FindBar::find(bool forward, bool fromHere)
{
    if (m_text->text().isEmpty())
        return;
    int line = 0;
    int index = 0;
    int endLine = 0;
    int endIndex = 0;
    m_editor->getSelection(&line, &index, &endLine, &endIndex);
    if (line < 0)
        m_editor->getCursorPosition(&line, &index);
    else if (!fromHere && forward) {
        line = endLine;
        index = endIndex;
    }
    m_editor->findFirst(m_text->text(), false, false, false, true, forward, line, index);
}

void FindBar::markAll()
{
    const int last = m_editor->lines() - 1;
    m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), SciWidget::FoundMark);
    const QString wanted = m_text->text();
    int count = 0;
    for (int line = 0; !wanted.isEmpty() && line <= last; ++line) {
        const QString content = m_editor->text(line);
        for (qsizetype at = content.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
             at = content.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive)) {
            m_editor->fillIndicatorRange(line, int(at), line, int(at + wanted.size()), SciWidget::FoundMark);
            ++count;
        }
    }
    m_count->setText(wanted.isEmpty() ? QString() : tr("%n match(es)", nullptr, count));
}

} // namespace lockstep::widgets
