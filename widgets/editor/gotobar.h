#pragma once

#include <QFrame>

class QLineEdit;

namespace lockstep::widgets {

class SciWidget;

/// Asks for a line and goes there; Enter goes, Esc closes.
class GoToBar final : public QFrame
{
    Q_OBJECT
public:
    GoToBar(SciWidget *editor, QWidget *parent);

public slots:
    void open();
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go();

    SciWidget *m_editor;
    QLineEdit *m_line;
};

} // namespace lockstep::widgets
