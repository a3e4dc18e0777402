#pragma once

#include <model/diff/changeset.h>
#include <model/plan/intents.h>

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace lockstep::widgets {

/// What could be one object under a new name, best first: for each the user says whether it is renamed,
/// or dropped and made anew. A comparison alone cannot know.
class RenamesList final : public QWidget
{
    Q_OBJECT
public:
    enum class Decision { Undecided, Renamed, DropAndCreate };

    explicit RenamesList(QWidget *parent = nullptr);
    void setCandidates(const diff::ChangeSetPtr &changes, const plan::Intents &intents);
    [[nodiscard]] int openCount() const { return m_open; } ///< Best candidates that nobody decided.
    [[nodiscard]] bool isEmpty() const { return m_rows == 0; }

signals:
    void decided(const lockstep::plan::Intents &intents);

private:
    struct Candidate
    {
        plan::RenameIntent rename;
        QString what;
        QString reason;
        bool isBest = true;
        Decision decision = Decision::Undecided;
    };
    void addRow(const Candidate &candidate);
    [[nodiscard]] Decision decisionOf(const plan::RenameIntent &rename) const;
    void decide(const plan::RenameIntent &rename, Decision decision);

    diff::ChangeSetPtr m_changes;
    plan::Intents m_intents;
    QWidget *m_body;
    QVBoxLayout *m_column;
    int m_open = 0;
    int m_rows = 0;
};

} // namespace lockstep::widgets
