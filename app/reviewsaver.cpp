#include "reviewsaver.h"

#include <widgets/review/reviewpage.h>

#include <QSaveFile>

namespace lockstep::app {

namespace {

FileWriter::Content writeScript(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return bytes;
    base::Error error =
        base::inputError(ReviewSaver::tr("The script cannot be saved: %1.").arg(file.errorString()),
                         ReviewSaver::tr("Save it under another name; what was there before is unchanged."));
    error.position = base::TextPosition{ path, 0, 0 };
    return error;
}

} // namespace

ReviewSaver::ReviewSaver(widgets::ReviewPage *page, QObject *parent)
    : QObject(parent)
    , m_page(page)
{
    connect(&m_writer, &FileWriter::written, this, &ReviewSaver::settle);
}

ReviewSaver::~ReviewSaver()
{
    m_then = nullptr;
    m_page = nullptr;
    while (isSaving())
        m_writer.finish();
}

void ReviewSaver::save(int script, const QString &path)
{
    m_page->flush();
    m_savings.append({ script, m_page->batch(), path, m_page->scripts().value(script).text });
    if (!isSaving())
        writeNext();
}

void ReviewSaver::whenSaved(std::function<void()> then)
{
    m_then = std::move(then);
    if (!isSaving())
        writeNext();
}

void ReviewSaver::writeNext()
{
    if (!m_savings.isEmpty()) {
        const Saving &next = m_savings.first();
        m_writer.write([path = next.path, text = next.text] { return writeScript(path, text); });
    } else if (const auto then = std::exchange(m_then, nullptr)) {
        then();
    }
}

void ReviewSaver::settle(const base::Result<QByteArray> &content)
{
    const Saving saving = m_savings.takeFirst();
    if (!content.has_value()) {
        m_then = nullptr;
        if (m_page)
            m_page->showError(content.error());
    } else if (m_page && saving.batch == m_page->batch()) {
        m_page->setSaved(saving.script, saving.path, saving.text);
        emit saved();
    }
    writeNext();
}

} // namespace lockstep::app
