#include "planmodel.h"

#include "format.h"
#include "roles.h"
#include "words.h"

#include <model/plan/ownname.h>

#include <QSet>

#include <functional>

namespace lockstep::items {

namespace {

QVariant sortValue(const plan::Step &step, int row, PlanModel::Column column, const QVariant &display)
{
    switch (column) {
    case PlanModel::Number: return row;
    case PlanModel::Phase: return int(step.phase);
    case PlanModel::Blocks: return int(step.assessment.blocks);
    case PlanModel::Effect: return int(step.assessment.effect);
    case PlanModel::Estimate: return step.assessment.estimate.likelyMs;
    case PlanModel::Range: return step.assessment.estimate.highMs;
    case PlanModel::Findings: return worstSeverity(step.assessment);
    case PlanModel::Title:
    case PlanModel::Table:
    case PlanModel::StrongestLock:
    case PlanModel::ColumnCount: break;
    }
    return display;
}

QString planToolTip(const plan::Step &step)
{
    if (step.kind == plan::StepKind::Gate)
        return step.gateText.isEmpty() ? step.title : step.gateText;
    QStringList lines{ step.title };
    for (const plan::RelationLock &lock : step.assessment.locks)
        lines.append(QStringLiteral("%1: %2").arg(lock.relation, plan::name(lock.mode)));
    lines.append(blocksSentence(step.assessment.blocks));
    lines.append(QStringLiteral("%1 (%2)").arg(durationText(double(step.assessment.estimate.likelyMs)),
                                               rangeText(step.assessment.estimate)));
    if (!step.assessment.estimate.basis.isEmpty())
        lines.append(step.assessment.estimate.basis);
    return lines.join(QLatin1Char('\n'));
}

bool isCopy(const QString &relation)
{
    return plan::isOwnName(relation.section(QLatin1Char('.'), -1));
}

/// The plan's names for copies of tables, by what they are copies of.
QHash<QString, QString> copyNames(const plan::PlanPtr &plan)
{
    QSet<QString> tables;
    bool hasCopies = false;
    for (const plan::Step &step : plan ? plan->steps : QVector<plan::Step>()) {
        for (const QString &relation : step.relations) {
            hasCopies = hasCopies || isCopy(relation);
            tables.insert(relation);
        }
    }
    QHash<QString, QString> names;
    if (!hasCopies)
        return names;
    for (const QString &table : std::as_const(tables)) {
        const QString schema = table.section(QLatin1Char('.'), 0, 0);
        const QString name = table.section(QLatin1Char('.'), 1);
        const schema::ObjectId id = schema::objectId(schema::Kind::Table, schema, name);
        const QString shown = schema == QLatin1String("public") ? name : table;
        const auto add = [&](const QString &suffix, const QString &text) {
            names.insert(schema + QLatin1Char('.') + plan::ownName(id, suffix), text.arg(shown));
        };
        add(QStringLiteral("new"), PlanModel::tr("%1 (new)", "a table's copy"));
        add(QStringLiteral("old"), PlanModel::tr("%1 (old)", "a table's copy"));
    }
    return names;
}

/// What roles.h says of a step, whatever the column.
QVariant stepRole(const plan::Step &step, int role)
{
    switch (role) {
    case StepIdRole: return step.id;
    case PhaseRole: return int(step.phase);
    case StepKindRole: return int(step.kind);
    case BlocksRole: return int(step.assessment.blocks);
    case EffectRole: return int(step.assessment.effect);
    case EstimateLowRole: return step.assessment.estimate.lowMs;
    case EstimateLikelyRole: return step.assessment.estimate.likelyMs;
    case EstimateHighRole: return step.assessment.estimate.highMs;
    case DependsOnRole: return step.dependsOn;
    case EditedRole: return step.edited;
    case SeverityRole: return worstSeverity(step.assessment);
    case DestructiveRole: return !step.loses.isEmpty();
    default: return {};
    }
}

} // namespace

PlanModel::PlanModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

QVector<PlanModel::Row> PlanModel::rowsOf(const plan::PlanPtr &plan)
{
    QVector<Row> rows;
    if (!plan)
        return rows;
    rows.reserve(plan->steps.size() + plan->off.size());
    QMultiHash<QString, const plan::OffStep *> offBefore;
    for (const plan::OffStep &off : plan->off)
        offBefore.insert(off.before, &off);
    const std::function<void(const QString &)> addOff = [&](const QString &before) {
        for (const plan::OffStep *off : offBefore.values(before)) {
            offBefore.remove(before, off);
            addOff(off->step.id);
            rows.append({ &off->step, 0 });
        }
    };
    for (const plan::Step &step : plan->steps) {
        if (!offBefore.isEmpty())
            addOff(step.id);
        rows.append({ &step, int(&step - plan->steps.constData()) + 1 });
    }
    addOff({});
    // What they stood before is gone: they are shown all the same.
    for (const plan::OffStep *off : std::as_const(offBefore))
        rows.append({ &off->step, 0 });
    return rows;
}

void PlanModel::setPlan(const plan::PlanPtr &plan)
{
    if (plan == m_plan)
        return;
    const QVector<Row> rows = rowsOf(plan);
    m_copies = copyNames(plan);
    const bool hasSameSteps =
        m_plan && plan
        && std::equal(rows.begin(), rows.end(), m_shown.begin(), m_shown.end(),
                      [](const Row &a, const Row &b) {
                          return a.step->id == b.step->id && (a.number == 0) == (b.number == 0);
                      });
    if (hasSameSteps) {
        m_plan = plan;
        m_shown = rows;
        if (!rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(rows.size()) - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_plan = plan;
        m_shown = rows;
        m_rows.clear();
        for (int row = 0; row < rows.size(); ++row)
            m_rows.insert(rows.at(row).step->id, row);
        endResetModel();
    }
    emit planChanged();
}

QString PlanModel::tablesOf(const plan::Step &step) const
{
    if (m_copies.isEmpty())
        return tablesText(step);
    plan::Step named = step;
    for (QString &relation : named.relations) {
        if (isCopy(relation))
            relation = m_copies.value(relation, tr("a copy", "of a table that is not named"));
    }
    named.relations.removeDuplicates();
    return tablesText(named);
}

const plan::Step *PlanModel::stepAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_shown.at(row).step : nullptr;
}

int PlanModel::rowOf(const QString &stepId) const
{
    return m_rows.value(stepId, -1);
}

bool PlanModel::isOff(int row) const
{
    return row >= 0 && row < m_shown.size() && m_shown.at(row).number == 0;
}

int PlanModel::numberOf(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_shown.at(row).number : 0;
}

QString PlanModel::runningFrom(int row) const
{
    while (isOff(row))
        ++row;
    const plan::Step *step = stepAt(row);
    return step ? step->id : QString();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    const plan::Step *step = index.isValid() ? stepAt(index.row()) : nullptr;
    if (!step || index.column() >= ColumnCount)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return displayData(index.row(), column);
    case Qt::ToolTipRole: return planToolTip(*step);
    case Qt::AccessibleTextRole:
        return column == Title ? spokenText(*step, numberOf(index.row())) : displayData(index.row(), column);
    case Qt::TextAlignmentRole:
        return column == Number || column == Estimate || column == Range
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case SortRole: return sortValue(*step, index.row(), column, displayData(index.row(), column));
    case OffRole: return isOff(index.row());
    default: return stepRole(*step, role);
    }
}

