"""How every page looks and behaves; knows nobody."""
