"""Questions over the whole store.

:mod:`trichluc.audit.citations`: which unit cites which document, and which does not cite one that it should.
"""
