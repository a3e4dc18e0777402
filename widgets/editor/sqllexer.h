#pragma once

#include <widgets/common/theme.h>

#include <Qsci/qscilexersql.h>

namespace lockstep::widgets {

/// QScintilla's SQL lexer with PostgreSQL's words and the theme's colours. Each editor owns one.
class SqlLexer final : public QsciLexerSQL
{
public:
    explicit SqlLexer(QObject *parent);
    [[nodiscard]] const char *keywords(int set) const override;
    void setColors(const Colors &colors);
};

} // namespace lockstep::widgets
