"""Who may do what, and the requests that wait for a second person."""
