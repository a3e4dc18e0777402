#include "stalelist.h"

#include <widgets/common/theme.h>

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

QString decisionText(const plan::StaleDecision &decision)
{
    const QString &list = decision.list;
    if (list == QLatin1String("renames"))
        return StaleList::tr("Rename of %1").arg(decision.name);
    if (list == QLatin1String("drop"))
        return StaleList::tr("Drop of %1").arg(decision.name);
    if (list == QLatin1String("exclude"))
        return StaleList::tr("Left out: %1").arg(decision.name);
    if (list == QLatin1String("keep"))
        return StaleList::tr("Kept: %1").arg(decision.name);
    if (list == QLatin1String("park"))
        return StaleList::tr("Parked: %1").arg(decision.name);
    return StaleList::tr("Decision about %1").arg(decision.name);
}

} // namespace

StaleList::StaleList(QWidget *parent)
    : QWidget(parent)
{
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
    hide();
}

void StaleList::setDecisions(const QVector<plan::StaleDecision> &decisions)
{
    m_isEmpty = decisions.isEmpty();
    if (m_body) {
        m_body->hide();
        m_body->deleteLater(); // The button that was pressed is in it.
    }
    m_body = new QWidget;
    layout()->addWidget(m_body);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("Not there any more"));
    title->setFont(scaledFont(font(), 1.0, true));
    column->addWidget(title);
    for (const plan::StaleDecision &decision : decisions) {
        auto *text = new QLabel(decisionText(decision));
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setToolTip(decision.why);
        column->addWidget(text);
    }
    auto *remove = new QToolButton;
    remove->setObjectName(QStringLiteral("removeStale"));
    remove->setText(tr("Forget these decisions"));
    connect(remove, &QToolButton::clicked, this, [this, decisions] { emit removed(decisions); });
    column->addWidget(remove);
    setVisible(!m_isEmpty);
}

} // namespace lockstep::widgets
