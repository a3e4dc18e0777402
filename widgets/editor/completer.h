#pragma once

#include <model/items/completions.h>

#include <QObject>

namespace lockstep::widgets {

class SciWidget;

/// The list of words below the caret of one editor: on request, and while one types if that is wanted.
/// Private to this folder.
class Completer final : public QObject
{
    Q_OBJECT
public:
    explicit Completer(SciWidget *editor);

    void setScope(const items::CompletionScope &scope) { m_scope = scope; }
    void setWhileTyping(bool isWanted) { m_isWhileTyping = isWanted; }
    [[nodiscard]] bool isWhileTyping() const { return m_isWhileTyping; }

public slots:
    void offer();

private:
    [[nodiscard]] bool isCaretOnAScreen() const;
    void follow(int character);
    void take(int list, const QString &shown);

    SciWidget *m_editor;
    items::CompletionScope m_scope;
    items::Completions m_offered;
    bool m_isWhileTyping = true;
};

} // namespace lockstep::widgets
