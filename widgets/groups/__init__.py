"""Orders that belong together: brackets, OCO, OTO, held stops, parents, baskets."""
