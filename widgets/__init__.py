"""Qt views, one folder a panel. A widget draws a picture and asks with a command; it knows nothing else."""
