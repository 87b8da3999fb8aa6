"""Layout: from a source to a report with its letterhead, outline, tables and notes read."""

from trichluc.layout.lay import lay_out

__all__ = ["lay_out"]
