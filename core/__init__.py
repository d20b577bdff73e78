"""The core of Quarterdeck: no Qt, ever. This is the map.

    domain       nouns that check themselves: units, enums, instrument, order states, depth, positions
    messages     verbs: commands, flow, clock (what enters); events (what comes out); reasons
    machine      decisions, pure: engine (the only door), desk (our side), venue (the embedded exchange),
                 market (outside markets, followed from their feeds)
    sequencer    the one writer: stamps, applies, journals, publishes
    replay       a journal through the machine again: to recover, to verify
    journal      memory: record codec, writer thread, reader, kill latch
    projections  pictures folded from published entries, Qt-free
    edge         doors: tapes, recordings of outside feeds, files, real time

Imports point one way:
domain <- messages <- machine <- journal <- sequencer, replay. Projections see domain, messages and journal.entry.
"""
