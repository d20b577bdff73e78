"""The kill switch: a stop button that works in two motions, and what it did."""
