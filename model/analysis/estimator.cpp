#include "estimator.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace lockstep::analysis {

namespace {

QString megabytes(double bytes)
{
    return grouped(qMax(qint64(1), qint64(bytes / 1e6)));
}

Computing computingOf(const sql::Expression &expression)
{
    const bool isUuid =
        std::any_of(expression.functions.begin(), expression.functions.end(),
                    [](const QString &function) { return function.contains(QLatin1String("uuid")); });
    return isUuid ? Computing::Uuid : Computing::Value;
}

template <typename T>
const T *commandOf(const Occurrence &occurrence)
{
    return occurrence.subcommand ? std::get_if<T>(&occurrence.subcommand->detail) : nullptr;
}

bool looksOnly(Form form)
{
    return form == Form::SetNotNull || form == Form::AddPrimaryKeyUsingIndexScan;
}

} // namespace

/// What a GIN index costs hangs on what is in the values more than on how long they are; a hash index is
/// sorted first or not, as memory has it.
double Estimator::spreadOf(IndexMethod method)
{
    switch (method) {
    case IndexMethod::Hash: return dataSpread;
    case IndexMethod::Gin:
    case IndexMethod::Gist: return ginSpread;
    case IndexMethod::Btree:
    case IndexMethod::Brin: break;
    }
    return evenSpread;
}

QString Estimator::indexesText(qsizetype count)
{
    return count == 0   ? QString()
           : count == 1 ? QStringLiteral(" with 1 index")
                        : QStringLiteral(" with %1 indexes").arg(count);
}

void Estimator::addByRows(const Cost &cost, const Key &key, double spread, const QString &more)
{
    const double rows = m_shapes.table(key).rows;
    const QString amount = grouped(qint64(rows)) + QLatin1String(" rows") + more;
    m_pieces.append({ cost, amount, rows, QStringLiteral(" rows/s"), spread, key });
}

void Estimator::addByBytes(const Cost &cost, const Key &key, double bytes, double spread, const QString &more)
{
    const QString from =
        m_model.isOnDisk(m_shapes.table(key).bytes) ? QStringLiteral(" from disk") : QString();
    const QString amount = megabytes(bytes) + QLatin1String(" MB") + from + more;
    m_pieces.append({ cost, amount, bytes / 1e6, QStringLiteral(" MB/s"), spread, key });
}

/// Those that the statement names; none where all it has to look at may be anywhere in the row.
QStringList Estimator::scannedColumns(const Occurrence &occurrence) const
{
    if (const auto *set = commandOf<sql::SetNotNull>(occurrence))
        return { set->column };
    if (const auto *add = commandOf<sql::AddConstraint>(occurrence))
        return add->constraint.columns + add->constraint.expression.columns;
    if (const auto *validate = commandOf<sql::ValidateConstraint>(occurrence)) {
        const ConstraintState *constraint = m_state.constraint(occurrence.own, validate->name);
        return constraint ? constraint->columns : QStringList();
    }
    return {};
}

void Estimator::scanOf(const Key &key, int conditions, const QStringList &columns)
{
    if (m_state.isNew(key) || m_rewritten.contains(key) || m_read.contains(key))
        return;
    m_read.insert(key);
    TableShape table = m_shapes.table(key);
    table.depth = m_shapes.depth(key, columns);
    addByBytes(m_model.scan(table, conditions), key, table.bytes, evenSpread);
}

void Estimator::addScan(const Occurrence &occurrence)
{
    if (occurrence.form == Form::AttachPartition) {
        // The partition is read, and so is the DEFAULT partition: rows of either may break the new bound.
        const Key partition = occurrence.others.value(0);
        if (!m_state.checksBound(partition, occurrence.own))
            scanOf(partition, 1);
        const Key fallback = m_state.defaultPartition(occurrence.own);
        if (!fallback.second.isEmpty() && !m_state.excludesBound(fallback, occurrence.own))
            scanOf(fallback, 1);
        return;
    }
    if (occurrence.form == Form::AlterDomainScan) {
        for (const Key &table : occurrence.dependents)
            scanOf(table, 1);
        return;
    }
    scanOf(occurrence.own, looksOnly(occurrence.form) ? 0 : 1, scannedColumns(occurrence));
}

