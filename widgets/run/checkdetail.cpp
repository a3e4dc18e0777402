#include "checkdetail.h"

#include <widgets/common/hinttext.h>
#include <widgets/common/rowdelegate.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

QLabel *detailLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CheckDetail::CheckDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(detailLabel("checkTitle"))
    , m_verdict(detailLabel("checkVerdict"))
    , m_consequence(detailLabel("checkConsequence"))
    , m_advice(detailLabel("checkAdvice"))
    , m_ignore(new QCheckBox(tr("Run although this item says stop")))
    , m_queryBar(new QWidget)
    , m_copy(new QPushButton(tr("Copy the query")))
    , m_query(new QPlainTextEdit)
    , m_rowCount(new QLabel)
    , m_rows(new QTreeView)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(scaledFont(font(), 1.2, true));
    m_verdict->setForegroundRole(QPalette::PlaceholderText);
    m_ignore->setObjectName(QStringLiteral("checkIgnore"));
    m_copy->setObjectName(QStringLiteral("checkCopy"));
    m_query->setObjectName(QStringLiteral("checkQuery"));
    m_query->setAccessibleName(tr("The query of this item"));
    m_query->setReadOnly(true);
    m_query->setFont(monospaceFont());
    m_query->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_rows->setObjectName(QStringLiteral("checkRows"));
    m_rows->setAccessibleName(tr("The rows that the query gave"));
    m_rows->setModel(&m_rowsModel);
    m_rows->setItemDelegate(new RowDelegate(m_rows));
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setAlternatingRowColors(true);
    auto *bar = new QHBoxLayout(m_queryBar);
    bar->setContentsMargins(0, 8, 0, 0);
    bar->addWidget(m_rowCount, 1);
    bar->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{ m_title, m_verdict, m_consequence, m_advice,
                                                             m_ignore, m_queryBar })
        column->addWidget(widget);
    column->addWidget(m_rows, 3);
    column->addWidget(m_query, 2);
    column->addStretch(0);
    connect(m_copy, &QPushButton::clicked, this, &CheckDetail::copyQuery);
    connect(m_ignore, &QCheckBox::toggled, this, [this](bool isOn) {
        if (!m_id.isEmpty())
            emit ignoreToggled(m_id, isOn);
    });
    setItem(nullptr, false);
}

void CheckDetail::copyQuery()
{
    QApplication::clipboard()->setText(m_query->toPlainText());
}

void CheckDetail::setItem(const analysis::CheckItem *item, bool isIgnored)
{
    m_id.clear(); // What is set here nobody has toggled.
    m_ignore->setChecked(isIgnored);
    m_ignore->setVisible(item && item->verdict == analysis::CheckVerdict::Stop);
    m_title->setText(item ? item->title : tr("Select a question to see its answer, the query and its rows."));
    m_verdict->setText(item ? words(item->verdict) : QString());
    m_verdict->setVisible(item);
    m_consequence->setText(item ? item->consequence : QString());
    m_consequence->setVisible(item);
    const QString advice = item ? adviceText(*item) : QString();
    m_advice->setText(advice.isEmpty() ? QString() : tr("What to do: %1").arg(advice));
    m_advice->setVisible(!advice.isEmpty());
    const bool hasQuery = item && !item->query.isEmpty();
    m_query->setPlainText(hasQuery ? item->query : QString());
    m_query->setVisible(hasQuery);
    m_copy->setVisible(hasQuery);
    m_queryBar->setVisible(item && (hasQuery || !item->rows.isEmpty()));
    m_rowsModel.setItem(item);
    m_rows->setVisible(item && !item->rows.isEmpty());
    m_rowCount->setText(item ? tr("%n row(s)", nullptr, int(item->rows.size())) : QString());
    for (int i = 0; i < m_rowsModel.columnCount(); ++i)
        m_rows->resizeColumnToContents(i);
    m_id = item ? item->id : QString();
}

} // namespace lockstep::widgets
