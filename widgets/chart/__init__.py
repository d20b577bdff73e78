"""The chart: candles over volume, own fills as marks."""
