"""Text knowledge below the level of a document: characters, numerals, dates, sentences, words."""
