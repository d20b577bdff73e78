"""How the terminal itself is doing: core, journal, orders, screen, process, faults."""
