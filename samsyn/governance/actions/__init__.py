"""Every change to agreements, decisions, governing documents and laws."""
