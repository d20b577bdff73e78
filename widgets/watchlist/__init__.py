"""The watchlist: every instrument on one row, and the choice of which one to look at."""
