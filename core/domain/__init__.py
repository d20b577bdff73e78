"""Nouns that check themselves: units, enums, instruments, orders, depth, positions. Pure; imports nothing of ours."""
