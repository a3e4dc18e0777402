#include "clipped.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace lockstep::testing {

namespace {

constexpr int tolerance = 2; // Rounding of font metrics.

QString where(const QWidget *widget)
{
    QString name = widget->objectName();
    for (const QWidget *parent = widget->parentWidget(); name.isEmpty() && parent;
         parent = parent->parentWidget())
        name = parent->objectName() + QLatin1Char('/') + QLatin1String(widget->metaObject()->className());
    return name;
}

QString missing(const QWidget *widget, const QString &text, int has, int needs)
{
    return QStringLiteral("%1: \"%2\" has %3 and needs %4")
        .arg(where(widget), text.left(60), QString::number(has), QString::number(needs));
}

QString clippedLabel(const QLabel *label)
{
    if (label->text().isEmpty() || !label->pixmap(Qt::ReturnByValue).isNull())
        return {};
    if (label->wordWrap()) {
        const int needs = label->heightForWidth(label->width());
        return needs > label->height() + tolerance ? missing(label, label->text(), label->height(), needs)
                                                   : QString();
    }
    // Who asks for no width shortens his text himself.
    if (label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
        return {};
    const int needs = label->sizeHint().width();
    return needs > label->width() + tolerance ? missing(label, label->text(), label->width(), needs)
                                              : QString();
}

QString clippedButton(const QAbstractButton *button)
{
    const bool isPlain =
        qobject_cast<const QPushButton *>(button) || qobject_cast<const QToolButton *>(button)
        || qobject_cast<const QCheckBox *>(button) || qobject_cast<const QRadioButton *>(button);
    const int needs = button->sizeHint().width();
    // A line edit's button paints its icon alone, whatever its action is called.
    const bool isIcon = button->inherits("QLineEditIconButton");
    return isPlain && !isIcon && !button->text().isEmpty() && needs > button->width() + tolerance
               ? missing(button, button->text(), button->width(), needs)
               : QString();
}

QStringList clippedSections(const QHeaderView *header)
{
    QStringList found;
    if (header->orientation() != Qt::Horizontal || !header->model())
        return found;
    constexpr int margins = 6;
    for (int section = 0; section < header->count(); ++section) {
        const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
        const int needs = header->fontMetrics().horizontalAdvance(text) + margins;
        // One that begins in view is to be read, not only to be scrolled to.
        const int left = header->sectionViewportPosition(section);
        const int seen = left < header->width() ? header->width() - left : needs;
        if (!header->isSectionHidden(section) && !text.isEmpty()
            && needs > std::min(header->sectionSize(section), seen) + tolerance)
            found.append(missing(header, text, std::min(header->sectionSize(section), seen), needs));
    }
    return found;
}

} // namespace

QStringList clippedTexts(const QWidget *root)
{
    QStringList found;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(root) || widget->visibleRegion().isEmpty())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            found.append(clippedLabel(label));
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            found.append(clippedButton(button));
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            found.append(clippedSections(header));
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            if (combo->minimumSizeHint().width() > combo->width() + tolerance)
                found.append(
                    missing(combo, combo->currentText(), combo->width(), combo->minimumSizeHint().width()));
        } else if (widget->sizePolicy().hasHeightForWidth()
                   && widget->heightForWidth(widget->width()) > widget->height() + tolerance)
            found.append(missing(widget, widget->accessibleName(), widget->height(),
                                 widget->heightForWidth(widget->width())));
    }
    found.removeAll(QString());
    return found;
}

} // namespace lockstep::testing
