"""What the tests would notice if the risk gate or the kill switch were wrong: one small change at a time, and who sees it."""
