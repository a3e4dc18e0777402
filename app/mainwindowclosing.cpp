#include "mainwindow.h"

#include <widgets/common/banner.h>

#include <QCloseEvent>

/// A window that is closed while something still has to come to an end.
namespace lockstep::app {

/// Not before the project is in its file. Where that cannot be written the window stays, once.
void MainWindow::connectClosing()
{
    connect(&m_document, &Document::saveFailed, this, [this](const base::Error &error) {
        // What is of another project already is put aside, and nobody has to stay for it.
        if (!m_document.isAtRisk() || !std::exchange(m_closesWhenWritten, false))
            return;
        m_isClosing = false;
        m_unwritten = m_document.revision();
        base::Error said = error;
        said.hint = tr("Save it under another name, or close the window again to leave without saving.");
        m_banner->showError(said);
    });
    connect(&m_document, &Document::writingEnded, this, [this] {
        if (std::exchange(m_closesWhenWritten, false))
            close();
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const QStringList scripts = m_review.unsavedTexts();
    if (m_review.saver()->isSaving() || (!scripts.isEmpty() && scripts != m_letGo)) {
        event->ignore();
        m_review.unlessUnsaved([this] {
            m_letGo = m_review.unsavedTexts();
            close();
        });
        return;
    }
    if (!m_runs.isRunning()) {
        if (m_document.revision() != m_unwritten)
            m_document.saveNow();
        m_closesWhenWritten = m_document.isWriting();
        m_settings->setGeometry(saveGeometry());
        event->setAccepted(!m_closesWhenWritten);
        return;
    }
    m_isClosing = true;
    m_runs.finishForClosing();
    m_banner->showMessage(widgets::Banner::Kind::Info,
                          tr("The window closes when the batch that is on its way is done."),
                          tr("The run can be resumed later from any computer."));
    event->ignore();
}

} // namespace lockstep::app
