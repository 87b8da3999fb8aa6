"""Old Vietnamese encodings: tables, fonts, and telling from the words which encoding a passage is in."""
