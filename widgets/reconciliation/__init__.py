"""Where an outside venue's books differ from ours."""
