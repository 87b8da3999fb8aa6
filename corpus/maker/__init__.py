"""Makes the sample reports and their gold answers from the annotated sources (see ``corpus/README.md``)."""
