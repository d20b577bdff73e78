"""The embedded exchange from its operator's side: phases, trades to amend, participants."""
