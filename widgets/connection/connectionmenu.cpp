#include "connectionmenu.h"

#include <widgets/common/badge.h>
#include <widgets/common/icons.h>

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>

namespace lockstep::widgets {

namespace {

class Offer final : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionMenu)
public:
    Offer(QLineEdit *field, const items::ConnectionsModel *connections, ConnectionUse use)
        : QObject(field)
        , m_field(field)
        , m_connections(connections)
        , m_use(use)
        , m_action(field->addAction(icon(Icon::Open, field->palette()), QLineEdit::TrailingPosition))
    {
        m_action->setObjectName(QStringLiteral("offerConnections"));
        m_action->setText(tr("Your connections"));
        m_action->setToolTip(tr("Your connections (Alt+Down)"));
        m_action->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
        m_action->setShortcutContext(Qt::WidgetShortcut);
        connect(m_action, &QAction::triggered, this, &Offer::open);
        field->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            m_action->setIcon(icon(Icon::Open, m_field->palette()));
        return QObject::eventFilter(watched, event);
    }

private:
    void open()
    {
        auto *menu = new QMenu(m_field);
        menu->setObjectName(QStringLiteral("connectionsMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        for (int row = 0; row < m_connections->rowCount(); ++row)
            add(menu, *m_connections->at(row));
        if (menu->isEmpty())
            menu->addAction(tr("None are kept yet: the Home page keeps them."))->setEnabled(false);
        menu->popup(m_field->mapToGlobal(m_field->rect().bottomLeft()));
    }

    void add(QMenu *menu, const project::KeptConnection &connection)
    {
        QString text = connection.name + QStringLiteral("  \u2013  ") + project::placeText(connection);
        const QString environment = environmentBadgeText(connection.environment);
        if (!environment.isEmpty())
            text += QStringLiteral("  \u00b7  ") + environment;
        const bool isRefused = m_use == ConnectionUse::Write && connection.isReadOnly;
        if (isRefused)
            text += QStringLiteral("  \u00b7  ") + tr("read-only: nothing can be run there");
        QAction *action = menu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setEnabled(!isRefused);
        const QString chosen = project::connectionText(connection);
        connect(action, &QAction::triggered, m_field, [field = m_field, chosen] {
            field->setText(chosen);
            field->setFocus(Qt::OtherFocusReason);
            emit field->textEdited(chosen);
        });
    }

    QLineEdit *m_field;
    const items::ConnectionsModel *m_connections;
    ConnectionUse m_use;
    QAction *m_action;
};

} // namespace

void offerConnections(QLineEdit *field, const items::ConnectionsModel *connections, ConnectionUse use)
{
    new Offer(field, connections, use);
}

} // namespace lockstep::widgets
