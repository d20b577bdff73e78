"""Verbs: what enters the core (commands, flow, clock), and what comes out (events). Immutable, one codec for all."""
