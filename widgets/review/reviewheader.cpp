#include "reviewheader.h"

#include <widgets/common/icons.h>
#include <widgets/common/theme.h>

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

enum SchemaChoice { AsWritten, CurrentSide, ChooseOne };

QToolButton *headerButton(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

QLabel *captionFor(QWidget *buddy, const QString &text)
{
    auto *label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(buddy);
    return label;
}

} // namespace

ReviewHeader::ReviewHeader(QWidget *parent)
    : QFrame(parent)
    , m_open(headerButton(QStringLiteral("openScripts"), tr("Open"),
                          tr("Opens scripts, or a folder of migrations in the order they run in.")))
    , m_paste(headerButton(QStringLiteral("pasteScript"), tr("Paste"),
                           tr("Looks at what is on the clipboard instead.")))
    , m_save(headerButton(QStringLiteral("saveScript"), tr("Save"), tr("Saves the script.")))
    , m_files(new QComboBox)
    , m_file(new QLabel)
    , m_schema(new QComboBox)
    , m_version(new QComboBox)
    , m_inTransaction(new QCheckBox(tr("each file runs in one &transaction")))
    , m_summary(new QLabel)
    , m_rewrite(new QPushButton(tr("Rewrite safely as a plan")))
{
    setObjectName(QStringLiteral("reviewHeader"));
    setAutoFillBackground(true);
    auto *fileLine = new QHBoxLayout;
    fileLine->setSpacing(6);
    addFileLine(fileLine);
    auto *conditions = new QHBoxLayout;
    conditions->setSpacing(7);
    addConditions(conditions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 12, 6);
    column->setSpacing(5);
    column->addLayout(fileLine);
    column->addLayout(conditions);
    connectParts();
    setFiles({}, -1);
    setSchema({});
    setRewriteRefusal({});
    dress();
}

void ReviewHeader::addFileLine(QHBoxLayout *line)
{
    auto *menu = new QMenu(m_open);
    auto *files = menu->addAction(tr("&Files\u2026"));
    files->setObjectName(QStringLiteral("openScriptFiles"));
    auto *folder = menu->addAction(tr("F&older of migrations\u2026"));
    folder->setObjectName(QStringLiteral("openScriptFolder"));
    connect(files, &QAction::triggered, this, &ReviewHeader::openFilesRequested);
    connect(folder, &QAction::triggered, this, &ReviewHeader::openFolderRequested);
    m_open->setMenu(menu);
    m_open->setPopupMode(QToolButton::MenuButtonPopup);
    auto *saveMenu = new QMenu(m_save);
    auto *saveAs = saveMenu->addAction(tr("Save &as\u2026"));
    saveAs->setObjectName(QStringLiteral("saveScriptAs"));
    connect(saveAs, &QAction::triggered, this, &ReviewHeader::saveAsRequested);
    m_save->setMenu(saveMenu);
    m_save->setPopupMode(QToolButton::MenuButtonPopup);
    m_files->setObjectName(QStringLiteral("scriptFile"));
    m_files->setAccessibleName(tr("Script that is shown"));
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_file->setObjectName(QStringLiteral("scriptName"));
    m_file->setFont(scaledFont(font(), 1, true));
    m_file->setTextFormat(Qt::PlainText);
    m_summary->setObjectName(QStringLiteral("reviewSummary"));
    m_summary->setFont(scaledFont(font(), 1, true));
    m_summary->setTextFormat(Qt::PlainText);
    m_rewrite->setObjectName(QStringLiteral("rewriteSafely"));
    m_rewrite->setProperty("look", QStringLiteral("primary"));
    line->addWidget(m_open);
    line->addWidget(m_paste);
    line->addWidget(m_save);
    line->addSpacing(8);
    line->addWidget(m_file);
    line->addWidget(m_files);
    line->addStretch(1);
    line->addWidget(m_summary);
    line->addSpacing(10);
    line->addWidget(m_rewrite);
}

