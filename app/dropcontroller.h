#pragma once

#include "filecontroller.h"
#include "reviewcontroller.h"

class QMimeData;

namespace lockstep::app {

/// What is dropped on the window: projects, plans, scripts and folders of them, archives, snapshots and
/// connection texts are opened where the user is; anything else is refused in words.
class DropController final : public QObject
{
    Q_OBJECT
public:
    DropController(QWidget *window, Pages *pages, Document *document, FileController *files,
                   PageController *pageController, ReviewController *review);

signals:
    void refused(const lockstep::base::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QMimeData &data);
    void takeOne(const QString &path);
    void takeSeveral(const QStringList &paths);
    void takeSource(const QString &text);
    [[nodiscard]] bool isReviewShown() const;

    Pages *m_pages;
    Document *m_document;
    FileController *m_files;
    PageController *m_pageController;
    ReviewController *m_review;
};

} // namespace lockstep::app
