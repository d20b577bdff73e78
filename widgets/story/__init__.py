"""The story of one order: a sheet that stands at the right of a blotter."""