void ReviewHeader::addConditions(QHBoxLayout *line)
{
    m_schema->setObjectName(QStringLiteral("schemaChoice"));
    m_schema->setAccessibleName(tr("Schema that the script meets"));
    m_schema->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_schema->setToolTip(
        tr("With a schema it is known what is locked and how big it is; a live database tells "
           "sizes too. Without one tables are taken as the script writes them."));
    m_version->setObjectName(QStringLiteral("versionChoice"));
    m_version->setAccessibleName(tr("Version of PostgreSQL that the script runs on"));
    constexpr int oldest = 10;
    constexpr int newest = 18;
    m_version->addItem(tr("as the schema"), 0);
    for (int major = newest; major >= oldest; --major)
        m_version->addItem(QString::number(major), major * 10000);
    m_inTransaction->setObjectName(QStringLiteral("inTransaction"));
    m_inTransaction->setToolTip(tr("Many migration tools put each file into a transaction of its own."));
    line->addSpacing(4);
    line->addWidget(captionFor(m_schema, tr("&Meets")));
    line->addWidget(m_schema);
    line->addSpacing(6);
    line->addWidget(captionFor(m_version, tr("on Postgre&SQL")));
    line->addWidget(m_version);
    line->addSpacing(6);
    line->addWidget(m_inTransaction);
    line->addStretch(1);
}

void ReviewHeader::connectParts()
{
    connect(m_open, &QToolButton::clicked, this, &ReviewHeader::openFilesRequested);
    connect(m_paste, &QToolButton::clicked, this, &ReviewHeader::pasteRequested);
    connect(m_save, &QToolButton::clicked, this, &ReviewHeader::saveRequested);
    connect(m_files, &QComboBox::activated, this, &ReviewHeader::fileChosen);
    connect(m_rewrite, &QPushButton::clicked, this, &ReviewHeader::rewriteRequested);
    connect(m_version, &QComboBox::activated, this, &ReviewHeader::conditionsChanged);
    connect(m_inTransaction, &QCheckBox::toggled, this, &ReviewHeader::conditionsChanged);
    connect(m_schema, &QComboBox::activated, this, [this] {
        const int choice = m_schema->currentData().toInt();
        m_wantsSchema = choice != AsWritten;
        if (choice == ChooseOne) {
            m_schema->setCurrentIndex(m_schema->findData(AsWritten));
            emit schemaRequested();
        } else {
            emit conditionsChanged();
        }
    });
}

void ReviewHeader::setFiles(const QStringList &names, int current)
{
    const QSignalBlocker blocker(m_files);
    m_files->clear();
    m_files->addItems(names);
    m_files->setCurrentIndex(current);
    m_files->setVisible(names.size() > 1);
    m_file->setVisible(names.size() < 2);
    m_file->setText(names.value(current));
}

void ReviewHeader::setChanged(bool isChanged)
{
    m_save->setEnabled(isChanged);
}

void ReviewHeader::setSchema(const QString &display)
{
    m_schema->clear();
    if (display.isEmpty()) {
        m_schema->addItem(tr("no schema: as written"), AsWritten);
        m_schema->addItem(tr("Choose the current schema\u2026"), ChooseOne);
    } else {
        m_schema->addItem(display, CurrentSide);
        m_schema->addItem(tr("no schema: as written"), AsWritten);
        m_schema->setCurrentIndex(m_wantsSchema ? 0 : 1);
    }
}

bool ReviewHeader::meetsSchema() const
{
    return m_schema->currentData().toInt() == CurrentSide;
}

int ReviewHeader::serverVersion() const
{
    return m_version->currentData().toInt();
}

bool ReviewHeader::inTransaction() const
{
    return m_inTransaction->isChecked();
}

void ReviewHeader::setSummary(const QString &text, const QString &toolTip)
{
    m_summary->setText(text);
    m_summary->setToolTip(toolTip);
}

QString ReviewHeader::summary() const
{
    return m_summary->text();
}

void ReviewHeader::setRewriteRefusal(const QString &why)
{
    m_rewrite->setEnabled(why.isEmpty());
    m_rewrite->setToolTip(why.isEmpty()
                              ? tr("Works out the schema that the script makes and plans the way there that "
                                   "keeps the application running.")
                              : why);
    m_rewrite->setAccessibleDescription(m_rewrite->toolTip());
}

void ReviewHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QFrame::changeEvent(event);
}

void ReviewHeader::dress()
{
    m_open->setIcon(icon(Icon::Open, palette()));
    m_paste->setIcon(icon(Icon::Copy, palette()));
    m_save->setIcon(icon(Icon::Save, palette()));
}

} // namespace lockstep::widgets
