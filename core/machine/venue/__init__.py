"""The embedded exchange. Our orders stand in the same queues as everybody's. Its rules: docs/venue.md; played out: tests/scenarios/venue.

    door         which message does what            exchange     markets, sessions, delayed lines, deadlines
    history      a recorded tape's plain orders     operator     rules, phases, mass cancels: the exchange's own staff
    checks       what a request must be             entry        one order in, and out               replacing    one order changed
    incoming     bounds, all-or-nothing, the rest   matching     price-time, and the short path      allocation   shares of a level
    selfmatch    instead of a trade with oneself    following    what follows a request              prints       trades, told and counted
    pegs         pegs and hidden orders settle      triggers     stops fire                          stops        who waits for which price
    phases       the day, and its legal turns       auction      the uncross                         bands        how far, how fast
    amendments   trades undone or corrected         publication  told once a step                    status       bands, told
    market       one instrument: all it holds       book         queues, nothing decided             special      what a plain order lacks
    parties      sessions, owners, firms            rules        ticks, bounds, fees                 chance       dice
    feeds        a feed's picture now               picture      what exchanges agree on             memory       all of it, as a value
    output       the step that runs                 deadlines    which are still waited for          reach        what could be traded
    quotes       many at once
"""
