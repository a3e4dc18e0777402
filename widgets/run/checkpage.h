#pragma once

#include <widgets/common/stagestrip.h>

#include <model/analysis/checklist.h>
#include <model/base/error.h>
#include <model/items/checklistmodel.h>

#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace lockstep::widgets {

class Banner;
class BusyBar;
class CheckDetail;

/// Questions to a database before a plan runs on it, with their answers. Told everything, asks nothing
/// itself: what the user wants leaves as signals.
class CheckPage final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckPage(QWidget *parent = nullptr);

    /// Where would be asked, without secrets; empty: no plan, or no database named yet.
    void setTarget(const QString &display);
    void setWorking();
    void setChecklist(const analysis::ChecklistPtr &list);
    void setError(const base::Error &error);
    /// Another plan or database: what was answered is of no use any more.
    void clear();

    [[nodiscard]] const analysis::ChecklistPtr &checklist() const { return m_list; }
    /// Items that say stop and that the user wants to run in spite of.
    [[nodiscard]] QSet<QString> ignored() const { return m_ignored; }
    /// Those that say stop and are not ignored.
    [[nodiscard]] QStringList stopping() const;
    void select(const QString &itemId);
    /// "2 stop the run, 1 needs attention": for the strip of stages.
    [[nodiscard]] QString stateLine() const;
    [[nodiscard]] StageTone tone() const;

signals:
    void againRequested();
    void cancelRequested();
    void stateChanged();

private:
    [[nodiscard]] QWidget *buildHead();
    void buildItems();
    void showItem(int row);
    void refresh();
    [[nodiscard]] QString countsLine() const;

    analysis::ChecklistPtr m_list;
    items::ChecklistModel m_model;
    QSet<QString> m_ignored;
    QString m_target;
    bool m_isWorking = false;
    bool m_hasFailed = false;
    QLabel *m_headline;
    QLabel *m_when;
    QPushButton *m_again;
    BusyBar *m_busy;
    Banner *m_banner;
    QTreeView *m_items;
    CheckDetail *m_detail;
};

} // namespace lockstep::widgets