QVector<IndexShape> Estimator::builtIndexes(const Key &table, const Occurrence &occurrence,
                                            const sql::Statement &statement, const QString &text) const
{
    if (occurrence.own != table)
        return { m_shapes.index(occurrence.own) };
    if (const auto *create = statement.as<sql::CreateIndex>())
        return { m_shapes.created(table, *create, text) };
    if (const auto *add = commandOf<sql::AddConstraint>(occurrence))
        return { m_shapes.onColumns(table, add->constraint.columns) };
    if (occurrence.form == Form::AddColumnIndex)
        return { m_shapes.onColumns(table, { QString() }) };
    if (occurrence.form != Form::AlterTypeIndexBuild)
        return m_shapes.table(table).indexes; // REINDEX TABLE
    QVector<IndexShape> indexes;
    for (const Key &index : m_state.indexesUsing(table, occurrence.column))
        indexes.append(m_shapes.index(index));
    return indexes;
}

void Estimator::addIndexBuild(const Occurrence &occurrence, const sql::Statement &statement,
                              const QString &text, bool concurrently)
{
    const RelationState *own = m_state.find(occurrence.own);
    const Key key = own && own->kind == RelationKind::Index ? own->table : occurrence.own;
    const TableShape table = m_shapes.table(key);
    const QVector<IndexShape> indexes = builtIndexes(key, occurrence, statement, text);
    Cost cost;
    double spread = concurrently ? joinSpread : evenSpread;
    for (const IndexShape &index : indexes) {
        cost =
            cost + (concurrently ? m_model.concurrentBuild(table, index) : m_model.indexBuild(table, index));
        spread = std::max(spread, spreadOf(index.method));
    }
    const QString more =
        indexes.size() > 1 ? QStringLiteral(" in %1 indexes").arg(indexes.size()) : QString();
    addByRows(cost, key, spread, more);
}

Rewriting Estimator::rewriting(const Occurrence &occurrence, const sql::Statement &statement,
                               const QString &text) const
{
    Rewriting how;
    if (const auto *add = commandOf<sql::AddColumn>(occurrence)) {
        how.computes = computingOf(add->column.defaultExpression);
        how.addedRowBytes = ShapeReader::widthOf(add->column.type.text);
    } else if (const auto *alter = commandOf<sql::AlterType>(occurrence)) {
        const bool isPlain =
            alter->usingExpression.isEmpty() && ShapeReader::kindOfType(alter->type.text) == KeyKind::Number;
        how.computes = isPlain ? Computing::Nothing : Computing::Value;
        how.addedRowBytes = std::max(0.0, ShapeReader::widthOf(alter->type.text)
                                              - m_shapes.columnWidth(occurrence.own, alter->column));
    } else if (const auto *logged = commandOf<sql::SetLogged>(occurrence)) {
        how.toWal = logged->logged;
    } else if (statement.as<sql::Cluster>()) {
        static const QRegularExpression index(QStringLiteral("\\bUSING\\s+\"?(\\w+)"),
                                              QRegularExpression::CaseInsensitiveOption);
        how.isSorted = true;
        const Key key{ occurrence.own.first, index.match(text).captured(1) };
        how.order = m_state.find(key) ? m_shapes.index(key).order : 0;
    } else if (occurrence.form == Form::SetExpression) {
        how.computes = Computing::Value;
    }
    return how;
}

void Estimator::addRewrite(const Occurrence &occurrence, const sql::Statement &statement, const QString &text)
{
    const Key key = occurrence.own;
    if (m_rewritten.contains(key))
        return;
    m_rewritten.insert(key);
    const TableShape table = m_shapes.table(key);
    const Rewriting how = rewriting(occurrence, statement, text);
    double bytes = table.bytes + table.toastBytes;
    for (const IndexShape &index : table.indexes)
        bytes += m_model.indexBytes(table, index);
    addByBytes(m_model.rewrite(table, how), key, bytes,
               statement.as<sql::Cluster>() ? joinSpread : evenSpread, indexesText(table.indexes.size()));
    if (occurrence.form != Form::AlterTypeKey)
        return;
    for (const Key &referenced : occurrence.referenced)
        addForeignKey(key, referenced);
    for (const Key &referencing : occurrence.dependents)
        addForeignKey(referencing, key);
}

/// A table moves without its indexes, an index without its table.
void Estimator::addFileCopy(const Occurrence &occurrence)
{
    if (m_rewritten.contains(occurrence.own))
        return;
    m_rewritten.insert(occurrence.own);
    for (const WorkOn &work : effectsOf(occurrence, m_state)) {
        if (work.work != Work::FileCopy)
            continue;
        TableShape files = m_shapes.table(work.relation);
        if (!work.index.second.isEmpty()) {
            files.bytes = m_model.indexBytes(files, m_shapes.index(work.index));
            files.toastBytes = 0;
        }
        addByBytes(m_model.fileCopy(files), work.relation, files.bytes + files.toastBytes, evenSpread);
    }
}

