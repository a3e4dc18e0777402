#pragma once

#include <QFrame>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace lockstep::widgets {

/// Over the script: where it comes from, what it meets, and what came of it.
class ReviewHeader final : public QFrame
{
    Q_OBJECT
public:
    explicit ReviewHeader(QWidget *parent = nullptr);

    /// Names as shown; one or none hides the choice.
    void setFiles(const QStringList &names, int current);
    void setChanged(bool isChanged); ///< The script that is shown is not saved as it is.
    /// The current side; empty: none is loaded.
    void setSchema(const QString &display);
    [[nodiscard]] bool meetsSchema() const;
    [[nodiscard]] int serverVersion() const; ///< 150000; 0: the schema's.
    [[nodiscard]] bool inTransaction() const;
    /// "2 errors, 1 warning in 12 statements"
    void setSummary(const QString &text, const QString &toolTip);
    [[nodiscard]] QString summary() const;
    /// Why there can be no plan of it now; empty: there can.
    void setRewriteRefusal(const QString &why);

signals:
    void openFilesRequested();
    void openFolderRequested();
    void pasteRequested();
    void saveRequested();
    void saveAsRequested();
    void fileChosen(int index);
    void schemaRequested(); ///< None is loaded, and the user wants one.
    void conditionsChanged();
    void rewriteRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addFileLine(QHBoxLayout *line);
    void addConditions(QHBoxLayout *line);
    void connectParts();
    void dress();

    QToolButton *m_open;
    QToolButton *m_paste;
    QToolButton *m_save;
    QComboBox *m_files;
    QLabel *m_file;
    QComboBox *m_schema;
    QComboBox *m_version;
    QCheckBox *m_inTransaction;
    QLabel *m_summary;
    QPushButton *m_rewrite;
    bool m_wantsSchema = true;
};

} // namespace lockstep::widgets
