#include "completer.h"

#include "sciwidget.h"

#include <QGuiApplication>

namespace lockstep::widgets {

namespace {

constexpr int listId = 1;
/// So many letters begin a word that is worth a list.
constexpr qsizetype enoughLetters = 3;

} // namespace

Completer::Completer(SciWidget *editor)
    : QObject(editor)
    , m_editor(editor)
{
    using Sci = QsciScintillaBase;
    editor->SendScintilla(Sci::SCI_AUTOCSETSEPARATOR, long('\n'));
    editor->SendScintilla(Sci::SCI_AUTOCSETIGNORECASE, 1L);
    editor->SendScintilla(Sci::SCI_AUTOCSETAUTOHIDE, 0L);
    editor->SendScintilla(Sci::SCI_AUTOCSETORDER, long(Sci::SC_ORDER_CUSTOM));
    editor->SendScintilla(Sci::SCI_AUTOCSETMAXHEIGHT, 12L);
    connect(editor, &Sci::SCN_CHARADDED, this, &Completer::follow);
    connect(editor, &QsciScintilla::userListActivated, this, &Completer::take);
}

void Completer::offer()
{
    if (m_editor->isReadOnly())
        return;
    const QByteArray bytes = m_editor->text().toUtf8();
    const long caret = m_editor->SendScintilla(QsciScintillaBase::SCI_GETCURRENTPOS);
    const qsizetype offset = QString::fromUtf8(bytes.constData(), caret).size();
    m_offered = items::completionsAt(m_editor->text(), offset, m_scope);
    if (m_offered.words.isEmpty()) {
        m_editor->cancelList();
        return;
    }
    if (!isCaretOnAScreen()) {
        m_editor->cancelList();
        return;
    }
    QStringList shown;
    for (const items::Completion &one : m_offered.words)
        shown.append(one.shown);
    m_editor->SendScintilla(QsciScintillaBase::SCI_USERLISTSHOW, uintptr_t(listId),
                            shown.join(QLatin1Char('\n')).toUtf8().constData());
}

/// Scintilla takes it for granted, and ends the program where the window hangs over the edge of the desk.
bool Completer::isCaretOnAScreen() const
{
    using Sci = QsciScintillaBase;
    const long caret = m_editor->SendScintilla(Sci::SCI_GETCURRENTPOS);
    const QPoint place(int(m_editor->SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, caret)),
                       int(m_editor->SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0UL, caret)));
    return QGuiApplication::screenAt(m_editor->viewport()->mapToGlobal(place)) != nullptr;
}

void Completer::follow(int character)
{
    const QChar typed(char16_t(character < 0x10000 ? character : 0));
    const bool isOfWord = typed.isLetterOrNumber() || typed == QLatin1Char('_');
    if (!m_isWhileTyping || (!isOfWord && typed != QLatin1Char('.'))) {
        m_editor->cancelList();
        return;
    }
    int line = 0;
    int index = 0;
    m_editor->getCursorPosition(&line, &index);
    const QString before = m_editor->text(line).left(index);
    qsizetype begin = before.size();
    while (begin > 0 && (before.at(begin - 1).isLetterOrNumber() || before.at(begin - 1) == QLatin1Char('_')))
        --begin;
    const bool isQualified = begin > 0 && before.at(begin - 1) == QLatin1Char('.');
    if (isQualified || before.size() - begin >= enoughLetters)
        offer();
    else
        m_editor->cancelList();
}

void Completer::take(int list, const QString &shown)
{
    if (list != listId)
        return;
    for (const items::Completion &one : m_offered.words) {
        if (one.shown != shown)
            continue;
        const long caret = m_editor->SendScintilla(QsciScintillaBase::SCI_GETCURRENTPOS);
        const long begin = caret - long(m_offered.prefix.toUtf8().size());
        m_editor->beginUndoAction();
        m_editor->replaceRange(begin, caret, one.written);
        m_editor->endUndoAction();
        m_editor->SendScintilla(QsciScintillaBase::SCI_GOTOPOS,
                                uintptr_t(begin + long(one.written.toUtf8().size())));
        return;
    }
}

} // namespace lockstep::widgets
