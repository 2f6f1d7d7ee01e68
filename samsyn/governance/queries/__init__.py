"""Every question about agreements, decisions, governing documents and laws."""
