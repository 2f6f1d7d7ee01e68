"""Who may do what with initiatives and what belongs to them."""
