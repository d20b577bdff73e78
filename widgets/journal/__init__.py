"""The journal panel: entries of the record, filtered, one order followed, the marked one in full."""
