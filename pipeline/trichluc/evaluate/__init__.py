"""Scores of records against gold answers.

:mod:`trichluc.evaluate.likeness` says when two values count as the same, :mod:`trichluc.evaluate.scoring` pairs and
counts, :mod:`trichluc.evaluate.report` reads the files and adds up by document and by kind of document.
"""
