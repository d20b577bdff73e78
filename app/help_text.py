"""What --help says before and after the options."""

from app.commands import help_lines

DESCRIPTION = """Quarterdeck, a desktop operator terminal for electronic trading.

Without arguments: opens the terminal and plays the bundled session, a real recorded market, into an embedded exchange.
Your orders stand in the same queues as history's. Without a display it runs headless and says so."""

EPILOG = f"""commands:
{help_lines()}

examples:
  python main.py --speed 10                                  ten times as fast
  python main.py --session practice-six                      six made-up markets, to practise with several instruments
  python main.py --headless --speed max --json               the whole session in a second, one JSON object
  python main.py --shot now.png --seconds 20 --theme light   a picture of the window, no display needed
  python main.py kill --source "fat finger"                  stop everything, from any shell

Which core runs: the part that decides and sequences runs as plain Python, or compiled by mypyc from the same source. With
--core auto a start takes the compiled one when it was built from exactly these sources by this Python; make fast builds it
(make run does so in the background of the first start, for the next one; build/fast/build.log tells how it went). --version,
the banner's tooltip and the health panel say which core runs, and why if it is plain.

After a crash the next start goes on at the same place (in a window: paused) with all orders and positions; after a clean
end it begins a new run. The kill switch starts as it was.
Every option is also a line of DATA/quarterdeck.toml and an environment variable: --log-level, log_level = "DEBUG",
QUARTERDECK_LOG_LEVEL. --print-config shows the values in force and where each comes from.

exit codes: 0 done, 2 could not start or go on (one sentence says why), 3 the journal does not verify"""
