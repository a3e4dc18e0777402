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
    void add(int section)
    {
        m_sections.append(section);
        giveWay();
    }
    void setGivingWay(int section, int wanted, int least)
    {
        m_givingWay = section;
        m_wanted = wanted;
        m_least = least;
        m_given = m_header->sectionSize(section);
        giveWay();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
            for (const int section : std::as_const(m_sections)) {
                const int needed = m_header->sectionSizeHint(section);
                if (m_header->sectionSize(section) < needed)
                    m_header->resizeSection(section, needed);
            }
            giveWay();
        } else if (event->type() == QEvent::Resize) {
            giveWay();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void giveWay()
    {
        if (m_givingWay < 0 || m_header->sectionSize(m_givingWay) != m_given)
            return;
        const int last = m_header->logicalIndex(m_header->count() - 1);
        int others = m_header->sectionSizeHint(last);
        for (int section = 0; section < m_header->count(); ++section) {
            if (section != last && section != m_givingWay && !m_header->isSectionHidden(section))
                others += m_header->sectionSize(section);
        }
        m_given = std::clamp(m_header->width() - others, m_least, m_wanted);
        m_header->resizeSection(m_givingWay, m_given);
    }

    QHeaderView *m_header;
    QVector<int> m_sections;
    int m_givingWay = -1; ///< None.
    int m_wanted = 0;
    int m_least = 0;
    int m_given = 0; ///< Otherwise wide: the user did that.
};

} // namespace

void setSectionWidth(QHeaderView *header, int section, int width)
{
    header->resizeSection(section, std::max(width, header->sectionSizeHint(section)));
    SectionWidths::of(header)->add(section);
}

void setSectionGivingWay(QHeaderView *header, int section, int wanted, int least)
{
    SectionWidths::of(header)->setGivingWay(section, wanted, least);
}

} // namespace lockstep::widgets
