"""Memory: what the core decided, as records that can be verified; and the kill switch's latch."""
