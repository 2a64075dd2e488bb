"""Alembic's migrations of the ledger, in order: a released one is never edited, a change of the tables is a new one."""
