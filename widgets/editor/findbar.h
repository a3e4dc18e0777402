#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QRegularExpression;
class QToolButton;

namespace lockstep::widgets {

class SciWidget;

/// Find and replace in the editor, as one types; Enter and Shift+Enter go on, Esc closes.
class FindBar final : public QFrame
{
    Q_OBJECT
public:
    FindBar(SciWidget *editor, QWidget *parent);

public slots:
    void open();
    void openReplace();
    void close();
    void findNext();
    void findPrevious();
    void replaceOne();
    void replaceAll();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QToolButton *addOption(const char *name, const QString &text, const QString &toolTip);
    void show(bool withReplace);
    bool find(bool forward, bool fromHere);
    void markAll();
    void clearMarks();
    void again();
    /// What is looked for; invalid while an expression is half typed, empty where nothing is.
    [[nodiscard]] QRegularExpression pattern() const;
    [[nodiscard]] QString replacement(const QString &found) const;

    SciWidget *m_editor;
    QLineEdit *m_text;
    QLineEdit *m_with;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_expression;
    QPushButton *m_one;
    QPushButton *m_all;
    QLabel *m_count;
};

} // namespace lockstep::widgets
