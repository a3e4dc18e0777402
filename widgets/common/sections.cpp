#include "sections.h"

#include <QEvent>
#include <QHeaderView>
#include <QVector>

#include <algorithm>

namespace lockstep::widgets {

namespace {

/// Measures titles again when their header is dressed otherwise.
class SectionWidths final : public QObject
{
public:
    explicit SectionWidths(QHeaderView *header)
        : QObject(header)
        , m_header(header)
    {
        setObjectName(keeperName());
        header->installEventFilter(this);
    }
    static QString keeperName() { return QStringLiteral("sectionWidths"); }
    static SectionWidths *of(QHeaderView *header)
    {
        auto *known = header->findChild<QObject *>(keeperName(), Qt::FindDirectChildrenOnly);
        return known ? static_cast<SectionWidths *>(known) : new SectionWidths(header);
    }
    void add(int section) { m_sections.append(section); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
            for (const int section : std::as_const(m_sections)) {
                const int needed = m_header->sectionSizeHint(section);
                if (m_header->sectionSize(section) < needed)
                    m_header->resizeSection(section, needed);
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QHeaderView *m_header;
    QVector<int> m_sections;
};

} // namespace

void setSectionWidth(QHeaderView *header, int section, int width)
{
    header->resizeSection(section, std::max(width, header->sectionSizeHint(section)));
    SectionWidths::of(header)->add(section);
}

} // namespace lockstep::widgets
