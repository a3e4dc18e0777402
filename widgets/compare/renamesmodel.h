#pragma once

#include <model/diff/changeset.h>
#include <model/plan/intents.h>

#include <QAbstractListModel>

namespace lockstep::widgets {

/// What could be one object under a new name: decided renames first, ticked, then the candidates,
/// best first. Ticking a row is the decision; a diff alone cannot know.
class RenamesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit RenamesModel(QObject *parent = nullptr);
    void setCandidates(const diff::ChangeSetPtr &changes, const QVector<plan::RenameIntent> &decided);
    [[nodiscard]] int openCount() const; ///< Candidates not decided.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void decided(const QVector<lockstep::plan::RenameIntent> &renames);

private:
    struct Row
    {
        plan::RenameIntent rename;
        double likeness = -1;
        QString reason;
        bool isDecided = false;
    };
    QVector<Row> m_rows;
};

} // namespace lockstep::widgets
