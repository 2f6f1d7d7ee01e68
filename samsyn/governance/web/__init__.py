"""The pages of agreements, decisions, governing documents and laws."""
