"""What trading won and lost, and how it was executed: curve, figures, groups, days."""
