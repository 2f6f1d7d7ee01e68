"""Who may do what with agreements, decisions, governing documents and laws."""
