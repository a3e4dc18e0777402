#include "renameslist.h"

#include <widgets/common/format.h>
#include <widgets/common/theme.h>

#include <model/items/words.h>
#include <model/plan/selecting.h>

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

namespace {

/// More than anybody decides one by one; the best come first.
constexpr int mostRows = 60;

bool isSameRename(const plan::RenameIntent &a, const plan::RenameIntent &b)
{
    return a.kind == b.kind && a.from == b.from && a.to == b.to;
}

bool clashes(const plan::RenameIntent &a, const plan::RenameIntent &b)
{
    return a.kind == b.kind && (a.from == b.from || a.to == b.to);
}

} // namespace

RenamesList::RenamesList(QWidget *parent)
    : QWidget(parent)
    , m_body(nullptr)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    auto *title = new QLabel(tr("Renamed, or dropped and new?"));
    title->setFont(scaledFont(font(), 1.0, true));
    auto *note = new QLabel(tr("Until you decide, the old one is kept and the new one is made beside it."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(title);
    m_column->addWidget(note);
}

RenamesList::Decision RenamesList::decisionOf(const plan::RenameIntent &rename) const
{
    for (const plan::RenameIntent &one : m_intents.renames) {
        if (isSameRename(one, rename))
            return Decision::Renamed;
    }
    const QString name = schema::kindName(rename.kind) + QLatin1Char(' ') + rename.from;
    const bool isDropped = m_intents.drop && m_intents.drop->contains(name);
    return isDropped ? Decision::DropAndCreate : Decision::Undecided;
}

void RenamesList::setCandidates(const diff::ChangeSetPtr &changes, const plan::Intents &intents)
{
    m_changes = changes;
    m_intents = intents;
    m_open = 0;
    m_rows = 0;
    // A combo box may be the one that brought us here.
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
    }
    m_body = new QWidget;
    m_body->setObjectName(QStringLiteral("renames"));
    (new QVBoxLayout(m_body))->setContentsMargins(0, 0, 0, 0);
    m_column->insertWidget(2, m_body);
    QVector<Candidate> all;
    for (const plan::RenameIntent &rename : m_intents.renames)
        all.append(
            { rename,
              tr("%1 %2 \u2192 %3")
                  .arg(items::words(rename.kind), rename.from, rename.to.section(QLatin1Char('.'), -1)),
              {},
              true,
              Decision::Renamed });
    const auto candidates = changes ? changes->renameCandidates : std::vector<diff::RenameCandidate>();
    for (const diff::RenameCandidate &one : candidates) {
        const plan::RenameIntent rename{ one.from.kind, schema::dottedName(one.from),
                                         schema::dottedName(one.to) };
        all.append(
            { rename,
              tr("%1 %2 \u2192 %3")
                  .arg(items::words(rename.kind), rename.from, rename.to.section(QLatin1Char('.'), -1)),
              tr("%1 alike: %2").arg(percentText(one.likeness), one.reason), one.isBest,
              decisionOf(rename) });
    }
    for (const Candidate &candidate : std::as_const(all)) {
        m_open += candidate.isBest && candidate.decision == Decision::Undecided;
        if (m_rows < mostRows)
            addRow(candidate);
        ++m_rows;
    }
}

void RenamesList::addRow(const Candidate &candidate)
{
    auto *what = new QLabel(candidate.what);
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    auto *choice = new QComboBox;
    choice->setObjectName(QStringLiteral("rename_") + candidate.rename.from + QLatin1Char('_')
                          + candidate.rename.to);
    choice->setAccessibleName(candidate.what);
    choice->addItems({ tr("Undecided"), tr("Renamed"), tr("Dropped and new") });
    choice->setCurrentIndex(int(candidate.decision));
    connect(choice, &QComboBox::activated, this,
            [this, rename = candidate.rename](int index) { decide(rename, Decision(index)); });
    auto *column = static_cast<QVBoxLayout *>(m_body->layout());
    column->addWidget(what);
    if (!candidate.reason.isEmpty()) {
        auto *reason = new QLabel(candidate.reason);
        reason->setWordWrap(true);
        reason->setTextFormat(Qt::PlainText);
        reason->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(reason);
    }
    column->addWidget(choice);
    column->addSpacing(6);
}

void RenamesList::decide(const plan::RenameIntent &rename, Decision decision)
{
    plan::Intents intents = m_intents;
    auto &renames = intents.renames;
    renames.erase(std::remove_if(renames.begin(), renames.end(),
                                 [&](const plan::RenameIntent &one) {
                                     return decision == Decision::Renamed ? clashes(one, rename)
                                                                          : isSameRename(one, rename);
                                 }),
                  renames.end());
    const QString name = schema::kindName(rename.kind) + QLatin1Char(' ') + rename.from;
    if (intents.drop)
        intents.drop->removeAll(name);
    if (decision == Decision::Renamed) {
        renames.append(rename);
        intents.exclude.removeAll(schema::kindName(rename.kind) + QLatin1Char(' ') + rename.to);
    }
    const int number = m_changes && m_changes->offer ? m_changes->offer->numbers.value(name, -1) : -1;
    if (decision == Decision::DropAndCreate && number >= 0)
        intents = plan::withSelected(intents, *m_changes->offer, { number });
    else if (decision == Decision::DropAndCreate && intents.drop)
        intents.drop->append(name); // Listed as renamed until now; what it takes is ticked with it later.
    emit decided(intents);
}

} // namespace lockstep::widgets
