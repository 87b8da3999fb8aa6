"""Report to records: three rule families (references, indicators, assessments), the document's own fields, resolution."""
