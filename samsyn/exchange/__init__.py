"""The collaboration file: a municipality's open record as text, in and out."""
