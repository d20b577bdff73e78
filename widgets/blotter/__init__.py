"""The blotters: our orders, our fills and our positions, row by row."""
