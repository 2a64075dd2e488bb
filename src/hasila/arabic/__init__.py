"""How Arabic says things: one folder each, its rules with readable cases beside them."""
