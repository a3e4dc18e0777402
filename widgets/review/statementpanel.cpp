#include "statementpanel.h"

#include "statementtext.h"

#include <model/items/findingsmodel.h>
#include <widgets/common/blocksbrush.h>
#include <widgets/common/uitext.h>
#include <widgets/editor/sqlview.h>

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

QPushButton *panelButton(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    return button;
}

} // namespace

StatementPanel::StatementPanel(QWidget *parent)
    : QWidget(parent)
    , m_text(new QTextBrowser)
    , m_fixBox(new QWidget)
    , m_fixTitle(new QLabel(tr("Write this instead")))
    , m_fix(new SqlView)
    , m_ignore(panelButton(QStringLiteral("ignoreFinding"), tr("Ignore here"),
                           tr("Puts a comment over the statement that takes this finding back.")))
    , m_copy(panelButton(QStringLiteral("copyFix"), tr("Copy"), tr("Copies the statements.")))
    , m_replace(panelButton(QStringLiteral("replaceFix"), tr("Replace in script"),
                            tr("Puts them in place of the statement; Undo takes that back.")))
{
    setObjectName(QStringLiteral("statementPanel"));
    m_text->setObjectName(QStringLiteral("statementText"));
    m_text->setAccessibleName(tr("About the selected statement"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(12);
    m_fix->setObjectName(QStringLiteral("fixView"));
    buildLayout();
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        const auto *statement = current();
        const int index = link.path().toInt();
        if (statement && index < statement->findings.size())
            emit findingChosen(statement->findings.at(index).rule);
    });
    connect(m_ignore, &QPushButton::clicked, this, [this] { emit ignoreRequested(chosenRule()); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_fix->sqlText()); });
    connect(m_replace, &QPushButton::clicked, this, &StatementPanel::replaceRequested);
    refresh();
}

void StatementPanel::buildLayout()
{
    m_fixTitle->setFont(scaledFont(font(), 1, true));
    auto *fixButtons = new QHBoxLayout;
    fixButtons->setContentsMargins(12, 6, 8, 2);
    fixButtons->addWidget(m_fixTitle, 1);
    fixButtons->addWidget(m_copy);
    fixButtons->addWidget(m_replace);
    auto *fixColumn = new QVBoxLayout(m_fixBox);
    fixColumn->setContentsMargins(0, 0, 0, 0);
    fixColumn->setSpacing(2);
    fixColumn->addLayout(fixButtons);
    fixColumn->addWidget(m_fix, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_text);
    split->addWidget(m_fixBox);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setSizes({ 380, 170 });
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 6);
    buttons->addStretch(1);
    buttons->addWidget(m_ignore);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(split, 1);
    column->addLayout(buttons);
}

const analysis::lint::LintedStatement *StatementPanel::current() const
{
    const bool isThere = m_report && m_index >= 0 && m_index < m_report->statements.size();
    return isThere ? &m_report->statements.at(m_index) : nullptr;
}

void StatementPanel::setStatement(const analysis::lint::LintReportPtr &report, int index)
{
    if (report == m_report && index == m_index)
        return;
    const QString rule = index == m_index ? chosenRule() : QString();
    const int scroll = index == m_index ? m_text->verticalScrollBar()->value() : 0;
    m_report = report;
    m_index = index;
    m_chosen = 0;
    const auto *statement = current();
    for (int i = 0; statement && i < statement->findings.size(); ++i) {
        if (statement->findings.at(i).rule == rule)
            m_chosen = i;
    }
    refresh();
    m_text->verticalScrollBar()->setValue(scroll);
}

void StatementPanel::choose(const QString &rule)
{
    const auto *statement = current();
    for (int i = 0; statement && i < statement->findings.size(); ++i) {
        if (statement->findings.at(i).rule != rule || i == m_chosen)
            continue;
        m_chosen = i;
        refresh();
        return;
    }
}

