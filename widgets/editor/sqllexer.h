#pragma once

#include <widgets/common/theme.h>

#include <Qsci/qscilexersql.h>

namespace lockstep::widgets {

/// QScintilla's SQL lexer with PostgreSQL's words, those of a server once one is known, and the theme's
/// colours. Each editor owns one.
class SqlLexer final : public QsciLexerSQL
{
public:
    explicit SqlLexer(QObject *parent);
    [[nodiscard]] const char *keywords(int set) const override;
    void setColors(const Colors &colors);
    /// In place of its own; empty: its own. Names of types stay types.
    void setWords(const QStringList &words);

private:
    QByteArray m_words;
};

} // namespace lockstep::widgets
