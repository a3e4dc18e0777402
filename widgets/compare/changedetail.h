#pragma once

#include "differencesmodel.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace lockstep::widgets {

class DiffView;

/// One change: what it is, both definitions side by side, and the properties that differ.
class ChangeDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit ChangeDetail(QWidget *parent = nullptr);
    /// Null: nothing selected. `changes` gives the catalogs the definitions are made from.
    void showChange(const diff::Change *change, const diff::ChangeSetPtr &changes);

private:
    DifferencesModel m_differences;
    QLabel *m_title;
    QLabel *m_status;
    DiffView *m_diff;
    QTreeView *m_properties;
};

} // namespace lockstep::widgets
