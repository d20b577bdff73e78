"""Real recordings of six venues, through the readers of core.edge and the followers of core.machine.market. The recordings are
beside the repository, in ../shared/data; docs/market-data.md has the figures."""
