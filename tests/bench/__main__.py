"""make bench: every figure, with the machine, beside its goal. Other work on the machine shows: run it alone."""

import os
import time

from app.which_core import present
from tests.bench import (
    bench_blotter,
    bench_chart,
    bench_console,
    bench_core,
    bench_desk,
    bench_heatmap,
    bench_history,
    bench_journal,
    bench_stopping,
    bench_watchlist,
    bench_window,
    venue_figures,
)
from tests.bench.figures import machine

print(f"{time.strftime('%Y-%m-%d')}  {machine()}, core: {present().said}\n")
bench_core.main()
bench_desk.main()
venue_figures.orders(os.environ.get("QUARTERDECK_CORE", "auto"))
bench_journal.main()
bench_history.main()
bench_chart.main()
bench_heatmap.main()
bench_blotter.main()
bench_watchlist.main()
bench_window.main()
bench_console.main()
bench_stopping.main()