QVariant PlanModel::displayData(int row, Column column) const
{
    const plan::Step &step = *m_shown.at(row).step;
    if (isOff(row)) {
        if (column == Number)
            return QChar(0x2013);
        if (column == StrongestLock)
            return tr("switched off");
        if (column != Title && column != Table && column != Phase)
            return {};
    }
    const bool isGate = step.kind == plan::StepKind::Gate;
    switch (column) {
    case Number: return numberOf(row);
    case Title: return isGate ? tr("Gate: %1").arg(step.title) : step.title;
    case Table: return tablesOf(step);
    case Phase: return words(step.phase);
    case StrongestLock: return strongestLockText(step);
    case Blocks: return isGate ? QString() : words(step.assessment.blocks);
    case Effect: return isGate ? QString() : words(step.assessment.effect);
    case Estimate: return isGate ? QString() : durationText(double(step.assessment.estimate.likelyMs));
    case Range: return isGate ? QString() : rangeText(step.assessment.estimate);
    case Findings: {
        const auto count = int(step.assessment.findings.size());
        return count == 0 ? QString() : tr("%n finding(s)", nullptr, count);
    }
    case ColumnCount: break;
    }
    return {};
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Number || section == Estimate || section == Range;
        return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (Column(section)) {
    case Number: return isTip ? tr("Place in the order of the plan") : tr("No.");
    case Title: return isTip ? tr("What the step does") : tr("Step");
    case Table: return isTip ? tr("Tables the step is about") : tr("Table");
    case Phase: return isTip ? tr("Expand, backfill, validate, switch or contract") : tr("Phase");
    case StrongestLock:
        return isTip ? tr("The strongest lock the step takes on any table") : tr("Strongest lock");
    case Blocks: return isTip ? tr("What other sessions cannot do meanwhile") : tr("Blocks");
    case Effect: return isTip ? tr("What the server does to the table") : tr("Effect");
    case Estimate: return isTip ? tr("How long the step will likely take") : tr("Estimate");
    case Range: return isTip ? tr("The shortest and longest time to expect") : tr("Range");
    case Findings: return isTip ? tr("What to look at before running the step") : tr("Findings");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
