"""Assessments: strengths, limitations, causes, lessons, remedies and directions (annotation guide, section 4)."""

from trichluc.extract.assessments.family import extract_assessments

__all__ = ["extract_assessments"]
