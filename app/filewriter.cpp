#include "filewriter.h"

#include <memory>

namespace lockstep::app {

FileWriter::FileWriter(QObject *parent)
    : QObject(parent)
    , m_disc([](const Job &job) { return job(); })
{ }

void FileWriter::write(const Job &job)
{
    auto content = std::make_shared<std::promise<Content>>();
    m_content = content->get_future();
    const quint64 number = ++m_number;
    m_worker.post([this, content, number, job, disc = m_disc] {
        content->set_value(disc(job));
        QMetaObject::invokeMethod(
            this,
            [this, number] {
                if (number == m_number)
                    finish();
            },
            Qt::QueuedConnection);
    });
}

void FileWriter::finish()
{
    if (isWriting())
        emit written(m_content.get());
}

} // namespace lockstep::app
