"""Timings, by themselves: ``make bench``. Figures go into docs/accuracy.md; no test depends on them."""
