"""The registers as spreadsheets.

`open_workbook`, ask what its unknown headings are, and `read_rows`; what comes of it is planned and
carried out as files are. `write_workbook` and `write_template` are the way back.
"""
