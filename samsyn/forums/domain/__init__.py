"""What a meeting is remembered by, and how one version differs from another: no database."""
