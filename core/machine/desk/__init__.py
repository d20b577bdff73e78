"""Our side: kill switch, risk gate, order management, positions."""
