#pragma once

#include "filewriter.h"

#include <QPointer>
#include <QString>
#include <QVector>

namespace lockstep::widgets {
class ReviewPage;
}

namespace lockstep::app {

/// Saves scripts of the review page in the background, in the order asked for and as they were when asked.
/// What was typed since then counts as not saved. Errors go to the page.
class ReviewSaver final : public QObject
{
    Q_OBJECT
public:
    explicit ReviewSaver(widgets::ReviewPage *page, QObject *parent = nullptr);
    /// Waits for what is still to be written.
    ~ReviewSaver() override;

    void save(int script, const QString &path);
    [[nodiscard]] bool isSaving() const { return m_writer.isWriting(); }
    /// Does that as soon as nothing waits to be written any more, and never if something cannot be written.
    /// Another one takes its place.
    void whenSaved(std::function<void()> then);
    [[nodiscard]] FileWriter *writer() { return &m_writer; }

signals:
    void saved();

private:
    struct Saving
    {
        int script = 0;
        int batch = 0; ///< Of the page, when it was asked for.
        QString path;
        QString text;
    };

    void writeNext();
    void settle(const base::Result<QByteArray> &content);

    QPointer<widgets::ReviewPage> m_page;
    QVector<Saving> m_savings; ///< The first one is under way.
    std::function<void()> m_then;
    FileWriter m_writer;
};

} // namespace lockstep::app
