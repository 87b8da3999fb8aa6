"""One module a format, all streaming from the store."""
