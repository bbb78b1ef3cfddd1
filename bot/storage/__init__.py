"""Storage: one transaction a turn, encrypted fields, on SQLite or PostgreSQL."""
