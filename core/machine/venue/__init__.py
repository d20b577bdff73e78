"""The embedded exchange: order book and matching. Our orders stand in the same queues as everybody's."""
