#include "findbar.h"

#include "sciwidget.h"

#include <widgets/common/icons.h>

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

namespace lockstep::widgets {

FindBar::FindBar(SciWidget *editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_text(new QLineEdit(this))
    , m_with(new QLineEdit(this))
    , m_case(addOption("findCase", tr("Aa"), tr("Tell capitals from small letters")))
    , m_word(addOption("findWord", tr("W"), tr("Whole words only")))
    , m_expression(addOption("findExpression", tr(".*"), tr("Regular expression")))
    , m_one(new QPushButton(tr("&Replace"), this))
    , m_all(new QPushButton(tr("Replace &all"), this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("findBar"));
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setPlaceholderText(tr("Find"));
    m_text->setAccessibleName(tr("Find in the SQL"));
    m_with->setObjectName(QStringLiteral("replaceText"));
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(tr("Replace with"));
    m_one->setObjectName(QStringLiteral("replaceOne"));
    m_all->setObjectName(QStringLiteral("replaceAll"));
    m_count->setObjectName(QStringLiteral("findCount"));
    auto *closeButton = new QToolButton(this);
    closeButton->setObjectName(QStringLiteral("findClose"));
    closeButton->setIcon(icon(Icon::Close, palette()));
    closeButton->setAccessibleName(tr("Close the find bar"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->setVerticalSpacing(3);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_text, 0, 0);
    int column = 1;
    for (QWidget *part : { static_cast<QWidget *>(m_case), static_cast<QWidget *>(m_word),
                           static_cast<QWidget *>(m_expression), static_cast<QWidget *>(m_count),
                           static_cast<QWidget *>(closeButton) })
        layout->addWidget(part, 0, column++);
    layout->addWidget(m_with, 1, 0);
    layout->addWidget(m_one, 1, 1, 1, 3);
    layout->addWidget(m_all, 1, 4, 1, 2);
    for (QLineEdit *field : { m_text, m_with }) {
        field->setClearButtonEnabled(true);
        field->installEventFilter(this);
    }
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::again);
    connect(m_one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_all, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

QToolButton *FindBar::addOption(const char *name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setCheckable(true);
    connect(button, &QToolButton::toggled, this, &FindBar::again);
    return button;
}

void FindBar::open()
{
    show(false);
}

void FindBar::openReplace()
{
    show(!m_editor->isReadOnly());
}

void FindBar::show(bool withReplace)
{
    for (QWidget *part :
         { static_cast<QWidget *>(m_with), static_cast<QWidget *>(m_one), static_cast<QWidget *>(m_all) })
        part->setVisible(withReplace);
    QFrame::show();
    if (m_editor->hasSelectedText() && !m_editor->selectedText().contains(QLatin1Char('\n')))
        m_text->setText(m_editor->selectedText());
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
    markAll();
}

void FindBar::close()
{
    hide();
    clearMarks();
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
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (watched == m_with)
                replaceOne();
            else
                find(!(key->modifiers() & Qt::ShiftModifier), false);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

QRegularExpression FindBar::pattern() const
{
    QString text = m_expression->isChecked() ? m_text->text() : QRegularExpression::escape(m_text->text());
    if (m_word->isChecked() && !text.isEmpty())
        text = QStringLiteral("\\b(?:%1)\\b").arg(text);
    QRegularExpression expression(text);
    expression.setPatternOptions(QRegularExpression::MultilineOption
                                 | (m_case->isChecked() ? QRegularExpression::NoPatternOption
                                                        : QRegularExpression::CaseInsensitiveOption));
    return expression;
}

QString FindBar::replacement(const QString &found) const
{
    if (!m_expression->isChecked())
        return m_with->text();
    QString text = found;
    return text.replace(pattern(), m_with->text());
}

bool FindBar::find(bool forward, bool fromHere)
{
    const QRegularExpression wanted = pattern();
    if (m_text->text().isEmpty() || !wanted.isValid())
        return false;
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
    // Scintilla's own expressions are not the ones that mark and replace: matches of one line each, found
    // here.
    const int lines = m_editor->lines();
    for (int step = 0; step <= lines; ++step) {
        const int at = (line + (forward ? step : lines - step % lines)) % lines;
        const QString content = m_editor->text(at);
        QRegularExpressionMatch best;
        auto matches = wanted.globalMatch(content);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const bool isBeyond =
                step > 0 || (forward ? match.capturedStart() >= index : match.capturedEnd() <= index);
            if (match.capturedLength() > 0 && isBeyond && (!forward || !best.hasMatch()))
                best = match;
        }
        if (best.hasMatch()) {
            m_editor->setSelection(at, int(best.capturedStart()), at, int(best.capturedEnd()));
            m_editor->ensureLineVisible(at);
            return true;
        }
    }
    return false;
}

void FindBar::replaceOne()
{
    if (m_editor->isReadOnly())
        return;
    const QRegularExpressionMatch whole = pattern().match(m_editor->selectedText());
    if (whole.hasMatch() && whole.capturedLength() == m_editor->selectedText().size())
        m_editor->replaceSelectedText(replacement(m_editor->selectedText()));
    find(true, false);
    markAll();
}

void FindBar::replaceAll()
{
    const QRegularExpression wanted = pattern();
    if (m_editor->isReadOnly() || m_text->text().isEmpty() || !wanted.isValid())
        return;
    QString text = m_editor->text();
    const QString before = text;
    text.replace(wanted, m_with->text()); // Plain text has no groups that a \1 could mean.
    if (text == before)
        return;
    m_editor->beginUndoAction();
    m_editor->replaceRange(0, m_editor->SendScintilla(QsciScintillaBase::SCI_GETLENGTH), text);
    m_editor->endUndoAction();
    markAll();
}

void FindBar::clearMarks()
{
    const int last = m_editor->lines() - 1;
    m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), SciWidget::FoundMark);
}

void FindBar::again()
{
    markAll();
    find(true, true);
}

void FindBar::markAll()
{
    clearMarks();
    const QRegularExpression wanted = pattern();
    if (!wanted.isValid()) {
        m_count->setText(tr("not an expression yet"));
        return;
    }
    int count = 0;
    for (int line = 0; !m_text->text().isEmpty() && line < m_editor->lines(); ++line) {
        auto matches = wanted.globalMatch(m_editor->text(line));
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (match.capturedLength() == 0)
                continue;
            m_editor->fillIndicatorRange(line, int(match.capturedStart()), line, int(match.capturedEnd()),
                                         SciWidget::FoundMark);
            ++count;
        }
    }
    m_count->setText(m_text->text().isEmpty() ? QString() : tr("%n match(es)", nullptr, count));
}

} // namespace lockstep::widgets