void Estimator::addRefresh(const Occurrence &occurrence)
{
    for (const Key &source : occurrence.others) {
        TableShape table = m_shapes.table(source);
        table.depth = m_shapes.columnCount(source); // Which of them is not known.
        addByRows(m_model.query(table), source, dataSpread);
    }
    if (m_sizes.of(occurrence.own, m_state).rows > 0) {
        const TableShape table = m_shapes.table(occurrence.own);
        addByBytes(m_model.rewrite(table, {}), occurrence.own, table.bytes, evenSpread);
    }
}

void Estimator::addForeignKey(const Key &referencing, const Key &referenced, const QStringList &columns)
{
    const TableShape keys = m_state.isNew(referenced) ? TableShape() : m_shapes.table(referenced);
    TableShape table = m_shapes.table(referencing);
    table.depth = m_shapes.depth(referencing, columns);
    bool isIndexed = !columns.isEmpty() && m_state.hasIndexOn(referencing, columns);
    if (const RelationState *known = m_state.details(referencing)) {
        for (const ConstraintState &constraint : known->constraints) {
            if (constraint.referenced != referenced)
                continue;
            isIndexed |= m_state.hasIndexOn(referencing, constraint.columns);
            table.depth = std::max(table.depth, m_shapes.depth(referencing, constraint.columns));
        }
    }
    addByRows(m_model.foreignKey(table, keys, isIndexed), referencing, joinSpread);
}

Keys Estimator::targets(const Occurrence &occurrence) const
{
    // Of these forms the work is not on the relation that the statement names.
    if (occurrence.form == Form::AttachPartition || occurrence.form == Form::CreateTableFrom
        || occurrence.form == Form::CreateMaterializedView || occurrence.form == Form::Write
        || occurrence.form == Form::Insert)
        return occurrence.others.isEmpty() ? Keys{ occurrence.own } : occurrence.others;
    return occurrence.form == Form::AlterDomainScan ? occurrence.dependents : Keys{ occurrence.own };
}

void Estimator::add(const Occurrence &occurrence, const sql::Statement &statement, const QString &text,
                    Work work)
{
    if (work == Work::Metadata || work == Work::NewFile)
        return;
    if (work == Work::Wait) {
        m_waits = true;
        return;
    }
    const Keys onto = targets(occurrence);
    const bool allEmpty = !onto.isEmpty() && std::all_of(onto.begin(), onto.end(), [this](const Key &key) {
        return m_sizes.of(key, m_state).rows == 0;
    });
    const bool isFilled = work == Work::Sample && m_state.isNew(occurrence.own);
    const bool brings = statement.as<sql::Insert>() || statement.as<sql::Copy>();
    const bool isRefresh = occurrence.form == Form::Refresh || occurrence.form == Form::RefreshConcurrently;
    if (allEmpty && !isFilled && !brings && !isRefresh && occurrence.form != Form::AttachPartition) {
        m_empty.insert(onto.first());
        return;
    }
    addWork(occurrence, statement, text, work);
}

void Estimator::addWork(const Occurrence &occurrence, const sql::Statement &statement, const QString &text,
                        Work work)
{
    const auto *constraint = commandOf<sql::AddConstraint>(occurrence);
    switch (work) {
    case Work::Scan: addScan(occurrence); return;
    case Work::IndexBuild: addIndexBuild(occurrence, statement, text, false); return;
    case Work::ConcurrentBuild: addIndexBuild(occurrence, statement, text, true); return;
    case Work::Rewrite:
        if (occurrence.form == Form::Refresh)
            addRefresh(occurrence);
        else
            addRewrite(occurrence, statement, text);
        return;
    case Work::ForeignKeyCheck:
        addForeignKey(occurrence.own, occurrence.referenced.value(0),
                      constraint ? constraint->constraint.columns : QStringList());
        return;
    case Work::Sample: addSample(occurrence.own); return;
    case Work::Data: addData(occurrence, statement, text); return;
    case Work::FileCopy: addFileCopy(occurrence); return;
    case Work::Metadata:
    case Work::NewFile:
    case Work::Wait: return;
    }
}

} // namespace lockstep::analysis
