#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace lockstep::widgets {

class SciWidget;

/// Find in the editor, as one types; Enter and Shift+Enter go on, Esc closes.
class FindBar final : public QFrame
{
    Q_OBJECT
public:
    FindBar(SciWidget *editor, QWidget *parent);

public slots:
    void open();
    void close();
    void findNext();
    void findPrevious();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(bool forward, bool fromHere);
    void markAll();

    SciWidget *m_editor;
    QLineEdit *m_text;
    QLabel *m_count;
};

} // namespace lockstep::widgets
