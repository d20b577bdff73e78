"""Alembic's steps: versions/ holds one module a step, oldest first. core.edge.history.upgrade runs them."""