QString StatementPanel::chosenRule() const
{
    const auto *statement = current();
    return statement && m_chosen < statement->findings.size() ? statement->findings.at(m_chosen).rule
                                                              : QString();
}

QString StatementPanel::plainText() const
{
    return m_text->toPlainText();
}

QStringList StatementPanel::fix() const
{
    const auto *statement = current();
    return statement ? statement->fix : QStringList();
}

void StatementPanel::setEmptyText(const QString &text)
{
    m_emptyText = text;
    refresh();
}

void StatementPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The HTML holds colours of the palette.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

void StatementPanel::addPictures()
{
    constexpr QSize size(22, 12);
    const qreal ratio = devicePixelRatioF();
    for (const plan::Blocks blocks :
         { plan::Blocks::Nothing, plan::Blocks::Ddl, plan::Blocks::Writes, plan::Blocks::ReadsAndWrites }) {
        QPixmap picture(size * ratio);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintBlocksBar(&painter, QRectF(QPointF(0, 0), QSizeF(size)), blocks, colorsFor(palette()));
        painter.end();
        m_text->document()->addResource(QTextDocument::ImageResource,
                                        QUrl(QStringLiteral("blocks:%1").arg(int(blocks))), picture);
    }
}

void StatementPanel::refresh()
{
    const auto *statement = current();
    m_fixBox->setVisible(statement && !statement->fix.isEmpty());
    m_ignore->setVisible(statement && !statement->findings.isEmpty());
    if (!statement) {
        m_text->setPlainText(m_emptyText);
        return;
    }
    m_fix->setSqlText(statement->fix.isEmpty()
                          ? QString()
                          : statement->fix.join(QStringLiteral(";\n\n")) + QLatin1Char(';'));
    // Each of them wants a transaction of its own, or none: in the place of the statement they would fail.
    const bool isInside = statement->place == analysis::lint::Place::Open;
    m_fixTitle->setText(isInside ? tr("Write this instead, outside the transaction")
                                 : tr("Write this instead"));
    m_replace->setVisible(!isInside);
    m_ignore->setText(tr("Ignore %1 here").arg(chosenRule()));
    m_text->clear();
    addPictures();
    m_text->setHtml(htmlOf(*statement));
}

QString StatementPanel::htmlOf(const analysis::lint::LintedStatement &statement) const
{
    const Colors &colors = colorsFor(palette());
    const QVector<QPair<QString, QString>> rows = {
        { tr("Locks"), lockLinesHtml(statement, colors) },
        { tr("Takes"), timeHtml(statement, colors) },
        { tr("Runs"), placeHtml(statement) },
        { tr("Findings"), findingLinesHtml(statement, m_chosen, colors) },
        { tr("Ignored"), ignoredHtml(statement, colors) },
    };
    QString shown = statement.sql.simplified();
    if (shown.size() > 70)
        shown = shown.left(67) + QChar(0x2026);
    QString html =
        QStringLiteral("<p style=\"margin:0 0 2px 0; color:%1\">%2</p>"
                       "<p style=\"font-size:%3pt; font-weight:600; margin:0 0 6px 0\">%4</p><table>")
            .arg(colors.muted.name(),
                 tr("Line %1, %2").arg(QString::number(statement.line), blocksSentence(statement.blocks)))
            .arg(font().pointSizeF() * 1.1)
            .arg(shown.toHtmlEscaped());
    for (const auto &[title, text] : rows) {
        if (!text.isEmpty())
            html +=
                QStringLiteral("<tr><td style=\"padding:3px 16px 3px 0; color:%1; font-weight:600\">%2</td>"
                               "<td style=\"padding:3px 0\">%3</td></tr>")
                    .arg(colors.muted.name(), title.toHtmlEscaped(), text);
    }
    html += QStringLiteral("</table>");
    const QString documentation = documentationHtml(items::ruleDocumentation(chosenRule()), colors);
    if (!documentation.isEmpty())
        html += QStringLiteral("<hr/>") + documentation;
    return html;
}

} // namespace lockstep::widgets
