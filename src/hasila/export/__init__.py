"""Ways out: what a ledger holds, as files that others can open."""
