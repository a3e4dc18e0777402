#pragma once

#include "differencesmodel.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QToolButton;
class QTreeView;

namespace lockstep::widgets {

class DiffView;

/// What is known and decided of one line of the list.
struct ShownChange
{
    enum class Decision { Taken, LeftOut, Parked };
    const diff::Change *change = nullptr;
    const schema::Fact *identical = nullptr; ///< Instead of a change.
    bool isTickable = false;
    bool isDropDecision = false; ///< Drop, keep or park.
    bool canPark = false;
    Decision decision = Decision::Taken;
    QString why; ///< What is lost, or why it is left out; whole sentences.
};

/// One change: what it is, what was decided of it, the properties that differ, and both definitions
/// side by side.
class ChangeDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit ChangeDetail(QWidget *parent = nullptr);
    /// The catalogs that the definitions are made from; `wanted` is the target with what is left out.
    void show(const ShownChange &shown, const schema::CatalogPtr &current, const schema::CatalogPtr &wanted);
    /// To the next difference in the definitions, or the one before; false at the last one.
    bool step(int by);

signals:
    void decided(lockstep::widgets::ShownChange::Decision decision);
    void nextRequested();
    void previousRequested();

private:
    [[nodiscard]] QWidget *buildHead();
    void showDecision(const ShownChange &shown);
    void showTexts(const ShownChange &shown, const schema::CatalogPtr &current,
                   const schema::CatalogPtr &wanted);
    void fitProperties();

    DifferencesModel m_differences;
    QLabel *m_title;
    QLabel *m_status;
    QLabel *m_why;
    QCheckBox *m_taken;
    QWidget *m_dropButtons;
    QButtonGroup *m_drop;
    QLabel *m_place;
    DiffView *m_diff;
    QTreeView *m_properties;
};

} // namespace lockstep::widgets
