"""The history database: orders, fills, positions and an audit trail as SQL tables, folded from the journal.

    kinds        what an audit row may tell, each kind with its meaning
    rows         one row of each table, as the fold makes it
    fold         Entry -> rows, pure
    tables       the same tables for SQLAlchemy
    store        one open database: upgrade, resume, write a batch with its last seq in one transaction
    writer       the thread that follows the terminal, and catches up from the journal
    queries      reading: time range, kind, person, correlation, order, pages
    drift        the database against the journal folded afresh
    migrations   alembic's steps from one shape to the next

It is a projection: everything in it can be thrown away and made again. Nothing here decides anything, and nothing waits for it.
"""
