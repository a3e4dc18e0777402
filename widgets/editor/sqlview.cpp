#include "sqlview.h"

#include "sciwidget.h"

#include <QVBoxLayout>

namespace lockstep::widgets {

SqlView::SqlView(QWidget *parent)
    : QWidget(parent)
    , m_view(new SciWidget(this))
{
    setObjectName(QStringLiteral("sqlView"));
    m_view->setObjectName(QStringLiteral("sqlViewText"));
    m_view->setAccessibleName(tr("SQL"));
    m_view->setReadOnly(true);
    m_view->setCaretLineVisible(false);
    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
}

QString SqlView::sqlText() const
{
    return m_view->text();
}

void SqlView::setSqlText(const QString &sql)
{
    if (sql != m_view->text())
        m_view->setWholeText(sql);
}

} // namespace lockstep::widgets
