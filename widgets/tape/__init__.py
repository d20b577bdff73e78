"""Time and sales: every trade, newest on top."""
