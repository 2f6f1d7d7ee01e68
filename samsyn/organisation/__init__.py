"""Who collaborates: bodies, positions, persons and who held what when."""
