"""Source to Report: letterhead, outline of headings, tables, footnotes, web boilerplate."""
