#include "conflictbar.h"

#include <widgets/common/theme.h>

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

constexpr int textHeight = 96;

QPlainTextEdit *makeSide(QHBoxLayout *layout, const QString &title, const char *name)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    auto *label = new QLabel(title);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *text = new QPlainTextEdit;
    text->setObjectName(QLatin1String(name));
    text->setAccessibleName(title);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setFixedHeight(textHeight);
    label->setBuddy(text);
    column->addWidget(label);
    column->addWidget(text);
    layout->addLayout(column, 1);
    return text;
}

} // namespace

ConflictBar::ConflictBar(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_reason(new QLabel)
    , m_texts(new QWidget)
    , m_keep(new QPushButton(tr("Keep &mine")))
    , m_drop(new QPushButton(tr("Take what is &generated")))
{
    setObjectName(QStringLiteral("conflictBar"));
    setAccessibleName(tr("Edits that no longer fit"));
    m_title->setObjectName(QStringLiteral("conflictTitle"));
    m_title->setFont(scaledFont(m_title->font(), 1, true));
    m_reason->setObjectName(QStringLiteral("conflictReason"));
    m_reason->setWordWrap(true);
    m_keep->setObjectName(QStringLiteral("conflictKeep"));
    m_drop->setObjectName(QStringLiteral("conflictDrop"));
    auto *sides = new QHBoxLayout(m_texts);
    sides->setContentsMargins(0, 0, 0, 0);
    m_base = makeSide(sides, tr("Generated when you edited it"), "conflictBase");
    m_yours = makeSide(sides, tr("Yours"), "conflictYours");
    m_now = makeSide(sides, tr("Generated now"), "conflictNow");
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_reason, 1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_drop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 8);
    layout->addWidget(m_title);
    layout->addLayout(buttons);
    layout->addWidget(m_texts);
    connect(m_keep, &QPushButton::clicked, this, [this] { emit resolved(0, true); });
    connect(m_drop, &QPushButton::clicked, this, [this] { emit resolved(0, false); });
    hide();
}

void ConflictBar::setConflicts(const QVector<project::EditConflict> &conflicts)
{
    m_conflicts = conflicts;
    refresh();
}

void ConflictBar::refresh()
{
    setVisible(!m_conflicts.isEmpty());
    if (m_conflicts.isEmpty())
        return;
    const project::EditConflict &first = m_conflicts.first();
    const int more = int(m_conflicts.size()) - 1;
    const QString title = tr("Your change of \u201c%1\u201d needs a decision.").arg(first.title);
    m_title->setText(
        more == 0 ? title
                  : tr("%1 %2", "title, how many more").arg(title, tr("%n more follow(s).", nullptr, more)));
    m_reason->setText(first.reason);
    m_base->setPlainText(first.base);
    m_yours->setPlainText(first.yours);
    m_now->setPlainText(first.now);
    m_texts->setVisible(!first.base.isEmpty() || !first.yours.isEmpty() || !first.now.isEmpty());
    m_keep->setEnabled(first.mine.has_value());
    const bool isGone = first.step.isEmpty();
    m_keep->setText(isGone && first.mine ? tr("Keep &mine at the end") : tr("Keep &mine"));
    m_drop->setText(isGone ? tr("&Forget it") : tr("Take what is &generated"));
}

} // namespace lockstep::widgets
