#pragma once

#include <model/proof/rehearsalreport.h>

#include <QTextBrowser>

namespace lockstep::widgets {

/// All of a rehearsal that is no column: of one step, then of the whole.
class RehearsalDetail final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit RehearsalDetail(QWidget *parent = nullptr);
    void show(const proof::RehearsalPtr &rehearsal,
              const proof::RehearsedStep *step); ///< Either may be null.

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();

    proof::RehearsalPtr m_rehearsal;
    QString m_step;
};

} // namespace lockstep::widgets
