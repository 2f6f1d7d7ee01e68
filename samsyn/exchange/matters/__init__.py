"""A board's own register of matters, read as the sections of the collaboration file.

The register says what its columns are called in a mapping; what comes of it is planned, checked and
carried out as files are.
"""
